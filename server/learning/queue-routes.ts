/** What awaits me: a leader's queue, the longest waiting first; for level 2 also what nobody has answered. */
import type { FastifyInstance } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { type Access, hasRole, viewerOf } from "../web/access.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type Card, cardOf, dueOf, overdueText, type Sight } from "./cards.ts";
import { cameBy } from "./decide-page.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { queuePage } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { type Loop, loopsById } from "./loops.ts";
import { momentKey, pageOf, readKey } from "./page-key.ts";
import { silentItemIds } from "./silence.ts";

type T = Texts<typeof itemTexts>;

interface Waiting {
  card: Card;
  href: string;
  due: string;
  isOverdue: boolean;
  overdue: string | null;
  came: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/queue": {
      t: T;
      waiting: Waiting[];
      more: string | null;
      /** What others below have not answered; for level 2, on the first page. */
      silent: Waiting[];
    };
  }
}

const leaders: Access = ["leader", "regional_leader"];
const pageSize = 20;
type Query = { Querystring: { etter?: unknown } };

function waitingCard(loop: Loop, href: string, sight: Sight, t: T): Waiting {
  const due = dueOf(loop, sight);
  return {
    card: cardOf(loop, sight),
    href,
    due: due ? t.due(due.date) : t.noDue,
    isOverdue: due?.isOverdue ?? false,
    overdue: overdueText(due, sight.language, t),
    came: cameBy(loop, t),
  };
}

export function queueRoutes(app: FastifyInstance, { store, now }: House): void {
  app.get<Query>("/laeringspunkter/ko", { config: { access: leaders } }, async (request, reply) => {
    const t = inLanguage(itemTexts, request.language);
    const viewer = viewerOf(request);
    const after = readKey(request.query.etter);
    const { rows, next } = pageOf(
      await queuePage(store.read, viewer.id, after, pageSize + 1),
      pageSize,
      (row) => momentKey(row.at, row.id),
    );
    const isLevel2 = hasRole(viewer, "regional_leader") && !after;
    const networkIds = isLevel2 ? (await networksFor(store.read, viewer)).map((one) => one.id) : [];
    const mine = new Set(rows.map((row) => row.id));
    const silentIds = (await silentItemIds(store.read, networkIds)).filter((id) => !mine.has(id));
    const silent = await loopsById(store.read, silentIds);
    const loops = [...rows.map((row) => row.loop), ...silent];
    const line = await gatheringLine(store.read, [...new Set(loops.map((loop) => loop.networkId))]);
    const sight = { line, now: now(), language: request.language };
    const byWaiting = silentIds.flatMap((id) => silent.filter((loop) => loop.id === id));
    return reply.page("learning/queue", {
      t,
      title: t.queueTitle,
      waiting: rows.map(({ loop }) => waitingCard(loop, `/laeringspunkter/${loop.id}/beslutning`, sight, t)),
      more: next,
      silent: byWaiting.map((loop) => waitingCard(loop, `/laeringspunkter/${loop.id}`, sight, t)),
    });
  });
}
