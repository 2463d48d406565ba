/** Who came: one list, tapped on a phone. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { membersOf } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import {
  areDoorsOpen,
  attendanceStatuses,
  closeGathering,
  likelyStatus,
  recordAttendance,
} from "./attendance.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { bodyOf, readAttendance } from "./forms.ts";
import { attendanceOf, invitedTo, type OwnGathering, runGathering } from "./queries.ts";

interface AttendanceLine {
  personId: string;
  name: string;
  detail: string | null;
  status: string | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/attendance": {
      t: T;
      p: P;
      gathering: { id: string; title: string; isClosed: boolean };
      /** Why nothing can be recorded; null when it can. */
      refusal: string | null;
      error: string | null;
      /** When the list was shown: who checks in after that is not overwritten. */
      shownAt: number;
      /** It is to be closed with nobody there: say so once more. */
      asksIfEmpty: boolean;
      invited: AttendanceLine[];
      others: AttendanceLine[];
      statuses: readonly string[];
    };
  }
}

/** When the list was shown, as the form carries it; nothing when it does not. */
function shownAtIn(text: unknown): { shownAt?: Temporal.Instant } {
  const isTime = typeof text === "string" && /^\d{10,14}$/.test(text);
  return isTime ? { shownAt: Temporal.Instant.fromEpochMilliseconds(Number(text)) } : {};
}

export function attendanceRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  /** Those invited, and the other members in case they came anyway. */
  async function listOf({ gathering }: OwnGathering) {
    const people = await invitedTo(store, gathering.id);
    const recorded = await attendanceOf(store.read, gathering.id);
    const members = await membersOf(store.read, gathering.networkId);
    const known = new Set(people.map(({ personId }) => personId));
    const isNew = (personId: string) => !known.has(personId) && known.add(personId);
    const invited = people.map((person) => ({
      personId: person.personId,
      name: person.name,
      detail: person.workplaceName,
      status: recorded.size > 0 ? (recorded.get(person.personId) ?? "absent") : likelyStatus(person),
    }));
    const others = members
      .filter(({ personId }) => isNew(personId))
      .map(({ personId, name, workplaceName }) => ({
        personId,
        name,
        detail: workplaceName,
        status: recorded.get(personId) ?? null,
      }));
    return { invited, others };
  }

  function page(
    { gathering }: OwnGathering,
    { t, p, now }: Moment,
    list: { invited: AttendanceLine[]; others: AttendanceLine[] },
    error: string | null,
    asksIfEmpty = false,
  ) {
    const isEarly = !areDoorsOpen(gathering, now);
    return {
      t,
      p,
      title: p.attendance,
      gathering: { id: gathering.id, title: gathering.title, isClosed: gathering.closedAt !== null },
      refusal: gathering.cancelledAt ? p.isCancelled : isEarly ? p.attendanceEarly : null,
      error,
      shownAt: now.epochMilliseconds,
      asksIfEmpty,
      ...list,
      statuses: attendanceStatuses,
    };
  }

  app.get<ById>("/samlinger/:id/oppmote", staff, async (request, reply) => {
    const own = await run(request);
    return reply.page("gatherings/attendance", page(own, atDesk(request, now()), await listOf(own), null));
  });

  app.post<ById>("/samlinger/:id/oppmote", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const gatheringId = own.gathering.id;
    const list = await listOf(own);
    const personIds = [...list.invited, ...list.others].map(({ personId }) => personId);
    const entries = readAttendance(request.body, personIds);
    const body = bodyOf(request.body);
    const isClosing = body["handling"] === "avslutt";
    const isSure = body["ingen"] !== undefined;
    const untouched = new Set(
      entries
        .filter((entry) => body[`var-${entry.personId}`] === entry.status)
        .map((entry) => entry.personId),
    );
    const given = { gatheringId, entries, byId: viewerOf(request).id, untouched, ...shownAtIn(body["vist"]) };
    const result = await store.write(
      async (tx) => {
        const recorded = await recordAttendance(tx, given, now());
        return recorded.ok && isClosing ? closeGathering(tx, gatheringId, now(), isSure) : recorded;
      },
      { inTurnFor: gatheringId },
    );
    if (!result.ok) {
      const words = {
        early: moment.p.attendanceEarly,
        cancelled: moment.p.isCancelled,
        "no-attendance": moment.p.noAttendance,
        "nobody-came": moment.p.nobodyCame,
      };
      const asTapped = (line: AttendanceLine) => ({
        ...line,
        status: entries.find(({ personId }) => personId === line.personId)?.status ?? null,
      });
      const tapped = { invited: list.invited.map(asTapped), others: list.others.map(asTapped) };
      const shown = page(own, moment, tapped, words[result.reason], result.reason === "nobody-came");
      return reply.page("gatherings/attendance", shown, 422);
    }
    return reply.goTo(`/samlinger/${gatheringId}`, isClosing ? "gatheringClosed" : "attendanceSaved");
  });
}
