/** The leader's one page: from the mentors' words to the decision of four fields. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { guardFields } from "../privacy/guard.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { decideProps } from "./decide-page.ts";
import { decide, type NewDecision } from "./decision.ts";
import { asked, decisionForm, passForm, returnForm } from "./forms.ts";
import { loopFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { passOn, returnLifted } from "./move.ts";

const leaders: Access = ["leader", "regional_leader"];
const forLeaders = { config: { access: leaders } };
const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);
const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);
type ById = FastifyRequest<{ Params: { id: string } }>;
type Again = { errors: FieldErrors; typed: Typed };

export function decideRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;

  async function showDecide(request: ById, reply: FastifyReply, again: Again | null) {
    const found = await decideProps(house, request, again);
    const { id } = request.params;
    if ("notice" in found) return reply.goTo(`/laeringspunkter/${id}`, found.notice);
    return reply.page("learning/decide", { ...found, title: say(request).decideTitle }, again ? 422 : 200);
  }

  app.get<{ Params: { id: string } }>("/laeringspunkter/:id/beslutning", forLeaders, async (request, reply) =>
    showDecide(request, reply, null),
  );

  /** Where a refusal that is nobody's fault leads. */
  function refusedKindly(reply: FastifyReply, itemId: string, reason: "not-yours" | "moved-on" | "decided") {
    if (reason === "not-yours") throw new NotFound();
    return reply.goTo(`/laeringspunkter/${itemId}`, reason === "decided" ? "alreadyDecided" : "movedOn");
  }

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/laeringspunkter/:id/beslutning",
    forLeaders,
    async (request, reply) => {
      const t = say(request);
      const itemId = request.params.id;
      orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const form = readForm(decisionForm, request.body, shared(request));
      const questions = { utfall: t.verdict, grunn: t.reason, regelsyn: t.ruleView, dato: t.onDate };
      if (!form.ok) return showDecide(request, reply, { ...form, errors: asked(form.errors, questions) });
      const given = form.value;
      const { grunn, nyRegel, merke, ansvarlig, omtanke, lest } = given;
      const errors: FieldErrors = guardFields(
        { grunn, nyRegel, merke, ansvarlig, omtanke, lest },
        request.language,
      );
      const newRule = nyRegel ? { words: nyRegel, kind: given.regeltype ?? ("unwritten" as const) } : null;
      const rule = newRule ?? given.regel;
      if (!rule) errors["regel"] = t.errRule;
      if (!rule || Object.keys(errors).length > 0)
        return showDecide(request, reply, { errors, typed: request.body });
      const facts: NewDecision = {
        itemId,
        referralId: given.henvisning,
        byId: viewerOf(request).id,
        verdict: given.utfall,
        reason: grunn,
        rule,
        ruleView: given.regelsyn,
        onDate: given.dato,
        stopDate: given.stopp,
        responsible: ansvarlig,
        notice: merke,
        hoursFreedPerMonth: given.timer,
        wouldChangeOurMind: omtanke,
        secondReader: lest,
      };
      const result = await store.write((tx) => decide(tx, mailer, facts, now()), { inTurnFor: itemId });
      if (result.ok) return reply.goTo("/laeringspunkter/ko", "answerSent");
      const faults = {
        "date-passed": { dato: t.errDatePassed },
        "looks-again-today": { dato: t.errLooksAgainToday },
        "stop-before-start": { stopp: t.errStop },
        "unknown-rule": { regel: t.errRule },
        "nowhere-to-lift": { utfall: t.errLift },
      };
      if (!(result.reason in faults)) return refusedKindly(reply, itemId, result.reason as "decided");
      const fault = faults[result.reason as keyof typeof faults];
      return showDecide(request, reply, { errors: fault as FieldErrors, typed: request.body });
    },
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/laeringspunkter/:id/videre",
    forLeaders,
    async (request, reply) => {
      const t = say(request);
      const itemId = request.params.id;
      orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const form = readForm(passForm, request.body, shared(request));
      if (!form.ok) return showDecide(request, reply, form);
      const { henvisning: referralId, til, hvorfor: reason } = form.value;
      const guarded = guardFields({ hvorfor: reason }, request.language);
      if (guarded["hvorfor"]) return showDecide(request, reply, { errors: guarded, typed: request.body });
      const facts = { itemId, referralId, byId: viewerOf(request).id, toId: til ?? "", reason };
      const result = await store.write((tx) => passOn(tx, mailer, facts, now()), { inTurnFor: itemId });
      if (result.ok) return reply.goTo("/laeringspunkter/ko", "passedOn");
      const faults = {
        "unknown-leader": { til: t.errLeader },
        "no-level-2": { hvorfor: t.errNoLevel2 },
        assigned: { hvorfor: t.errAssigned },
      };
      if (!(result.reason in faults)) return refusedKindly(reply, itemId, result.reason as "decided");
      const fault = faults[result.reason as keyof typeof faults];
      return showDecide(request, reply, { errors: fault as FieldErrors, typed: request.body });
    },
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/laeringspunkter/:id/retur",
    { config: { access: ["regional_leader"] } },
    async (request, reply) => {
      const itemId = request.params.id;
      orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const form = readForm(returnForm, request.body, shared(request));
      if (!form.ok) return showDecide(request, reply, form);
      const { henvisning: referralId, returgrunn: reason } = form.value;
      const guarded = guardFields({ returgrunn: reason }, request.language);
      if (guarded["returgrunn"]) return showDecide(request, reply, { errors: guarded, typed: request.body });
      const facts = { itemId, referralId, byId: viewerOf(request).id, reason };
      const result = await store.write((tx) => returnLifted(tx, mailer, facts, now()), { inTurnFor: itemId });
      if (result.ok) return reply.goTo("/laeringspunkter/ko", "returnedDown");
      if (result.reason === "not-lifted") throw new NotFound();
      return refusedKindly(reply, itemId, result.reason);
    },
  );
}
