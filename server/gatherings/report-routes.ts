/** The report of a network: as a page that prints, and as two files. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { networkFor } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { sendCsv } from "../web/csv.ts";
import { dateWithYear, figures as inFigures, localDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { date, type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { atDesk, type ById, type Desk } from "./desk.ts";
import type { Figures, Period } from "./figures.ts";
import { keyText, readKey } from "./queries.ts";
import { everyHeldIn, heldIn, type Report, reportOf } from "./report.ts";
import { reportTexts } from "./report-texts.ts";
import { sightOf } from "./year.ts";

type R = Texts<typeof reportTexts>;
interface Line {
  label: string;
  value: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/report": {
      r: R;
      network: { id: string; name: string };
      errors: FieldErrors;
      typed: Typed;
      period: string;
      lines: Line[] | null;
      trades: Line[];
      items: Line[];
      older: { name: string; values: string[] }[];
      olderLabels: string[];
      rows: {
        date: string;
        title: string;
        path: string;
        theme: string | null;
        forWhom: string;
        present: string;
      }[];
      more: string | null;
      isFirst: boolean;
      query: string;
    };
  }
}

const readers = { config: { access: ["adviser", "leader", "regional_leader", "administrator"] } } as const;
type Asked = ById & { Querystring: { fra?: string; til?: string; etter?: string } };
const periodForm = z.object({ fra: date(), til: date() });
const pageSize = 50;

/** The figures in the order they are read. */
function linesOf(one: Figures, r: R, language: Language = "nb"): Line[] {
  const average = one.gatherings > 0 ? Math.round((one.attended / one.gatherings) * 10) / 10 : 0;
  const rows: [string, number][] = [
    [r.gatherings, one.gatherings],
    [r.mentors, one.mentors],
    [r.workplaces, one.workplaces],
    [r.officeStaff, one.officeStaff],
    [r.centreStaff, one.centreStaff],
    [r.attended, one.attended],
    [r.averageCame, average],
    [r.invited, one.invited],
    [r.answered, one.answered],
    [r.wishes, one.wishes],
    [r.wishesTaken, one.wishesTaken],
    [r.professionalMinutes, one.professionalMinutes],
    [r.dialogueMinutes, one.dialogueMinutes],
    [r.exchanges, one.exchanges],
  ];
  return rows.map(([label, n]) => ({ label, value: inFigures(n, language) }));
}

const olderNames = ["gatherings", "mentors", "workplaces", "officeStaff", "centreStaff", "attended"] as const;
/** The most first; a workplace may be known by its name alone. */
const byName = (trades: Record<string, number>, r: R) =>
  Object.entries(trades)
    .map(([trade, n]): [string, number] => [trade || r.tradeUnknown, n])
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, "nb"));

