/** Presses on an item after an answer, or for want of one: ask again, open again, what was done, assign. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { guardFields } from "../privacy/guard.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { assignChoices } from "./after-answer.ts";
import { askAgain, reopenConfirmed } from "./again.ts";
import { assignForm, changeForm } from "./forms.ts";
import { loopFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { recordChange } from "./practice-change.ts";
import { assignSilent } from "./silence.ts";

type ById = { Params: { id: string }; Body: Typed };

declare module "../web/render.ts" {
  interface Pages {
    "learning/change": AgainProps & { decisionId: string };
    "learning/assign": AgainProps & { leaders: { value: string; label: string }[] };
  }
}
interface AgainProps {
  t: ReturnType<typeof say>;
  id: string;
  question: string;
  errors: FieldErrors;
  typed: Typed;
}

const handlers: Access = ["adviser", "leader", "regional_leader"];
const forHandlers = { config: { access: handlers } };
const forLevel2 = { config: { access: ["regional_leader"] as Access } };
const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);
const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);
const isAddress = (link: string) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(link) && URL.canParse(link);

export function afterRoutes(app: FastifyInstance, { store, now }: House, mailer: Mailer): void {
  const seen = async (request: FastifyRequest<ById>) =>
    orNotFound(await loopFor(store.read, viewerOf(request), request.params.id)).loop;

  app.post<ById>("/laeringspunkter/:id/spor-igjen", forHandlers, async (request, reply) => {
    const { id: itemId } = await seen(request);
    const facts = { itemId, byId: viewerOf(request).id };
    const result = await store.write((tx) => askAgain(tx, mailer, facts, now()), { inTurnFor: itemId });
    if (!result.ok && result.reason === "not-yours") throw new NotFound();
    return reply.goTo(`/laeringspunkter/${itemId}`, result.ok ? "askedAgain" : undefined);
  });

  app.post<ById>("/laeringspunkter/:id/gjenapne", forHandlers, async (request, reply) => {
    const { id: itemId } = await seen(request);
    const facts = { itemId, byId: viewerOf(request).id };
    const result = await store.write((tx) => reopenConfirmed(tx, mailer, facts, now()), {
      inTurnFor: itemId,
    });
    if (!result.ok && result.reason === "not-yours") throw new NotFound();
    return reply.goTo(`/laeringspunkter/${itemId}`, result.ok ? "openedAgain" : undefined);
  });

  async function changeAgain(
    request: FastifyRequest<ById>,
    reply: FastifyReply,
    again: { errors: FieldErrors; typed: Typed },
  ) {
    const t = say(request);
    const loop = await seen(request);
    const decision = loop.decisions.find((one) => one.id === again.typed["beslutning"]);
    const { id, question } = loop;
    const props = { t, id, question, decisionId: orNotFound(decision ?? null).id, ...again };
    return reply.page("learning/change", { ...props, title: t.changesTitle }, 422);
  }

  app.post<ById>("/laeringspunkter/:id/gjort", forHandlers, async (request, reply) => {
    const t = say(request);
    const loop = await seen(request);
    const form = readForm(changeForm, request.body, shared(request));
    if (!form.ok) return changeAgain(request, reply, form);
    const { beslutning: decisionId, gjort: words, lenke: link } = form.value;
    const errors: FieldErrors = guardFields({ gjort: words }, request.language);
    if (link && !isAddress(link)) errors["lenke"] = t.errLink;
    if (Object.keys(errors).length > 0) return changeAgain(request, reply, { errors, typed: request.body });
    if (!loop.decisions.some((one) => one.id === decisionId)) throw new NotFound();
    const change = { decisionId, byId: viewerOf(request).id, words, link };
    const result = await store.write((tx) => recordChange(tx, change, now()), { inTurnFor: loop.id });
    if (!result.ok) throw new NotFound();
    return reply.goTo(`/laeringspunkter/${loop.id}`, "saved");
  });

  app.post<ById>("/laeringspunkter/:id/fordel", forLevel2, async (request, reply) => {
    const t = say(request);
    const loop = await seen(request);
    const form = readForm(assignForm, request.body, shared(request));
    const guarded = form.ok ? guardFields({ hvorfor: form.value.hvorfor }, request.language) : {};
    const showAgain = async (errors: FieldErrors) => {
      const { id, question } = loop;
      const leaders = await assignChoices(store.read, viewerOf(request), loop);
      const props = { t, id, question, leaders, errors, typed: request.body };
      return reply.page("learning/assign", { ...props, title: t.silentAssign }, 422);
    };
    if (!form.ok) return showAgain(form.errors);
    if (guarded["hvorfor"]) return showAgain(guarded);
    const { til: toId, hvorfor: reason } = form.value;
    const facts = { itemId: loop.id, byId: viewerOf(request).id, toId, reason };
    const result = await store.write((tx) => assignSilent(tx, mailer, facts, now()), { inTurnFor: loop.id });
    if (result.ok) return reply.goTo("/laeringspunkter/ko", "passedOn");
    if (result.reason === "not-yours") throw new NotFound();
    if (result.reason === "unknown-leader") return showAgain({ til: t.errLeader });
    return reply.goTo(`/laeringspunkter/${loop.id}`, "alreadyDecided");
  });
}
