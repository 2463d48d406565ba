/** "Tilbakemelding fra Nav" on the agenda of a gathering: what is ready, and what Nav has not answered. */
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Reader } from "../store/store.ts";
import { numberInWords } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { dueTickOf, gatheringLine, missedBeforeSilent, type Tick } from "./gathering-clock.ts";
import { itemTexts } from "./item-texts.ts";
import { type Loop, loadLoops } from "./loops.ts";
import { verdictInWords } from "./mails.ts";
import { lastReferral, standingDecision } from "./state.ts";
import { decisions, learningItems, reportBacks } from "./tables.ts";
import { themeLabel } from "./themes.ts";

export interface ReportBackLine {
  path: string;
  question: string;
  state: string;
}

/**
 * What Nav reports back at a gathering: decisions made before it and not presented at another, and
 * "Nav har ikke svart ennå" for what two due gatherings have passed by (learning-loop.md section 5).
 */
export async function reportBacksFor(
  read: Reader,
  gatheringId: string,
  language: Language,
): Promise<ReportBackLine[]> {
  const [gathering] = await read
    .select({ id: gatherings.id, networkId: gatherings.networkId, startsAt: gatherings.startsAt })
    .from(gatherings)
    .where(and(eq(gatherings.id, gatheringId), eq(gatherings.audience, "everyone")));
  if (!gathering) return [];
  const [loops, line] = await Promise.all([
    loopsOnAgenda(read, gathering),
    gatheringLine(read, [gathering.networkId]),
  ]);
  const isBefore = (at: Temporal.Instant) => Temporal.Instant.compare(at, gathering.startsAt) < 0;
  const until = line.filter((tick) => isBefore(tick.startsAt));
  return loops.flatMap((loop) => [
    ...answered(loop, gathering.id, isBefore, language),
    ...silent(
      loop,
      line,
      until.map((tick) => tick.id),
      isBefore,
      language,
    ),
  ]);
}

const mostOnAgenda = 50;

/** Items presented here, answered and not presented anywhere, or waiting; the oldest first. */
async function loopsOnAgenda(read: Reader, { id, networkId }: { id: string; networkId: string }) {
  const presented = read
    .select({ id: reportBacks.itemId })
    .from(reportBacks)
    .where(eq(reportBacks.gatheringId, id));
  const unpresented = read
    .select({ id: decisions.itemId })
    .from(decisions)
    .leftJoin(reportBacks, eq(reportBacks.decisionId, decisions.id))
    .where(isNull(reportBacks.id));
  const loops = await loadLoops(
    read,
    and(
      eq(learningItems.networkId, networkId),
      or(
        inArray(learningItems.id, presented),
        inArray(learningItems.id, unpresented),
        eq(learningItems.lane, "waiting"),
      ),
    ),
    mostOnAgenda,
  );
  return loops.reverse();
}

function answered(
  loop: Loop,
  gatheringId: string,
  isBefore: (at: Temporal.Instant) => boolean,
  language: Language,
): ReportBackLine[] {
  const t = inLanguage(itemTexts, language);
  return loop.decisions
    .filter((decision) => {
      const report = loop.reportBacks.find((one) => one.decisionId === decision.id);
      return report ? report.gatheringId === gatheringId : isBefore(decision.at);
    })
    .map((decision) => ({
      path: `/laeringspunkter/${loop.id}`,
      question: loop.question,
      state: verdictInWords(decision.verdict, t),
    }));
}

function silent(
  loop: Loop,
  line: readonly Tick[],
  until: string[],
  isBefore: (at: Temporal.Instant) => boolean,
  language: Language,
): ReportBackLine[] {
  const last = lastReferral(loop.referrals);
  if (!last || standingDecision(loop) || !isBefore(last.at)) return [];
  const due = until.indexOf(dueTickOf(line, loop.networkId, last)?.id ?? "");
  const missed = due < 0 ? 0 : until.length - due;
  if (missed < missedBeforeSilent) return [];
  const t = inLanguage(itemTexts, language);
  return [
    {
      path: `/laeringspunkter/${loop.id}`,
      question: loop.question,
      state: t.agendaSilent(themeLabel(loop.themeSlug, language), numberInWords(missed, language), missed),
    },
  ];
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
