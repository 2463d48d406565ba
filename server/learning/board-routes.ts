/** The board: where each learning item stands, a lane at a time, and what must be answered soon. */
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
import { type ItemSight, type Loop, lanePages } from "./loops.ts";
import { momentKey, pageOf, readKey } from "./page-key.ts";
import { lastReferral } from "./state.ts";

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
  async function sightOf(viewer: Viewer): Promise<ItemSight> {
    const networkIds = (await networksFor(store.read, viewer)).map((network) => network.id);
    return {
      viewerId: viewer.id,
      networkIds,
      advisedIds: [...(await advisedNetworkIds(store.read, viewer.id))],
    };
  }

  app.get<Query>("/laeringspunkter", { config: { access: handlers } }, async (request, reply) => {
    const t = inLanguage(itemTexts, request.language);
    const seen = await sightOf(viewerOf(request));
    const chosen = lanes.find((lane) => lane === request.query.tilstand) ?? null;
    const key = chosen ? readKey(request.query.etter) : null;
    const size = chosen ? pageSize : laneSize;
    const shown = chosen ? [chosen] : lanes;
    const pages = await lanePages(store.read, shown, seen, key, size + 1);
    const waiting = chosen ? [] : await lastWaiting(seen);
    const line = await gatheringLine(store.read, networksOf([...pages.flat(), ...waiting]));
    const sight = { line, now: now(), language: request.language };
    const found = shown.map((lane, i) => {
      const { rows, next } = pageOf(pages[i] ?? [], size, (loop) => momentKey(loop.createdAt, loop.id));
      const path = `/laeringspunkter?tilstand=${lane}`;
      const more = next && (chosen ? `${path}&etter=${next}` : path);
      const cards = rows.map((loop) => cardOf(loop, sight));
      return { lane, heading: t[laneWords[lane]] as string, cards, more };
    });
    const soon = dueSoon(waiting, sight, t);
    return reply.page("learning/board", {
      t,
      title: t.boardTitle,
      lanes: found.filter(({ cards }) => cards.length > 0),
      soon,
      isOneLane: chosen !== null,
    });
  });

  /** What waits in the networks one is an adviser in, the newest. */
  async function lastWaiting({ viewerId, advisedIds }: ItemSight): Promise<Loop[]> {
    if (advisedIds.length === 0) return [];
    const advised = { viewerId, networkIds: advisedIds, advisedIds };
    return (await lanePages(store.read, ["waiting"], advised, null, mostWaiting)).flat();
  }
}

/** The networks these items are of. */
const networksOf = (loops: readonly Loop[]) => [...new Set(loops.map((loop) => loop.networkId))];

/** What leaders must answer before the next gathering, what is overdue first. */
function dueSoon(loops: readonly Loop[], sight: Sight, t: T): Due[] {
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
