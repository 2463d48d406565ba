/** Rows made ready for printing: dates, states and answers in words. */
import { Temporal } from "temporal-polyfill";
import { relativeDay, shortDate, when } from "../web/dates.ts";
import type { Language, Texts } from "../web/languages.ts";
import { minutesBetween, sumAgenda } from "./agenda.ts";
import type { Said } from "./forms.ts";
import { needsReconfirmation } from "./invitee.ts";
import type { CaseCard, LaterRooms } from "./later.ts";
import type { AgendaLine, Gathering, ListRow, Standings } from "./queries.ts";
import type { gatheringTexts } from "./texts.ts";

type T = Texts<typeof gatheringTexts>;
interface Moment {
  language: Language;
  now: Temporal.Instant;
}

export type Standing = "room" | "digital" | "waiting" | "reconfirm" | "maybe" | "no" | "silent";
export const standings: readonly Standing[] = [
  "room",
  "digital",
  "waiting",
  "reconfirm",
  "maybe",
  "no",
  "silent",
];

interface SaidFacts {
  answer: "yes" | "maybe" | "no" | null;
  mode: "room" | "digital" | null;
  saidSequence: number | null;
  placement: "seat" | "waiting" | "none" | null;
}

/** Where someone stands: what they answered, unless time or place has changed since. */
export function standingOf(said: SaidFacts, gathering: { sequence: number }): Standing {
  if (said.answer === null || said.saidSequence === null) return "silent";
  if (needsReconfirmation({ answer: said.answer, sequence: said.saidSequence }, gathering))
    return "reconfirm";
  if (said.answer !== "yes") return said.answer;
  if (said.placement === "waiting") return "waiting";
  return said.mode === "digital" ? "digital" : "room";
}

/** How many stand where. */
export function countStandings(
  people: SaidFacts[],
  gathering: { sequence: number },
): Record<Standing, number> {
  const counts = { room: 0, digital: 0, waiting: 0, reconfirm: 0, maybe: 0, no: 0, silent: 0 };
  for (const person of people) counts[standingOf(person, gathering)]++;
  return counts;
}

const saidKeys = {
  room: "saidRoom",
  digital: "saidDigital",
  waiting: "saidWaiting",
  reconfirm: "saidReconfirm",
  maybe: "saidMaybe",
  no: "saidNo",
  silent: "saidNothing",
} as const satisfies Record<Standing, keyof T>;
const tagColours = {
  room: "success",
  digital: "success",
  waiting: "warning",
  reconfirm: "warning",
  maybe: "info",
  no: "neutral",
  silent: "warning",
} as const satisfies Record<Standing, string>;
export const colourOf = (standing: Standing) => tagColours[standing];

/** One's own answer in words. */
export const saidInWords = (standing: Standing, t: T): string => t[saidKeys[standing]];

/** The word of the form for an answer already given; null when there is none. */
export function saidWord({ answer, mode }: Pick<SaidFacts, "answer" | "mode">): Said | null {
  if (answer === "yes") return mode === "digital" ? "digitalt" : "ja";
  return answer === "maybe" ? "kanskje" : answer === "no" ? "nei" : null;
}

type Place = Pick<Gathering, "place" | "link">;
/** Whether one can come to a room, and whether one can join online. A gathering with neither has a room to come. */
const waysOf = ({ place, link }: Place) => ({ hasRoom: place !== "" || !link, isOnline: Boolean(link) });

/** What the form's word means for this gathering: "ja" to one that is only online is digital. */
export function answerFrom(said: Said, gathering: Place) {
  const { hasRoom } = waysOf(gathering);
  const mode = said === "digitalt" || (said === "ja" && !hasRoom) ? ("digital" as const) : ("room" as const);
  const answers = { ja: "yes", digitalt: "yes", kanskje: "maybe", nei: "no" } as const;
  return { answer: answers[said], mode };
}

/** The answers one can give, for the radio buttons. */
export function answerChoices(
  gathering: Place,
  t: { room: string; digital: string; maybe: string; no: string },
) {
  const { hasRoom, isOnline } = waysOf(gathering);
  return [
    ...(hasRoom ? [{ value: "ja", label: t.room }] : []),
    ...(isOnline ? [{ value: hasRoom ? "digitalt" : "ja", label: t.digital }] : []),
    { value: "kanskje", label: t.maybe },
    { value: "nei", label: t.no },
  ];
}
export const ownChoices = (gathering: Place, t: T) =>
  answerChoices(gathering, { room: t.yesRoom, digital: t.yesDigital, maybe: t.maybeLong, no: t.noLong });

export type GatheringState = "draft" | "cancelled" | "ahead" | "now" | "over";

/** The state, derived from what is stored and the time. */
export function stateOf(
  gathering: Pick<Gathering, "openedAt" | "cancelledAt" | "localDate" | "startTime" | "endTime" | "startsAt">,
  now: Temporal.Instant,
): GatheringState {
  if (gathering.cancelledAt) return "cancelled";
  const hasBegun = Temporal.Instant.compare(gathering.startsAt, now) <= 0;
  const length = { minutes: minutesBetween(gathering.startTime, gathering.endTime) };
  const isOver = Temporal.Instant.compare(gathering.startsAt.add(length), now) < 0;
  if (isOver) return "over";
  if (!gathering.openedAt) return "draft";
  return hasBegun ? "now" : "ahead";
}

