/** Forms of this room. */
import { z } from "zod";
import {
  choice,
  date,
  email,
  line,
  optionalChoice,
  optionalCount,
  optionalLine,
  paragraph,
} from "../web/forms.ts";
import { languages } from "../web/languages.ts";
import { ringSections } from "./ring.ts";

export const sizes = ["small", "medium", "large"] as const;

export const memberForm = z.object({
  navn: line(120),
  epost: email(),
  sprak: choice(...languages),
  rolle: choice("mentor", "counsellor", "adviser"),
  stilling: optionalLine(80),
  arbeidsplass: optionalLine(120),
  bransje: optionalLine(80),
  storrelse: optionalChoice(...sizes),
  kommune: optionalLine(80),
  /** Whoever has the address already, and shall come in all the same. */
  kjent: optionalLine(40),
});
export type MemberInput = z.infer<typeof memberForm>;

export const agreementForm = z.object({
  deltar: choice("ja", "nei"),
  fra: date(),
  timer: optionalCount(0, 200),
});

export const phonePattern = /^\+?[\d\s\u00a0]{3,20}$/;

export const ringForm = z.object({
  linje: optionalLine(40),
  del: choice(...ringSections),
  hva: line(80),
  telefon: line(20),
  merknad: optionalLine(120),
  vara: optionalLine(80),
  varatelefon: optionalLine(20),
});

export const letterForm = z.object({
  navn: line(120),
  epost: email(),
  sprak: choice(...languages),
  emne: line(150),
  tekst: paragraph(4000),
});

export const networkForm = z.object({
  navn: line(120),
  region: line(120),
  senter: line(120),
  /** One office per line. */
  kontorer: paragraph(2000),
});
