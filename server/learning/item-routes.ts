/** One learning item: what was asked, what Nav answered, where it stands, and what the reader can do next. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { type AfterProps, afterAnswer } from "./after-answer.ts";
import { type AnswerCard, answersOf, type Card, cardOf, type Sight } from "./cards.ts";
import { after, gatheringLine, hasStarted } from "./gathering-clock.ts";
import { type ItemRole, logOf, loopFor, openRoundsFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { hasOwnIn, type SaidWords, wordsForAdviser, wordsForLeaders } from "./item-words.ts";
import { type LoopPicture, loopPicture } from "./loop-picture.ts";
import type { Loop } from "./loops.ts";
import { ledNetworkIds } from "./reviewers.ts";
import { historyOf, type Said, wordsOf } from "./said-cards.ts";
import { isWaiting, lastReferral, standingDecision } from "./state.ts";
import { allThemes } from "./themes.ts";
import { type Ask, askOf, resultsOf } from "./vote-cards.ts";

type T = Texts<typeof itemTexts>;

export interface ItemProps extends AfterProps {
  t: T;
  card: Card;
  picture: LoopPicture;
  gap: { label: string; value: string }[];
  assumption: string | null;
  answers: AnswerCard[];
  results: ReturnType<typeof resultsOf>;
  history: { what: string; when: string }[];
  said: Said | null;
  hasOwn: boolean;
  ask: Ask | null;
  /** What the reader can do next. */
  canSend: boolean;
  canAnswer: boolean;
  report: { text: string; decisionId: string; gatheringId: string } | null;
  reportWaits: boolean;
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/item": ItemProps;
  }
}

/** Administrators get here from a gathering's agenda; they see what members see, and no words. */
const readers: Access = ["mentor", "adviser", "counsellor", "leader", "regional_leader", "administrator"];
const forReaders = { config: { access: readers } };

/** The gap and the dissenting view, as far as they were written down. */
export function gapOf(loop: Loop, t: T): { label: string; value: string }[] {
  return [
    { label: t.gapSaid, value: loop.gapSaid },
    { label: t.gapDone, value: loop.gapDone },
    { label: t.gapLeadsTo, value: loop.gapLeadsTo },
    { label: t.dissent, value: loop.dissent },
  ].filter((row): row is { label: string; value: string } => row.value !== null);
}

/** How the decision that holds looks upon the rule, when the reader may know it. */
function ruleViewFor(loop: Loop, seesUnreported: boolean) {
  const decision = standingDecision(loop) as Loop["decisions"][number] | null;
  const isReported = loop.reportBacks.some((report) => report.decisionId === decision?.id);
  return decision && (seesUnreported || isReported) ? decision.ruleView : null;
}

export function itemRoutes(app: FastifyInstance, house: House): void {
  const { store, now } = house;
  const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);

  async function wordsFor(
    viewerId: string,
    loop: Loop,
    role: ItemRole,
    isAdviser: boolean,
  ): Promise<SaidWords[]> {
    if (role === "member") return [];
    // an adviser who also leads here reads as a leader: see reviewers.ts
    const readsAll = isAdviser && !(await ledNetworkIds(store.read, viewerId)).has(loop.networkId);
    return readsAll
      ? wordsForAdviser(store.read, loop.id, viewerId)
      : wordsForLeaders(store.read, loop.id, localDate(now()).toString());
  }

  app.get<{ Params: { id: string } }>("/laeringspunkter/:id", forReaders, async (request, reply) => {
    const viewer = viewerOf(request);
    const { loop, role, isAdviser } = orNotFound(await loopFor(store.read, viewer, request.params.id));
    const [line, rows, log, hasOwn, asked] = await Promise.all([
      gatheringLine(store.read, [loop.networkId]),
      wordsFor(viewer.id, loop, role, isAdviser),
      logOf(store.read, loop.id),
      hasOwnIn(store.read, loop.id, viewer.id),
      openRoundsFor(store.read, viewer.id),
    ]);
    const sight = { line, now: now(), language: request.language };
    const t = say(request);
    const round = asked.find((one) => one.itemId === loop.id);
    const theme = allThemes().find((one) => one.slug === loop.themeSlug);
    const card = cardOf(loop, sight);
    const seesUnreported = role !== "member" || hasOwn;
    const next = await afterAnswer(store.read, viewer, loop, role, { ...sight, t });
    return reply.page("learning/item", {
      t,
      title: loop.question,
      card,
      picture: loopPicture(
        { state: card.state, ruleView: ruleViewFor(loop, seesUnreported), says: card.says },
        request.language,
      ),
      gap: gapOf(loop, t),
      assumption: role === "member" ? null : (theme?.assumption[request.language] ?? null),
      answers: answersOf(loop, sight, seesUnreported),
      results: resultsOf(loop, request.language),
      history: historyOf(log, request.language),
      said: role === "member" ? null : wordsOf(rows, request.language),
      hasOwn,
      ask: round ? askOf(loop, round, sight) : null,
      canSend: role === "handler" && loop.referrals.length === 0,
      ...next,
      canAnswer: isWaiting(card.state) && isWaitingFor(loop, viewer.id),
      ...(role === "handler" ? reportOf(loop, sight, t) : { report: null, reportWaits: false }),
    });
  });
}

function isWaitingFor(loop: Loop, personId: string): boolean {
  return lastReferral(loop.referrals)?.toId === personId && !standingDecision(loop);
}

/** The press "Presentert på samlingen": for the last decision not reported, at the last gathering begun. */
function reportOf(
  loop: Loop,
  { line, now, language }: Sight,
  t: T,
): Pick<ItemProps, "report" | "reportWaits"> {
  const isReported = (id: string) => loop.reportBacks.some((one) => one.decisionId === id);
  const decision = loop.decisions.filter((one) => !isReported(one.id)).at(-1);
  if (!decision) return { report: null, reportWaits: false };
  const place = after(line, decision.at)
    .filter((tick) => hasStarted(tick, now))
    .at(-1);
  if (!place) return { report: null, reportWaits: true };
  const text = t.reportText(shortDate(place.localDate, language, now));
  return { report: { text, decisionId: decision.id, gatheringId: place.id }, reportWaits: false };
}
