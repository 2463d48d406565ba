/** The leader: what waits, the one form of four fields, passing on and returning; and the rules. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import {
  advisedNetworkIds,
  eachLeaderOnce,
  leadersFor,
  level2For,
  networksFor,
} from "../networks/queries.ts";
import { guardFields } from "../privacy/guard.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, numberInWords } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import {
  type AnswerCard,
  answersOf,
  type Card,
  capitalised,
  cardOf,
  dueOf,
  type Said,
  wordsOf,
} from "./cards.ts";
import { decide, type NewDecision } from "./decision.ts";
import { asked, decisionForm, passForm, returnForm } from "./forms.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { allRules, type Loop, loopFor, loopsOf, queueOf, wordsForLeaders } from "./item-queries.ts";
import { gapOf } from "./item-routes.ts";
import { itemTexts } from "./item-texts.ts";
import { pressureOf, type RulePressure } from "./pressure.ts";
import { passOn, returnLifted } from "./referral.ts";
import { ruleKinds } from "./rule.ts";
import { lastReferral, standingDecision } from "./state.ts";

type T = Texts<typeof itemTexts>;
type Choice = { value: string; label: string };

interface Waiting {
  card: Card;
  href: string;
  due: string;
  isOverdue: boolean;
  overdue: string | null;
  came: string | null;
}

interface DecideProps {
  t: T;
  errors: FieldErrors;
  typed: Typed;
  id: string;
  referralId: string;
  card: Card;
  due: string;
  isOverdue: boolean;
  came: string | null;
  message: { from: string; words: string } | null;
  said: Said;
  gap: { label: string; value: string }[];
  earlier: AnswerCard[];
  rules: Choice[];
  kinds: Choice[];
  canLift: boolean;
  /** Whom it can be passed to; empty when it goes up or stays. */
  passTo: Choice[];
  passKind: "leader" | "up" | "assign" | "none";
  canReturn: boolean;
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/queue": { t: T; waiting: Waiting[] };
    "learning/decide": DecideProps;
    "learning/rules": { t: T; rules: RulePressure[] };
  }
}

const leaders: Access = ["leader", "regional_leader"];
const forLeaders = { config: { access: leaders } };

const kindKeys = {
  unwritten: "kindUnwritten",
  routine: "kindRoutine",
  circular: "kindCircular",
  target: "kindTarget",
  budget: "kindBudget",
  regulation: "kindRegulation",
  law: "kindLaw",
} as const;

/** Why an item is here, when it was not simply sent. */
function cameBy(loop: Loop, t: T): string | null {
  const kind = lastReferral(loop.referrals)?.kind ?? "sent";
  const words: Record<string, string> = {
    reopened: t.cameBack,
    trial_over: t.cameTrial,
    lifted: t.cameLifted,
    returned: t.cameReturned,
    passed: t.camePassed,
    escalated: t.camePassed,
    assigned: t.camePassed,
  };
  return words[kind] ?? null;
}

export function leaderRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;
  const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);
  const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

  app.get("/laeringspunkter/ko", forLeaders, async (request, reply) => {
    const t = say(request);
    const { language } = request;
    const loops = await queueOf(store.read, viewerOf(request).id);
    const line = await gatheringLine(store.read, [...new Set(loops.map((loop) => loop.networkId))]);
    const sight = { line, now: now(), language };
    const waitsSince = (loop: Loop) => lastReferral(loop.referrals)?.at.epochMilliseconds ?? 0;
    const waiting = loops
      .sort((a, b) => waitsSince(a) - waitsSince(b))
      .map((loop) => {
        const due = dueOf(loop, sight);
        const missed = due?.missed ?? 0;
        return {
          card: cardOf(loop, sight),
          href: `/laeringspunkter/${loop.id}/beslutning`,
          due: due ? t.due(due.date) : t.noDue,
          isOverdue: due?.isOverdue ?? false,
          overdue:
            due?.isOverdue && missed > 0
              ? t.overdueText(missed, capitalised(numberInWords(missed, language)))
              : null,
          came: cameBy(loop, t),
        };
      });
    return reply.page("learning/queue", { t, waiting, title: t.queueTitle });
  });

  async function showDecide(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    again: { errors: FieldErrors; typed: Typed } | null,
  ) {
    const t = say(request);
    const { language } = request;
    const viewer = viewerOf(request);
    const { loop } = orNotFound(await loopFor(store.read, viewer, request.params.id));
    const last = orNotFound(lastReferral(loop.referrals));
    if (!loop.referrals.some((one) => one.toId === viewer.id)) throw new NotFound();
    if (standingDecision(loop)) return reply.goTo(`/laeringspunkter/${loop.id}`, "alreadyDecided");
    if (last.toId !== viewer.id) return reply.goTo(`/laeringspunkter/${loop.id}`, "movedOn");
    const [line, rows, rules, offices, level2] = await Promise.all([
      gatheringLine(store.read, [loop.networkId]),
      wordsForLeaders(store.read, loop.id, localDate(now()).toString()),
      allRules(store.read),
      leadersFor(store.read, loop.networkId),
      level2For(store.read, loop.networkId),
    ]);
    const sight = { line, now: now(), language };
    const due = dueOf(loop, sight);
    const isLevel2 = level2.some((one) => one.personId === viewer.id);
    const inIteration = loop.referrals.filter((one) => one.iteration === last.iteration);
    const wasPassed = inIteration.some((one) => one.kind === "passed");
    const passKind = isLevel2 ? "assign" : last.kind === "assigned" ? "none" : wasPassed ? "up" : "leader";
    const others = eachLeaderOnce(offices).filter((one) => one.personId !== viewer.id);
    const props: DecideProps = {
      t,
      errors: again?.errors ?? {},
      typed: again?.typed ?? { regel: loop.suggestedRuleId ?? "" },
      id: loop.id,
      referralId: last.id,
      card: cardOf(loop, sight),
      due: due ? t.due(due.date) : t.noDue,
      isOverdue: due?.isOverdue ?? false,
      came: cameBy(loop, t),
      message: last.reason && last.fromName ? { from: t.theyWrote(last.fromName), words: last.reason } : null,
      said: wordsOf(rows, language),
      gap: gapOf(loop, t),
      earlier: answersOf(loop, sight, true),
      rules: rules.map((rule) => ({ value: rule.id, label: rule.words })),
      kinds: ruleKinds.map((kind) => ({ value: kind, label: t[kindKeys[kind]] })),
      canLift: !isLevel2 && level2.length > 0 && !inIteration.some((one) => one.kind === "lifted"),
      passTo: others.map((one) => ({ value: one.personId, label: `${one.name} (${one.unitName})` })),
      passKind: passKind !== "up" && others.length === 0 ? "none" : passKind,
      canReturn: last.kind === "lifted",
    };
    return reply.page("learning/decide", { ...props, title: t.decideTitle }, again ? 422 : 200);
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

  app.get(
    "/regler",
    { config: { access: ["adviser", "leader", "regional_leader"] } },
    async (request, reply) => {
      const t = say(request);
      const viewer = viewerOf(request);
      const ids = (await networksFor(store.read, viewer)).map((network) => network.id);
      const [all, rules, line, advised] = await Promise.all([
        loopsOf(store.read, ids),
        allRules(store.read),
        gatheringLine(store.read, ids),
        advisedNetworkIds(store.read, viewer.id),
      ]);
      const seen = all.filter((loop) => advised.has(loop.networkId) || loop.referrals.length > 0);
      const sight = { line, now: now(), language: request.language };
      return reply.page("learning/rules", { t, rules: pressureOf(rules, seen, sight), title: t.rulesTitle });
    },
  );
}
