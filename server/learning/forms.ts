/** What the forms of this room send. */
import { z } from "zod";
import {
  choice,
  date,
  type FieldErrors,
  line,
  optionalChoice,
  optionalCount,
  optionalDate,
  optionalLine,
  optionalParagraph,
  paragraph,
  ticked,
} from "../web/forms.ts";
import { ruleKinds } from "./rule.ts";

/** Where a form says that what was warned about has been looked at. */
const seen = ticked();

export const feedbackForm = z.object({
  nettverk: line(40),
  tekst: paragraph(2000),
  folge: optionalParagraph(1000),
  onske: optionalParagraph(1000),
  navn: choice("named", "confidential", "anonymous"),
  ord: choice("own", "paraphrase"),
  gjelder: line(40),
  sett: seen,
});

export const namingForm = z.object({ navn: choice("confidential", "anonymous") });
export const receiptForm = z.object({ kode: line(60) });
export const paraphraseAnswerForm = z.object({ svar: choice("ja", "nei") });

export const reviewForm = z.object({
  utfall: choice("kept", "no_action", "diverted"),
  forslag: optionalLine(40),
  tema: optionalLine(40),
  fjern: optionalLine(500),
  merknad: optionalParagraph(1000),
  omskriving: optionalParagraph(1500),
});
export const paraphraseForm = z.object({ omskriving: paragraph(1500) });

export const gatherForm = z.object({
  punkt: optionalLine(40),
  sporsmal: optionalLine(300),
  tema: optionalLine(40),
  sier: optionalParagraph(600),
  gjor: optionalParagraph(600),
  forer: optionalParagraph(600),
  annerledes: optionalParagraph(600),
  regel: optionalLine(40),
});

export const sendForm = z.object({ leder: line(40), samling: line(40) });
export const reportForm = z.object({ beslutning: line(40), samling: line(40) });
export const voteForm = z.object({
  svar: choice("ja", "delvis", "nei", "ikke-meg"),
  tilbake: optionalLine(60),
});

export const decisionForm = z.object({
  henvisning: line(40),
  utfall: choice("change", "try", "keep", "lift"),
  grunn: paragraph(2000),
  regel: optionalLine(40),
  nyRegel: optionalLine(300),
  regeltype: optionalChoice(...ruleKinds),
  regelsyn: choice("kept", "doubted"),
  dato: date(),
  stopp: optionalDate(),
  merke: optionalParagraph(600),
  ansvarlig: optionalLine(120),
  timer: optionalCount(0, 200),
  omtanke: optionalParagraph(600),
  lest: optionalLine(120),
});

export const changeForm = z.object({
  beslutning: line(40),
  gjort: paragraph(600),
  lenke: optionalLine(500),
});
export const assignForm = z.object({ til: line(40), hvorfor: paragraph(1000) });
export const passForm = z.object({ henvisning: line(40), til: optionalLine(40), hvorfor: paragraph(1000) });
export const returnForm = z.object({ henvisning: line(40), returgrunn: paragraph(1000) });

/** Faults that begin with the question they are about, so that each says which field it means. */
export function asked(errors: FieldErrors, questions: Record<string, string>): FieldErrors {
  const named = Object.entries(errors).map(([name, words]) => {
    const question = questions[name];
    return [name, question ? `${question} ${words}` : words];
  });
  return Object.fromEntries(named);
}
