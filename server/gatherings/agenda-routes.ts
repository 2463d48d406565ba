/** The agenda's form: every button saves the whole of it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { mayLeadItem } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import type { FieldErrors } from "../web/forms.ts";
import { agendaKinds, minutesBetween, saveAgenda, sumAgenda } from "./agenda.ts";
import { agendaCard, splitCard } from "./cards.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { bodyOf, emptyRow, readRows, type TypedRow, typedRows } from "./forms.ts";
import { cardsOf } from "./later.ts";
import { type AgendaLine, agendaOf, type OwnGathering, personOf, runGathering } from "./queries.ts";

interface AgendaProps {
  t: T;
  p: P;
  gathering: { id: string; title: string; version: number };
  rows: TypedRow[];
  errors: FieldErrors;
  kinds: readonly string[];
  leaders: { personId: string; name: string }[];
  cases: { slug: string; title: string }[];
  split: ReturnType<typeof splitCard>;
  over: number;
  /** What someone else saved in between. */
  meanwhile: { heading: string; lines: ReturnType<typeof agendaCard>["lines"] } | null;
  hasNewRow: boolean;
  emptyRow: TypedRow;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/agenda": AgendaProps;
  }
}

const toRow = (line: AgendaLine): TypedRow => ({
  punkt: line.id,
  slag: line.kind,
  tittel: line.title,
  minutter: String(line.minutes),
  leder: line.leadId ?? "",
  eksempel: line.caseSlug ?? "",
});

/** What a button besides "save" does to the lines: `opp-2`, `ned-0`, `fjern-1`. */
export function rearrange(rows: TypedRow[], handling: unknown): TypedRow[] {
  const match = typeof handling === "string" ? /^(opp|ned|fjern)-(\d{1,2})$/.exec(handling) : null;
  const at = Number(match?.[2] ?? -1);
  const row = rows[at];
  if (!match || !row) return rows;
  const rest = rows.filter((_, i) => i !== at);
  if (match[1] === "fjern") return rest;
  const to = Math.max(0, at + (match[1] === "opp" ? -1 : 1));
  return [...rest.slice(0, to), row, ...rest.slice(to)];
}

export function agendaRoutes(app: FastifyInstance, { house, later }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  type Shown = Pick<AgendaProps, "rows"> & Partial<AgendaProps> & { version?: number };
  async function page({ gathering }: OwnGathering, moment: Moment, shown: Shown) {
    const { t, p, shared, language } = moment;
    const read = readRows(shown.rows, shared);
    const sums = sumAgenda(read.ok ? read.rows : [], minutesBetween(gathering.startTime, gathering.endTime));
    const { version = gathering.agendaVersion, ...rest } = shown;
    return {
      t,
      p,
      title: p.agendaTitle,
      gathering: { id: gathering.id, title: gathering.title, version },
      errors: {},
      kinds: agendaKinds,
      leaders: await mayLeadItem(store.read, gathering.networkId),
      cases: await later.caseChoices(language),
      split: splitCard(sums, t),
      over: sums.over,
      meanwhile: null,
      hasNewRow: shown.rows.length === 0,
      emptyRow,
      ...rest,
    };
  }

  app.get<ById & { Querystring: { ny?: string } }>(
    "/samlinger/:id/dagsorden",
    staff,
    async (request, reply) => {
      const own = await run(request);
      const rows = (await agendaOf(store, own.gathering.id)).map(toRow);
      const hasNewRow = rows.length === 0 || request.query.ny !== undefined;
      return reply.page("gatherings/agenda", await page(own, atDesk(request, now()), { rows, hasNewRow }));
    },
  );

  app.post<ById>("/samlinger/:id/dagsorden", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const { handling, versjon } = bodyOf(request.body);
    const rows = rearrange(typedRows(request.body), handling);
    const version = Number(versjon);
    const read = readRows(rows, moment.shared);
    if (!read.ok) {
      const shown = { rows, errors: read.errors, version };
      return reply.page("gatherings/agenda", await page(own, moment, shown), 422);
    }
    const leaders = await mayLeadItem(store.read, own.gathering.networkId);
    const isKnown = (id: string | null) => id !== null && leaders.some(({ personId }) => personId === id);
    const isCase = await cardsOf(read.rows, later.caseCard, moment.language);
    const cleaned = read.rows.map((row) => ({
      ...row,
      leadId: isKnown(row.leadId) ? row.leadId : null,
      caseSlug: row.caseSlug && isCase(row.caseSlug) ? row.caseSlug : null,
    }));
    const gatheringId = own.gathering.id;
    const given = { gatheringId, version, rows: cleaned, byId: viewerOf(request).id };
    const result = await store.write((tx) => saveAgenda(tx, given), { inTurnFor: gatheringId });
    if (!result.ok && result.reason === "changed") {
      const shown = { rows, meanwhile: await meanwhile(own, moment) };
      return reply.page("gatherings/agenda", await page(own, moment, shown), 422);
    }
    if (!result.ok) {
      const words = own.gathering.cancelledAt ? moment.p.isCancelled : moment.p.closedAgenda;
      return reply.page(
        "gatherings/agenda",
        await page(own, moment, { rows, errors: { lagre: words } }),
        422,
      );
    }
    return reply.goTo(pathAfter(gatheringId, handling), handling === "lagre" ? "saved" : undefined);
  });

  async function meanwhile({ gathering }: OwnGathering, { t, p }: Moment) {
    const name = (await personOf(store.read, gathering.changedById))?.name ?? p.someone;
    const lines = await agendaOf(store, gathering.id);
    const card = agendaCard(lines, gathering, t, () => null);
    return { heading: p.changedMeanwhile(name), lines: card.lines };
  }
}

/** Saved and done: the gathering. After moving or removing, and for one more: the agenda again. */
function pathAfter(gatheringId: string, handling: unknown): string {
  const path = `/samlinger/${gatheringId}`;
  if (handling === "nytt") return `${path}/dagsorden?ny=1#tittel-ny`;
  return handling === "lagre" || handling === undefined ? path : `${path}/dagsorden`;
}
