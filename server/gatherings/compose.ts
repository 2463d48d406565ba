/** Composing an agenda: what is waiting beside what is on it, and one press from the one to the other. */
import type { Reader } from "../store/store.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { dialogueKinds, minutesBetween, sumAgenda } from "./agenda.ts";
import { composeTexts } from "./compose-texts.ts";
import type { Moment } from "./desk.ts";
import { emptyRow, type TypedRow } from "./forms.ts";
import type { LaterRooms } from "./later.ts";
import type { Gathering } from "./queries.ts";
import { sharedTriesFor } from "./try-queries.ts";
import { casesUsed, datesHeld, openWishes, wishWords } from "./wish-queries.ts";
import { type WishCard, wishCards } from "./wish-routes.ts";
import { wishTexts } from "./wish-texts.ts";

const wishesShown = 8;
/** Minutes that what is put on begins with; the adviser changes them. */
const usualMinutes = { wish: 30, case: 40, answers: 15, tried: 10, navAsks: 15 };

export interface Sources {
  c: Texts<typeof composeTexts>;
  wishes: WishCard[];
  wishesPath: string;
  answers: { question: string; state: string }[];
  triedWords: string;
  cases: { slug: string; title: string; used: string | null }[];
}

/** What is waiting for a gathering: wishes by votes, answers to present, what was tried, cases. */
export async function sourcesFor(
  read: Reader,
  later: LaterRooms,
  gathering: Gathering,
  viewerId: string,
  { language, now }: Moment,
): Promise<Sources> {
  const c = inLanguage(composeTexts, language);
  const { networkId } = gathering;
  const today = localDate(now);
  const asked = { networkId, viewerId, order: "votes" as const, after: null, size: wishesShown };
  const wishes = await openWishes(read, { ...asked, includesDrafts: true });
  const oldest = wishes.map(({ proposedOn }) => proposedOn).sort()[0] ?? today.toString();
  const held = await datesHeld(read, networkId, oldest, today.toString());
  const shared = await sharedTriesFor(read, gathering);
  const used = await casesUsed(read, networkId);
  return {
    c,
    wishes: wishCards(wishes, held, today, inLanguage(wishTexts, language)),
    wishesPath: `/temaonsker?nettverk=${networkId}`,
    answers: await later.reportBacksFor(read, gathering.id, language, now),
    triedWords: shared.length > 0 ? c.triedShared(shared.length) : c.triedNone,
    cases: (await later.caseChoices(language)).map((choice) => {
      const date = used.get(choice.slug);
      const words = date && date >= today.toString() ? c.usedAhead : c.used;
      return { ...choice, used: date ? words(shortDate(date, language, now)) : null };
    }),
  };
}

/** Where something new belongs: the opening after the welcome, the rest before the closing practical lines. */
function placeFor(rows: TypedRow[], opens: boolean): number {
  if (opens) return rows[0]?.slag === "practical" ? 1 : 0;
  let at = rows.length;
  while (at > 1 && rows[at - 1]?.slag === "practical") at--;
  return at;
}

/** A row at its place among the others. */
function withRow(rows: TypedRow[], row: Partial<TypedRow>, opens = false): TypedRow[] {
  const at = placeFor(rows, opens);
  return [...rows.slice(0, at), { ...emptyRow, ...row }, ...rows.slice(at)];
}

/**
 * What the buttons of the sources do to the lines: `onske-<id>`, `eksempel-<slug>`, `svar`, `provd`.
 * A wish of another network, an unknown case and what is on the agenda already change nothing.
 */
export async function putOn(
  read: Reader,
  later: LaterRooms,
  networkId: string,
  rows: TypedRow[],
  handling: unknown,
  { t, language }: Moment,
): Promise<TypedRow[]> {
  if (typeof handling !== "string") return rows;
  const [what, ...rest] = handling.split("-");
  const which = rest.join("-");
  if (what === "onske") {
    if (rows.some((row) => row.onske === which)) return rows;
    const words = await wishWords(read, networkId, which);
    const row = { slag: "dialogue", minutter: String(usualMinutes.wish), onske: which };
    return words ? withRow(rows, { ...row, tittel: words }) : rows;
  }
  if (what === "eksempel") {
    const card = await later.caseCard(which, language);
    if (!card || rows.some((row) => row.eksempel === which)) return rows;
    const row = { slag: "case", minutter: String(usualMinutes.case), eksempel: which };
    return withRow(rows, { ...row, tittel: card.title });
  }
  const fixed =
    handling === "svar"
      ? { slag: "report_back", tittel: t.kind_report_back, minutter: String(usualMinutes.answers) }
      : handling === "provd"
        ? { slag: "we_tried", tittel: t.kind_we_tried, minutter: String(usualMinutes.tried) }
        : null;
  return fixed && !rows.some((row) => row.slag === fixed.slag) ? withRow(rows, fixed, true) : rows;
}

export interface SumsProps {
  c: Texts<typeof composeTexts>;
  available: number;
  professional: number;
  dialogue: number;
  practical: number;
  /** Minutes free; negative when there are too many. */
  left: number;
  words: string;
  dialogueKinds: string;
}

/** How the minutes divide, from what is typed; lines that are not numbers yet count for nothing. */
export function sumsOf(
  rows: TypedRow[],
  gathering: Pick<Gathering, "startTime" | "endTime">,
  { language }: Pick<Moment, "language">,
): SumsProps {
  const c = inLanguage(composeTexts, language);
  const available = minutesBetween(gathering.startTime, gathering.endTime);
  const items = rows.map(({ slag, minutter }) => ({
    kind: slag as Parameters<typeof sumAgenda>[0][number]["kind"],
    minutes: /^\d{1,3}$/.test(minutter) ? Number(minutter) : 0,
  }));
  const { professional, dialogue, practical } = sumAgenda(items, available);
  const left = available - professional - dialogue - practical;
  const words = (left > 0 ? c.left : left < 0 ? c.over : c.full).replace("{n}", String(Math.abs(left)));
  const kinds = dialogueKinds.join(" ");
  return { c, available, professional, dialogue, practical, left, words, dialogueKinds: kinds };
}
