/** What later rooms tell this one. `app.ts` hands it in; this room imports none of them. */
import type { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import type { Language } from "../web/languages.ts";

export interface CaseCard {
  title: string;
  /** How long it takes to read. */
  minutes: number;
  path: string;
}

/** One thing Nav answers at a gathering. */
export interface ReportBackCard {
  path: string;
  question: string;
  state: string;
}

type MaybeLater<T> = T | Promise<T>;

/** The evaluation of a gathering that is over, as one viewer has it. */
export interface EvaluationCard {
  heading: string;
  says: string;
  path: string;
  label: string;
  /** It waits for the viewer's answer. */
  isAsking: boolean;
}

export interface LaterRooms {
  /** The case with this slug, or null when none is published. Inside a transaction, hand its `tx` on. */
  caseCard(slug: string, language: Language, read?: Reader): MaybeLater<CaseCard | null>;
  caseChoices(language: Language): MaybeLater<{ slug: string; title: string }[]>;
  /** How the viewer may answer or read the evaluation; null when there is nothing for them. */
  evaluationCard(
    read: Reader,
    about: { gatheringId: string; networkId: string; viewer: Viewer },
    language: Language,
    now: Temporal.Instant,
  ): Promise<EvaluationCard | null>;
  /** What Nav reports back at this gathering. */
  reportBacksFor(
    read: Reader,
    gatheringId: string,
    language: Language,
    now: Temporal.Instant,
  ): Promise<ReportBackCard[]>;
  /** What was reported back at it, as far as it is recorded, with the reason. */
  reportedAt(
    read: Reader,
    gatheringId: string,
    language: Language,
  ): Promise<(ReportBackCard & { reason: string })[]>;
  /** The learning items made in a period, by the state they are in now. */
  itemsByState(
    read: Reader,
    networkId: string,
    period: { from: string; to: string },
    language: Language,
    now: Temporal.Instant,
  ): Promise<{ label: string; n: number }[]>;
  giveGroupFeedback: GiveGroupFeedback;
  /** Where a case is worked through together at a gathering; null when it cannot be. */
  groupModePath(gatheringId: string, caseSlug: string): string | null;
  /** The themes a gathering may be about. */
  themeChoices(language: Language): { value: string; label: string }[];
}

/**
 * The cards of all cases on an agenda, asked for once each.
 * @returns slug → card; null for a case that is not published any more
 */
export async function cardsOf(
  lines: readonly { caseSlug: string | null }[],
  caseCard: LaterRooms["caseCard"],
  language: Language,
  read?: Reader,
): Promise<(slug: string) => CaseCard | null> {
  const slugs = [...new Set(lines.flatMap(({ caseSlug }) => caseSlug ?? []))];
  const cards = new Map<string, CaseCard | null>();
  for (const slug of slugs) cards.set(slug, await caseCard(slug, language, read));
  return (slug) => cards.get(slug) ?? null;
}

/** Feedback a gathering gives together; what the learning room makes of it. */
export type GiveGroupFeedback = (
  tx: Tx,
  given: {
    networkId: string;
    gatheringId: string;
    source: "group" | "minutes";
    byId: string | null;
    text: string;
    aboutAdviser?: boolean;
  },
  now: Temporal.Instant,
) => Promise<{ ok: true; id: string } | { ok: false; reason: string }>;
