/** What later rooms tell this one. `app.ts` hands it in; this room imports none of them. */

import type { Temporal } from "temporal-polyfill";
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

export interface LaterRooms {
  /** The case with this slug, or null when there is none. */
  caseCard(slug: string, language: Language): CaseCard | null;
  caseChoices(language: Language): { slug: string; title: string }[];
  /** What Nav reports back at this gathering. */
  reportBacksFor(read: Reader, gatheringId: string, language: Language): Promise<ReportBackCard[]>;
  /** The learning items made in a period, by the state they are in now. */
  itemsByState(
    read: Reader,
    networkId: string,
    period: { from: string; to: string },
    language: Language,
    now: Temporal.Instant,
  ): Promise<{ label: string; n: number }[]>;
  /** The themes a gathering may be about. */
  themeChoices(language: Language): { value: string; label: string }[];
}
