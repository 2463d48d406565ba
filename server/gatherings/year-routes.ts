/** The year wheel of a network: a figure, and a table that says the same. */
import type { FastifyInstance } from "fastify";
import { networkFor } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { daySpan, localDate, monthName, shortDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { atDesk, type ById, type Desk, signedIn } from "./desk.ts";
import { seasonTexts } from "./season-texts.ts";
import { daysOffIn, nextYear, sightOf, yearOf } from "./year.ts";
import { type Wheel, wheel, wheelSize } from "./year-wheel.ts";

interface YearRow {
  number: number;
  path: string;
  title: string;
  date: string;
  theme: string | null;
  state: string;
  attendance: string | null;
  isExchange: boolean;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/year": {
      s: Texts<typeof seasonTexts>;
      network: { id: string; name: string };
      year: number;
      text: string;
      size: number;
      wheel: Wheel;
      months: string[];
      rows: YearRow[];
      off: { when: string; words: string }[];
      before: string | null;
      after: string | null;
    };
  }
}

type Asked = ById & { Querystring: { ar?: string } };

export function yearRoutes(app: FastifyInstance, { house, later }: Desk): void {
  const { store, now } = house;

  app.get<Asked>("/nettverk/:id/arshjul", signedIn, async (request, reply) => {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const { language, now: moment } = atDesk(request, now());
    const s = inLanguage(seasonTexts, language);
    const thisYear = localDate(moment).year;
    const sight = await sightOf(store.read, viewer, network.id);
    const asked = /^\d{4}$/.test(String(request.query.ar)) ? Number(request.query.ar) : null;
    const wanted = asked ?? (await nextYear(store.read, network.id, sight, moment));
    const year = Math.min(Math.max(wanted, thisYear - 10), thisYear + 3);
    const gatherings = (await yearOf(store.read, network.id, year, sight)).map((row) => ({
      ...row,
      listed: Number(row.listed),
      isHeld: row.endsAt.epochMilliseconds < moment.epochMilliseconds,
      isExchange: row.audience === "counsellors",
    }));
    const off = await daysOffIn(store.read, network.id, year);
    const themes = later.themeChoices(language);
    const held = gatherings.filter(({ isHeld }) => isHeld).length;
    const offWords = { easter: s.easterWeek, july: s.july };
    const path = `/nettverk/${network.id}/arshjul`;
    const day = (date: string) => shortDate(date, language, moment).replace(/ \d{4}$/, "");
    return reply.page("gatherings/year", {
      ...{ s, title: s.yearTitle(year), network: { id: network.id, name: network.name }, year },
      text: s.yearText(year, held, gatherings.length - held),
      size: wheelSize,
      wheel: wheel(year, gatherings, off),
      months: Array.from({ length: 12 }, (_, i) => monthName(i + 1, language)),
      rows: gatherings.map((one, index) => ({
        number: index + 1,
        path: `/samlinger/${one.id}`,
        title: one.title,
        date: day(one.localDate),
        theme: themes.find(({ value }) => value === one.themeSlug)?.label ?? null,
        state: one.isHeld ? s.yearHeld : s.yearPlanned,
        attendance: one.listed > 0 ? s.came(one.attended, one.listed) : null,
        isExchange: one.isExchange,
      })),
      off: off.map(({ from, to, words, kind }) => ({
        when: daySpan(from, to, language),
        words: words ?? (kind === "local" ? s.yearOff : offWords[kind]),
      })),
      before: year > thisYear - 10 ? `${path}?ar=${year - 1}` : null,
      after: year < thisYear + 3 ? `${path}?ar=${year + 1}` : null,
    });
  });
}
