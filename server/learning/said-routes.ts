/** "Du sa – Nav gjorde": what one is asked, what became of one's own, and what Nav has done. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ownTries } from "../gatherings/try-queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type Card, cardOf } from "./cards.ts";
import { memberNetworks, ownFeedbackPage } from "./feedback-queries.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { openRoundsFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { type Loop, loopsById, networkLoops } from "./loops.ts";
import { momentKey, pageOf, readKey } from "./page-key.ts";
import { type Followed, followed } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";
import { type Ask, askOf } from "./vote-cards.ts";

declare module "../web/render.ts" {
  interface Pages {
    "learning/said": {
      t: Texts<typeof feedbackTexts>;
      itemT: Texts<typeof itemTexts>;
      asked: (Card & { ask: Ask })[];
      /** Null on later pages of the network's. */
      mine: Followed[] | null;
      moreMine: string | null;
      /** Null on later pages of one's own. */
      cards: Card[] | null;
      more: string | null;
      /** What one tries until next time, the newest: both sides learn (learning-loop.md section 5). */
      tries: string[];
      isFirstPage: boolean;
    };
  }
}

const members: Access = ["mentor", "adviser", "counsellor"];
const ownSize = 10;
const pageSize = 20;
const triesShown = 3;
type Query = { Querystring: { egne?: unknown; etter?: unknown } };

export function saidRoutes(app: FastifyInstance, { store, now }: House): void {
  const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);

  app.get<Query>("/innspill", { config: { access: members } }, async (request, reply) => {
    const viewer = viewerOf(request);
    const keys = { own: readKey(request.query.egne), network: readKey(request.query.etter) };
    const isFirstPage = !keys.own && !keys.network;
    const ids = (await memberNetworks(store.read, viewer.id)).map((one) => one.id);
    const [own, network, line, rounds] = await Promise.all([
      keys.network ? [] : ownFeedbackPage(store.read, viewer.id, keys.own, ownSize + 1),
      keys.own ? [] : networkLoops(store.read, ids, keys.network, pageSize + 1),
      gatheringLine(store.read, ids),
      isFirstPage ? openRoundsFor(store.read, viewer.id) : [],
    ]);
    const tried = isFirstPage
      ? await ownTries(store.read, { personId: viewer.id, after: null, size: triesShown })
      : [];
    const mine = pageOf(own, ownSize, (row) => ({ value: row.givenOn ?? "", id: row.id }));
    const ours = pageOf(network, pageSize, (loop) => momentKey(loop.createdAt, loop.id));
    const wanted = [...mine.rows.map((row) => row.itemId), ...rounds.map((round) => round.itemId)];
    const known = new Set(ours.rows.map((loop) => loop.id));
    const missing = wanted.filter((id): id is string => id !== null && !known.has(id));
    const loops = [...ours.rows, ...(await loopsById(store.read, [...new Set(missing)]))];
    const sight = { line, now: now(), language: request.language };
    const cards = new Map(loops.map((loop) => [loop.id, cardOf(loop, sight)]));
    const card = (loop: Loop) => cards.get(loop.id) as Card;
    const asked = rounds.flatMap((round) => {
      const loop = loops.find((one) => one.id === round.itemId);
      const ask = loop ? askOf(loop, round, sight) : null;
      return loop && ask ? [{ ...card(loop), ask }] : [];
    });
    const t = say(request);
    return reply.page("learning/said", {
      t,
      itemT: inLanguage(itemTexts, request.language),
      title: t.saidTitle,
      asked,
      mine: keys.network
        ? null
        : mine.rows.map((row) => followed(row, [...cards.values()], request.language, now())),
      moreMine: mine.next,
      cards: keys.own ? null : ours.rows.map(card),
      more: ours.next,
      tries: tried.map(({ words }) => words),
      isFirstPage,
    });
  });
}
