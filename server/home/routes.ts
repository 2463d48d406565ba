/** The front page: for strangers what this is, for each role what waits. */
import type { FastifyInstance } from "fastify";
import { waitingPostCount } from "../gatherings/post-queries.ts";
import { inboxOf } from "../learning/feedback-queries.ts";
import { openRoundsFor, queueCount } from "../learning/item-queries.ts";
import { networksFor } from "../networks/queries.ts";
import { surveysWaitingFor } from "../surveys/beside-gathering.ts";
import type { SurveyPorts } from "../surveys/ports.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { localDate, numberInWords, relativeDay, when } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { answersSoFar, nextGathering } from "./queries.ts";
import { homeTexts } from "./texts.ts";

type T = Texts<typeof homeTexts>;

export interface GatheringCard {
  path: string;
  title: string;
  when: string;
  relative: string;
  place: string;
  /** The person's own answer in words; null for those not invited. */
  answer: { text: string; color: string; mustAct: boolean } | null;
  /** For those who plan: how many come and how many are silent, or that nobody is invited. */
  count: string | null;
}

/** A thing to do or see, in the order of the page. */
export interface HomeLink {
  path: string;
  title: string;
  text: string;
}

declare module "../web/render.ts" {
  interface Pages {
    "home/front": { t: T };
    "home/home": {
      t: T;
      firstName: string;
      gathering: GatheringCard | null;
      mayPlan: boolean;
      links: HomeLink[];
    };
  }
}

/** How much waits for a person. */
interface Waiting {
  queue: number;
  inbox: number;
  /** Mail that only a person can understand. */
  post: number;
  votes: number;
  /** The newest survey that asks. */
  survey: { path: string; kind: "evaluation" | "mentors" } | null;
}

async function waitingFor(
  { store, config, now }: House,
  ports: SurveyPorts,
  viewer: Viewer,
  networkIds: string[],
): Promise<Waiting> {
  const isLeader = hasRole(viewer, "leader", "regional_leader");
  const reviews = isLeader || hasRole(viewer, "adviser");
  const rounds = hasRole(viewer, "mentor") ? await openRoundsFor(store.read, viewer.id) : [];
  const today = localDate(now()).toString();
  const surveyFor = async () => {
    const asking = { secret: config.secret, ports };
    return (await surveysWaitingFor(store.read, asking, { id: viewer.id, networkIds }, now()))[0] ?? null;
  };
  return {
    queue: isLeader ? await queueCount(store.read, viewer.id) : 0,
    inbox: reviews ? (await inboxOf(store.read, viewer.id, today)).length : 0,
    post: hasRole(viewer, "adviser") ? await waitingPostCount(store.read, viewer.id) : 0,
    votes: rounds.filter((round) => round.vote === null).length,
    survey: hasRole(viewer, "mentor", "counsellor") ? await surveyFor() : null,
  };
}

type Next = NonNullable<Awaited<ReturnType<typeof nextGathering>>>;

function ownAnswer(next: Next, t: T): GatheringCard["answer"] {
  if (!next.invitationId) return null;
  const { answer, mode, placement, answeredSequence, sequence } = next;
  if (!answer) return { text: t.answerSilent, color: "warning", mustAct: true };
  if (answer === "no") return { text: t.answerNo, color: "neutral", mustAct: false };
  if ((answeredSequence ?? 0) < sequence) return { text: t.answerAgain, color: "warning", mustAct: true };
  if (answer === "maybe") return { text: t.answerMaybe, color: "info", mustAct: true };
  if (placement === "waiting") return { text: t.answerWaiting, color: "info", mustAct: false };
  const words = mode === "digital" ? t.answerDigital : t.answerYes;
  return { text: words, color: "success", mustAct: false };
}

