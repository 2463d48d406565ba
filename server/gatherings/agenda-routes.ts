/**
 * Composing the agenda: its lines, what waits to be put on, and how the minutes divide. Every button
 * saves the whole of it.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { mayLeadItem } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import type { FieldErrors } from "../web/forms.ts";
import { agendaKinds, saveAgenda } from "./agenda.ts";
import { agendaCard } from "./cards.ts";
import { putOn, type Sources, type SumsProps, sourcesFor, sumsOf } from "./compose.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { bodyOf, emptyRow, readRows, type TypedRow, typedRows } from "./forms.ts";
import { cardsOf } from "./later.ts";
import { type AgendaLine, agendaOf, type OwnGathering, personOf, runGathering } from "./queries.ts";
import { wishesAmong } from "./wish-queries.ts";

interface AgendaProps {
  t: T;
  p: P;
  gathering: { id: string; title: string; version: number };
  rows: TypedRow[];
  errors: FieldErrors;
  kinds: readonly string[];
  leaders: { personId: string; name: string }[];
  cases: { slug: string; title: string }[];
  sums: SumsProps;
  sources: Sources;
  /** What someone else saved in between. */
  meanwhile: { heading: string; lines: ReturnType<typeof agendaCard>["lines"] } | null;
  /** An empty line at the end, of this kind; null for none. */
  newKind: string | null;
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
  onske: line.topicId ?? "",
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

/** The line one goes on at: the one put on or moved, or what took a removed one's place; -1 for none. */
function placeAfter(typed: TypedRow[], moved: TypedRow[], rows: TypedRow[], handling: unknown): number {
  const put = rows.findIndex((row) => !moved.includes(row));
  const [, what, at] = /^(opp|ned|fjern)-(\d{1,2})$/.exec(String(handling)) ?? [];
  const row = typed[Number(at ?? -1)];
  if (put >= 0 || !row) return put;
  return what === "fjern" ? Math.min(Number(at), rows.length - 1) : rows.indexOf(row);
}

export function agendaRoutes(app: FastifyInstance, { house, later }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  type Shown = Pick<AgendaProps, "rows"> & Partial<AgendaProps> & { version?: number };
  async function page(viewerId: string, { gathering }: OwnGathering, moment: Moment, shown: Shown) {
    const { t, p, language } = moment;
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
      sums: sumsOf(shown.rows, gathering, moment),
      sources: await sourcesFor(store.read, later, gathering, viewerId, moment),
      meanwhile: null,
      newKind: shown.rows.length === 0 ? emptyRow.slag : null,
      emptyRow: { ...emptyRow, minutter: shown.newKind === "nav_asks" ? "15" : "" },
      ...rest,
    };
  }

  app.get<ById & { Querystring: { ny?: string } }>(
    "/samlinger/:id/dagsorden",
    staff,
    async (request, reply) => {
      const own = await run(request);
      if (own.gathering.cancelledAt)
        return reply.goTo(`/samlinger/${own.gathering.id}`, "gatheringIsCancelled");
      if (own.gathering.closedAt) return reply.goTo(`/samlinger/${own.gathering.id}`, "gatheringIsClosed");
      const rows = (await agendaOf(store, own.gathering.id)).map(toRow);
      const { ny } = request.query;
      const wanted = agendaKinds.find((kind) => kind === ny) ?? emptyRow.slag;
      const newKind = rows.length === 0 || ny !== undefined ? wanted : null;
      const viewerId = viewerOf(request).id;
      const shown = await page(viewerId, own, atDesk(request, now()), { rows, newKind });
      return reply.page("gatherings/agenda", shown);
    },
  );

  app.post<ById>("/samlinger/:id/dagsorden", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const { handling, versjon } = bodyOf(request.body);
    const viewerId = viewerOf(request).id;
    const { networkId } = own.gathering;
    const typed = typedRows(request.body);
    const moved = rearrange(typed, handling);
    const rows = await putOn(store.read, later, networkId, moved, handling, moment);
    const version = Number(versjon);
    const read = readRows(rows, moment.shared);
    if (!read.ok) {
      const shown = { rows, errors: read.errors, version };
      return reply.page("gatherings/agenda", await page(viewerId, own, moment, shown), 422);
    }
    const leaders = await mayLeadItem(store.read, networkId);
    const topicIds = read.rows.flatMap(({ topicId }) => topicId ?? []);
    const wishes = await wishesAmong(store.read, networkId, topicIds);
    const isKnown = (id: string | null) => id !== null && leaders.some(({ personId }) => personId === id);
    const isCase = await cardsOf(read.rows, later.caseCard, moment.language);
    const cleaned = read.rows.map((row) => ({
      ...row,
      leadId: isKnown(row.leadId) ? row.leadId : null,
      topicId: row.topicId && wishes.has(row.topicId) ? row.topicId : null,
      caseSlug: row.caseSlug && isCase(row.caseSlug) ? row.caseSlug : null,
    }));
    const gatheringId = own.gathering.id;
    const given = { gatheringId, version, rows: cleaned, byId: viewerId };
    const result = await store.write((tx) => saveAgenda(tx, given), { inTurnFor: gatheringId });
    if (!result.ok && result.reason === "changed") {
      const shown = { rows, meanwhile: await meanwhile(own, moment) };
      return reply.page("gatherings/agenda", await page(viewerId, own, moment, shown), 422);
    }
    if (!result.ok) {
      const words = own.gathering.cancelledAt ? moment.p.isCancelled : moment.p.closedAgenda;
      return reply.page(
        "gatherings/agenda",
        await page(viewerId, own, moment, { rows, errors: { lagre: words } }),
        422,
      );
    }
    const put = placeAfter(typed, moved, rows, handling);
    return reply.goTo(pathAfter(gatheringId, handling, put), handling === "lagre" ? "saved" : undefined);
  });

  async function meanwhile({ gathering }: OwnGathering, { t, p }: Moment) {
    const name = (await personOf(store.read, gathering.changedById))?.name ?? p.someone;
    const lines = await agendaOf(store, gathering.id);
    const card = agendaCard(lines, gathering, t, () => null);
    return { heading: p.changedMeanwhile(name), lines: card.lines };
  }
}

/** Saved and done: the gathering. After moving, removing or putting on, and for one more: the agenda again. */
function pathAfter(gatheringId: string, handling: unknown, put: number): string {
  const path = `/samlinger/${gatheringId}`;
  if (handling === "lagre" || handling === undefined) return path;
  if (handling === "nytt") return `${path}/dagsorden?ny=1#tittel-ny`;
  if (handling === "spor") return `${path}/dagsorden?ny=nav_asks#tittel-ny`;
  return `${path}/dagsorden${put < 0 ? "" : `#punkt-${put}`}`;
}
