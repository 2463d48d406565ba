/** Minutes made ready for reading: on the page, behind the link without sign-in, and in the mail. */
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import { localDate, shortDate, when } from "../web/dates.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { isSigned, sign } from "../web/signing.ts";
import type { Moment } from "./desk.ts";
import type { LaterRooms } from "./later.ts";
import {
  inAgendaOrder,
  lineKeyOf,
  type Minutes,
  minutesState,
  nextAfter,
  passedOn,
} from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import type { AgendaLine, Gathering } from "./queries.ts";

export type M = Texts<typeof minutesTexts>;

/** Where minutes have it from what Nav answered. */
export type Answers = Pick<LaterRooms, "reportBacksFor" | "reportedAt">;

export interface MinutesCard {
  when: string;
  agreed: { words: string; corrected: string | null }[];
  actions: {
    id: string;
    words: string;
    who: string | null;
    due: string | null;
    isDone: boolean;
    corrected: string | null;
  }[];
  answers: { question: string; state: string; reason: string | null }[];
  items: {
    id: string;
    heading: string;
    lines: { words: string; key: string; feedbackId: string | null }[];
    corrected: string | null;
  }[];
  next: { title: string; when: string; place: string } | null;
  isEmpty: boolean;
}

/** The secret part of the link that reads minutes without sign-in; the same for everyone, and revocable. */
export const minutesToken = (secret: string, gatheringId: string, linkVersion: number) =>
  `${gatheringId}.${sign(secret, "minutes", gatheringId, linkVersion)}`;

/** The link in the mail opens the minutes so long after they went out; who is in the network signs in. */
export const linkDays = 90;
export const isLinkOver = (at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, at.add({ hours: linkDays * 24 })) > 0;

/**
 * The gathering whose published minutes a link opens, and whether its time is over; null when it is cut,
 * revoked or made up.
 */
export async function gatheringByMinutesToken(
  read: Reader,
  secret: string,
  token: string,
  now: Temporal.Instant,
): Promise<{ id: string; isOver: boolean } | null> {
  const [id, proof] = token.split(".");
  if (!id || !proof) return null;
  const state = await minutesState(read, id);
  if (state?.outcome !== "published") return null;
  if (!isSigned(proof, secret, "minutes", id, state.linkVersion)) return null;
  return { id, isOver: isLinkOver(state.at, now) };
}

/**
 * Everything there is to read of a gathering's minutes.
 * @param withFeedback whether lines passed on as feedback are marked: for advisers
 */
export async function minutesCard(
  read: Reader,
  later: Answers,
  facts: { gathering: Gathering; agenda: AgendaLine[]; minutes: Minutes },
  { language, now }: Pick<Moment, "language" | "now">,
  withFeedback = false,
): Promise<MinutesCard> {
  const { gathering, agenda, minutes } = facts;
  const m = inLanguage(minutesTexts, language);
  const day = (date: string) => shortDate(date, language, now);
  const corrected = (at: Minutes["items"][number]["correctedAt"]) =>
    at ? m.corrected(day(localDate(at).toString())) : null;
  const passed = withFeedback ? await passedOn(read, gathering.id) : new Map<string, string>();
  const next = await nextAfter(read, gathering.networkId, lookingFrom(gathering, now));
  const items = inAgendaOrder(minutes.items, agenda).flatMap((item) => {
    const lines = item.words.split("\n").filter((line) => line.trim() !== "");
    return lines.length === 0
      ? []
      : [
          {
            id: item.id,
            heading: item.heading,
            lines: lines.map((words) => {
              const key = lineKeyOf(words);
              return { words, key, feedbackId: passed.get(`${item.id}:${key}`) ?? null };
            }),
            corrected: corrected(item.correctedAt),
          },
        ];
  });
  const ofKind = (kind: "agreed" | "action") => minutes.actions.filter((one) => one.kind === kind);
  return {
    when: when(gathering, language),
    agreed: ofKind("agreed").map(({ words, correctedAt }) => ({ words, corrected: corrected(correctedAt) })),
    actions: ofKind("action").map((one) => ({
      id: one.id,
      words: one.words,
      who: one.who,
      due: one.dueOn ? m.due(day(one.dueOn)) : null,
      isDone: one.doneOn !== null,
      corrected: corrected(one.correctedAt),
    })),
    answers: await answersAt(read, later, gathering.id, { language, now }),
    items,
    next: next && { title: next.title, when: when(next, language), place: next.place },
    isEmpty: items.length + minutes.actions.length === 0,
  };
}

/** The next gathering is the next from now, or from this one when it is still ahead. */
const lookingFrom = (gathering: Gathering, now: Moment["now"]) =>
  gathering.startsAt.epochMilliseconds > now.epochMilliseconds ? gathering.startsAt : now;

/** What was presented, with its reason; what was to be presented, while nobody has recorded that it was. */
async function answersAt(
  read: Reader,
  later: Answers,
  gatheringId: string,
  { language, now }: Pick<Moment, "language" | "now">,
) {
  const reported = await later.reportedAt(read, gatheringId, language);
  if (reported.length > 0)
    return reported.map(({ question, state, reason }) => ({ question, state, reason }));
  const cards = await later.reportBacksFor(read, gatheringId, language, now);
  return cards.map(({ question, state }) => ({ question, state, reason: null }));
}
