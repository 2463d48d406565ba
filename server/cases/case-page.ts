/** What the page of one case prints, for one reader. */
import type { Temporal } from "temporal-polyfill";
import { guardText } from "../privacy/guard.ts";
import { longDate, momentInWords, numberInWords } from "../web/dates.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import type { CaseText, Step } from "./case-file.ts";
import type { Discussion } from "./discussed.ts";
import { choiceField, wordsField } from "./forms.ts";
import { type Case, caseLanguage } from "./library.ts";
import type { OwnReflection } from "./queries.ts";
import type { Question } from "./questions.ts";
import { caseTexts } from "./texts.ts";

type T = Texts<typeof caseTexts>;

export interface QuestionView {
  id: string;
  kind: string;
  sentence: string;
  html: string;
  options: { value: string; label: string }[];
  wordsField: string;
  choiceField: string;
  words: string;
  choice: string;
  wordsError: string;
  choiceError: string;
  /** When the person's own answer was saved; empty without one, and while the form is at fault. */
  kept: string;
  warnings: string[];
  isOpen: boolean;
  next: { href: string; label: string };
  /** What earlier groups let others read; empty for a question that is not open. */
  shared: string[];
  /** Where they are read, on questions that are answered and not open. */
  sharedHref: string;
}

/** What was written to an earlier version, with the question as it was then. */
export interface OlderView {
  questionId: string;
  version: number;
  /** Empty when that version is not kept. */
  question: string;
  lang: string;
  choice: string;
  words: string;
  kept: string;
}

export interface CasePage {
  t: T;
  /** Where the case is in another language than the page: the `lang` attribute, else empty. */
  lang: string;
  slug: string;
  version: number;
  /** The gathering the reader came from; empty without one. */
  gathering: string;
  errors: FieldErrors;
  text: CaseText;
  times: string;
  themes: string;
  /** Which alternative heading stands above a choice, in the language of the case. */
  legend: string;
  isRead: boolean;
  questions: QuestionView[];
  /** Null until the reader has answered a question of this version. */
  othersSaid: string | null;
  older: OlderView[];
  /** Where and when the reader's own networks have talked about it. */
  discussed: string[];
  /** Shown to those who write it, before anyone else: nothing can be sent. */
  preview: { back: string; label: string; note: string } | null;
  /** The languages it can be downloaded in. */
  forms: string[];
  /** Null for all but advisers. */
  facilitator: Step[] | null;
}

export interface Reading {
  case: Case;
  language: Language;
  now: Temporal.Instant;
  own: OwnReflection[];
  /** Earlier versions the reader has answered, as far as they are kept. */
  earlier: Case[];
  readVersion: number | null;
  isAdviser: boolean;
  gathering: string;
  /** The question that stands open. */
  open: string;
  /** What earlier groups shared of the open question. */
  shared: SharedAnswer[];
  discussed: Discussion[];
  themeLabel: (slug: string, language: Language) => string;
  errors: FieldErrors;
  typed: Typed;
  preview: CasePage["preview"];
}

/** What an earlier group lets others read of one question. */
export interface SharedAnswer {
  words: string;
  /** The alternative that was chosen, in words. */
  choice: string | null;
}

/** A reading of nobody in particular: what a page begins from. */
export const fresh = {
  own: [] as OwnReflection[],
  earlier: [] as Case[],
  readVersion: null,
  isAdviser: false,
  gathering: "",
  open: "",
  shared: [] as SharedAnswer[],
  discussed: [] as Discussion[],
  errors: {} as FieldErrors,
  typed: {} as Typed,
  preview: null,
};

/** Hints about words already kept; people of the case itself are no hint. */
function warningsFor(words: string, text: CaseText, t: T): string[] {
  const { warnings } = guardText(words);
  const names = warnings
    .filter(({ kind, found }) => kind === "name" && !text.plainSituation.includes(found.replace(/s$/, "")))
    .map(({ found }) => found);
  return [
    ...(names.length > 0 ? [t.looksLikeName(names.join(", "))] : []),
    ...(warnings.some(({ kind }) => kind === "combination") ? [t.looksTelling] : []),
  ];
}

function addressOf(slug: string, gathering: string, question: string): string {
  const query = new URLSearchParams({ ...(gathering ? { samling: gathering } : {}), sporsmal: question });
  return `/eksempler/${slug}?${query}#${question}`;
}

