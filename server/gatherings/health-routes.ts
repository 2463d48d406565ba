/** How a network is doing, and what one can do about it. Names are for its advisers alone. */
import type { FastifyInstance } from "fastify";
import type { Temporal } from "temporal-polyfill";
import { networkFor, networksFor } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { figures as inFigures, localDate, numberInWords, shortDate, weekdayName } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { halfYearOf } from "../web/half-year.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { phoneInWords, phoneLink } from "../web/phone.ts";
import { bars, chart } from "./bars.ts";
import type { ById, Desk } from "./desk.ts";
import { figuresOf } from "./figures.ts";
import { halfYearsOf, liveFrom } from "./half-year.ts";

import { byWeekday, missedThree, type NameKey, wishShare } from "./health.ts";
import { healthTexts } from "./health-texts.ts";
import { heldIn } from "./report.ts";
import { type Gap, gapsOf } from "./rhythm.ts";
import { sightOf } from "./year.ts";

type H = Texts<typeof healthTexts>;
/** What is so, and what one can do about it. */
interface Finding {
  words: string[];
  doing: string | null;
  link: { path: string; label: string } | null;
}
interface MissedPerson {
  name: string;
  workplaceName: string | null;
  lastSeen: string;
  phone: { text: string; href: string } | null;
  mailto: string | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/health": {
      h: H;
      network: { id: string; name: string };
      isAdviser: boolean;
      missed: Finding;
      people: MissedPerson[];
      more: string | null;
      isFirst: boolean;
      attendance: Finding;
      chart: typeof chart & { bars: ReturnType<typeof bars> };
      table: { date: string; cells: string[] }[];
      halves: { name: string; words: string }[];
      answers: Finding;
      rhythm: Finding;
      exchange: Finding;
      topics: Finding;
      split: Finding & { share: { professional: number; dialogue: number } | null };
    };
    "gatherings/health-list": { h: H; networks: { id: string; name: string }[] };
  }
}

const readers = { config: { access: ["adviser", "leader", "regional_leader", "administrator"] } } as const;
type Asked = ById & { Querystring: { etter?: string } };
const pageSize = 25;
const shownGatherings = 24;
/** Fewer answers than this share, and many are silent. */
const fewAnswers = 0.7;
/** Attendance falls when the last four are so much under the four before. */
const fallen = 0.75;

const keyText = ({ sortKey, id }: NameKey) => `${id}.${Buffer.from(sortKey).toString("base64url")}`;
function readKey(text: unknown): NameKey | null {
  const match = typeof text === "string" ? /^([a-z0-9]{1,40})\.([\w-]{1,400})$/.exec(text) : null;
  if (!match) return null;
  const sortKey = Buffer.from(match[2] as string, "base64url").toString("utf8");
  return sortKey.includes("\u0000") ? null : { id: match[1] as string, sortKey };
}

const averageOf = (rows: readonly { attended: number }[]) =>
  rows.length === 0 ? 0 : rows.reduce((sum, { attended }) => sum + attended, 0) / rows.length;
const decimal = (n: number, language: Language) => inFigures(Math.round(n * 10) / 10, language);

/** Whether the last four gatherings had clearly fewer than the four before them. */
export function hasFallen(rows: readonly { attended: number }[]): boolean {
  if (rows.length < 8) return false;
  return averageOf(rows.slice(-4)) < fallen * averageOf(rows.slice(-8, -4));
}

export function healthRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;

  app.get("/helse", readers, async (request, reply) => {
    const h = inLanguage(healthTexts, request.language);
    const networks = await networksFor(store.read, viewerOf(request));
    if (networks.length === 1) return reply.goTo(`/nettverk/${networks[0]?.id}/helse`);
    return reply.page("gatherings/health-list", { h, title: h.title, networks });
  });

  app.get<Asked>("/nettverk/:id/helse", readers, async (request, reply) => {
    const viewer = viewerOf(request);
    const found = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const sight = await sightOf(store.read, viewer, found.id);
    const network = orNotFound(sight.isAdviser || sight.isAbove ? found : null);
    const { language } = request;
    const h = inLanguage(healthTexts, language);
    const moment = now();
    const today = localDate(moment);
    const year = { from: today.subtract({ months: 12 }).toString(), to: today.toString() };
    const page = { network, isAdviser: sight.isAdviser, h, language, moment };
    const after = sight.isAdviser ? readKey(request.query.etter) : null;
    const size = sight.isAdviser ? pageSize + 1 : 1;
    const missed = await missedThree(store.read, network.id, { after, size }, moment);
    const people = sight.isAdviser ? (missed?.people ?? []) : [];
    const last = people.length > pageSize ? people[pageSize - 1] : undefined;
    const since = liveFrom(moment);
    const held = await heldIn(
      store.read,
      network.id,
      { from: since, to: year.to },
      { after: null, size: 200 },
      moment,
    );
    const rows = held
      .filter(({ audience, listed }) => audience === "everyone" && listed > 0)
      .slice(-shownGatherings);
    const figures = await figuresOf(store.read, network.id, year, moment);
    const halves = await halfYearsOf(store.read, network.id, { from: "2000-01-01", to: since });
    return reply.page("gatherings/health", {
      ...{ h, title: h.title, network: { id: network.id, name: network.name }, isAdviser: sight.isAdviser },
      missed: missedFinding(missed, page),
      people: people.slice(0, pageSize).map((person) => personShown(person, page)),
      more: last ? keyText(last) : null,
      isFirst: after === null,
      attendance: attendanceFinding(rows, page),
      chart: { ...chart, bars: bars(rows) },
      table: rows.map((row) => ({
        date: shortDate(row.localDate, language, moment),
        cells: [row.attended, row.listed, row.answered, row.invited].map((n) => inFigures(n)),
      })),
      halves: halves
        .filter(({ half, gatherings }) => gatherings > 0 && half < halfYearOf(since))
        .map(({ half, gatherings, attended }) => {
          return {
            name: h.half(half),
            words: h.perGathering(
              decimal(attended / gatherings, language),
              gatherings,
              numberInWords(gatherings, language),
            ),
          };
        }),
      answers: answersFinding(figures, page),
      rhythm: rhythmFinding(await gapsOf(store.read, network.id, "everyone", moment), page, false),
      exchange: rhythmFinding(await gapsOf(store.read, network.id, "counsellors", moment), page, true),
      topics: topicsFinding(await wishShare(store.read, network.id, year, moment), page),
      split: splitFinding(figures, page),
    });
  });
}

