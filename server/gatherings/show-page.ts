/** The page of one gathering, put together: shown on GET, and again with faults after a refused answer. */
import type { Reader } from "../store/store.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { localDate, longDate } from "../web/dates.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { type BesideAnswer, besideAnswer } from "./beside-answer.ts";
import {
  agendaCard,
  colourOf,
  comers,
  countStandings,
  factsCard,
  ownChoices,
  placeInLine,
  type Standing,
  saidInWords,
  saidWord,
  standingOf,
} from "./cards.ts";
import { dayTexts } from "./day-texts.ts";
import type { Desk, Moment, P, T } from "./desk.ts";
import { cardsOf, type EvaluationCard, type LaterRooms, type ReportBackCard } from "./later.ts";
import { openActions } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import { actionCards, type OpenAction } from "./open-actions.ts";
import {
  type AgendaLine,
  agendaOf,
  attendanceOf,
  type OwnGathering,
  type Standings,
  standingsAt,
} from "./queries.ts";
import { sharedTriesFor } from "./try-queries.ts";
import { type TryFormProps, untried } from "./try-routes.ts";
import { tryTexts } from "./try-texts.ts";

/** What the answer form needs; the same on the public page. */
export interface AnswerProps {
  action: string;
  legend: string;
  choices: { value: string; label: string }[];
  sequence: number;
  errors: FieldErrors;
  typed: Typed;
  /** Something was written before that is not shown here. */
  hasKept: boolean;
  button: string;
}

export interface TriedProps {
  w: Texts<typeof tryTexts>;
  shared: { name: string; words: string }[];
  form: TryFormProps | null;
}

export interface ShowProps {
  t: T;
  p: P;
  facts: ReturnType<typeof factsCard>;
  networkName: string;
  agenda: ReturnType<typeof agendaCard>;
  reportBacks: ReportBackCard[];
  /** Minutes to read, and what is to be done from earlier gatherings. */
  minutes: MinutesPart;
  evaluation: EvaluationCard | null;
  /** What those who shared it have tried since last time, and the form for the next. */
  tried: TriedProps;
  howMany: string | null;
  placesLeft: string | null;
  names: string[] | null;
  own: { words: string; color: string; line: string | null } | null;
  answer: AnswerProps | null;
  beside: BesideAnswer | null;
  notInvited: boolean;
  errors: FieldErrors;
  adviser: {
    counts: { label: string; n: number }[];
    /** How many of those on the list were there; null before it is filled in. */
    attended: string | null;
    mayEdit: boolean;
    mayDelete: boolean;
    mayInvite: boolean;
    mayRecord: boolean;
    /** It is the day: the page for running it. */
    runIt: string | null;
    runLabel: string;
    /** Minutes are to be written, are missing, or can be corrected. */
    minutes: { label: string; path: string; isMissing: boolean } | null;
    /** When the clock invites; null when the adviser does. */
    goesByItself: string | null;
    /** Where the whole series is invited to; null when that is not to be done. */
    seriesInvitePath: string | null;
  } | null;
  /** "Who do I ring?" of this network; null for those who are not in it. */
  ringPath: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/show": ShowProps;
  }
}

const nothing = { errors: {} as FieldErrors, typed: null as Typed | null };

