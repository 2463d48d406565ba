/** What a group's phone shows: its own group's answers, and of others a number until they are revealed. */
import type { Temporal } from "temporal-polyfill";
import { guardText } from "../privacy/guard.ts";
import type { Store } from "../store/store.ts";
import { clockTime, numberInWords } from "../web/dates.ts";
import type { FieldErrors } from "../web/forms.ts";
import type { Language } from "../web/languages.ts";
import { type Answer, type AnswerText, leastForFeedback } from "./group-answer.ts";
import {
  chosenIn,
  type GroupT,
  groupWords,
  langOf,
  type QuestionCard,
  questionCard,
  type RevealedRound,
  revealedRound,
  type Stage,
  stageOf,
} from "./group-cards.ts";
import {
  answeredOf,
  clustersOf,
  type Device,
  type GroupRound,
  type GroupSave,
  type GroupSession,
  groupsOf,
  ownAnswersOf,
  questionsOf,
  revealedAnswersOf,
  roundsOf,
  savesOf,
  tagOfDevice,
} from "./group-queries.ts";

/** What was sent and could not be saved as it was. */
export interface Tried {
  action: string;
  text: AnswerText;
  errors: FieldErrors;
  /** What the group has instead; null when nobody was ahead. */
  theirs: (AnswerText & { version: number }) | null;
  isClosed: boolean;
}

export interface AnswerForm {
  action: string;
  version: number;
  seen: { words: string; choice: string };
  words: string;
  choice: string;
  errors: FieldErrors;
  theirs: { chosen: string; words: string } | null;
  isAboutNav: boolean;
  mayShare: boolean;
  warnings: string[];
  isSaved: boolean;
}

export interface PhonePage {
  t: GroupT;
  lang: string;
  id: string;
  caseTitle: string;
  group: number;
  phone: number;
  size: { words: string; mayMarkNav: boolean } | null;
  tag: string;
  /** Milliseconds since 1970, as the server's clock has it. */
  serverTime: number;
  stage: Stage | "ended";
  isEnded: boolean;
  question: QuestionCard | null;
  round: number;
  timer: Timer | null;
  answered: string;
  form: AnswerForm | null;
  /** A text that came too late to be saved; null without one. */
  lateText: string | null;
  own: { id: string; chosen: string; words: string; isSentToNav: boolean; mayShare: boolean } | null;
  first: { chosen: string; words: string } | null;
  beside: { id: string; chosen: string; words: string }[];
  history: string[];
  revealed: RevealedRound | null;
  earlier: { sentence: string; chosen: string; words: string }[];
  hasRevealed: boolean;
  /** Whether whoever holds the phone is signed in and may keep what they will try. */
  mayKeepTry: boolean;
  isSignedIn: boolean;
  errors: FieldErrors;
  tryWords: string;
}

export interface Timer {
  endsAt: number;
  words: string;
}

export function timerOf(round: GroupRound | undefined, t: GroupT): Timer | null {
  if (!round?.endsAt || round.closedAt) return null;
  const local = round.endsAt.toZonedDateTimeISO("Europe/Oslo").toPlainTime();
  const time = clockTime(local.toString({ smallestUnit: "minute" }));
  return { endsAt: round.endsAt.epochMilliseconds, words: t.timeTo(time) };
}

/** Texts that were written over and are in no later one, the newest first; those that stand beside are apart. */
export function writtenOver(saves: GroupSave[], current: string): string[] {
  const shown: string[] = [];
  for (const { words, outcome } of saves) {
    if (outcome === "beside" || words === "") continue;
    if (![current, ...shown].some((later) => later.includes(words))) shown.push(words);
  }
  return shown.slice(0, 10);
}

/** Hints about likely names in words already kept. */
function warningsFor(words: string, question: QuestionCard, caseTitle: string, t: GroupT): string[] {
  const known = `${caseTitle} ${question.sentence} ${question.html} ${question.choices.join(" ")}`;
  const names = guardText(words)
    .warnings.filter(({ kind, found }) => kind === "name" && !known.includes(found.replace(/s$/, "")))
    .map(({ found }) => found);
  return names.length > 0 ? [t.looksLikeName(names.join(", "))] : [];
}

export const answerAction = (sessionId: string, questionId: string, round: number) =>
  `/gruppe/${sessionId}/svar/${questionId}/${round}`;

