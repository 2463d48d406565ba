/** What evaluations show: of one gathering and over time to the network, half-years to those who lead. */
import type { FastifyInstance } from "fastify";
import { Temporal } from "temporal-polyfill";
import { gatheringFor } from "../gatherings/queries.ts";
import { viewerOf } from "../web/access.ts";
import { localDate, numberInWords, shortDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { isWholeYear, yearOf } from "../web/half-year.ts";
import type { Language } from "../web/languages.ts";
import { isOpen } from "./answer.ts";
import { askedOf, type Survey, surveyToken } from "./asked.ts";
import { answeredRowOf, hasAnswered } from "./ballot.ts";
import { dateIn, type R, type SurveyDesk, sayIn, type T } from "./desk.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { countedFrom } from "./pool.ts";
import {
  addedUp,
  evaluationOf,
  evaluationsOf,
  gatheringResult,
  type HalfYearPool,
  halfYearPools,
  type Released,
  type YearlyResult,
  yearlyResults,
} from "./queries.ts";
import { evaluationQuestions, yearlyQuestions } from "./questions.ts";
import { leads, type Sight, sightOf } from "./sight.ts";

type Steps = { value: string; label: string }[];

/** One network, or several added up, in a half-year or a year. */
interface PoolCard {
  heading: string;
  says: string;
  figures: Figure[] | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "surveys/gathering": {
      t: T;
      r: R;
      steps: Steps;
      gathering: { title: string; path: string };
      says: string;
      answerPath: string | null;
      figures: Figure[] | null;
      comments: string[] | null;
    };
    "surveys/over-time": {
      r: R;
      steps: Steps;
      networkName: string;
      rows: { path: string; title: string; date: string; says: string; figures: Figure[] | null }[];
      older: string | null;
    };
    "surveys/pools": {
      r: R;
      steps: Steps;
      mine: { name: string; path: string; yearlyPath: string | null }[];
      leads: boolean;
      halfYears: { label: string; path: string; isShown: boolean }[];
      cards: PoolCard[];
      yearly: PoolCard[];
    };
  }
}

type ById = { Params: { id: string }; Querystring: { etter?: string } };
const signedIn = { config: { access: "signed-in" } } as const;
const pageSize = 10;

