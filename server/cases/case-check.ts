/** What is checked beyond one text by itself: its themes, and that two languages say the same. */
import type { CaseText } from "./case-file.ts";
import type { Report } from "./fault.ts";
import type { CaseLanguage } from "./parts.ts";
import type { Question } from "./questions.ts";

/** Reports the themes that are not among the known ones (domain.md section 4). */
export function checkThemes(text: CaseText, known: ReadonlySet<string>, report: Report): void {
  for (const slug of text.themes.filter((theme) => !known.has(theme))) {
    report(text.lineOf("themes"), "unknownTheme", slug);
  }
}

/** What must be the same in both languages. */
const shared = [
  "version",
  "readingMinutes",
  "discussionMinutes",
  "themes",
  "workplaceSizes",
  "status",
] as const;

/** What an answer to a question hangs on: its id, its kind, and how many alternatives there are. */
export const signOf = ({ id, kind, isAboutNav, choices }: Question) =>
  `{#${id} kind=${kind} nav=${isAboutNav ? "yes" : "no"}} with ${choices.length} alternatives`;

/** Reports in the nynorsk text where it is unlike the bokmål one in what must be the same. */
export function compareLanguages({ nb, nn }: Record<CaseLanguage, CaseText>, report: Report): void {
  for (const key of shared) {
    if (String(nb[key]) !== String(nn[key])) {
      report(nn.lineOf(key), "unlikeKey", key, String(nn[key]), String(nb[key]));
    }
  }
  if (nb.situation.length !== nn.situation.length) {
    report(1, "unlikeSteps", nn.situation.length, nb.situation.length);
  }
  const [ofNb, ofNn] = [nb.questions.map(signOf), nn.questions.map(signOf)];
  if (ofNb.length !== ofNn.length) {
    report(nn.questions[0]?.line ?? 1, "unlikeQuestionCount", ofNn.length, ofNb.length);
    return;
  }
  ofNn.forEach((sign, i) => {
    if (sign !== ofNb[i]) report(nn.questions[i]?.line ?? 1, "unlikeQuestion", sign, ofNb[i] as string);
  });
}
