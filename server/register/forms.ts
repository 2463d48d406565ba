/** Forms of the register. */
import { z } from "zod";
import { sizes } from "../people/workplace.ts";
import {
  choice,
  date,
  email,
  line,
  optionalChoice,
  optionalLine,
  paragraph,
  several,
  ticked,
} from "../web/forms.ts";
import { languages } from "../web/languages.ts";

export const allRoles = [
  "mentor",
  "adviser",
  "counsellor",
  "leader",
  "regional_leader",
  "administrator",
] as const;
export const allStatuses = ["active", "finished", "interested", "left"] as const;
export const memberRoles = ["mentor", "counsellor", "adviser"] as const;

export const newPersonForm = z.object({
  navn: line(120),
  epost: email(),
  sprak: choice(...languages),
  rolle: choice(...allRoles),
  enhet: optionalLine(40),
  leder: optionalChoice("leder", "stedfortreder"),
});

export const personForm = z.object({
  navn: line(120),
  epost: email(),
  telefon: optionalLine(30),
  sprak: choice(...languages),
  stilling: optionalLine(80),
  arbeidsplass: optionalLine(120),
  enhet: optionalLine(40),
});
export const statusForm = z.object({ status: choice(...allStatuses), fra: date() });
export const rolesForm = z.object({ roller: several(allRoles.length) });
export const enterForm = z.object({ nettverk: line(40), som: choice(...memberRoles) });
export const leaveForm = z.object({ nettverk: line(40) });
export const linkForm = z.object({ veileder: line(80) });
export const consentForm = z.object({ svar: choice("ja", "nei") });

export const filterForm = z.object({
  sok: optionalLine(100).catch(null),
  rolle: optionalChoice(...allRoles).catch(null),
  status: optionalChoice(...allStatuses).catch(null),
  nettverk: optionalLine(40).catch(null),
  enhet: optionalLine(40).catch(null),
  bransje: optionalLine(80).catch(null),
  igjen: ticked(),
});

export const newUnitsForm = z.object({
  slag: choice("region", "centre", "office"),
  under: optionalLine(40),
  /** One per line. */
  navn: paragraph(8000),
});
export const unitForm = z.object({ navn: line(120), under: optionalLine(40) });
export const leadForm = z.object({ person: line(40), som: choice("leder", "stedfortreder") });
export const endLeadForm = z.object({ person: line(40) });

export const workplaceForm = z.object({
  navn: line(120),
  bransje: optionalLine(80),
  storrelse: optionalChoice(...sizes),
  kommune: optionalLine(80),
});
export const mergeForm = z.object({ inn: line(120) });
export const networkForm = z.object({ navn: line(120), senter: line(40), kontor: several(200) });
export const contactForm = z.object({
  navn: line(120),
  epost: email(),
  sprak: choice(...languages),
  arbeidsplass: line(40),
});

/** The columns themselves are named by their number, so that there may be any number of them. */
export const columnsForm = z.object({});
export const intoNetworkForm = z.object({ nettverk: line(40) });
export const decisionForm = z.object({ lignende: optionalChoice("skip", "add") });