function linksFor(viewer: Viewer, waiting: Waiting, language: Language, t: T): HomeLink[] {
  const words = (n: number) => numberInWords(n, language);
  const feedback = { path: "/innspill/nytt", title: t.giveFeedback, text: t.giveFeedbackWhy };
  const youSaid = {
    path: "/innspill",
    title: t.youSaid,
    text: waiting.votes > 0 ? t.votesAsked(waiting.votes, words(waiting.votes)) : t.youSaidWhy,
  };
  const ring = { path: "/ring", title: t.ring, text: t.ringWhy };
  const cases = { path: "/eksempler", title: t.cases, text: t.casesWhy };
  const wishes = { path: "/temaonsker", title: t.wishes, text: t.wishesWhy };
  const tries = { path: "/forsok", title: t.tries, text: t.triesWhy };
  const board = { path: "/laeringspunkter", title: t.board, text: t.boardWhy };
  const evaluations = { path: "/evalueringer", title: t.evaluations, text: t.evaluationsWhy };
  const links: HomeLink[] = [];
  if (waiting.survey) {
    const { path, kind } = waiting.survey;
    const isEvaluation = kind === "evaluation";
    links.push({
      path,
      title: isEvaluation ? t.askEvaluation : t.askYearly,
      text: isEvaluation ? t.askEvaluationWhy : t.askYearlyWhy,
    });
  }
  if (hasRole(viewer, "leader", "regional_leader")) {
    const text = waiting.queue > 0 ? t.queueCount(waiting.queue, words(waiting.queue)) : t.queueEmpty;
    links.push({ path: "/laeringspunkter/ko", title: t.queue, text }, board);
  }
  if (hasRole(viewer, "leader", "regional_leader", "adviser")) {
    links.push({ path: "/helse", title: t.health, text: t.healthWhy });
  }
  if (hasRole(viewer, "regional_leader")) links.push({ path: "/regler", title: t.rules, text: t.rulesWhy });
  if (hasRole(viewer, "adviser") || waiting.inbox > 0) {
    const text = waiting.inbox > 0 ? t.inboxCount(waiting.inbox, words(waiting.inbox)) : t.inboxEmpty;
    links.push(
      { path: "/innspill/innboks", title: t.inbox, text },
      ...(hasRole(viewer, "leader") ? [] : [board]),
    );
  }
  if (waiting.post > 0) {
    links.push({
      path: "/samlinger/post",
      title: t.post,
      text: t.postCount(waiting.post, words(waiting.post)),
    });
  }
  if (hasRole(viewer, "mentor", "counsellor")) {
    links.push(
      ...(waiting.votes > 0 ? [youSaid, feedback] : [feedback, youSaid]),
      wishes,
      ring,
      cases,
      tries,
    );
  }
  if (!hasRole(viewer, "mentor", "counsellor") && hasRole(viewer, "adviser", "leader", "regional_leader")) {
    links.push({ ...wishes, text: t.wishesRead });
  }
  if (hasRole(viewer, "adviser", "leader", "regional_leader")) {
    links.push({ path: "/kobling", title: t.coupling, text: t.couplingWhy });
  }
  if (hasRole(viewer, "adviser", "leader", "regional_leader")) links.push(evaluations);
  if (hasRole(viewer, "adviser", "administrator"))
    links.push({ path: "/personer", title: t.people, text: t.peopleWhy });
  if (hasRole(viewer, "administrator")) {
    links.push(
      { path: "/enheter", title: t.units, text: t.unitsWhy },
      { path: "/virksomheter", title: t.workplaces, text: t.workplacesWhy },
      { path: "/rettigheter", title: t.rights, text: t.rightsWhy },
      { path: "/innsyn", title: t.auditLog, text: t.auditLogWhy },
      { path: "/sletting", title: t.erasing, text: t.erasingWhy },
    );
  }
  if (hasRole(viewer, "adviser", "administrator")) {
    links.push({ path: "/nettverk", title: t.networks, text: t.networksWhy });
  }
  return links;
}

export function homeRoutes(app: FastifyInstance, house: House, ports: SurveyPorts): void {
  const { store, now } = house;

  async function gatheringCard(
    viewer: Viewer,
    networkIds: string[],
    language: Language,
    t: T,
  ): Promise<GatheringCard | null> {
    const mayPlan = hasRole(viewer, "adviser");
    const next = await nextGathering(
      store.read,
      { personId: viewer.id, networkIds, seesDrafts: mayPlan },
      now(),
    );
    if (!next) return null;
    const counts = mayPlan && next.openedAt ? await answersSoFar(store.read, next.id) : null;
    const planned = mayPlan && !next.openedAt ? t.notInvitedYet : null;
    return {
      path: `/samlinger/${next.id}`,
      title: next.title,
      when: when(next, language),
      relative: relativeDay(next.localDate, language, now()),
      place: next.place,
      answer: ownAnswer(next, t),
      count: counts ? t.answersSoFar(counts.coming, counts.silent) : planned,
    };
  }

  app.get("/", { config: { access: "public", isBeforeDeclaration: false } }, async (request, reply) => {
    const t = inLanguage(homeTexts, request.language);
    const { viewer } = request;
    if (!viewer) return reply.page("home/front", { t, title: t.frontTitle });
    const firstName = viewer.name.split(" ")[0] as string;
    const networkIds = (await networksFor(store.read, viewer)).map(({ id }) => id);
    return reply.page("home/home", {
      t,
      title: t.hello(firstName),
      firstName,
      gathering: await gatheringCard(viewer, networkIds, request.language, t),
      mayPlan: hasRole(viewer, "adviser"),
      links: linksFor(viewer, await waitingFor(house, ports, viewer, networkIds), request.language, t),
    });
  });
}