export function resultRoutes(app: FastifyInstance, { house, ports }: SurveyDesk): void {
  const { store, config, now } = house;

  app.get<ById>("/samlinger/:id/evaluering", signedIn, async (request, reply) => {
    const viewer = viewerOf(request);
    const { language } = request;
    const w = sayIn(request);
    const own = orNotFound(await gatheringFor(store, viewer, request.params.id));
    const { gathering } = own;
    if (!own.isMember || (await leads(store.read, viewer, gathering.networkId))) throw new NotFound();
    const survey = await evaluationOf(store.read, gathering.id);
    const result = survey ? await gatheringResult(store.read, survey) : null;
    const isTaking = survey !== null && isOpen(survey, now());
    return reply.page("surveys/gathering", {
      t: w.t,
      r: w.r,
      steps: w.steps,
      title: w.r.ofGathering,
      gathering: { title: gathering.title, path: `/samlinger/${gathering.id}` },
      says: !survey
        ? Temporal.Instant.compare(now(), gathering.endsAt) < 0
          ? w.r.notHeld
          : w.r.notAsked
        : survey.closedOn === null
          ? w.r.isOpen(dateIn(survey.closesOn, language))
          : result?.released
            ? w.r.answeredOf(survey.answers ?? 0, Math.max(survey.asked, survey.answers ?? 0))
            : w.r.waitingGathering,
      answerPath: survey && isTaking ? await ownAnswerPath(survey, viewer.id) : null,
      figures: result?.released ? figuresOf("evaluation", result.released, language) : null,
      comments: own.isAdviser && result?.released ? result.comments : null,
    });
  });

  /** The viewer's own link to an open survey they have not answered; null for others. */
  async function ownAnswerPath(survey: Survey, viewerId: string): Promise<string | null> {
    const [person] = await askedOf(store.read, ports, survey, viewerId);
    if (!person) return null;
    const row = await answeredRowOf(store.read, survey.id);
    if (hasAnswered(config.secret, survey.id, row, viewerId)) return null;
    return `/evaluering/${surveyToken(config.secret, survey.id, person)}`;
  }

  app.get<ById>("/nettverk/:id/evalueringer", signedIn, async (request, reply) => {
    const { language } = request;
    const w = sayIn(request);
    const { gatheringsOf } = await sightOf(store.read, viewerOf(request));
    const network = orNotFound(gatheringsOf.find(({ id }) => id === request.params.id));
    const after = readKey(request.query.etter);
    const found = await evaluationsOf(store.read, network.id, { after, size: pageSize + 1 });
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    const path = `/nettverk/${network.id}/evalueringer`;
    return reply.page("surveys/over-time", {
      r: w.r,
      steps: w.steps,
      title: w.r.overTime,
      networkName: network.name,
      rows: rows.map((row) => ({
        path: `/samlinger/${row.gatheringId}/evaluering`,
        title: row.title,
        date: shortDate(row.date, language, now()),
        says: !row.closedOn
          ? w.r.stillOpen
          : row.released
            ? w.r.answeredOf(row.answers ?? 0, Math.max(row.asked, row.answers ?? 0))
            : w.r.fewAnswered,
        figures: row.released ? figuresOf("evaluation", row.released, language) : null,
      })),
      older: found.length > pageSize && last ? `${path}?etter=${last.date}-${last.id}` : null,
    });
  });

  app.get<{ Querystring: { halvar?: string } }>("/evalueringer", signedIn, async (request, reply) => {
    const { language } = request;
    const w = sayIn(request);
    const sight = await sightOf(store.read, viewerOf(request));
    const ids = sight.poolsOf.map(({ id }) => id);
    const pools = await halfYearPools(store.read, ids, now());
    const all = periodsIn(pools);
    const shown = all.find((one) => one === request.query.halvar) ?? all[0] ?? null;
    return reply.page("surveys/pools", {
      r: w.r,
      steps: w.steps,
      title: w.r.title,
      mine: sight.gatheringsOf.map(({ id, name }) => ({
        name,
        path: `/nettverk/${id}/evalueringer`,
        yearlyPath: sight.advises.has(id) ? `/nettverk/${id}/arsundersokelse` : null,
      })),
      leads: ids.length > 0,
      halfYears: all.map((one) => ({
        label: periodLabel(one, w.r),
        path: `/evalueringer?halvar=${one}`,
        isShown: one === shown,
      })),
      cards: poolCards({ sight, pools, period: shown ?? "", r: w.r, language }, localDate(now()).toString()),
      yearly: yearlyCards(sight, await yearlyResults(store.read, ids), w.r, language),
    });
  });
}

/** Centres with at least two networks, when there is more than one centre, and all together. */
function sumsOf<One extends { networkId: string }>(
  { poolsOf }: Sight,
  parts: One[],
  r: R,
): { heading: string; parts: One[] }[] {
  const centres = [...new Set(poolsOf.map(({ centreName }) => centreName))];
  const ofCentre = (name: string) => {
    const ids = new Set(poolsOf.filter(({ centreName }) => centreName === name).map(({ id }) => id));
    return { heading: name, parts: parts.filter(({ networkId }) => ids.has(networkId)) };
  };
  return [{ heading: r.all, parts }, ...(centres.length > 1 ? centres.map(ofCentre) : [])];
}

interface PoolPage {
  sight: Sight;
  pools: HalfYearPool[];
  /** A half-year or a whole year. */
  period: string;
  r: R;
  language: Language;
}

/** One period: the networks added up, and each by itself. */
function poolCards(page: PoolPage, today: string): PoolCard[] {
  const { sight, period, r, language } = page;
  const pools = page.pools.filter(({ halfYear }) => halfYear === period);
  const sums = sumsOf(sight, pools, r).flatMap(({ heading, parts }) => {
    const released = addedUp(
      parts.map((part) => part.shown?.questions ?? null),
      evaluationQuestions,
    );
    return released
      ? [{ heading, says: r.addedUp, figures: figuresOf("evaluation", released, language) }]
      : [];
  });
  const each = pools.map((pool) => ({
    heading: nameIn(sight, pool.networkId),
    says: saysOf(page, pool, today),
    figures: pool.shown ? figuresOf("evaluation", pool.shown.questions, language) : null,
  }));
  return [...sums, ...each.sort(byHeading)];
}

