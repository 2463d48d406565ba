/** Coupling as pages print it: words, counts and the geometry of its picture. */
import { figures } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { type Condition, type CouplingCounts, conditionsOf, readingOf, signalsOf } from "./coupling.ts";
import { couplingTexts } from "./coupling-texts.ts";

export type CouplingWords = ReturnType<typeof couplingWords>;
/** The words of the room's coupling pages in one language. */
export const couplingWords = (language: Language) => inLanguage(couplingTexts, language);

const colours = { tight: "success", mixed: "info", loose: "warning", none: "neutral" } as const;

/** `Andre halvår 2026`, with "så langt" for the one we are in. */
export function halfYearName(halfYear: string, current: string, t: CouplingWords): string {
  const name = t.halfYear(halfYear);
  return halfYear === current ? `${name}, ${t.soFar}` : name;
}

interface Mark {
  label: string;
  condition: Condition;
  says: string;
  /** Null where there was nothing to count. */
  counted: string | null;
}

function marksOf(counts: CouplingCounts, t: CouplingWords): Mark[] {
  const { wishes, answers, change } = conditionsOf(counts);
  return [
    {
      label: t.wishes,
      condition: wishes,
      says: t[wishes],
      counted: counts.topics === 0 ? null : t.wishesCount(counts.topicsFromWishes, counts.topics),
    },
    {
      label: t.answers,
      condition: answers,
      says: t[answers],
      counted: counts.due === 0 ? null : t.answersCount(counts.answeredInTime, counts.due),
    },
    { label: t.change, condition: change, says: t[change], counted: t.changeCount(counts.changes) },
  ];
}

type Row = { label: string; value: string };

function componentsOf(
  counts: CouplingCounts,
  t: CouplingWords,
): { heading: string; text: string; rows: Row[] }[] {
  const row = (label: string, n: number) => ({ label, value: figures(n) });
  const share = (part: number, whole: number) => (whole === 0 ? figures(0) : t.ofAll(part, whole));
  return [
    {
      heading: t.needs,
      text: "",
      rows: [
        row(t.gatherings, counts.gatherings),
        { label: t.topicsRow, value: share(counts.topicsFromWishes, counts.topics) },
        {
          label: t.minutes,
          value: t.minutesValue(figures(counts.professionalMinutes), figures(counts.dialogueMinutes)),
        },
        row(t.counsellors, counts.counsellorsPresent),
        row(t.navAsks, counts.navAsks),
      ],
    },
    {
      heading: t.practice,
      text: "",
      rows: [
        row(t.items, counts.items),
        { label: t.inTime, value: share(counts.answeredInTime, counts.due) },
        row(t.decided, counts.decided),
        row(t.kept, counts.kept),
        row(t.changes, counts.changes),
        row(t.doubted, counts.assumptionsDoubted),
        row(t.confirmed, counts.confirmed),
        row(t.unconfirmed, counts.unconfirmed),
        row(t.reopened, counts.reopened),
        row(t.tried, counts.tried),
      ],
    },
    {
      heading: t.spent,
      text: t.spentText,
      rows: [
        row(t.waited, counts.waited),
        row(t.answeredUnread, counts.answeredUnread),
        row(t.asked, counts.asked),
      ],
    },
  ];
}

function signalWords(counts: CouplingCounts, t: CouplingWords): string[] {
  const { gatheringsWithoutWish, gatherings, kept, unread } = counts;
  const words = {
    noWishes: t.noWishes(gatheringsWithoutWish, gatherings),
    oftenKept: t.oftenKept(kept),
    unread: t.unread(unread),
  };
  return signalsOf(counts).map((signal) => words[signal]);
}

/** How counts read, as a tag and a sentence. */
export function readingTag(counts: CouplingCounts, t: CouplingWords) {
  const reading = readingOf(counts);
  return { tag: { text: t[reading], color: colours[reading] }, says: t[`${reading}Text`] };
}

/** Everything a page says of one set of counts. */
export function couplingCard(counts: CouplingCounts, t: CouplingWords) {
  return {
    ...readingTag(counts, t),
    marks: marksOf(counts, t),
    signals: signalWords(counts, t),
    components: componentsOf(counts, t),
  };
}
export type CouplingCard = ReturnType<typeof couplingCard>;

const geometry = { labels: 96, column: 72, row: 36, top: 12 };

/** The trend as a picture: half-years from left to right, the three conditions from above. */
export function trendOf(
  halfYears: readonly { halfYear: string; counts: CouplingCounts }[],
  current: string,
  t: CouplingWords,
) {
  const { labels, column, row, top } = geometry;
  const oldestFirst = [...halfYears].sort((a, b) => (a.halfYear < b.halfYear ? -1 : 1));
  const shorts = [t.wishesShort, t.answersShort, t.changeShort];
  return {
    width: labels + column * Math.max(oldestFirst.length, 1) + 8,
    height: top + row * 3 + 44,
    rows: shorts.map((text, i) => ({ text, y: top + row * i + row / 2 })),
    columns: oldestFirst.map(({ halfYear, counts }, i) => ({
      x: labels + column * i + column / 2,
      lines: t
        .halfYearShort(halfYear.slice(5), halfYear.slice(0, 4))
        .split("\n")
        .map((text, line) => ({ text, y: top + row * 3 + 18 + line * 18 })),
      cells: marksOf(counts, t).map(({ condition }, j) => ({ condition, y: top + row * j + row / 2 })),
    })),
    table: [...oldestFirst].reverse().map(({ halfYear, counts }) => ({
      name: halfYearName(halfYear, current, t),
      reading: readingTag(counts, t).tag,
      cells: marksOf(counts, t).map(({ says, counted }) =>
        counted === null ? says : `${says} (${counted.replaceAll(" ", "\u00a0")})`,
      ),
    })),
  };
}
export type Trend = ReturnType<typeof trendOf>;
