/** A season: the rule, the proposed dates, the drafts. No state between the steps but the form's own. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { viewerOf } from "../web/access.ts";
import { localDate, longDate, weekdayName } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { agendaKinds } from "./agenda.ts";
import { blackOutsOf } from "./black-out.ts";
import { latestSeries, typedFromSeries } from "./copy-season.ts";
import { atDesk, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import {
  bodyOf,
  type DateLine,
  emptyRow,
  readDates,
  readRows,
  ruleFrom,
  type SeasonInput,
  seasonForm,
  type TypedRow,
  typedDates,
  typedRows,
} from "./forms.ts";
import { holidayName } from "./holidays.ts";
import { type Proposal, proposeDates } from "./proposals.ts";
import { networksRunBy, usualPlace } from "./queries.ts";
import { datesTaken, planSeason, type Season } from "./series.ts";
import { standardAgenda } from "./standard-agenda.ts";

interface FormProps {
  t: T;
  p: P;
  errors: FieldErrors;
  typed: Typed;
  rows: TypedRow[];
  /** An empty line at the end of the agenda. */
  emptyRow: TypedRow;
  kinds: readonly string[];
  weekdays: { value: string; label: string }[];
  networks: { id: string; name: string }[];
  /** The season before, to begin from; null when there is none or it is shown already. */
  copy: { path: string; words: string } | null;
}
interface ProposalLine extends DateLine {
  /** What stands beside the date: its weekday in words, or why another was skipped. */
  words: string;
  note: string | null;
  isTaken: boolean;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/season": FormProps;
    "gatherings/proposals": {
      t: T;
      p: P;
      errors: FieldErrors;
      lines: ProposalLine[];
      /** The rule and the rest, carried on as hidden fields. */
      hidden: [string, string][];
      backPath: string;
    };
  }
}

const mostMonths = 24;

export function seasonRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;

  const page = (
    moment: Moment,
    rest: Pick<FormProps, "errors" | "typed" | "rows" | "networks"> & Partial<FormProps>,
  ) => {
    const { t, p } = moment;
    const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      value: String(day),
      label: weekdayName(day, moment.language),
    }));
    return { t, p, title: p.seasonTitle, kinds: agendaKinds, weekdays, emptyRow, copy: null, ...rest };
  };

  /** The rule and agenda as sent, or their faults; a network one does not run is a 404. */
  async function readSeason(request: FastifyRequest, given: unknown) {
    const moment = atDesk(request, now());
    const networks = await networksRunBy(store.read, viewerOf(request).id);
    const rows = typedRows(given);
    const form = readForm(seasonForm, given, moment.shared);
    const agenda = readRows(rows, moment.shared);
    const errors = {
      ...(form.ok ? periodFaults(form.value, moment) : form.errors),
      ...(agenda.ok ? {} : agenda.errors),
    };
    const shown = { errors, typed: bodyOf(given) as Typed, rows, networks };
    if (!form.ok || !agenda.ok || Object.keys(errors).length > 0)
      return { ok: false as const, moment, shown };
    const network = orNotFound(networks.find(({ id }) => id === form.value.nettverk));
    const items = agenda.rows.map(({ kind, title, minutes }) => ({ kind, title, minutes }));
    return { ok: true as const, moment, networkName: network.name, season: seasonOf(form.value, items) };
  }

  app.get<{ Querystring: Record<string, string> }>("/samlinger/sesong", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const networks = await networksRunBy(store.read, viewerOf(request).id);
    orNotFound(networks[0]);
    const network = networkToPlan(networks, request.query["nettverk"]);
    const latest = await latestSeries(store.read, network ? [network.id] : networks.map(({ id }) => id));
    const wanted = request.query["kopi"];
    if (wanted !== undefined && wanted !== latest?.series.id) throw new NotFound();
    if (latest && wanted !== undefined) {
      const copied = typedFromSeries(latest, moment.now);
      return reply.page("gatherings/season", page(moment, { errors: {}, networks, ...copied }));
    }
    const copy = latest && {
      path: `/samlinger/sesong?kopi=${latest.series.id}`,
      words: `${moment.p.copySeason(latest.series.title, latest.count)}${ofWhich(networks, latest.series.networkId)}`,
    };
    const isBack = Object.keys(request.query).some((name) => !["kopi", "hvem", "nettverk"].includes(name));
    const isExchange = request.query["hvem"] === "veiledere";
    const begun: Typed = isExchange ? { hvem: "veiledere", tittel: moment.p.usualExchangeTitle } : {};
    const typed = isBack ? request.query : { ...(await firstTyped(network?.id ?? null, moment)), ...begun };
    const rows = isBack ? typedRows(request.query) : standardAgenda(moment.language);
    return reply.page("gatherings/season", page(moment, { errors: {}, typed, rows, networks, copy }));
  });

  /** What the form begins with: a year of second Tuesdays, at the place of the latest gathering. */
  async function firstTyped(networkId: string | null, { now, p }: Moment): Promise<Typed> {
    const usual = networkId ? await usualPlace(store.read, networkId) : null;
    const first = localDate(now).add({ months: 1 }).with({ day: 1 });
    return {
      nettverk: networkId ?? "",
      hvilken: "2",
      ukedag: "2",
      hver: "1",
      start: usual?.startTime ?? "13:00",
      slutt: usual?.endTime ?? "15:00",
      fra: first.toString(),
      til: first.add({ months: 12 }).subtract({ days: 1 }).toString(),
      tittel: p.usualTitle,
      sted: usual?.place ?? "",
      lenke: usual?.link ?? "",
      plasser: usual?.capacity ? String(usual.capacity) : "",
    };
  }

  app.get("/samlinger/sesong/forslag", staff, async (request, reply) => {
    const read = await readSeason(request, request.query);
    if (!read.ok) return reply.page("gatherings/season", page(read.moment, read.shown), 422);
    const { season, moment } = read;
    const lines = await linesFor(season, moment);
    if (lines.length === 0) {
      const typed = request.query as Typed;
      const networks = await networksRunBy(store.read, viewerOf(request).id);
      const shown = { errors: { til: moment.p.noProposals }, typed, rows: typedRows(typed), networks };
      return reply.page("gatherings/season", page(moment, shown), 422);
    }
    return reply.page("gatherings/proposals", proposalsPage(read, request.query, lines, {}));
  });

  /** The proposals from today on; those the network has a gathering on already are marked. */
  async function linesFor(season: Season, moment: Moment): Promise<ProposalLine[]> {
    const today = localDate(moment.now).toString();
    const taken = await datesTaken(store.read, { ...season, ...season.rule });
    return proposeDates(season.rule, await blackOutsOf(store.read, season.networkId))
      .filter(({ date, replacement }) => (replacement ?? date) >= today)
      .map((proposal) => proposalLine(proposal, taken, moment));
  }

  app.post("/samlinger/sesong", staff, async (request, reply) => {
    const read = await readSeason(request, request.body);
    if (!read.ok) return reply.page("gatherings/season", page(read.moment, read.shown), 422);
    const { season, moment } = read;
    const typed = typedDates(request.body);
    const { dates, errors } = readDates(typed, moment.shared, moment.p.twice);
    const again = async (faults: FieldErrors) => {
      const proposed = await linesFor(season, moment);
      const lines = typed.map((line, i) => ({
        words: "",
        note: null,
        isTaken: false,
        ...proposed[i],
        ...line,
      }));
      return reply.page("gatherings/proposals", proposalsPage(read, request.body, lines, faults), 422);
    };
    if (Object.keys(errors).length > 0) return again(errors);
    const byId = viewerOf(request).id;
    const wanted = dates.map(({ date }) => date);
    const result = await store.write((tx) => planSeason(tx, season, wanted, byId, now()), {
      inTurnFor: season.networkId,
    });
    if (!result.ok && result.reason === "past") {
      const isPast = ({ date }: { date: string }) => result.dates.includes(date);
      return again(
        Object.fromEntries(dates.filter(isPast).map(({ line }) => [`dato-${line}`, moment.p.datePast])),
      );
    }
    if (!result.ok) return again({ "med-0": moment.p.chooseDate });
    if (!result.seriesId) return reply.goTo("/samlinger", "seasonExisted");
    return reply.goTo(`/samlinger/serie/${result.seriesId}/invitasjon`, "seasonPlanned");
  });
}

