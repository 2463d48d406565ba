/** The day: one page an adviser stands in the room with. The clock, who is here, a case, a note. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Temporal } from "temporal-polyfill";
import { viewerOf } from "../web/access.ts";
import { clockTime, localDate, longDate, zone } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { agendaClock, beginItem } from "./agenda-clock.ts";
import { dayTexts } from "./day-texts.ts";
import { atDesk, type ById, type Desk, type Moment, staff, type T } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { cardsOf } from "./later.ts";
import type { M } from "./minutes-card.ts";
import { minutesOf, openActions } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import { type ItemRow, storedRows, withEmptyRows } from "./minutes-write.ts";
import { saveMinutesForm } from "./minutes-write-routes.ts";
import { actionCards, type OpenAction } from "./open-actions.ts";
import { agendaOf, attendanceOf, invitedTo, type OwnGathering, runGathering } from "./queries.ts";
import { sharedTriesFor } from "./try-queries.ts";
import { tryTexts } from "./try-texts.ts";

interface DayLine {
  id: string;
  title: string;
  kind: string;
  lead: string | null;
  time: string;
  state: "past" | "now" | "ahead";
  /** Epoch milliseconds, for the script that counts down. */
  ends: number;
  minutesLeft: string;
  until: string;
  casePath: string | null;
  groupPath: string | null;
  row: { i: number; value: ItemRow } | null;
}
interface DayProps {
  d: Texts<typeof dayTexts>;
  t: T;
  m: M;
  w: Texts<typeof tryTexts>;
  gathering: { id: string; title: string };
  /** Why there is nothing to run today; null when there is. */
  notice: string | null;
  isLive: boolean;
  /** Another day: nobody can be ticked off yet. */
  isAhead: boolean;
  /** Of a day gone by; one that runs over its time is not. */
  isPast: boolean;
  lines: DayLine[];
  nowLine: DayLine | null;
  nextLine: DayLine | null;
  others: { i: number; value: ItemRow }[];
  here: string;
  tried: { name: string; words: string }[];
  actions: OpenAction[];
  errors: Record<string, string>;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/day": DayProps;
  }
}

const timeOf = (at: Temporal.Instant) =>
  clockTime(at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" }));

/** Whole minutes left, said in words; past its time how far over. */
export function leftInWords(ends: Temporal.Instant, now: Temporal.Instant, d: DayProps["d"]): string {
  const minutes = Math.ceil(now.until(ends).total("minutes"));
  return (minutes >= 0 ? d.left : d.over).replace("{n}", String(Math.abs(minutes)));
}

export function dayRoutes(app: FastifyInstance, { house, later }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  function noticeOf({ gathering }: OwnGathering, { language, now }: Moment, d: DayProps["d"]): string | null {
    if (gathering.cancelledAt) return d.isCancelled;
    const today = localDate(now).toString();
    if (gathering.localDate > today) return d.notToday(longDate(gathering.localDate, language));
    const isOver = now.epochMilliseconds > gathering.endsAt.epochMilliseconds;
    if (isOver) return d.isOver;
    const hasBegun = now.epochMilliseconds >= gathering.startsAt.epochMilliseconds;
    return hasBegun ? null : d.beginsAt(clockTime(gathering.startTime));
  }

  async function page(
    own: OwnGathering,
    viewerId: string,
    moment: Moment,
  ): Promise<DayProps & { title: string }> {
    const { gathering } = own;
    const { language, t, now } = moment;
    const d = inLanguage(dayTexts, language);
    const agenda = await agendaOf(store, gathering.id);
    const minutes = await minutesOf(store.read, gathering.id);
    const cardOf = await cardsOf(agenda, later.caseCard, language);
    const clock = agendaClock(agenda, gathering.startsAt, now);
    const stored = withEmptyRows(storedRows(minutes, agenda)).items.map((value, i) => ({ i, value }));
    const lines = agenda.map((line, i): DayLine => {
      const { begins, ends, state } = clock[i] as (typeof clock)[number];
      return {
        id: line.id,
        title: line.title,
        kind: t[`kind_${line.kind}`],
        lead: line.leadName,
        time: timeOf(begins),
        state,
        ends: ends.epochMilliseconds,
        minutesLeft: leftInWords(ends, now, d),
        until: d.until(timeOf(ends)),
        casePath: (line.caseSlug && cardOf(line.caseSlug)?.path) || null,
        groupPath: line.caseSlug ? later.groupModePath(gathering.id, line.caseSlug) : null,
        row: stored.find(({ value }) => value.agenda === line.id) ?? null,
      };
    });
    const at = lines.findIndex(({ state }) => state === "now");
    const notice = noticeOf(own, moment, d);
    const today = localDate(now).toString();
    const isPast = gathering.localDate < today;
    const came = [...(await attendanceOf(store.read, gathering.id)).values()];
    const invited = await invitedTo(store, gathering.id);
    const present = came.filter((status) => status !== "absent" && status !== "excused").length;
    return {
      d,
      t,
      m: inLanguage(minutesTexts, language),
      w: inLanguage(tryTexts, language),
      title: `${d.title}: ${gathering.title}`,
      gathering: { id: gathering.id, title: gathering.title },
      notice,
      isLive: !gathering.cancelledAt && !gathering.closedAt && gathering.localDate <= today,
      lines,
      nowLine: notice && notice !== d.isOver ? null : (lines[at] ?? null),
      nextLine: lines.find(({ state }) => state === "ahead") ?? null,
      others: stored.filter(({ value }) => value.agenda === ""),
      here: (isPast ? d.wasHere : d.here)(present, Math.max(invited.length, came.length)),
      tried: await sharedTriesFor(store.read, gathering),
      // one of another day stays as it was: what was agreed since is not its own
      actions: isPast
        ? []
        : actionCards(await openActions(store.read, gathering.networkId), viewerId, true, moment),
      isAhead: gathering.localDate > today,
      isPast,
      errors: {},
    };
  }

  app.get<ById>("/samlinger/:id/i-dag", staff, async (request, reply) => {
    const own = await run(request);
    const shown = await page(own, viewerOf(request).id, atDesk(request, now()));
    return reply.page("gatherings/day", shown);
  });

  app.post<ById>("/samlinger/:id/i-dag", staff, async (request, reply) => {
    const own = await run(request);
    const moment = atDesk(request, now());
    const { id } = own.gathering;
    const again = await saveMinutesForm(store, own, viewerOf(request).id, request.body, moment);
    if (again) return reply.page("gatherings/minutes-write", again, 422);
    const { handling } = bodyOf(request.body);
    const itemId = /^begynn-([a-z2-7]{26})$/.exec(String(handling))?.[1];
    if (!itemId) return reply.goTo(`/samlinger/${id}/i-dag`, "saved");
    const result = await store.write((tx) => beginItem(tx, { gatheringId: id, itemId }, now()), {
      inTurnFor: id,
    });
    return reply.goTo(`/samlinger/${id}/i-dag`, result.ok ? undefined : "cannotBegin");
  });
}
