/** The board: where each learning item stands, a lane at a time, and what must be answered soon. */
import { and, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { advisedNetworkIds, networksFor } from "../networks/queries.ts";
import { type Access, type Viewer, viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type Card, cardOf, dueOf, type Sight } from "./cards.ts";
import { after, dueTickOf, gatheringLine } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import { type Lane, lanes } from "./lane.ts";
import { type Loop, loopPage, loopPages } from "./loops.ts";
import { momentKey, pageOf, readKey } from "./page-key.ts";
import { lastReferral } from "./state.ts";
import { learningItems } from "./tables.ts";

type T = Texts<typeof itemTexts>;
type Due = Card & { due: string; isOverdue: boolean };

interface LaneProps {
  lane: Lane;
  heading: string;
  cards: Card[];
  /** Leads to the rest of the lane; null when all are shown. */
  more: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/board": { t: T; lanes: LaneProps[]; soon: Due[]; isOneLane: boolean };
  }
}

const handlers: Access = ["adviser", "leader", "regional_leader"];
const laneSize = 6;
const pageSize = 30;
/** Waiting items that are looked through for what is due soon, the newest first. */
const mostWaiting = 60;
type Query = { Querystring: { tilstand?: unknown; etter?: unknown } };

const laneWords: Record<Lane, keyof T> = {
  gathered: "laneGathered",
  waiting: "laneWaiting",
  answered: "laneAnswered",
  reported: "laneReported",
  unconfirmed: "laneUnconfirmed",
  confirmed: "laneConfirmed",
};

export function boardRoutes(app: FastifyInstance, { store, now }: House): void {
  /** What a viewer may see: advisers all of their networks, leaders what was sent, and what is one's own. */
  async function seenBy(viewer: Viewer): Promise<{ ids: string[]; advised: Set<string>; where: SQL }> {
    const ids = (await networksFor(store.read, viewer)).map((network) => network.id);
    const advised = await advisedNetworkIds(store.read, viewer.id);
    const mayOpen = or(
      inArray(learningItems.networkId, [...advised]),
      ne(learningItems.lane, "gathered"),
      eq(learningItems.createdById, viewer.id),
    );
    return { ids, advised, where: and(inArray(learningItems.networkId, ids), mayOpen) as SQL };
  }

  app.get<Query>("/laeringspunkter", { config: { access: handlers } }, async (request, reply) => {
    const t = inLanguage(itemTexts, request.language);
    const { ids, advised, where } = await seenBy(viewerOf(request));
    const chosen = lanes.find((lane) => lane === request.query.tilstand) ?? null;
    const key = chosen ? readKey(request.query.etter) : null;
    const size = chosen ? pageSize : laneSize;
    const line = await gatheringLine(store.read, ids);
    const sight = { line, now: now(), language: request.language };
    const shown = chosen ? [chosen] : lanes;
    const lists = shown.map((lane) => and(eq(learningItems.lane, lane), where));
    const pages = await loopPages(store.read, lists, key, size + 1);
    const found = shown.map((lane, i) => {
      const { rows, next } = pageOf(pages[i] ?? [], size, (loop) => momentKey(loop.createdAt, loop.id));
      const path = `/laeringspunkter?tilstand=${lane}`;
      const more = next && (chosen ? `${path}&etter=${next}` : path);
      const cards = rows.map((loop) => cardOf(loop, sight));
      return { lane, heading: t[laneWords[lane]] as string, cards, more };
    });
    const soon = chosen ? [] : await dueSoon([...advised], sight, t);
    return reply.page("learning/board", {
      t,
      title: t.boardTitle,
      lanes: found.filter(({ cards }) => cards.length > 0),
      soon,
      isOneLane: chosen !== null,
    });
  });

  /** What leaders must answer before the next gathering, what is overdue first. */
  async function dueSoon(networkIds: string[], sight: Sight, t: T): Promise<Due[]> {
    if (networkIds.length === 0) return [];
    const isWaiting = and(eq(learningItems.lane, "waiting"), inArray(learningItems.networkId, networkIds));
    const loops = await loopPage(store.read, isWaiting, null, mostWaiting);
    return loops
      .filter((loop) => isDueByNext(loop, sight))
      .map((loop) => ({ loop, date: dueDate(loop, sight) }))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ loop }) => {
        const due = dueOf(loop, sight);
        const isOverdue = due?.isOverdue ?? false;
        return { ...cardOf(loop, sight), due: due ? t.due(due.date) : t.noDue, isOverdue };
      });
  }
}

function dueDate(loop: Loop, { line }: Sight): string {
  const last = lastReferral(loop.referrals);
  return (last && dueTickOf(line, loop.networkId, last)?.localDate) ?? "";
}

function isDueByNext(loop: Loop, sight: Sight): boolean {
  const own = sight.line.filter((tick) => tick.networkId === loop.networkId);
  const next = after(own, sight.now)[0]?.localDate ?? localDate(sight.now).toString();
  const due = dueDate(loop, sight);
  return due !== "" && due <= next;
}
