/** Rules by pressure, and the items that press on one of them. */
import { and, eq } from "drizzle-orm";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { advisedNetworkIds, networksFor } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type Card, cardOf } from "./cards.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import { loopPage } from "./loops.ts";
import { momentKey, pageOf, readKey } from "./page-key.ts";
import { type PressureCard, pressureCard } from "./pressure.ts";
import { countedItems, type PressureKey, rulesUnderPressure, ruleUnderPressure } from "./rule-queries.ts";
import { learningItems } from "./tables.ts";

type T = Texts<typeof itemTexts>;

declare module "../web/render.ts" {
  interface Pages {
    "learning/rules": { t: T; rules: PressureCard[]; more: string | null };
    "learning/rule": { t: T; rule: PressureCard; cards: Card[]; more: string | null };
  }
}

const readers: Access = ["adviser", "leader", "regional_leader"];
const forReaders = { config: { access: readers } };
const pageSize = 20;
type Query = { Querystring: { etter?: unknown } };

/** Where the next page of rules goes on: open, all, id. */
function readPressureKey(text: unknown): PressureKey | null {
  const parts = /^(\d{1,6})\.(\d{1,6})\.([a-z2-7]{1,40})$/.exec(typeof text === "string" ? text : "");
  return parts ? { open: Number(parts[1]), total: Number(parts[2]), id: parts[3] as string } : null;
}

export function ruleRoutes(app: FastifyInstance, { store, now }: House): void {
  async function countedBy(request: FastifyRequest) {
    const viewer = viewerOf(request);
    const ids = (await networksFor(store.read, viewer)).map((network) => network.id);
    return { ids, counted: countedItems(ids, [...(await advisedNetworkIds(store.read, viewer.id))]) };
  }

  app.get<Query>("/regler", forReaders, async (request, reply) => {
    const t = inLanguage(itemTexts, request.language);
    const { counted } = await countedBy(request);
    const after = readPressureKey(request.query.etter);
    const found = await rulesUnderPressure(store.read, counted, after, pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const more = found.length > pageSize && last ? `${last.open}.${last.total}.${last.rule.id}` : null;
    const rules = shown.map((rule) => pressureCard(rule, request.language));
    return reply.page("learning/rules", { t, title: t.rulesTitle, rules, more });
  });

  app.get<Query & { Params: { id: string } }>("/regler/:id", forReaders, async (request, reply) => {
    const t = inLanguage(itemTexts, request.language);
    const { ids, counted } = await countedBy(request);
    const rule = orNotFound(await ruleUnderPressure(store.read, counted, request.params.id));
    const presses = and(eq(learningItems.ruleId, request.params.id), counted);
    const key = readKey(request.query.etter);
    const { rows, next } = pageOf(await loopPage(store.read, presses, key, pageSize + 1), pageSize, (loop) =>
      momentKey(loop.createdAt, loop.id),
    );
    const sight = { line: await gatheringLine(store.read, ids), now: now(), language: request.language };
    return reply.page("learning/rule", {
      t,
      title: rule.rule.words,
      rule: pressureCard(rule, request.language),
      cards: rows.map((loop) => cardOf(loop, sight)),
      more: next && `/regler/${request.params.id}?etter=${next}`,
    });
  });
}
