import { z } from "zod";
import { choice, email, line, optionalChoice, optionalLine } from "../web/forms.ts";
import { languages } from "../web/languages.ts";

export const signInForm = z.object({ epost: email(), til: line(500).optional().catch(undefined) });
export const demoForm = z.object({ person: line(40) });

export const personForm = z.object({
  navn: line(120),
  epost: email(),
  sprak: choice(...languages),
  rolle: choice("mentor", "adviser", "counsellor", "leader", "regional_leader", "administrator"),
  enhet: optionalLine(40),
  leder: optionalChoice("leder", "stedfortreder"),
});
