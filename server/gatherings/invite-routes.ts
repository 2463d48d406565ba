/** Inviting everyone with one press. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { membersOf, workplacesWithoutAgreement } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, several } from "../web/forms.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { inviteAll } from "./invitation.ts";
import { noLongerEdited } from "./may-edit.ts";
import { invitedTo, type OwnGathering, runGathering } from "./queries.ts";

interface Candidate {
  personId: string;
  name: string;
  detail: string | null;
  isTicked: boolean;
}
type Named = { id: string; title: string };
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/invite": {
      t: T;
      p: P;
      gathering: Named;
      errors: FieldErrors;
      groups: { heading: string; people: Candidate[] }[];
      withoutAddress: string[];
      /** Workplaces of mentors on the list or invited whose employer has agreed to nothing. */
      missing: { path: string; name: string }[];
      invitedBefore: string | null;
    };
  }
}

const inviteForm = z.object({ person: several(10_000) });

export function inviteRoutes(app: FastifyInstance, desk: Desk): void {
  const { house, mailer, later } = desk;
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));
  const named = ({ gathering }: OwnGathering): Named => ({ id: gathering.id, title: gathering.title });

  /** Members who are not invited yet, once each; mentors and counsellors are ticked. */
  async function invitePage(
    own: OwnGathering,
    { t, p }: Moment,
    errors: FieldErrors,
    chosen: string[] | null,
  ) {
    const members = await membersOf(store.read, own.gathering.networkId);
    const invited = new Set((await invitedTo(store, own.gathering.id)).map(({ personId }) => personId));
    const seen = new Set<string>();
    const open = members.filter(
      ({ personId }) => !invited.has(personId) && !seen.has(personId) && seen.add(personId),
    );
    const roleOf = (personId: string) => {
      const roles = members.filter((member) => member.personId === personId).map(({ role }) => role);
      return (["mentor", "counsellor", "adviser"] as const).find((role) => roles.includes(role));
    };
    const group = (role: "mentor" | "counsellor" | "adviser", heading: string) => ({
      heading,
      people: open
        .filter((member) => member.email !== "" && roleOf(member.personId) === role)
        .map(({ personId, name, workplaceName }) => ({
          personId,
          name,
          detail: workplaceName,
          isTicked: chosen ? chosen.includes(personId) : role !== "adviser",
        })),
    });
    const isForAll = own.gathering.audience === "everyone";
    const without = isForAll ? await workplacesWithoutAgreement(store.read, own.gathering.networkId) : [];
    const groups = [
      ...(isForAll ? [group("mentor", p.mentors)] : []),
      group("counsellor", p.counsellors),
      group("adviser", p.advisers),
    ];
    return {
      t,
      p,
      title: p.inviteTitle,
      gathering: named(own),
      errors,
      groups: groups.filter(({ people }) => people.length > 0),
      missing: without.map(({ id, name }) => ({
        path: `/nettverk/${own.gathering.networkId}/avtaler/${id}/brev`,
        name,
      })),
      withoutAddress: open.filter(({ email }) => email === "").map(({ name }) => name),
      invitedBefore: invited.size > 0 ? p.alreadyInvited(invited.size) : null,
    };
  }

  app.get<ById>("/samlinger/:id/invitasjon", staff, async (request, reply) => {
    const own = await run(request);
    const closed = noLongerEdited(own.gathering, now());
    if (closed) return reply.goTo(`/samlinger/${own.gathering.id}`, closed);
    const page = await invitePage(own, atDesk(request, now()), {}, null);
    return reply.page("gatherings/invite", page);
  });

  app.post<ById>("/samlinger/:id/invitasjon", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const form = readForm(inviteForm, request.body, moment.shared);
    const chosen = form.ok ? form.value.person : [];
    const again = async (words: string) =>
      reply.page("gatherings/invite", await invitePage(own, moment, { person: words }, chosen), 422);
    const members = await membersOf(store.read, own.gathering.networkId);
    const personIds = members
      .filter(({ personId, email }) => email !== "" && chosen.includes(personId))
      .map(({ personId }) => personId);
    if (personIds.length === 0) return again(moment.p.chooseSomeone);
    const gatheringId = own.gathering.id;
    const given = { gatheringId, byId: viewerOf(request).id, personIds };
    const result = await store.write((tx) => inviteAll(tx, mailer, given, now(), later.caseCard), {
      inTurnFor: gatheringId,
    });
    if (!result.ok) {
      const { cannotInviteCancelled, cannotInvitePast } = moment.p;
      return again(result.reason === "cancelled" ? cannotInviteCancelled : cannotInvitePast);
    }
    return reply.goTo(`/samlinger/${gatheringId}/svar`, "invited");
  });
}
