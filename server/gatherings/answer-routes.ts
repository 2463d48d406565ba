/** The page behind the link in a mail: no sign-in, in the language of whoever was invited. */
import type { FastifyInstance } from "fastify";
import { BrokenLink, orNotFound } from "../web/errors.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import { type BesideAnswer, besideAnswer } from "./beside-answer.ts";
import { agendaCard, factsCard, ownChoices, saidWord } from "./cards.ts";
import type { Desk, Moment, T } from "./desk.ts";
import { wordsIn } from "./desk.ts";
import { bodyOf, saidWords } from "./forms.ts";
import { invitationByToken } from "./invitation.ts";
import { cardsOf } from "./later.ts";
import { readAnswer, storeAnswer } from "./own-answer-routes.ts";
import { agendaOf, gatheringOfInvited, type OwnGathering, standingsAt } from "./queries.ts";
import { type AnswerProps, ownWords } from "./show-page.ts";

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/reply": {
      t: T;
      facts: ReturnType<typeof factsCard>;
      agenda: ReturnType<typeof agendaCard>;
      own: ReturnType<typeof ownWords> | null;
      /** Whether the answer pressed in the mail is another than the one that is stored. */
      isOther: boolean;
      /** Why there is nothing to answer; null when there is. */
      closed: string | null;
      answer: AnswerProps;
      beside: BesideAnswer | null;
    };
    "gatherings/receipt": {
      t: T;
      facts: ReturnType<typeof factsCard>;
      own: ReturnType<typeof ownWords>;
      hasWords: boolean;
      hasNeeds: boolean;
      changePath: string;
    };
  }
}

type ByToken = { Params: { token: string }; Querystring: { svar?: string } };
const isPublic = { config: { access: "public" } } as const;

export function answerRoutes(app: FastifyInstance, desk: Desk): void {
  const { house, later } = desk;
  const { store, config, now } = house;

  /** Who the link is for, their gathering, and the words in their language. A bad link is a BrokenLink. */
  async function open(token: string) {
    const invitation = await invitationByToken(store.read, config.secret, token);
    if (!invitation) throw new BrokenLink();
    const { person } = invitation;
    const own = orNotFound(await gatheringOfInvited(store, invitation.personId, invitation.gatheringId));
    const { language } = person;
    const moment: Moment = { ...wordsIn(language), language, now: now() };
    const themes = own.gathering.themeSlug ? later.themeChoices(language) : [];
    return {
      token,
      invitation,
      person,
      own,
      moment,
      facts: factsCard(own.gathering, moment.t, moment, themes),
    };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  const answerProps = (opened: Opened, typed: Typed, errors: FieldErrors): AnswerProps => ({
    action: `/svar/${opened.token}`,
    legend: opened.moment.t.questionNamed(opened.person.name.split(" ")[0] as string),
    choices: ownChoices(opened.own.gathering, opened.moment.t),
    sequence: opened.own.gathering.sequence,
    errors,
    typed,
    hasKept: Boolean(opened.own.words ?? opened.own.needs),
    button: saidWord(opened.own) ? opened.moment.t.changeAnswer : opened.moment.t.sendAnswer,
  });

  async function replyPage(opened: Opened, typed: Typed, errors: FieldErrors = {}) {
    const { own, moment, facts } = opened;
    const { t, language } = moment;
    const lines = await agendaOf(store, own.gathering.id);
    return {
      t,
      language,
      signInTo: `/samlinger/${own.gathering.id}`,
      title: own.gathering.title,
      facts,
      agenda: agendaCard(lines, own.gathering, t, await cardsOf(lines, later.caseCard, language)),
      own: own.answer ? ownWords(own, await peopleWhenWaiting(own), t) : null,
      isOther: own.answer !== null && !errors.svar && typed.svar !== saidWord(own),
      closed: closedWords(facts.state, t),
      answer: answerProps(opened, typed, errors),
      beside: await besideAnswer(desk, own, language, moment.now),
    };
  }

  /** The others, needed only to count the line. */
  const peopleWhenWaiting = async (own: OwnGathering) =>
    own.placement === "waiting" ? standingsAt(store, own.gathering.id) : [];

  app.get<ByToken>("/svar/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const wished = saidWords.find((word) => word === request.query.svar);
    const svar = wished ?? saidWord(opened.own) ?? "";
    return reply.page("gatherings/reply", await replyPage(opened, { svar, ord: "", behov: "" }));
  });

  app.post<ByToken>("/svar/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { own, moment } = opened;
    const given = readAnswer(request.body, own.gathering, moment, true);
    if (!given.ok) {
      return reply.page("gatherings/reply", await replyPage(opened, given.typed, given.errors), 422);
    }
    const said = { ...given.value, channel: "web" as const, byPersonId: opened.invitation.personId };
    const refusal = await storeAnswer(desk, own, said, moment);
    if (refusal) {
      const typed = bodyOf(request.body) as Typed;
      return reply.page("gatherings/reply", await replyPage(opened, typed, { svar: refusal }), 422);
    }
    return reply.goTo(`/svar/${opened.token}/kvittering`);
  });

  app.get<ByToken>("/svar/:token/kvittering", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { own, moment, facts, token } = opened;
    if (!own.answer || closedWords(facts.state, moment.t)) return reply.goTo(`/svar/${token}`);
    return reply.page("gatherings/receipt", {
      t: moment.t,
      language: moment.language,
      title: moment.t.receiptTitle,
      facts,
      own: ownWords(own, await peopleWhenWaiting(own), moment.t),
      hasWords: own.words !== null,
      hasNeeds: own.needs !== null,
      signInTo: `/samlinger/${own.gathering.id}`,
      changePath: `/svar/${token}`,
    });
  });
}

function closedWords(state: ReturnType<typeof factsCard>["state"], t: T): string | null {
  if (state === "cancelled") return t.itIsCancelled;
  if (state === "now") return t.itHasBegun;
  return state === "over" ? t.itIsPast : null;
}
