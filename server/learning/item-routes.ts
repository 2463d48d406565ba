/** Learning items: the board, one item, sending it to a leader, reporting back, voting. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { advisedNetworkIds, eachLeaderOnce, leadersFor, networksFor } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, longDate, shortDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import {
  type AnswerCard,
  type Ask,
  answersOf,
  askOf,
  type Card,
  cardOf,
  historyOf,
  resultsOf,
  type Said,
  type Sight,
  wordsOf,
} from "./cards.ts";
import { reportForm, sendForm, voteForm } from "./forms.ts";
import { after, gatheringLine, hasStarted } from "./gathering-clock.ts";
import {
  hasOwnIn,
  type ItemRole,
  type Loop,
  logOf,
  loopFor,
  loopsOf,
  openRoundsFor,
  type SaidWords,
  wordsForAdviser,
  wordsForLeaders,
} from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { type LoopPicture, loopPicture } from "./loop-picture.ts";
import { sendToLeader } from "./referral.ts";
import { reportBack } from "./report-back.ts";
import { isWaiting, lastReferral, standingDecision, states } from "./state.ts";
import { allThemes } from "./themes.ts";
import { castVote, type Vote } from "./votes.ts";

type T = Texts<typeof itemTexts>;
type Choice = { value: string; label: string };

export interface ItemProps {
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
    "learning/board": { t: T; columns: { heading: string; color: string; cards: Card[] }[] };
    "learning/item": ItemProps;
    "learning/send": {
      t: T;
      errors: FieldErrors;
      typed: Typed;
      id: string;
      question: string;
      leaders: Choice[];
      gatherings: Choice[];
    };
  }
}

/** Administrators get here from a gathering's agenda; they see what members see, and no words. */
const readers: Access = ["mentor", "adviser", "counsellor", "leader", "regional_leader", "administrator"];
const handlers: Access = ["adviser", "leader", "regional_leader"];
const forReaders = { config: { access: readers } };
const forHandlers = { config: { access: handlers } };
const forMentors = { config: { access: ["mentor"] as Access } };

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

