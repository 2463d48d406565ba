/** What the facilitator's routes share: the session they lead, their page, and one press after another. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { runGathering } from "../gatherings/queries.ts";
import type { Tx } from "../store/store.ts";
import { viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import type { ById } from "./group-desk.ts";
import { type GroupSession, groupSession } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";
import { type LeaderExtra, type StaffPage, staffPage } from "./group-staff-page.ts";
import { caseLanguage } from "./library.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/group-leader": StaffPage & LeaderExtra;
    "cases/group-screen": StaffPage;
    "cases/group-result": StaffPage & { isLeader: boolean };
  }
}

export const staff = { config: { access: ["adviser"] } } as const;

export function leaderDesk({ house, catalogue }: GroupDesk) {
  const { store, now, config } = house;

  /** The session, for an adviser of its network; 404 for anyone else. */
  async function led(request: FastifyRequest<ById>): Promise<GroupSession> {
    const session = orNotFound(await groupSession(store, request.params.id));
    orNotFound(await runGathering(store, viewerOf(request), session.gatheringId));
    return session;
  }

  const atDesk = (request: FastifyRequest) => ({
    language: request.language,
    now: now(),
    baseUrl: config.baseUrl,
  });

  async function showLeader(
    request: FastifyRequest,
    reply: FastifyReply,
    session: GroupSession,
    shown: { errors?: FieldErrors; typed?: Typed } = {},
  ) {
    const page = await staffPage(store, session, atDesk(request));
    const found = await catalogue.find(session.caseSlug, session.caseVersion);
    const notes = found?.texts[caseLanguage(request.language)];
    const { errors = {}, typed = {} } = shown;
    const extra = {
      errors,
      typed,
      hasMinutes: page.revealed.length > 0,
      notes: notes?.facilitator ?? [],
    };
    return reply.page("cases/group-leader", { ...page, ...extra }, shown.errors ? 422 : 200);
  }

  /** Writes in the session's turn and comes back to the facilitator's page; false is a 404. */
  async function press(reply: FastifyReply, session: GroupSession, work: (tx: Tx) => Promise<boolean>) {
    const isDone = await store.write(work, { inTurnFor: session.id });
    if (!isDone) throw new NotFound();
    return reply.goTo(`/gruppe/${session.id}/leder`);
  }

  return { led, atDesk, showLeader, press };
}