export interface Tag {
  text: string;
  color: string;
}
function stateTags(state: GatheringState, t: T): Tag[] {
  if (state === "draft") return [{ text: t.stateDraft, color: "meta-purple" }];
  if (state === "cancelled") return [{ text: t.stateCancelled, color: "danger" }];
  return state === "now" ? [{ text: t.stateNow, color: "accent" }] : [];
}

const audienceTags = ({ audience }: Pick<Gathering, "audience">, t: T): Tag[] =>
  audience === "counsellors" ? [{ text: t.onlyCounsellors, color: "meta-lime" }] : [];

/** A line of a list of gatherings. */
export function listCard(row: ListRow, t: T, { language, now }: Moment) {
  const state = stateOf(row, now);
  const standing = row.invitationId ? standingOf(row, row) : null;
  const wasThere = ["present", "digital", "part"].includes(row.attended ?? "");
  const mayAnswer = state === "ahead" && row.invitationId !== null;
  const ownTags: Tag[] = wasThere ? [{ text: t.wasThere, color: "success" }] : [];
  if (mayAnswer && standing) ownTags.push({ text: t[`tag_${standing}`], color: tagColours[standing] });
  return {
    id: row.id,
    networkId: row.networkId,
    path: `/samlinger/${row.id}`,
    title: row.title,
    intro: row.intro,
    when: when(row, language),
    relative: relativeDay(row.localDate, language, now),
    place: placeInWords(row, t),
    state,
    /** When the clock invites to a draft. */
    sent: state === "draft" && row.inviteOn ? t.sentOn(shortDate(row.inviteOn, language, now)) : null,
    tags: [...stateTags(state, t), ...audienceTags(row, t), ...ownTags],
    mayAnswer,
    said: mayAnswer && standing ? saidInWords(standing, t) : null,
    saidWord: standing === "reconfirm" ? null : saidWord(row),
    sequence: row.sequence,
    buttons: mayAnswer ? quickButtons(row, t) : [],
  };
}
export type ListCard = ReturnType<typeof listCard>;

/** One press each: the words short enough to stand side by side on a phone. */
function quickButtons(gathering: Place, t: T) {
  return answerChoices(gathering, { room: t.yes, digital: t.digitalRoom, maybe: t.maybe, no: t.no });
}

/** Where, in words. */
export function placeInWords({ place, link }: Place, t: T): string {
  if (place === "") return link ? t.digitalRoom : t.placeOpen;
  return link ? `${place}, ${t.orOnline}` : place;
}

/** The facts at the head of every page about a gathering. */
export function factsCard(
  gathering: Gathering,
  t: T,
  { language, now }: Moment,
  themes: ReturnType<LaterRooms["themeChoices"]>,
) {
  const state = stateOf(gathering, now);
  return {
    id: gathering.id,
    title: gathering.title,
    intro: gathering.intro,
    when: when(gathering, language),
    relative: relativeDay(gathering.localDate, language, now),
    place: gathering.place || (gathering.link ? "" : t.placeOpen),
    link: gathering.link,
    theme: themes.find(({ value }) => value === gathering.themeSlug)?.label ?? null,
    state,
    tags: [...stateTags(state, t), ...audienceTags(gathering, t)],
    cancelled: gathering.cancelledAt ? t.cancelledWhy(gathering.cancelReason ?? "") : null,
    sequence: gathering.sequence,
  };
}
export type FactsCard = ReturnType<typeof factsCard>;

/** The agenda with its cases, and how it divides. */
export function agendaCard(
  lines: AgendaLine[],
  gathering: Pick<Gathering, "startTime" | "endTime">,
  t: T,
  caseCard: (slug: string) => CaseCard | null,
) {
  const sums = sumAgenda(lines, minutesBetween(gathering.startTime, gathering.endTime));
  return {
    lines: lines.map((line) => ({
      kind: t[`kind_${line.kind}`],
      title: line.title,
      minutes: t.minutes(line.minutes),
      lead: line.leadName,
      reading: line.caseSlug ? caseCard(line.caseSlug) : null,
    })),
    split: splitCard(sums, t),
  };
}

/** The bar: parts in steps of a twentieth of the two together, with the words beside it. */
export function splitCard(sums: ReturnType<typeof sumAgenda>, t: T) {
  const both = sums.professional + sums.dialogue;
  if (both === 0) return null;
  const words = t.split(sums.professional, sums.dialogue);
  return { professional: sums.professional, dialogue: sums.dialogue, words, over: sums.over };
}

/** Who comes, for members: names of those with a yes that still holds. */
export function comers(people: Standings, gathering: { sequence: number }, t: T) {
  return people.flatMap((person) => {
    const standing = standingOf(person, gathering);
    if (standing === "digital") return [`${person.name} (${t.online})`];
    return standing === "room" ? [person.name] : [];
  });
}

/** One's number in line, from 1; null when one is not waiting. */
export function placeInLine(people: Standings, own: { placement: string | null; lineNumber: number | null }) {
  if (own.placement !== "waiting") return null;
  const ahead = people.filter(
    (other) => other.placement === "waiting" && (other.lineNumber ?? 0) < (own.lineNumber ?? 0),
  );
  return ahead.length + 1;
}
