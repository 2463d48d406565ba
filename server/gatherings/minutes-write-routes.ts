/** Writing minutes: one form, saved as often as one likes, by as many as like. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { mayLeadItem } from "../networks/queries.ts";
import type { Store } from "../store/store.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { inLanguage } from "../web/languages.ts";
import { atDesk, type ById, type Desk, type Moment, staff } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { readMinutes, typedMinutes } from "./minutes-forms.ts";
import { minutesOf } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import { clashedRows, storedRows, typedRowsOf, type WriteProps, writePage } from "./minutes-write.ts";
import { writeMinutes } from "./minutes-writing.ts";
import { agendaOf, type OwnGathering, runGathering } from "./queries.ts";

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/minutes-write": WriteProps;
  }
}

/**
 * Saves a form of minutes as it was sent.
 * @returns null when all of it is saved; otherwise the page that shows what is not, and why
 */
export async function saveMinutesForm(
  store: Store,
  own: OwnGathering,
  byId: string,
  body: unknown,
  moment: Moment,
): Promise<(WriteProps & { title: string }) | null> {
  const { gathering } = own;
  const m = inLanguage(minutesTexts, moment.language);
  const typed = typedMinutes(body);
  const agenda = await agendaOf(store, gathering.id);
  const people = await mayLeadItem(store.read, gathering.networkId);
  const headings = new Map(agenda.map(({ id, title }) => [id, title]));
  const read = readMinutes(typed, { ...moment, m }, { headings, people });
  const again = async (errors: Record<string, string>) => {
    const minutes = await minutesOf(store.read, gathering.id);
    return writePage(store.read, own, minutes, typedRowsOf(typed), errors, m);
  };
  if (!read.ok) return again(read.errors);
  const given = { gatheringId: gathering.id, byId, items: read.items, actions: read.actions };
  const result = await store.write((tx) => writeMinutes(tx, given, moment.now), { inTurnFor: gathering.id });
  if (!result.ok) return again({ skjema: m.isCancelled });
  const { conflicts } = result;
  if (conflicts.items.size + conflicts.actions.size === 0) return null;
  const minutes = await minutesOf(store.read, gathering.id);
  const stored = storedRows(minutes, agenda);
  const rows = await clashedRows(store.read, stored, typed, conflicts, minutes, m);
  return writePage(store.read, own, minutes, rows, {}, m);
}

export function minutesWriteRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  app.get<ById>("/samlinger/:id/referat/skriv", staff, async (request, reply) => {
    const own = await run(request);
    const m = inLanguage(minutesTexts, request.language);
    const minutes = await minutesOf(store.read, own.gathering.id);
    const rows = storedRows(minutes, await agendaOf(store, own.gathering.id));
    return reply.page("gatherings/minutes-write", await writePage(store.read, own, minutes, rows, {}, m));
  });

  app.post<ById>("/samlinger/:id/referat/skriv", staff, async (request, reply) => {
    const own = await run(request);
    const moment = atDesk(request, now());
    const again = await saveMinutesForm(store, own, viewerOf(request).id, request.body, moment);
    if (again) return reply.page("gatherings/minutes-write", again, 422);
    const path = `/samlinger/${own.gathering.id}/referat`;
    const goesOn = bodyOf(request.body)["handling"] === "videre";
    return reply.goTo(goesOn ? `${path}/skriv` : path, "saved");
  });
}
