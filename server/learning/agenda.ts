/** "Tilbakemelding fra Nav" on the agenda of a gathering: what is ready, and what Nav has not answered. */
import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Reader } from "../store/store.ts";
import { numberInWords } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { dueTickOf, gatheringLine, missedBeforeSilent, type Tick } from "./gathering-clock.ts";
import { type Loop, loopsOf } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { verdictInWords } from "./mails.ts";
import { lastReferral, standingDecision } from "./state.ts";
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
    loopsOf(read, [gathering.networkId]),
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
