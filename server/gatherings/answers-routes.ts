/** Who answered what, and answering on somebody's behalf. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteSeen } from "../people/audit.ts";
import { viewerOf } from "../web/access.ts";
import { longDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { answerChoices, colourOf, countStandings, saidWord, standingOf, standings } from "./cards.ts";
import { colleaguesAt } from "./colleague.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { insteadTexts } from "./instead-texts.ts";
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
import { sentTexts } from "./sent-texts.ts";
import { isAhead } from "./waiting-list.ts";

interface AnswerGroup {
  heading: string;
  color: string;
  /** What the adviser does for each: enters an answer, or changes the one there is. */
  act: string;
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
    "gatherings/answers": {
      t: T;
      p: P;
      s: { title: string };
      gathering: Named;
      groups: AnswerGroup[];
      isAhead: boolean;
    };
    "gatherings/answer-for": {
      t: T;
      p: P;
      gathering: Named;
      name: string;
      action: string;
      choices: { value: string; label: string }[];
      sequence: number;
      /** Why nobody can answer any more; null on the way back from a form, where what was typed stands. */
      closed: string | null;
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

type ByPerson = { Params: { id: string; personId: string } };

export function answersRoutes(app: FastifyInstance, desk: Desk): void {
  const { house } = desk;
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));
  const named = ({ gathering }: OwnGathering): Named => ({ id: gathering.id, title: gathering.title });

  app.get<ById>("/samlinger/:id/svar", staff, async (request, reply) => {
    const own = await run(request);
    const page = await answersPage(own, atDesk(request, now()));
    const people = await invitedTo(store, own.gathering.id);
    await noteSeen(house, {
      byId: viewerOf(request).id,
      event: "answers-seen",
      personIds: people.map(({ personId }) => personId),
      thingId: own.gathering.id,
    });
    return reply.page("gatherings/answers", page);
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
    const colleagues = await colleaguesAt(store.read, gathering.id);
    const instead = (personId: string) => {
      const name = colleagues.get(personId);
      return name ? [inLanguage(insteadTexts, language).insteadOf(name)] : [];
    };
    const groups = standings.filter((standing) => counts[standing] > 0);
    return {
      t,
      p,
      s: { title: inLanguage(sentTexts, language).title },
      title: p.answersTitle,
      gathering: named(own),
      isAhead: gathering.cancelledAt === null && gathering.startsAt.epochMilliseconds > now.epochMilliseconds,
      groups: groups.map((standing) => ({
        heading: p[`standing_${standing}`],
        color: colourOf(standing),
        act: standing === "silent" ? p.answerFor : p.answerChange,
        people: people
          .filter((person) => standingOf(person, gathering) === standing)
          .sort((a, b) => (standing === "waiting" ? (a.lineNumber ?? 0) - (b.lineNumber ?? 0) : 0))
          .map(({ personId, name, workplaceName, phone, words, needs }) => ({
            personId,
            name,
            detail: [workplaceName, ...instead(personId)].filter(Boolean).join("\u00a0· "),
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
      closed: null as string | null,
      ...shown,
    };
  }

  app.get<ByPerson>("/samlinger/:id/svar/:personId", staff, async (request, reply) => {
    const found = await runFor(request);
    const { id, personId } = request.params;
    const seen = { byId: viewerOf(request).id, event: "answers-seen" as const, personIds: [personId] };
    await noteSeen(house, { ...seen, thingId: id });
    const typed = {
      svar: saidWord(found.own) ?? "",
      ord: found.own.words ?? "",
      behov: found.own.needs ?? "",
    };
    const moment = atDesk(request, now());
    const { gathering } = found.own;
    const closed = gathering.cancelledAt
      ? moment.p.answerForCancelled
      : isAhead(gathering, now())
        ? null
        : gathering.endsAt.epochMilliseconds > now().epochMilliseconds
          ? moment.t.itHasBegun
          : moment.p.answerForPast;
    const page = answerForPage(found, moment, personId, { errors: {}, typed });
    return reply.page("gatherings/answer-for", { ...page, closed });
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
