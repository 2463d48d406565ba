/** "Tilbakemelding fra Nav" on the agenda of a gathering: what is ready, and what Nav has not answered. */
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { numberInWords } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { dueTickOf, gatheringLine, missedBeforeSilent, type Tick } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import { verdictInWords } from "./mails.ts";
import { decisions, learningItems, referrals, reportBacks } from "./tables.ts";
import { themeLabel } from "./themes.ts";

export interface ReportBackLine {
  path: string;
  question: string;
  state: string;
}

const mostOnAgenda = 50;

/** Items that are not done with, and those presented there: what a network has closed over the years is not read. */
const mayBeOnAgenda = (read: Reader) =>
  or(
    inArray(learningItems.lane, ["waiting", "answered"]),
    inArray(
      learningItems.id,
      read
        .select({ id: reportBacks.itemId })
        .from(reportBacks)
        .where(eq(reportBacks.gatheringId, sql.placeholder("gatheringId"))),
    ),
  );

/**
 * Each answer of a gathering's network with where it was presented, and what waits for an answer; the
 * newest items. An item has one referral at most that is not ended. One statement.
 */
const agendaQuery = (read: Reader) =>
  read
    .select({
      itemId: learningItems.id,
      question: learningItems.question,
      themeSlug: learningItems.themeSlug,
      networkId: learningItems.networkId,
      startsAt: gatherings.startsAt,
      verdict: decisions.verdict,
      decidedAt: decisions.at,
      presentedAt: reportBacks.gatheringId,
      dueGatheringId: referrals.dueGatheringId,
      referredAt: referrals.at,
    })
    .from(gatherings)
    .innerJoin(learningItems, eq(learningItems.networkId, gatherings.networkId))
    .leftJoin(decisions, eq(decisions.itemId, learningItems.id))
    .leftJoin(reportBacks, eq(reportBacks.decisionId, decisions.id))
    .leftJoin(
      referrals,
      and(
        eq(referrals.itemId, learningItems.id),
        isNull(referrals.endedAt),
        eq(learningItems.lane, "waiting"),
      ),
    )
    .where(
      and(
        eq(gatherings.id, sql.placeholder("gatheringId")),
        eq(gatherings.audience, "everyone"),
        mayBeOnAgenda(read),
        or(
          eq(reportBacks.gatheringId, gatherings.id),
          and(isNull(reportBacks.id), lt(decisions.at, gatherings.startsAt)),
          lt(referrals.at, gatherings.startsAt),
        ),
      ),
    )
    .orderBy(desc(learningItems.createdAt), desc(learningItems.id), desc(decisions.at))
    .limit(mostOnAgenda);
type Row = Awaited<ReturnType<typeof agendaQuery>>[number];

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/**
 * What Nav reports back at a gathering: decisions made before it and not presented at another – of those
 * still ahead, only at the next one – and "Nav har ikke svart ennå" for what two due gatherings have passed by (learning-loop.md section 5);
 * the oldest item first.
 * @param now gatherings that are still ahead of it have passed nothing by: no silence is foretold
 */
export async function reportBacksFor(
  read: Reader,
  gatheringId: string,
  language: Language,
  now: Temporal.Instant,
): Promise<ReportBackLine[]> {
  const rows = await prepared({ read }, "agenda-reports", agendaQuery, { gatheringId });
  rows.reverse();
  const asksTheClock = rows.find((row) => row.referredAt !== null || isStillToTell(row, now));
  const line = asksTheClock ? await gatheringLine(read, [asksTheClock.networkId]) : [];
  return rows.flatMap((row, i) => {
    const isLastOfItem = rows[i + 1]?.itemId !== row.itemId;
    return [
      ...(isStillToTell(row, now) && isToldSooner(row, line, now)
        ? []
        : answered(row, gatheringId, language)),
      ...(isLastOfItem ? silent(row, line, now, language) : []),
    ];
  });
}

/** An answer nobody has told yet, at a gathering that has not begun. */
const isStillToTell = ({ decidedAt, presentedAt, startsAt }: Row, now: Temporal.Instant) =>
  decidedAt !== null && presentedAt === null && isBefore(now, startsAt);

/** Whether another gathering comes between: an answer is told at the next one. */
const isToldSooner = ({ startsAt }: Row, line: readonly Tick[], now: Temporal.Instant) =>
  line.some((tick) => isBefore(now, tick.startsAt) && isBefore(tick.startsAt, startsAt));

function answered(row: Row, gatheringId: string, language: Language): ReportBackLine[] {
  const { itemId, question, verdict, decidedAt, presentedAt, startsAt } = row;
  if (!verdict || !decidedAt) return [];
  if (presentedAt ? presentedAt !== gatheringId : !isBefore(decidedAt, startsAt)) return [];
  const state = verdictInWords(verdict, inLanguage(itemTexts, language));
  return [{ path: `/laeringspunkter/${itemId}`, question, state }];
}

function silent(
  row: Row,
  line: readonly Tick[],
  now: Temporal.Instant,
  language: Language,
): ReportBackLine[] {
  const { itemId, question, networkId, themeSlug, startsAt, dueGatheringId, referredAt } = row;
  if (!referredAt || !isBefore(referredAt, startsAt)) return [];
  const passed = line
    .filter((tick) => isBefore(tick.startsAt, startsAt) && !isBefore(now, tick.startsAt))
    .map((tick) => tick.id);
  const due = passed.indexOf(dueTickOf(line, networkId, { dueGatheringId, at: referredAt })?.id ?? "");
  const missed = due < 0 ? 0 : passed.length - due;
  if (missed < missedBeforeSilent) return [];
  const t = inLanguage(itemTexts, language);
  const state = t.agendaSilent(themeLabel(themeSlug, language), numberInWords(missed, language), missed);
  return [{ path: `/laeringspunkter/${itemId}`, question, state }];
}

export interface Reported extends ReportBackLine {
  /** The answer as the leader wrote it. */
  reason: string;
}

/** What was reported back at a gathering, for its minutes: the question, the answer and its reason. */
export async function reportedAt(read: Reader, gatheringId: string, language: Language): Promise<Reported[]> {
  const t = inLanguage(itemTexts, language);
  const rows = await read
    .select({
      itemId: reportBacks.itemId,
      question: learningItems.question,
      verdict: decisions.verdict,
      reason: decisions.reason,
    })
    .from(reportBacks)
    .innerJoin(decisions, eq(decisions.id, reportBacks.decisionId))
    .innerJoin(learningItems, eq(learningItems.id, reportBacks.itemId))
    .where(eq(reportBacks.gatheringId, gatheringId))
    .orderBy(asc(reportBacks.at), asc(reportBacks.id))
    .limit(mostOnAgenda);
  return rows.map(({ itemId, question, verdict, reason }) => ({
    path: `/laeringspunkter/${itemId}`,
    question,
    state: verdictInWords(verdict, t),
    reason,
  }));
}
