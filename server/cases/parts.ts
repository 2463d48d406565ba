/** The named parts of a case file, and how its text falls into them. */
import type { Report } from "./fault.ts";
import type { Block } from "./markdown.ts";

export type CaseLanguage = "nb" | "nn";
export const caseLanguages: readonly CaseLanguage[] = ["nb", "nn"];

/** The parts in their order, by what they are called in each language. */
export const partNames = {
  situation: { nb: "Situasjonen", nn: "Situasjonen" },
  questions: { nb: "Spørsmål", nn: "Spørsmål" },
  othersSaid: { nb: "Hva andre grupper har sagt", nn: "Kva andre grupper har sagt" },
  whoDoesWhat: { nb: "Hvem gjør hva", nn: "Kven gjer kva" },
  tryThis: { nb: "Prøv dette", nn: "Prøv dette" },
  afterthought: { nb: "Til ettertanke", nn: "Til ettertanke" },
  facilitator: { nb: "For den som leder samtalen", nn: "For den som leier samtalen" },
} as const satisfies Record<string, Record<CaseLanguage, string>>;

export type PartName = keyof typeof partNames;
export const partOrder = Object.keys(partNames) as PartName[];

/** A heading with what stands below it. */
export interface Section extends Block {
  heading: string;
  headingLine: number;
}

/** Cuts a block at its headings. @returns what stands before the first heading, and the sections */
export function cutAt(mark: "##" | "###", { lines, firstLine }: Block): { lead: Block; sections: Section[] } {
  const lead: Block = { lines: [], firstLine };
  const sections: Section[] = [];
  lines.forEach((line, i) => {
    if (line.startsWith(`${mark} `)) {
      const number = firstLine + i;
      const heading = line.slice(mark.length + 1).trim();
      sections.push({ heading, headingLine: number, firstLine: number + 1, lines: [] });
    } else (sections.at(-1) ?? lead).lines.push(line);
  });
  return { lead, sections };
}

export const isEmpty = ({ lines }: Block) => lines.every((line) => line.trim() === "");

/**
 * Finds the named parts of a file. A part that is missing, stands twice or is unknown is reported,
 * and so is one that is empty.
 */
export function findParts(body: Block, language: CaseLanguage, report: Report): Record<PartName, Section> {
  const { lead, sections } = cutAt("##", body);
  if (!isEmpty(lead)) report(lead.firstLine, "beforeFirstPart");
  const lastLine = body.firstLine + body.lines.length - 1;
  const known = partOrder.map((name) => {
    const heading = partNames[name][language];
    const [found, again] = sections.filter((section) => section.heading === heading);
    if (!found) report(lastLine, "partMissing", heading);
    if (again) report(again.headingLine, "partTwice", heading);
    if (found && isEmpty(found)) report(found.headingLine, "partEmpty", heading);
    const nothing: Section = { heading, headingLine: lastLine, firstLine: lastLine, lines: [] };
    return [name, found ?? nothing] as const;
  });
  const names = partOrder.map((name): string => partNames[name][language]);
  for (const { heading, headingLine } of sections.filter((section) => !names.includes(section.heading))) {
    report(headingLine, "partUnknown", heading, names.join(", "));
  }
  return Object.fromEntries(known) as Record<PartName, Section>;
}