export function reportRoutes(app: FastifyInstance, { house, later }: Desk): void {
  const { store, now } = house;

  /** Advisers of the network, those above it, and administrators. */
  async function find(request: FastifyRequest<Asked>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const sight = await sightOf(store.read, viewer, network.id);
    return orNotFound(sight.isAdviser || sight.isAbove ? network : null);
  }

  /** The period asked for; the last twelve months when none is. Faults stand at their field. */
  function periodOf(request: FastifyRequest<Asked>): {
    period: Period;
    errors: FieldErrors;
    typed: { fra: string; til: string };
  } {
    const today = localDate(now());
    const usual = {
      from: today.subtract({ months: 12 }).with({ day: 1 }).toString(),
      to: today.toString(),
    };
    const { fra, til } = request.query;
    const typed = { fra: String(fra ?? usual.from), til: String(til ?? usual.to) };
    const form = readForm(periodForm, typed, atDesk(request, now()).shared);
    if (!form.ok) return { period: usual, errors: form.errors, typed };
    const { fra: from, til: to } = form.value;
    const r = inLanguage(reportTexts, request.language);
    if (to < from) return { period: usual, errors: { til: r.order }, typed };
    return { period: { from, to }, errors: {}, typed: { fra: from, til: to } };
  }

  const itemsOf = async (networkId: string, period: Period, language: Language) =>
    later.itemsByState(store.read, networkId, period, language, now());

  app.get<Asked>("/nettverk/:id/rapport", readers, async (request, reply) => {
    const network = await find(request);
    const { language } = request;
    const r = inLanguage(reportTexts, language);
    const { period, errors, typed } = periodOf(request);
    const moment = now();
    const after = readKey(request.query.etter);
    const report = await reportOf(store.read, network.id, period, moment);
    const rows = await heldIn(store.read, network.id, period, { after, size: pageSize + 1 }, moment);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const themes = later.themeChoices(language);
    const props = {
      ...{ r, title: r.title, network: { id: network.id, name: network.name }, errors, typed },
      period: r.periodOf(dateWithYear(period.from, language), dateWithYear(period.to, language)),
      lines: report.live && linesOf(report.live.figures, r, language),
      trades: byName(report.live?.figures.trades ?? {}, r).map(([label, n]) => ({
        label,
        value: inFigures(n),
      })),
      items: (await itemsOf(network.id, period, language)).map(({ label, n }) => ({
        label,
        value: inFigures(n),
      })),
      older: report.older.map((half) => ({
        name: r.halfName(half.half),
        values: olderNames.map((name) => inFigures(half[name])),
      })),
      olderLabels: olderNames.map((name) => r[name]),
      rows: shown.map((row) => ({
        date: dateWithYear(row.localDate, language),
        title: row.title,
        path: `/samlinger/${row.id}`,
        theme: themes.find(({ value }) => value === row.themeSlug)?.label ?? null,
        forWhom: row.audience === "counsellors" ? r.forCounsellors : r.forAll,
        present: row.listed > 0 ? r.presentOf(row.attended, row.listed) : "–",
      })),
      more: rows.length > pageSize && last ? keyText(last) : null,
      isFirst: after === null,
      query: new URLSearchParams({ fra: period.from, til: period.to }).toString(),
    };
    return reply.page("gatherings/report", props, Object.keys(errors).length > 0 ? 422 : 200);
  });

  /** Every figure on a line of its own: part, what, number. */
  async function* figureLines(report: Report, items: { label: string; n: number }[], r: R) {
    yield [r.group, r.what, r.number];
    if (report.live) {
      const { figures, from, to } = report.live;
      const part = `${from}–${to}`;
      for (const { label, value } of linesOf(figures, r)) yield [part, label, plainNumber(value)];
      for (const [trade, n] of byName(figures.trades, r)) yield [r.trades, trade, n];
    }
    for (const { label, n } of items) yield [r.items, label, n];
    for (const half of report.older) {
      for (const name of olderNames) yield [r.halfName(half.half), r[name], half[name]];
      for (const [trade, n] of byName(half.trades, r))
        yield [r.halfName(half.half), `${r.trades}: ${trade}`, n];
    }
  }

  app.get<Asked>("/nettverk/:id/rapport.csv", readers, async (request, reply) => {
    const network = await find(request);
    const { period } = periodOf(request);
    const report = await reportOf(store.read, network.id, period, now());
    const items = await itemsOf(network.id, period, request.language);
    const r = inLanguage(reportTexts, request.language);
    return sendCsv(reply, `rapport-${period.from}-${period.to}`, figureLines(report, items, r));
  });

  async function* gatheringLines(networkId: string, period: Period, language: Language) {
    const r = inLanguage(reportTexts, language);
    const themes = new Map(later.themeChoices(language).map(({ value, label }) => [value, label]));
    yield [r.date, r.gathering, r.theme, r.forWhom, r.invited, r.answered, r.listed, r.present];
    for await (const row of everyHeldIn(store.read, networkId, period, now())) {
      const forWhom = row.audience === "counsellors" ? r.forCounsellors : r.forAll;
      const theme = themes.get(row.themeSlug ?? "") ?? null;
      yield [row.localDate, row.title, theme, forWhom, row.invited, row.answered, row.listed, row.attended];
    }
  }

  app.get<Asked>("/nettverk/:id/samlinger.csv", readers, async (request, reply) => {
    const network = await find(request);
    const { period } = periodOf(request);
    const lines = gatheringLines(network.id, period, request.language);
    return sendCsv(reply, `samlinger-${period.from}-${period.to}`, lines);
  });
}

/** A number written for people, as a spreadsheet counts with it. */
const plainNumber = (value: string) => Number(value.replace(/\u00a0/g, "").replace(",", "."));
