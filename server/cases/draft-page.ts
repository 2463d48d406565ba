/** What the pages of one written case print. */
import { hasRole, type Viewer } from "../web/access.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { readFields } from "./case-source.ts";
import type { DraftText } from "./draft.ts";
import { checkDraft, faultsInWords, hintsIn } from "./draft-check.ts";
import type { Draft } from "./draft-queries.ts";
import { draftTexts } from "./draft-texts.ts";
import type { CaseLanguage } from "./parts.ts";

export type D = Texts<typeof draftTexts>;

interface TextView {
  language: CaseLanguage;
  name: string;
  edit: string;
  preview: string;
  download: string;
  faults: string[];
}

export interface DraftPage {
  d: D;
  slug: string;
  heading: string;
  lang: string;
  state: { text: string; color: string };
  version: string;
  writers: string;
  isDraft: boolean;
  isPublished: boolean;
  isWithdrawn: boolean;
  isApproved: boolean;
  mayApprove: boolean;
  forMentors: string;
  texts: TextView[];
  faultCount: number;
  hints: string[];
  /** The language that could be added. */
  other: { language: CaseLanguage; name: string } | null;
  /** Which version the draft is: buttons carry it. */
  number: number;
}

export type DraftState = "draft" | "ready" | "approved" | "published" | "withdrawn";

/** Where a case stands, from its rows. */
export function stateOf({ written, version }: Pick<Draft, "written" | "version">): DraftState {
  if (version.publishedAt) return written.withdrawnAt ? "withdrawn" : "published";
  if (version.approvedRevision === version.revision) return "approved";
  return version.faultCount > 0 ? "draft" : "ready";
}

/** A state as a tag. */
export function stateTag(state: DraftState, d: D): { text: string; color: string } {
  return {
    draft: { text: d.stateDraft, color: "neutral" },
    ready: { text: d.stateReady, color: "warning" },
    approved: { text: d.stateApproved, color: "info" },
    published: { text: d.statePublished, color: "success" },
    withdrawn: { text: d.stateWithdrawn, color: "neutral" },
  }[state];
}

export const languageName = (language: CaseLanguage, d: D) =>
  language === "nb" ? d.languageNb : d.languageNn;

/** The text an adviser sees first: in their own form when there is one. */
export function mainText(texts: DraftText[], language: Language): DraftText | undefined {
  return texts.find((text) => text.language === language) ?? texts[0];
}

/** What whoever writes or approves should look at twice. */
export function hintsInWords(texts: DraftText[], d: D): string[] {
  const { names, combinations } = hintsIn(texts);
  return [
    ...(names.length > 0 ? [d.namesFound(names.join(", "))] : []),
    ...combinations.map((sentence) => d.combinationFound(sentence.slice(0, 200))),
  ];
}

/** Puts the page of one written case together. */
export function draftPageOf(
  draft: Draft,
  viewer: Viewer,
  language: Language,
  known: ReadonlySet<string>,
): DraftPage {
  const d = inLanguage(draftTexts, language);
  const { written, version, sources, writers, key } = draft;
  const state = stateOf(draft);
  const main = mainText(sources, language);
  const isDraft = version.publishedAt === null;
  const checked = isDraft ? checkDraft(sources, known) : [];
  const path = `/eksempler/utkast/${key.slug}`;
  const missing = (["nb", "nn"] as const).find((one) => sources.every((source) => source.language !== one));
  return {
    d,
    slug: key.slug,
    heading: (main && readFields(main.markdown, main.language).title) || d.untitled,
    lang: main && main.language !== language ? main.language : "",
    state: stateTag(state, d),
    version: String(key.version),
    writers: writers.map(({ name }) => name).join(", "),
    isDraft,
    isPublished: state === "published",
    isWithdrawn: written.withdrawnAt !== null,
    isApproved: state === "approved",
    mayApprove:
      state === "ready" &&
      hasRole(viewer, "adviser") &&
      writers.every(({ personId }) => personId !== viewer.id),
    forMentors:
      written.publishedVersion && !written.withdrawnAt
        ? d.versionNumber(written.publishedVersion)
        : d.forMentorsNothing,
    texts: sources.map((source) => ({
      language: source.language,
      name: languageName(source.language, d),
      edit: `${path}/tekst/${source.language}`,
      preview: `${path}/visning/${source.language}`,
      download: `${path}/fil/${source.language}`,
      faults: faultsInWords(checked.find((one) => one.language === source.language)?.faults ?? [], language),
    })),
    faultCount: checked.reduce((sum, { faults }) => sum + faults.length, 0),
    hints: isDraft ? hintsInWords(sources, d) : [],
    other: isDraft && missing ? { language: missing, name: languageName(missing, d) } : null,
    number: key.version,
  };
}