/** Everything `gatherings/show` prints. @param tried a refused answer */
export async function showPage(
  { house, mailer, later }: Desk,
  viewer: Viewer,
  own: OwnGathering,
  moment: Moment,
  tried: { errors: FieldErrors; typed: Typed | null } = nothing,
): Promise<ShowProps & { title: string }> {
  const { gathering } = own;
  const { t, p, language } = moment;
  const isAbove = hasRole(viewer, "leader", "regional_leader");
  const lines = await agendaOf(house.store, gathering.id);
  const people = await standingsAt(house.store, gathering.id);
  const facts = factsCard(gathering, t, moment, gathering.themeSlug ? later.themeChoices(language) : []);
  const counts = countStandings(people, gathering);
  const isAfter = facts.state === "over" && own.isAdviser;
  const recorded = isAfter ? [...(await attendanceOf(house.store.read, gathering.id)).values()] : [];
  const isKnown = facts.state === "ahead" || facts.state === "now";
  return {
    t,
    p,
    title: gathering.title,
    facts,
    networkName: own.networkName,
    agenda: agendaCard(lines, gathering, t, await casesWithWayBack(later, lines, gathering.id, language)),
    reportBacks:
      own.isMember || isAbove
        ? await later.reportBacksFor(house.store.read, gathering.id, language, moment.now)
        : [],
    minutes: await minutesPart(house.store.read, own, viewer.id, facts.state, moment),
    tried: await triedProps(house.store.read, own, facts.state, moment),
    evaluation:
      facts.state === "over" && own.isMember
        ? await later.evaluationCard(
            house.store.read,
            { gatheringId: gathering.id, networkId: gathering.networkId, viewer },
            language,
            moment.now,
          )
        : null,
    howMany: isKnown ? t.howMany(counts.room, counts.digital) : null,
    placesLeft: isKnown ? placesLeft(people, gathering.capacity, t) : null,
    names: own.isMember && isKnown ? comers(people, gathering, t) : null,
    own: facts.state === "ahead" && own.invitationId ? ownWords(own, people, t) : null,
    answer: facts.state === "ahead" && own.invitationId ? answerProps(own, moment, tried) : null,
    beside:
      facts.state === "ahead"
        ? await besideAnswer({ house, mailer, later }, own, language, moment.now)
        : null,
    errors: tried.errors,
    notInvited: facts.state === "ahead" && own.isMember && !own.isAdviser && !own.invitationId,
    adviser: own.isAdviser ? adviserProps(own, facts.state, people.length, counts, recorded, moment) : null,
    ringPath: own.isMember || isAbove ? `/nettverk/${gathering.networkId}/ring` : null,
  };
}

export interface MinutesPart {
  m: Texts<typeof minutesTexts>;
  /** Where published minutes are read. */
  path: string | null;
  /** Where and when they come, as long as there are none to read. */
  yetToCome: string | null;
  open: OpenAction[];
}

async function minutesPart(
  read: Reader,
  own: OwnGathering,
  viewerId: string,
  state: ReturnType<typeof factsCard>["state"],
  moment: Moment,
): Promise<MinutesPart> {
  const { gathering, isAdviser, isInNetwork } = own;
  const isAhead = state === "ahead" || state === "now" || state === "draft";
  const rows = isAhead && isInNetwork ? await openActions(read, gathering.networkId) : [];
  const m = inLanguage(minutesTexts, moment.language);
  const aheadWords = isAdviser ? m.youWriteHere : m.comesHere;
  // an adviser who is to write them is told so beside the button
  const overWords = state === "over" && !isAdviser ? m.missingComesHere : null;
  return {
    m,
    yetToCome: own.minutesOutcome === null ? (isAhead ? aheadWords : overWords) : null,
    path: own.minutesOutcome === "published" ? `/samlinger/${gathering.id}/referat` : null,
    open: actionCards(rows, viewerId, isAdviser, moment),
  };
}

/** The agenda's cases; their pages lead back to the gathering. */
async function casesWithWayBack(
  later: LaterRooms,
  lines: AgendaLine[],
  gatheringId: string,
  language: Language,
) {
  const cardOf = await cardsOf(lines, later.caseCard, language);
  return (slug: string) => {
    const card = cardOf(slug);
    return card && { ...card, path: `${card.path}?samling=${gatheringId}` };
  };
}

/** How long after a gathering its page asks what one will try. */
const daysToNote = 45;