/** How many have answered; of a half-year too small, what becomes of it. */
function saysOf(
  { pools, r, language }: PoolPage,
  { networkId, halfYear, shown }: HalfYearPool,
  today: string,
): string {
  const year = yearOf(halfYear);
  if (shown) {
    const people = r.people(shown.respondents, numberInWords(shown.gatherings, language));
    return isWholeYear(halfYear) ? `${people} ${r.wholeYearWhy}` : people;
  }
  const own = pools.filter((one) => one.networkId === networkId && yearOf(one.halfYear) === year);
  if (own.some((one) => isWholeYear(one.halfYear))) return `${r.waitingPool} ${r.seeYear(year)}`;
  const mayCome = own.every((one) => !one.shown) && today <= countedFrom(`${year}-2`);
  return mayCome ? `${r.waiting}. ${r.waitingPool} ${r.yearMayCome}` : `${r.waitingPool} ${r.notShown}`;
}

/** Newest first; a year stands before its half-years when none of them shows anything. */
function periodsIn(pools: HalfYearPool[]): string[] {
  const isShown = (year: string) =>
    pools.some(({ halfYear, shown }) => shown && !isWholeYear(halfYear) && yearOf(halfYear) === year);
  const rank = (period: string) =>
    isWholeYear(period) ? (isShown(period) ? `${period}-0` : `${period}-3`) : period;
  return [...new Set(pools.map(({ halfYear }) => halfYear))].sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}

const periodLabel = (period: string, r: R): string =>
  isWholeYear(period) ? r.wholeYear(period) : r.halfYear(period);

const nameIn = ({ poolsOf }: Sight, networkId: string) =>
  poolsOf.find(({ id }) => id === networkId)?.name ?? "";
const byHeading = (a: PoolCard, b: PoolCard) => a.heading.localeCompare(b.heading, "nb");

/** The newest year's surveys, added up by whom they went to; each network has a page of its own. */
function yearlyCards(sight: Sight, results: YearlyResult[], r: R, language: Language): PoolCard[] {
  const closed = results.filter(({ isClosed }) => isClosed);
  const newest = closed[0]?.year;
  return (["mentors", "employers"] as const).flatMap((kind) => {
    const parts = closed.filter((one) => one.kind === kind && one.year === newest);
    const sums = sumsOf(sight, parts, r).flatMap(({ heading, parts: some }) => {
      const released: Released | null = addedUp(
        some.map((one) => one.released),
        yearlyQuestions,
      );
      const says = `${r[kind]} ${newest}. ${r.addedUp}`;
      return released ? [{ heading, says, figures: figuresOf(kind, released, language) }] : [];
    });
    const each = parts.map((one) => yearlyCard(nameIn(sight, one.networkId), one, r, language));
    return [...sums, ...each];
  });
}

/** One network's yearly survey that has closed. */
export function yearlyCard(heading: string, one: YearlyResult, r: R, language: Language): PoolCard {
  const which = `${r[one.kind]} ${one.year}`;
  const says = one.released
    ? r.answeredOf(one.answers ?? 0, Math.max(one.asked, one.answers ?? 0))
    : `${r.waiting}. ${r.waitingYearly}`;
  return {
    heading,
    says: heading === which ? says : `${which}. ${says}`,
    figures: one.released ? figuresOf(one.kind, one.released, language) : null,
  };
}

/** The key in an address; null when it is none. */
function readKey(text: unknown): { date: string; id: string } | null {
  const match = typeof text === "string" ? /^(\d{4}-\d{2}-\d{2})-([a-z2-7]{26})$/.exec(text) : null;
  return match ? { date: match[1] as string, id: match[2] as string } : null;
}