export function itemRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;
  const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);
  const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

  app.get("/laeringspunkter", forHandlers, async (request, reply) => {
    const t = say(request);
    const viewer = viewerOf(request);
    const ids = (await networksFor(store.read, viewer)).map((network) => network.id);
    const [all, line, advised] = await Promise.all([
      loopsOf(store.read, ids),
      gatheringLine(store.read, ids),
      advisedNetworkIds(store.read, viewer.id),
    ]);
    const loops = all.filter(
      (one) => advised.has(one.networkId) || one.referrals.length > 0 || one.createdById === viewer.id,
    );
    const cards = loops.map((loop) => cardOf(loop, { line, now: now(), language: request.language }));
    const columns = states
      .map((state) => ({
        heading: t[state],
        color: cards.find((card) => card.state === state)?.tag.color ?? "neutral",
        cards: cards.filter((card) => card.state === state),
      }))
      .filter((column) => column.cards.length > 0);
    return reply.page("learning/board", { t, columns, title: t.boardTitle });
  });

  async function wordsFor(
    viewerId: string,
    loop: Loop,
    role: ItemRole,
    isAdviser: boolean,
  ): Promise<SaidWords[]> {
    if (role === "member") return [];
    return isAdviser
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
      canAnswer: isWaiting(card.state) && isWaitingFor(loop, viewer.id),
      ...(role === "handler" ? reportOf(loop, sight, t) : { report: null, reportWaits: false }),
    });
  });

  async function showSend(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    again: { errors: FieldErrors; typed: Typed } | null,
  ) {
    const t = say(request);
    const { loop, role } = orNotFound(await loopFor(store.read, viewerOf(request), request.params.id));
    if (role !== "handler") throw new NotFound();
    if (loop.referrals.length > 0) return reply.goTo(`/laeringspunkter/${loop.id}`, "alreadySent");
    const [leaders, line] = await Promise.all([
      leadersFor(store.read, loop.networkId),
      gatheringLine(store.read, [loop.networkId]),
    ]);
    const gatherings = after(line, now()).map((tick) => ({
      value: tick.id,
      label: longDate(tick.localDate, request.language),
    }));
    const unit = (one: (typeof leaders)[number]) => `${one.unitName}${one.isDeputy ? `, ${t.deputy}` : ""}`;
    return reply.page(
      "learning/send",
      {
        t,
        title: t.sendTitle,
        errors: again?.errors ?? {},
        typed: again?.typed ?? {
          leder: leaders[0]?.personId ?? "",
          samling: gatherings[1]?.value ?? gatherings[0]?.value ?? "",
        },
        id: loop.id,
        question: loop.question,
        leaders: eachLeaderOnce(leaders).map((one) => ({
          value: one.personId,
          label: `${one.name} (${unit(one)})`,
        })),
        gatherings,
      },
      again ? 422 : 200,
    );
  }

  app.get<{ Params: { id: string } }>("/laeringspunkter/:id/send", forHandlers, async (request, reply) =>
    showSend(request, reply, null),
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/laeringspunkter/:id/send",
    forHandlers,
    async (request, reply) => {
      const t = say(request);
      const form = readForm(sendForm, request.body, shared(request));
      if (!form.ok) return showSend(request, reply, form);
      const itemId = request.params.id;
      orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const { leder: toId, samling: dueGatheringId } = form.value;
      const facts = { itemId, byId: viewerOf(request).id, toId, dueGatheringId };
      const result = await store.write((tx) => sendToLeader(tx, mailer, facts, now()), { inTurnFor: itemId });
      const path = `/laeringspunkter/${itemId}`;
      if (result.ok) return reply.goTo(path, "sentToLeader");
      if (result.reason === "not-yours") throw new NotFound();
      if (result.reason === "already-sent") return reply.goTo(path, "alreadySent");
      const isLeader = result.reason === "unknown-leader";
      const errors: FieldErrors = isLeader ? { leder: t.errLeader } : { samling: t.errGathering };
      return showSend(request, reply, { errors, typed: request.body });
    },
  );

  app.post<{ Params: { id: string } }>(
    "/laeringspunkter/:id/meldt-tilbake",
    forHandlers,
    async (request, reply) => {
      const form = readForm(reportForm, request.body, shared(request));
      const itemId = request.params.id;
      const { loop } = orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const decision = form.ok ? loop.decisions.find((one) => one.id === form.value.beslutning) : undefined;
      if (!form.ok || !decision) throw new NotFound();
      const facts = { decisionId: decision.id, gatheringId: form.value.samling, byId: viewerOf(request).id };
      const result = await store.write((tx) => reportBack(tx, mailer, facts, now()), { inTurnFor: itemId });
      if (!result.ok && result.reason === "not-yours") throw new NotFound();
      const notices = { already: "alreadyReported", "no-attendance": "noAttendance" } as const;
      const notice = result.ok
        ? "reportedBack"
        : (notices[result.reason as keyof typeof notices] ?? "notReported");
      return reply.goTo(`/laeringspunkter/${itemId}`, notice);
    },
  );

  const votes: Record<string, Vote> = { ja: "yes", delvis: "partly", nei: "no", "ikke-meg": "not_me" };
  app.post<{ Params: { id: string } }>("/laeringspunkter/:id/stemme", forMentors, async (request, reply) => {
    const itemId = request.params.id;
    orNotFound(await loopFor(store.read, viewerOf(request), itemId));
    const form = readForm(voteForm, request.body, shared(request));
    const path = form.ok && form.value.tilbake === "innspill" ? "/innspill" : `/laeringspunkter/${itemId}`;
    if (!form.ok) return reply.goTo(path);
    const facts = { itemId, byId: viewerOf(request).id, vote: votes[form.value.svar] as Vote };
    const result = await store.write((tx) => castVote(tx, facts, now()), { inTurnFor: itemId });
    return reply.goTo(path, result.ok ? "voted" : "voteClosed");
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