async function triedProps(
  read: Reader,
  own: OwnGathering,
  state: ReturnType<typeof factsCard>["state"],
  { language, now }: Moment,
): Promise<TriedProps> {
  const { gathering } = own;
  const w = inLanguage(tryTexts, language);
  if (!own.isMember || state === "cancelled") return { w, shared: [], form: null };
  const begun = state === "now" || state === "over";
  const isFresh = begun && now.since(gathering.endsAt).total("hours") < daysToNote * 24;
  return {
    w,
    shared: gathering.openedAt ? await sharedTriesFor(read, gathering) : [],
    form:
      own.isInNetwork && isFresh
        ? { action: "/forsok", networks: [{ id: gathering.networkId, name: own.networkName }], ...untried }
        : null,
  };
}

const isTaken = ({ placement, offeredUntil }: Standings[number]) =>
  placement === "seat" || offeredUntil !== null;

function placesLeft(people: Standings, capacity: number | null, t: T): string | null {
  if (capacity === null) return null;
  return t.placesLeft(Math.max(0, capacity - people.filter(isTaken).length));
}

/** One's own answer in words, and the number in line. */
export function ownWords(own: OwnGathering, people: Standings, t: T) {
  const standing = standingOf(own, own.gathering);
  const number = placeInLine(people, own);
  return {
    words: saidInWords(standing, t),
    color: colourOf(standing),
    line: number === null ? null : t.placeInLine(number),
  };
}

function answerProps(own: OwnGathering, { t }: Moment, tried: typeof nothing): AnswerProps {
  const said = saidWord(own);
  const stored = { svar: said ?? "", ord: own.words ?? "", behov: own.needs ?? "" };
  return {
    action: `/samlinger/${own.gathering.id}/svar`,
    legend: t.question,
    choices: ownChoices(own.gathering, t),
    sequence: own.gathering.sequence,
    errors: tried.errors,
    typed: tried.typed ?? stored,
    hasKept: false,
    button: said ? t.changeAnswer : t.sendAnswer,
  };
}

function adviserProps(
  own: OwnGathering,
  state: ReturnType<typeof factsCard>["state"],
  invited: number,
  counts: Record<Standing, number>,
  recorded: string[],
  { p, language, now }: Moment,
) {
  const m = inLanguage(minutesTexts, language);
  const path = `/samlinger/${own.gathering.id}`;
  const isToday = own.gathering.localDate === localDate(now).toString();
  const { minutesOutcome } = own;
  const shown = (Object.keys(counts) as Standing[]).filter((standing) => counts[standing] > 0);
  const came = recorded.filter((status) => ["present", "digital", "part"].includes(status));
  const isAhead = state === "ahead" || state === "draft";
  return {
    counts: shown.map((standing) => ({ label: p[`standing_${standing}`], n: counts[standing] })),
    attended: recorded.length > 0 ? p.attended(came.length, recorded.length) : null,
    goesByItself:
      isAhead && own.gathering.inviteOn && !own.gathering.openedAt
        ? p.goesByItself(longDate(own.gathering.inviteOn, language))
        : null,
    seriesInvitePath:
      isAhead && own.gathering.seriesId && !own.gathering.openedAt && !own.gathering.inviteOn
        ? `/samlinger/serie/${own.gathering.seriesId}/invitasjon`
        : null,
    mayEdit: isAhead,
    mayDelete: !own.gathering.openedAt && invited === 0,
    mayInvite: isAhead,
    mayRecord: state === "now" || (state === "over" && own.gathering.cancelledAt === null),
    runLabel: inLanguage(dayTexts, language).run,
    runIt:
      state === "now" || (isToday && state !== "cancelled" && state !== "draft") ? `${path}/i-dag` : null,
    minutes:
      state === "over"
        ? {
            label: minutesOutcome === "published" ? m.correct : minutesOutcome ? m.minutes : m.write,
            path:
              minutesOutcome && minutesOutcome !== "published" ? `${path}/referat` : `${path}/referat/skriv`,
            isMissing: minutesOutcome === null,
          }
        : null,
  };
}