function answerForm(
  action: string,
  own: Answer | undefined,
  question: QuestionCard,
  caseTitle: string,
  tried: Tried | null,
  t: GroupT,
): AnswerForm {
  const stored = { words: own?.words ?? "", choice: own?.choice ?? null, version: own?.version ?? 0 };
  const mine = tried?.action === action ? tried : null;
  const base = mine?.theirs ?? stored;
  const shown = mine?.text ?? stored;
  const asField = (choice: number | null) => (choice === null ? "" : String(choice));
  return {
    action,
    version: base.version,
    seen: { words: base.words, choice: asField(base.choice) },
    words: shown.words,
    choice: asField(shown.choice),
    errors: mine?.errors ?? {},
    theirs: mine?.theirs
      ? { chosen: chosenIn(question.choices, mine.theirs), words: mine.theirs.words }
      : null,
    isAboutNav: own?.isAboutNav ?? false,
    mayShare: own?.mayShare ?? false,
    warnings: mine ? [] : warningsFor(stored.words, question, caseTitle, t),
    isSaved: !mine && own !== undefined,
  };
}

export interface PhoneReading {
  session: GroupSession;
  device: Device;
  language: Language;
  now: Temporal.Instant;
  tried?: Tried | null;
  errors?: FieldErrors;
  tryWords?: string;
  isSignedIn: boolean;
  mayKeepTry: boolean;
}

/** Puts a phone's page together; a fixed number of reads. */
export async function phonePage(
  store: Pick<Store, "read">,
  reading: PhoneReading,
): Promise<PhonePage & { title: string }> {
  const { session, device, language, now, tried = null } = reading;
  const t = groupWords(language);
  const { id } = session;
  const [questions, rounds, answers, revealed, answered, groups, clusters] = await Promise.all([
    questionsOf(store, id),
    roundsOf(store, id),
    ownAnswersOf(store, id, device.groupNumber),
    revealedAnswersOf(store, id),
    answeredOf(store, id),
    groupsOf(store, id),
    clustersOf(store, id),
  ]);
  const current = rounds[0];
  const cards = questions.map((question) => questionCard(question, questions.length, language));
  const question = cards.find((card) => card.id === current?.questionId) ?? null;
  const isOf = (one: { questionId: string; round: number }, round = current?.round) =>
    one.questionId === current?.questionId && one.round === round;
  const own = answers.find((answer) => isOf(answer));
  const firstOwn = current?.round === 2 ? answers.find((answer) => isOf(answer, 1)) : undefined;
  const saves = await savesOf(store, { sessionId: id, groupNumber: device.groupNumber, id: own?.id ?? "" });
  const stage = session.endedAt && !current?.revealedAt ? "ended" : stageOf(current);
  const caseTitle = session.title[langOf(language) === "" && language === "nn" ? "nn" : "nb"];
  const action = current ? answerAction(id, current.questionId, current.round) : "";
  const inCard = (text: AnswerText) => ({
    chosen: chosenIn(question?.choices ?? [], text),
    words: text.words,
  });
  const isOpen = stage === "open";
  const late = tried && (tried.isClosed || tried.action !== action) ? tried.text : null;
  const size = device.size;
  return {
    t,
    title: question ? question.sentence : caseTitle,
    lang: langOf(language),
    id,
    caseTitle,
    group: device.groupNumber,
    phone: device.number,
    size: size
      ? { words: t.howManyAre(numberInWords(size, language)), mayMarkNav: size >= leastForFeedback }
      : null,
    tag: tagOfDevice(device),
    serverTime: now.epochMilliseconds,
    stage,
    isEnded: session.endedAt !== null,
    question,
    round: current?.round ?? 1,
    timer: isOpen ? timerOf(current, t) : null,
    answered: t.answered(answered.filter((one) => isOf(one)).length, groups.length),
    form: isOpen && question ? answerForm(action, own, question, caseTitle, tried, t) : null,
    lateText: late ? [chosenIn(question?.choices ?? [], late), late.words].filter(Boolean).join("\n") : null,
    own: own ? { id: own.id, ...inCard(own), isSentToNav: own.isSentToNav, mayShare: own.mayShare } : null,
    first: firstOwn ? inCard(firstOwn) : null,
    beside: saves
      .filter(({ outcome, words }) => outcome === "beside" && words !== tried?.text.words)
      .map((save) => ({ id: save.id, ...inCard(save) })),
    history: writtenOver(saves, own?.words ?? ""),
    revealed:
      stage === "revealed" && question && current
        ? revealedRound(current, question, revealed, clusters, t)
        : null,
    earlier: answers
      .filter((answer) => !isOf(answer) && answer.round === 1 && !isOf(answer, 1))
      .flatMap((answer) => {
        const card = cards.find((one) => one.id === answer.questionId);
        return card
          ? [{ sentence: card.sentence, chosen: chosenIn(card.choices, answer), words: answer.words }]
          : [];
      }),
    hasRevealed: rounds.some(({ revealedAt }) => revealedAt !== null),
    mayKeepTry: reading.mayKeepTry,
    isSignedIn: reading.isSignedIn,
    errors: reading.errors ?? {},
    tryWords: reading.tryWords ?? "",
  };
}
