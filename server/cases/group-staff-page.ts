/** What the facilitator's phone, the projector and the result print. Of sealed answers: who has one. */
import type { Temporal } from "temporal-polyfill";
import { renderSVG } from "uqr";
import type { Store } from "../store/store.ts";
import { localDate, longDate } from "../web/dates.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import type { Language } from "../web/languages.ts";
import type { Step } from "./case-file.ts";
import {
  type GroupT,
  groupWords,
  langOf,
  type QuestionCard,
  questionCard,
  type RevealedRound,
  revealedRounds,
  type Stage,
  stageOf,
} from "./group-cards.ts";
import { spacedCode } from "./group-code.ts";
import { type Timer, timerOf } from "./group-phone-page.ts";
import {
  answeredOf,
  clustersOf,
  devicesOf,
  type GroupSession,
  groupsOf,
  questionsOf,
  revealedAnswersOf,
  roundsOf,
  tagOfStaff,
} from "./group-queries.ts";

export interface GroupCard {
  number: number;
  size: number | null;
  phones: number[];
  hasAnswered: boolean;
}

export interface QuestionLine extends QuestionCard {
  stage: Stage;
  /** Which round it has come to; 0 before the first. */
  round: number;
  isCurrent: boolean;
}

/** What facilitator, projector and result have in common. */
export interface StaffPage {
  t: GroupT;
  lang: string;
  id: string;
  caseTitle: string;
  slug: string;
  gathering: { id: string; title: string };
  tag: string;
  serverTime: number;
  isEnded: boolean;
  /** The day phones can join, in words; empty when it is today. */
  opensOn: string;
  code: string;
  joinUrl: string;
  joinAt: string;
  qr: string;
  groups: GroupCard[];
  groupsAndPhones: string;
  answered: string;
  questions: QuestionLine[];
  current: (QuestionLine & { timer: Timer | null }) | null;
  /** What is on, when it is revealed. */
  shown: RevealedRound | null;
  revealed: RevealedRound[];
}

/** What the facilitator's page shows besides. */
export interface LeaderExtra {
  errors: FieldErrors;
  typed: Typed;
  hasMinutes: boolean;
  notes: Step[];
}

/** A QR picture in the colours of ink on paper, in light and dark alike: cameras want it so. */
function qrOf(url: string): string {
  return renderSVG(url, { border: 2, whiteColor: "#fff", blackColor: "#000" });
}

/**
 * Puts together what advisers see of a session; a fixed number of reads.
 * @param baseUrl the site's public address, which phones go to
 */
export async function staffPage(
  store: Pick<Store, "read">,
  session: GroupSession,
  { language, now, baseUrl }: { language: Language; now: Temporal.Instant; baseUrl: string },
): Promise<StaffPage & { title: string }> {
  const t = groupWords(language);
  const { id } = session;
  const [questions, rounds, all, answered, groups, devices, clusters] = await Promise.all([
    questionsOf(store, id),
    roundsOf(store, id),
    revealedAnswersOf(store, id),
    answeredOf(store, id),
    groupsOf(store, id),
    devicesOf(store, id),
    clustersOf(store, id),
  ]);
  const current = rounds[0];
  const isOn = (one: { questionId: string; round: number }) =>
    one.questionId === current?.questionId && one.round === current.round;
  const lines = questions.map((question): QuestionLine => {
    const latest = rounds
      .filter(({ questionId }) => questionId === question.questionId)
      .sort((a, b) => b.round - a.round)[0];
    return {
      ...questionCard(question, questions.length, language),
      stage: stageOf(latest),
      round: latest?.round ?? 0,
      isCurrent: question.questionId === current?.questionId,
    };
  });
  const cards = groups.map(({ number, size }) => ({
    number,
    size,
    phones: devices.filter((one) => one.groupNumber === number).map((one) => one.number),
    hasAnswered: answered.some((one) => isOn(one) && one.groupNumber === number),
  }));
  const line = lines.find(({ isCurrent }) => isCurrent);
  const revealed = revealedRounds(questions, rounds, all, clusters, language);
  const code = session.code ?? "";
  const joinUrl = `${baseUrl}/gruppe${code ? `?kode=${code}` : ""}`;
  const caseTitle = session.caseTitle[language === "nn" ? "nn" : "nb"];
  return {
    t,
    title: caseTitle,
    lang: langOf(language),
    id,
    caseTitle,
    slug: session.caseSlug,
    gathering: { id: session.gatheringId, title: session.gatheringTitle },
    tag: tagOfStaff(session),
    serverTime: now.epochMilliseconds,
    isEnded: session.endedAt !== null,
    opensOn: session.localDate > localDate(now).toString() ? longDate(session.localDate, language) : "",
    code: code && spacedCode(code),
    joinUrl,
    joinAt: `${baseUrl.replace(/^https?:\/\//, "")}/gruppe`,
    qr: code ? qrOf(joinUrl) : "",
    groups: cards,
    groupsAndPhones: t.groupsAndPhones(groups.length, devices.length),
    answered: t.answered(cards.filter(({ hasAnswered }) => hasAnswered).length, cards.length),
    questions: lines,
    current: line && current ? { ...line, stage: stageOf(current), timer: timerOf(current, t) } : null,
    shown: revealed.find(({ question, round }) => isOn({ questionId: question.id, round })) ?? null,
    revealed,
  };
}
