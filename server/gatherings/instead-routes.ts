/** Beside the answer, behind the same link: sending a colleague, and the yes of a season. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { longDate } from "../web/dates.ts";
import { BrokenLink, orNotFound } from "../web/errors.ts";
import { choice, email, type FieldErrors, line, readForm, type Typed } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { colleagueSentBy, sendColleague } from "./colleague.ts";
import { type Desk, wordsIn } from "./desk.ts";
import { insteadTexts } from "./instead-texts.ts";
import { invitationByToken } from "./invitation.ts";
import { gatheringOfInvited, personOf } from "./queries.ts";
import { sayYesToAll, standingEnds, standingOfPerson, stopSayingYes } from "./standing-answer.ts";

type I = Texts<typeof insteadTexts>;
interface Form {
  i: I;
  gathering: string;
  action: string;
  backPath: string;
  errors: FieldErrors;
  typed: Typed;
}
declare module "../web/render.ts" {
  interface Pages {
    /** `closed`: why nobody can be sent; null when one can. */
    "gatherings/colleague": Form & { closed: string | null };
    "gatherings/standing": Form & {
      intro: string;
      now: string | null;
      ends: { value: string; label: string }[];
      mayChooseMode: boolean;
    };
  }
}

type ByToken = { Params: { token: string } };
const isPublic = { config: { access: "public" } } as const;
const colleagueForm = z.object({ navn: line(80), epost: email() });
const standingForm = z.object({ til: line(10), maate: choice("rom", "digitalt") });

export function insteadRoutes(app: FastifyInstance, { house, mailer, later }: Desk): void {
  const { store, config, now } = house;

  async function open(token: string) {
    const invitation = await invitationByToken(store.read, config.secret, token);
    if (!invitation) throw new BrokenLink();
    const { personId, gatheringId } = invitation;
    const person = orNotFound(await personOf(store.read, personId));
    const own = orNotFound(await gatheringOfInvited(store, personId, gatheringId));
    const { language } = person;
    const i = inLanguage(insteadTexts, language);
    const { t, shared } = wordsIn(language);
    return { invitation, own, language, i, t, shared, backPath: `/svar/${token}` };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  const formOf = ({ i, own, language, backPath }: Opened, errors: FieldErrors, typed: Typed) => ({
    i,
    language,
    gathering: own.gathering.title,
    backPath,
    errors,
    typed,
  });

  /** Why nobody can be sent to it any more. */
  function tooLate({ own: { gathering }, t }: Opened): string | null {
    if (gathering.cancelledAt) return t.itIsCancelled;
    return Temporal.Instant.compare(gathering.startsAt, now()) > 0 ? null : t.itIsPast;
  }

  async function colleaguePage(
    reply: FastifyReply,
    opened: Opened,
    { errors = {}, typed = {}, closed = null as string | null } = {},
  ) {
    const sent = await colleagueSentBy(store.read, opened.invitation.id);
    return reply.page(
      "gatherings/colleague",
      {
        ...formOf(opened, errors, typed),
        title: opened.i.sendColleague,
        action: `${opened.backPath}/kollega`,
        closed: closed ?? (sent ? opened.i.colleagueSent : tooLate(opened)),
      },
      closed !== null || Object.keys(errors).length > 0 ? 422 : 200,
    );
  }

  app.get<ByToken>("/svar/:token/kollega", isPublic, async (request, reply) =>
    colleaguePage(reply, await open(request.params.token)),
  );

  app.post<ByToken>("/svar/:token/kollega", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { invitation, i, t, shared, backPath } = opened;
    const read = readForm(colleagueForm, request.body, shared);
    if (!read.ok) return colleaguePage(reply, opened, read);
    const { navn: name, epost } = read.value;
    const facts = { invitationId: invitation.id, name, email: epost, words: i.colleagueWords };
    const result = await store.write((tx) => sendColleague(tx, mailer, facts, now(), later.caseCard), {
      inTurnFor: invitation.gatheringId,
    });
    if (result.ok) return reply.goTo(backPath, "colleagueInvited");
    if (result.reason === "withdrawn") throw new BrokenLink();
    const typed = { navn: name, epost };
    if (result.reason === "self") {
      return colleaguePage(reply, opened, { errors: { epost: i.colleagueSelf }, typed });
    }
    const reasons = {
      sent: i.colleagueSent,
      chain: i.colleagueChain,
      cancelled: t.itIsCancelled,
      past: t.itIsPast,
    };
    return colleaguePage(reply, opened, { closed: reasons[result.reason] });
  });

  async function standingPage(reply: FastifyReply, opened: Opened, errors: FieldErrors, typed: Typed) {
    const { invitation, own, language, i } = opened;
    const owner = { networkId: own.gathering.networkId, personId: invitation.personId };
    const said = await standingOfPerson(store.read, owner, now());
    const ends = standingEnds(now()).map((date) => ({ value: date, label: longDate(date, language) }));
    const mode = said?.mode === "digital" ? "digitalt" : "rom";
    const shown = { til: said?.until ?? ends[1]?.value ?? "", maate: mode, ...typed };
    return reply.page(
      "gatherings/standing",
      {
        ...formOf(opened, errors, shown),
        title: i.standing,
        action: `${opened.backPath}/sesong`,
        intro: i.standingIntro(own.networkName),
        now: said ? i.standingIsNow(longDate(said.until, language)) : null,
        ends,
        mayChooseMode: own.gathering.link !== null,
      },
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }

  app.get<ByToken>("/svar/:token/sesong", isPublic, async (request, reply) =>
    standingPage(reply, await open(request.params.token), {}, {}),
  );

  app.post<ByToken>("/svar/:token/sesong", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { own, invitation, shared, backPath } = opened;
    const { networkId, id: gatheringId } = own.gathering;
    const owner = { networkId, personId: invitation.personId };
    if ((request.body as { gjor?: string } | undefined)?.gjor === "stopp") {
      await store.write((tx) => stopSayingYes(tx, owner));
      return reply.goTo(backPath, "standingStopped");
    }
    const read = readForm(standingForm, request.body, shared);
    if (!read.ok) return standingPage(reply, opened, read.errors, read.typed);
    const { til: until, maate } = read.value;
    const facts = { ...owner, until, mode: maate === "digitalt" ? ("digital" as const) : ("room" as const) };
    const result = await store.write((tx) => sayYesToAll(tx, mailer, facts, now()), {
      inTurnFor: gatheringId,
    });
    if (!result.ok) return standingPage(reply, opened, { til: shared.pickOne }, read.value);
    return reply.goTo(backPath, "standingSaved");
  });
}