interface Page {
  network: { id: string };
  isAdviser: boolean;
  h: H;
  language: Language;
  moment: Temporal.Instant;
}
const finding = (words: string[], doing: string | null = null, link: Finding["link"] = null): Finding => ({
  ...{ words, doing, link },
});

function missedFinding(missed: Awaited<ReturnType<typeof missedThree>>, { h, isAdviser }: Page): Finding {
  if (!missed) return finding([h.missedTooFew]);
  if (missed.count === 0) return finding([h.missedNone]);
  return finding([h.missedCount(missed.count)], isAdviser ? null : h.missedForAdvisers);
}

type Missed = NonNullable<Awaited<ReturnType<typeof missedThree>>>["people"][number];
function personShown(person: Missed, { h, language, moment }: Page): MissedPerson {
  const { name, workplaceName, lastSeen, phone, email } = person;
  return {
    ...{ name, workplaceName },
    lastSeen: lastSeen ? h.lastSeen(shortDate(lastSeen, language, moment)) : h.neverSeen,
    phone: phone ? { text: phoneInWords(phone), href: phoneLink(phone) } : null,
    mailto: email ? `mailto:${email}?subject=${encodeURIComponent(h.wordsSubject)}` : null,
  };
}

type Held = Awaited<ReturnType<typeof heldIn>>;
function attendanceFinding(rows: Held, { h, language, isAdviser }: Page): Finding {
  if (rows.length === 0) return finding([h.attendanceNone]);
  const [best, other] = byWeekday(rows);
  const weekday =
    best && other ? [h.weekdays(weekdayName(best.weekday, language), decimal(best.average, language))] : [];
  const words = [
    h.attendanceText(rows.length, decimal(averageOf(rows), language), numberInWords(rows.length, language)),
    ...weekday,
  ];
  const isDown = hasFallen(rows);
  const next = isAdviser && (isDown || other) ? "/samlinger" : null;
  return finding(words, isDown ? h.attendanceFalls : null, next ? { path: next, label: h.moveSeries } : null);
}

type Figures = Awaited<ReturnType<typeof figuresOf>>;
function answersFinding({ answered, invited }: Figures, { h }: Page): Finding {
  if (invited === 0) return finding([h.answersNone]);
  return finding([h.answersText(answered, invited)], answered < fewAnswers * invited ? h.answersLow : null);
}

function rhythmFinding(
  rhythm: Awaited<ReturnType<typeof gapsOf>>,
  { h, language, moment, isAdviser }: Page,
  isExchange: boolean,
): Finding {
  const day = (date: string) => shortDate(date, language, moment);
  const today = localDate(moment).toString();
  const gapInWords = ({ from, to, weeks }: Gap) => {
    const words = numberInWords(weeks, language);
    if (to === null) return h.gapOpen(words, day(from));
    return to < today ? h.gap(words, day(from), day(to)) : h.gapAhead(words, day(from), day(to));
  };
  const label = isExchange ? h.planExchange : h.planSeason;
  const plan = isAdviser
    ? { path: isExchange ? "/samlinger/sesong?hvem=veiledere" : "/samlinger/sesong", label }
    : null;
  if (rhythm.isEmpty) return finding([isExchange ? h.exchangeEmpty : h.rhythmEmpty], null, plan);
  if (rhythm.gaps.length > 0) return finding(rhythm.gaps.map(gapInWords), h.gapDo, plan);
  if (rhythm.next) return finding([h.rhythmGood(day(rhythm.next))]);
  return finding([h.rhythmLast(day(rhythm.last ?? today))], null, plan);
}

function topicsFinding({ items, wished }: { items: number; wished: number }, { h }: Page): Finding {
  if (items === 0) return finding([h.topicsNone]);
  return finding([h.topicsText(wished, items)], wished * 3 < items ? h.topicsDo : null);
}

function splitFinding(
  { professionalMinutes: professional, dialogueMinutes: dialogue }: Figures,
  { h }: Page,
) {
  if (professional + dialogue === 0) return { ...finding([h.topicsNone]), share: null };
  const doing = professional > dialogue ? h.splitDo : null;
  return { ...finding([h.splitText(professional, dialogue)], doing), share: { professional, dialogue } };
}
