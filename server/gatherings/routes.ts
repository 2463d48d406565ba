/** The list of gatherings and the page of one, with one's own answer. */
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { networksFor } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import type { House } from "../web/house.ts";
import { agendaRoutes } from "./agenda-routes.ts";
import { answerRoutes } from "./answer-routes.ts";
import { answersRoutes } from "./answers-routes.ts";
import { attendanceRoutes } from "./attendance-routes.ts";
import { blackOutRoutes } from "./black-out-routes.ts";
import { countStandings, type ListCard, listCard } from "./cards.ts";
import { checkInRoutes } from "./check-in-routes.ts";
import { choicesRoutes } from "./choices-routes.ts";
import { dayRoutes } from "./day-routes.ts";
import { atDesk, type ById, type Desk, type T } from "./desk.ts";
import { feedRoutes } from "./feed-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { insteadRoutes } from "./instead-routes.ts";
import { inviteRoutes } from "./invite-routes.ts";
import type { LaterRooms } from "./later.ts";
import { minutesRoutes } from "./minutes-routes.ts";
import { minutesWriteRoutes } from "./minutes-write-routes.ts";
import { ownAnswerRoutes } from "./own-answer-routes.ts";
import { planningRoutes } from "./planning-routes.ts";
import {
  comingGatherings,
  gatheringFor,
  keyText,
  type ListRow,
  pastGatherings,
  readKey,
  standingsAt,
} from "./queries.ts";
import { reportRoutes } from "./report-routes.ts";
import { seasonInviteRoutes } from "./season-invite-routes.ts";
import { seasonRoutes } from "./season-routes.ts";
import { sentRoutes } from "./sent-routes.ts";
import { seriesRoutes } from "./series-routes.ts";
import { showPage } from "./show-page.ts";
import { tryRoutes } from "./try-routes.ts";
import { wishRoutes } from "./wish-routes.ts";
import { yearRoutes } from "./year-routes.ts";

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/list": {
      t: T;
      isAdviser: boolean;
      next: (ListCard & { howMany: string | null }) | null;
      coming: ListCard[] | null;
      past: ListCard[] | null;
      /** Where the next page is. */
      moreComing: string | null;
      morePast: string | null;
      isFirstPage: boolean;
      firstPath: string;
      /** Networks to choose among, when there are several; the one the list is narrowed to. */
      networks: { value: string; label: string }[];
      networkId: string | null;
      /** Whose each gathering is, where that is not said already. */
      networkNames: Record<string, string>;
      /** The year wheel of each network the viewer sees, of the years with something ahead. */
      years: { path: string; words: string; name: string }[];
    };
  }
}

const keptList = { config: { access: "signed-in", offline: { onlyWithoutQuery: true } } } as const;
const keptPage = { config: { access: "signed-in", offline: {} } } as const;
const pageSize = 20;
type Pages = { Querystring: { etter?: string; kommende?: string; nettverk?: string } };
type NetworkName = { id: string; name: string };