/** The one that was asked for, or the only one there is; null when one must choose. */
function networkToPlan<N extends { id: string }>(networks: N[], wanted: string | undefined): N | null {
  const asked = networks.find(({ id }) => id === wanted);
  return asked ?? (networks.length === 1 ? (networks[0] as N) : null);
}

/** Whose season it is, for those who run several networks. */
function ofWhich(networks: { id: string; name: string }[], id: string): string {
  const name = networks.find((one) => one.id === id)?.name;
  return networks.length > 1 && name ? ` – ${name}` : "";
}

function seasonOf(input: SeasonInput, agenda: Season["agenda"]): Season {
  return {
    networkId: input.nettverk,
    rule: ruleFrom(input),
    startTime: input.start,
    endTime: input.slutt,
    title: input.tittel,
    place: input.sted ?? "",
    link: input.lenke,
    capacity: input.plasser,
    audience: input.hvem === "veiledere" ? "counsellors" : "everyone",
    agenda,
  };
}

function periodFaults(input: SeasonInput, { p, now }: Moment): FieldErrors {
  const faults: FieldErrors = {};
  if (input.slutt <= input.start) faults["slutt"] = p.endBeforeStart;
  const latest = Temporal.PlainDate.from(input.fra).add({ months: mostMonths }).toString();
  if (input.til < input.fra) faults["til"] = p.periodOrder;
  else if (input.til < localDate(now).toString()) faults["til"] = p.periodPast;
  else if (input.til > latest) faults["til"] = p.periodLong;
  return faults;
}

/** July's replacement is there but not ticked: a network rests then unless it says otherwise. */
function proposalLine(
  { date, closed, replacement }: Proposal,
  taken: string[],
  moment: Moment,
): ProposalLine {
  const { p, language } = moment;
  const chosen = closed ? replacement : date;
  const isTaken = chosen !== null && taken.includes(chosen);
  const skipped = longDate(date, language);
  const whyOf = {
    holiday: () => p.skippedHoliday(skipped, closed?.holiday ? holidayName(closed.holiday, language) : ""),
    easter: () => p.skippedEaster(skipped),
    july: () => p.skippedJuly(skipped),
    local: () => p.skippedLocal(skipped, closed?.words ?? ""),
  };
  const why = closed ? whyOf[closed.reason]() : null;
  return {
    date: chosen ?? "",
    isTicked: chosen !== null && !isTaken && closed?.reason !== "july",
    words: chosen ? longDate(chosen, language) : "",
    note: why && `${capital(why)} ${replacement ? p.replacedBy : p.noReplacement}`,
    isTaken,
  };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function proposalsPage(
  { moment, networkName }: { moment: Moment; networkName: string },
  given: unknown,
  lines: ProposalLine[],
  errors: FieldErrors,
) {
  const { t, p } = moment;
  const carried = Object.entries(bodyOf(given)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !/^(dato|med)-\d+$/.test(entry[0]),
  );
  const backPath = `/samlinger/sesong?${new URLSearchParams(carried)}`;
  return { t, p, title: p.proposalsFor(networkName), errors, lines, hidden: carried, backPath };
}