function nextAfter(reading: Reading, questions: Question[], at: number, t: T): QuestionView["next"] {
  const next = questions[at + 1];
  if (!next) return { href: "#andre", label: t.seeOthers };
  return { href: addressOf(reading.case.slug, reading.gathering, next.id), label: t.nextQuestion };
}

function questionView(reading: Reading, text: CaseText, at: number, t: T): QuestionView {
  const question = text.questions[at] as Question;
  const { typed, errors, language, now } = reading;
  const own = reading.own.find((o) => o.version === text.version && o.questionId === question.id);
  const fields = { words: wordsField(question.id), choice: choiceField(question.id) };
  const isFaulty = Boolean(errors[fields.words] ?? errors[fields.choice]);
  return {
    id: question.id,
    kind: t[`kind_${question.kind}`],
    sentence: question.sentence,
    html: question.html,
    options: question.choices.map((label, i) => ({ value: String(i), label })),
    wordsField: fields.words,
    choiceField: fields.choice,
    words: String(typed[fields.words] ?? own?.words ?? ""),
    choice: String(typed[fields.choice] ?? own?.choice ?? ""),
    wordsError: errors[fields.words] ?? "",
    choiceError: errors[fields.choice] ?? "",
    kept: own && !isFaulty ? t.keptAt(momentInWords(own.writtenAt, language, now)) : "",
    warnings: own && !isFaulty ? warningsFor(own.words, text, t) : [],
    isOpen: question.id === reading.open,
    next: nextAfter(reading, text.questions, at, t),
    shared: own && question.id === reading.open ? reading.shared.map(sharedInWords) : [],
    sharedHref:
      own && question.id !== reading.open ? addressOf(reading.case.slug, reading.gathering, question.id) : "",
  };
}

const sharedInWords = ({ words, choice }: SharedAnswer) =>
  choice && words ? `${choice} – ${words}` : (choice ?? words);

/** One answer to an earlier version, beside the question as it was. */
export function olderView(
  reading: Pick<Reading, "language" | "now" | "earlier">,
  old: OwnReflection,
  t: T,
): OlderView {
  const { language, now } = reading;
  const text = reading.earlier.find(({ version }) => version === old.version)?.texts[caseLanguage(language)];
  const question = text?.questions.find(({ id }) => id === old.questionId);
  return {
    questionId: old.questionId,
    version: old.version,
    question: question?.sentence ?? "",
    lang: text && text.language !== language ? text.language : "",
    choice: question?.choices[old.choice ?? -1] ?? "",
    words: old.words,
    kept: t.keptAt(momentInWords(old.writtenAt, language, now)),
  };
}

/** How long a case takes to read, with a capital first, and to discuss. */
export function timesOf({ readingMinutes, discussionMinutes }: Case, language: Language): [string, string] {
  const t = inLanguage(caseTexts, language);
  const reading = t.readingTime(numberInWords(readingMinutes, language));
  return [
    reading.charAt(0).toUpperCase() + reading.slice(1),
    t.discussionTime(numberInWords(discussionMinutes, language)),
  ];
}

/** Puts the page together. What this reader may not see yet is not in it at all. */
export function casePage(reading: Reading): CasePage {
  const { language, own, isAdviser } = reading;
  const t = inLanguage(caseTexts, language);
  const text = reading.case.texts[caseLanguage(language)];
  const current = own.filter(({ version }) => version === text.version);
  const older = own.filter(({ version }) => version !== text.version);
  return {
    t,
    lang: text.language === language ? "" : text.language,
    slug: reading.case.slug,
    version: text.version,
    gathering: reading.gathering,
    errors: reading.errors,
    text,
    times: timesOf(reading.case, language).join("\u00a0· "),
    themes: text.themes.map((slug) => reading.themeLabel(slug, language)).join("\u00a0· "),
    legend: inLanguage(caseTexts, text.language).pick,
    isRead: reading.readVersion === text.version,
    questions: text.questions.map((_, at) => questionView(reading, text, at, t)),
    othersSaid: current.length > 0 || reading.preview ? text.othersSaid : null,
    older: older.map((old) => olderView(reading, old, t)),
    discussed: reading.discussed.map(({ networkName, localDate }) =>
      t.discussedAt(networkName, longDate(localDate, language)),
    ),
    preview: reading.preview,
    forms: [...new Set([reading.case.texts.nb.language, reading.case.texts.nn.language])],
    facilitator: isAdviser ? text.facilitator : null,
  };
}