/** Registers the whole room. @param later what the rooms after this one tell it */
export function gatheringRoutes(app: FastifyInstance, house: House, mailer: Mailer, later: LaterRooms): void {
  const desk: Desk = { house, mailer, later };
  const { store, now } = house;

  app.get<Pages>("/samlinger", keptList, async (request, reply) => {
    const moment = atDesk(request, now());
    const viewer = viewerOf(request);
    const seen = await networksFor(store.read, viewer);
    const chosen = seen.length > 1 ? seen.find(({ id }) => id === request.query.nettverk) : undefined;
    const networks = chosen ? [chosen] : seen;
    const pathTo = (place: Record<string, string> = {}) =>
      withQuery("/samlinger", { ...place, ...(chosen && { nettverk: chosen.id }) });
    const keys = { past: readKey(request.query.etter), coming: readKey(request.query.kommende) };
    const networkIds = networks.map(({ id }) => id);
    const asked = { viewerId: viewer.id, networkIds, size: pageSize + 1 };
    const coming = keys.past
      ? null
      : await comingGatherings(store, { ...asked, after: keys.coming }, moment.now);
    const past = keys.coming ? null : await pastGatherings(store, { ...asked, after: keys.past }, moment.now);
    const isFirstPage = coming !== null && past !== null;
    const cards = (coming ?? []).slice(0, pageSize).map((row) => listCard(row, moment.t, moment));
    const next = isFirstPage ? cards.find(({ state }) => state === "ahead" || state === "now") : undefined;
    return reply.page("gatherings/list", {
      t: moment.t,
      title: moment.t.gatherings,
      isAdviser: viewer.roles.includes("adviser"),
      next: next ? { ...next, howMany: await howMany(next.id, moment.t) } : null,
      coming: coming && cards.filter((card) => card !== next),
      past: past?.slice(0, pageSize).map((row) => listCard(row, moment.t, moment)) ?? null,
      moreComing: nextPath(coming, (kommende) => pathTo({ kommende })),
      morePast: nextPath(past, (etter) => pathTo({ etter })),
      isFirstPage,
      firstPath: pathTo(),
      networks: seen.length > 1 ? seen.map(({ id, name }) => ({ value: id, label: name })) : [],
      networkId: chosen?.id ?? null,
      years: networks.slice(0, 10).flatMap((network) => yearLinks(network, coming ?? [], moment.t)),
      networkNames: networks.length > 1 ? Object.fromEntries(networks.map(({ id, name }) => [id, name])) : {},
    });
  });

  async function howMany(gatheringId: string, t: T): Promise<string | null> {
    const people = await standingsAt(store, gatheringId);
    const { room, digital } = countStandings(people, { sequence: 0 });
    return people.length === 0 ? null : t.howMany(room, digital);
  }

  app.get<ById>("/samlinger/:id", keptPage, async (request, reply) => {
    const viewer = viewerOf(request);
    const own = orNotFound(await gatheringFor(store, viewer, request.params.id));
    return reply.page("gatherings/show", await showPage(desk, viewer, own, atDesk(request, now())));
  });

  ownAnswerRoutes(app, desk);
  seasonRoutes(app, desk);
  seasonInviteRoutes(app, desk);
  seriesRoutes(app, desk);
  blackOutRoutes(app, desk);
  yearRoutes(app, desk);
  reportRoutes(app, desk);
  healthRoutes(app, desk);
  planningRoutes(app, desk);
  agendaRoutes(app, desk);
  inviteRoutes(app, desk);
  answersRoutes(app, desk);
  answerRoutes(app, desk);
  insteadRoutes(app, desk);
  sentRoutes(app, desk);
  choicesRoutes(app, desk);
  feedRoutes(app, desk);
  attendanceRoutes(app, desk);
  checkInRoutes(app, desk);
  dayRoutes(app, desk);
  minutesRoutes(app, desk);
  minutesWriteRoutes(app, desk);
  wishRoutes(app, desk);
  tryRoutes(app, desk);
}

/** Where the next page is, when there is one. */
function nextPath(rows: ListRow[] | null, pathAt: (key: string) => string): string | null {
  const last = rows && rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return last ? pathAt(keyText(last)) : null;
}

const withQuery = (path: string, query: Record<string, string>) => {
  const written = new URLSearchParams(query).toString();
  return written ? `${path}?${written}` : path;
};

/** The years in which a network has something ahead have each its wheel: a season may be planned in the next. */
function yearLinks({ id, name }: NetworkName, coming: ListRow[], t: T) {
  const path = `/nettverk/${id}/arshjul`;
  const ahead = coming.filter(({ networkId }) => networkId === id).map((row) => row.localDate.slice(0, 4));
  const years = [...new Set(ahead)];
  if (years.length === 0) return [{ path, words: t.yearWheel, name }];
  return years.map((year) => ({ path: `${path}?ar=${year}`, words: t.yearWheelOf(year), name }));
}
