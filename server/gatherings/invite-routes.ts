/** Inviting everyone, seeing who answered what, and answering on somebody's behalf. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { membersOf } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { longDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, several, type Typed } from "../web/forms.ts";
import { answerChoices, colourOf, countStandings, saidWord, standingOf, standings } from "./cards.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { inviteAll } from "./invitation.ts";
import { readAnswer, storeAnswer } from "./own-answer-routes.ts";
import {
  gatheringOfInvited,
  invitedTo,
  lastSeenIn,
  type OwnGathering,
  personOf,
  runGathering,
  unreachableFor,
} from "./queries.ts";

interface Candidate {
  personId: string;
  name: string;
  detail: string | null;
  isTicked: boolean;
}
interface AnswerGroup {
  heading: string;
  color: string;
  people: {
    personId: string;
    name: string;
    detail: string | null;
    phone: string | null;
    lastSeen: string;
    isUnreachable: boolean;
    words: string | null;
    needs: string | null;
  }[];
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
      invitedBefore: string | null;
    };
    "gatherings/answers": { t: T; p: P; gathering: Named; groups: AnswerGroup[]; isAhead: boolean };
    "gatherings/answer-for": {
      t: T;
      p: P;
      gathering: Named;
      name: string;
      action: string;
      choices: { value: string; label: string }[];
      sequence: number;
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

const inviteForm = z.object({ person: several(2000) });
type ByPerson = { Params: { id: string; personId: string } };

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
    const groups = [
      group("mentor", p.mentors),
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
      withoutAddress: open.filter(({ email }) => email === "").map(({ name }) => name),
      invitedBefore: invited.size > 0 ? p.alreadyInvited(invited.size) : null,
    };
  }

  app.get<ById>("/samlinger/:id/invitasjon", staff, async (request, reply) => {
    const page = await invitePage(await run(request), atDesk(request, now()), {}, null);
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

  app.get<ById>("/samlinger/:id/svar", staff, async (request, reply) => {
    const own = await run(request);
    return reply.page("gatherings/answers", await answersPage(own, atDesk(request, now())));
  });

  async function answersPage(own: OwnGathering, { t, p, language, now }: Moment) {
    const { gathering } = own;
    const people = await invitedTo(store, gathering.id);
    const unreachable = await unreachableFor(store.read, gathering.id);
    const lastSeen = await lastSeenIn(store.read, gathering.networkId);
    const counts = countStandings(people, gathering);
    const seenWords = (personId: string) => {
      const date = lastSeen.get(personId);
      return date ? p.lastSeen(longDate(date, language)) : p.neverSeen;
    };
    const groups = standings.filter((standing) => counts[standing] > 0);
    return {
      t,
      p,
      title: p.answersTitle,
      gathering: named(own),
      isAhead: gathering.cancelledAt === null && gathering.startsAt.epochMilliseconds > now.epochMilliseconds,
      groups: groups.map((standing) => ({
        heading: p[`standing_${standing}`],
        color: colourOf(standing),
        people: people
          .filter((person) => standingOf(person, gathering) === standing)
          .sort((a, b) => (standing === "waiting" ? (a.lineNumber ?? 0) - (b.lineNumber ?? 0) : 0))
          .map(({ personId, name, workplaceName, phone, words, needs }) => ({
            personId,
            name,
            detail: workplaceName,
            phone,
            lastSeen: seenWords(personId),
            isUnreachable: unreachable.has(personId),
            words,
            needs,
          })),
      })),
    };
  }

  /** Somebody's invitation to a gathering the viewer runs. */
  async function runFor(request: FastifyRequest<ByPerson>) {
    await run(request);
    const { id, personId } = request.params;
    const own = orNotFound(await gatheringOfInvited(store, personId, id));
    orNotFound(own.invitationId);
    return { own, person: orNotFound(await personOf(store.read, personId)) };
  }
  function answerForPage(
    { own, person }: Awaited<ReturnType<typeof runFor>>,
    { t, p }: Moment,
    personId: string,
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const { gathering } = own;
    const words = { room: p.theyComeRoom, digital: p.theyComeDigital, maybe: p.theyMaybe, no: p.theyNo };
    return {
      t,
      p,
      title: p.answerForTitle(person.name),
      gathering: named(own),
      name: person.name,
      action: `/samlinger/${gathering.id}/svar/${personId}`,
      choices: answerChoices(gathering, words),
      sequence: gathering.sequence,
      ...shown,
    };
  }

  app.get<ByPerson>("/samlinger/:id/svar/:personId", staff, async (request, reply) => {
    const found = await runFor(request);
    const typed = {
      svar: saidWord(found.own) ?? "",
      ord: found.own.words ?? "",
      behov: found.own.needs ?? "",
    };
    const shown = { errors: {}, typed };
    const page = answerForPage(found, atDesk(request, now()), request.params.personId, shown);
    return reply.page("gatherings/answer-for", page);
  });

  app.post<ByPerson>("/samlinger/:id/svar/:personId", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const found = await runFor(request);
    const again = (shown: { errors: FieldErrors; typed: Typed }) =>
      reply.page("gatherings/answer-for", answerForPage(found, moment, request.params.personId, shown), 422);
    const given = readAnswer(request.body, found.own.gathering, moment, false);
    if (!given.ok) return again(given);
    const said = { ...given.value, channel: "adviser" as const, byPersonId: viewerOf(request).id };
    const refusal = await storeAnswer(desk, found.own, said, moment);
    if (refusal) return again({ errors: { svar: refusal }, typed: bodyOf(request.body) as Typed });
    return reply.goTo(`/samlinger/${found.own.gathering.id}/svar`, "answeredFor");
  });
}
