import { z } from "zod";
import {
  choice,
  count,
  line,
  optionalCount,
  optionalLine,
  optionalParagraph,
  paragraph,
  ticked,
} from "../web/forms.ts";
import { longestAnswer, type Save } from "./group-answer.ts";
import { parties } from "./group-harvest.ts";
import { mostGroups } from "./group-session.ts";

const idOf = () => line(40);
const optionalId = () => optionalLine(40);
/** An alternative of a choice question, counted from 0; questions have at most eight. */
const alternative = () => optionalCount(0, 7);

export const joinForm = z.object({
  kode: line(20),
  gruppe: count(1, mostGroups),
  sporsmal: optionalId(),
  runde: optionalCount(1, 2),
  ord: optionalParagraph(longestAnswer),
  valg: alternative(),
});

/** An answer, with what the phone showed when it was written. */
export const answerForm = z.object({
  ord: optionalParagraph(longestAnswer),
  valg: alternative(),
  versjon: count(0, 1_000_000).catch(0),
  sett: optionalParagraph(longestAnswer).catch(null),
  settvalg: alternative().catch(null),
  nav: ticked(),
  navsett: ticked(),
  del: ticked(),
  delsett: ticked(),
  /** A button beside a text that did not come in: `ta-med` or `legg-bort`, and which. */
  handling: optionalLine(60),
});

/** A save, from what a form holds: ticks count only when they were changed on this phone. */
export function saveIn(value: z.infer<typeof answerForm>): Save {
  return {
    words: value.ord ?? "",
    choice: value.valg,
    seenVersion: value.versjon,
    seen: { words: value.sett ?? "", choice: value.settvalg },
    isAboutNav: value.nav === value.navsett ? undefined : value.nav,
    mayShare: value.del === value.delsett ? undefined : value.del,
  };
}

/** Which text beside the answer a button was about, and what to do with it; null for a plain save. */
export function settlingIn(handling: string | null): { saveId: string; isTakenIn: boolean } | null {
  const found = /^(ta-med|legg-bort) (\S+)$/.exec(handling ?? "");
  return found && { saveId: found[2] as string, isTakenIn: found[1] === "ta-med" };
}

export const sizeForm = z.object({ antall: count(1, 30) });
export const ownMarkForm = z.object({ svar: idOf(), handling: choice("nav", "del", "ikke-del") });
export const tryForm = z.object({ prover: paragraph(500), deles: ticked() });

export const startForm = z.object({ samling: idOf() });
export const roundForm = z.object({
  sporsmal: idOf(),
  runde: count(1, 2),
  handling: choice("apne", "lukk", "vis", "tid"),
  minutter: optionalCount(1, 60).catch(null),
  /** When the time was to be up, as the page showed it, in milliseconds; 0 for no timer. */
  sett: optionalCount(0, Number.MAX_SAFE_INTEGER).catch(null),
});
/** The code that the page showed, without its space; empty when it showed none. */
export const codeForm = z.object({ sett: z.string().max(20).nullable().default(null).catch(null) });
export const clusterForm = z.object({ sporsmal: idOf(), runde: count(1, 2), navn: line(60) });
export const renameForm = z.object({ bunke: idOf(), navn: optionalLine(60) });
export const placeForm = z.object({ svar: idOf(), bunke: optionalId() });
export const partyForm = z.object({ svar: idOf(), hvem: choice(...parties, "ingen") });
export const navForm = z.object({ svar: idOf() });
export const approvalForm = z.object({ svar: idOf(), handling: choice("godkjenn", "ta-tilbake") });
export const moveForm = z.object({ telefon: count(1, 200), gruppe: count(1, mostGroups) });
