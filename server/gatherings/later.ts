/** What later rooms tell this one. `app.ts` hands it in; this room imports none of them. */

import type { Reader } from "../store/store.ts";
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

export interface LaterRooms {
  /** The case with this slug, or null when none is published. Inside a transaction, hand its `tx` on. */
  caseCard(slug: string, language: Language, read?: Reader): MaybeLater<CaseCard | null>;
  caseChoices(language: Language): MaybeLater<{ slug: string; title: string }[]>;
  /** What Nav reports back at this gathering. */
  reportBacksFor(read: Reader, gatheringId: string, language: Language): Promise<ReportBackCard[]>;
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
