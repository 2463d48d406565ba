/** What the leader's one page prints. */
import type { FastifyRequest } from "fastify";
import { eachLeaderOnce, leadersFor, level2For } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type AnswerCard, answersOf, type Card, cardOf, dueOf, overdueText } from "./cards.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { allRules, loopFor } from "./item-queries.ts";
import { gapOf } from "./item-routes.ts";
import { itemTexts } from "./item-texts.ts";
import { wordsForLeaders } from "./item-words.ts";
import type { Loop } from "./loops.ts";
import { kindKeys, ruleKinds } from "./rule.ts";
import { type Said, wordsOf } from "./said-cards.ts";
import { lastReferral, standingDecision } from "./state.ts";

type T = Texts<typeof itemTexts>;
type Choice = { value: string; label: string };

export interface DecideProps {
  t: T;
  errors: FieldErrors;
  typed: Typed;
  id: string;
  referralId: string;
  card: Card;
  due: string;
  isOverdue: boolean;
  /** How many gatherings have passed without an answer, in words. */
  overdue: string | null;
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
    "learning/decide": DecideProps;
  }
}

/** Why an item is here, when it was not simply sent. */
export function cameBy(loop: Loop, t: T): string | null {
  const kind = lastReferral(loop.referrals)?.kind ?? "sent";
  const words: Record<string, string> = {
    reopened: t.cameBack,
    trial_over: t.cameTrial,
    look_again: t.cameLookAgain,
    lifted: t.cameLifted,
    returned: t.cameReturned,
    passed: t.camePassed,
    escalated: t.camePassed,
    assigned: t.camePassed,
  };
  return words[kind] ?? null;
}

/**
 * The page of what waits before this leader, or the notice that says why nothing does any more.
 * Throws NotFound for what was never put before them.
 */
export async function decideProps(
  { store, now }: House,
  request: FastifyRequest<{ Params: { id: string } }>,
  again: { errors: FieldErrors; typed: Typed } | null,
): Promise<DecideProps | { notice: "alreadyDecided" | "movedOn" }> {
  const t = inLanguage(itemTexts, request.language);
  const { language } = request;
  const viewer = viewerOf(request);
  const { loop } = orNotFound(await loopFor(store.read, viewer, request.params.id));
  const last = orNotFound(lastReferral(loop.referrals));
  if (!loop.referrals.some((one) => one.toId === viewer.id)) throw new NotFound();
  if (standingDecision(loop)) return { notice: "alreadyDecided" };
  if (last.toId !== viewer.id) return { notice: "movedOn" };
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
  return {
    t,
    errors: again?.errors ?? {},
    typed: again?.typed ?? { regel: loop.suggestedRuleId ?? "" },
    id: loop.id,
    referralId: last.id,
    card: cardOf(loop, sight),
    due: due ? t.due(due.date) : t.noDue,
    overdue: overdueText(due, language, t),
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
}
