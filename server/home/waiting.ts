/** What waits for a person, and the doors they use most: the links of the front page. */
import { waitingPostCount } from "../gatherings/post-queries.ts";
import { inboxOf } from "../learning/feedback-queries.ts";
import { openRoundsFor, queueCount } from "../learning/item-queries.ts";
import { networksFor } from "../networks/queries.ts";
import { surveysWaitingFor } from "../surveys/beside-gathering.ts";
import type { SurveyPorts } from "../surveys/ports.ts";
import { hasRole, type Role, type Viewer } from "../web/access.ts";
import { localDate, numberInWords } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import type { Language, Texts } from "../web/languages.ts";
import type { homeTexts } from "./texts.ts";

type T = Texts<typeof homeTexts>;

/** A thing to do or see, in the order of the page. */
export interface HomeLink {
  path: string;
  title: string;
  text: string;
}

/** How much waits for a person. */
export interface Waiting {
  queue: number;
  inbox: number;
  /** Mail that only a person can understand. */
  post: number;
  votes: number;
  /** The newest survey that asks. */
  survey: { path: string; kind: "evaluation" | "mentors" } | null;
}

export async function waitingFor(
  { store, config, now }: House,
  ports: SurveyPorts,
  viewer: Viewer,
): Promise<Waiting> {
  const isLeader = hasRole(viewer, "leader", "regional_leader");
  const reviews = isLeader || hasRole(viewer, "adviser");
  const rounds = hasRole(viewer, "mentor") ? await openRoundsFor(store.read, viewer.id) : [];
  const today = localDate(now()).toString();
  const surveyFor = async () => {
    const networkIds = (await networksFor(store.read, viewer)).map(({ id }) => id);
    const asking = { secret: config.secret, ports };
    return (await surveysWaitingFor(store.read, asking, { id: viewer.id, networkIds }, now()))[0] ?? null;
  };
  return {
    queue: isLeader ? await queueCount(store.read, viewer.id) : 0,
    inbox: reviews ? (await inboxOf(store.read, viewer.id, today)).length : 0,
    post: hasRole(viewer, "adviser", "administrator") ? await waitingPostCount(store.read, viewer) : 0,
    votes: rounds.filter((round) => round.vote === null).length,
    survey: hasRole(viewer, "mentor", "counsellor") ? await surveyFor() : null,
  };
}

/** What this person should do now, most important first; empty when nothing waits. */
export function tasksOf(waiting: Waiting, language: Language, t: T): HomeLink[] {
  const words = (n: number) => numberInWords(n, language);
  const { queue, inbox, post, votes, survey } = waiting;
  const tasks: HomeLink[] = [];
  const add = (isThere: boolean, path: string, title: string, text: string) => {
    if (isThere) tasks.push({ path, title, text });
  };
  add(queue > 0, "/laeringspunkter/ko", t.queue, t.queueCount(queue, words(queue)));
  add(inbox > 0, "/innspill/innboks", t.inboxRead, t.inboxCount(inbox, words(inbox)));
  add(post > 0, "/samlinger/post", t.post, t.postCount(post, words(post)));
  if (survey?.kind === "evaluation") add(true, survey.path, t.askEvaluation, t.askEvaluationWhy);
  if (survey?.kind === "mentors") add(true, survey.path, t.askYearly, t.askYearlyWhy);
  add(votes > 0, "/innspill", t.youSaid, t.votesAsked(votes, words(votes)));
  return tasks;
}

/** The doors most used in each role; the others are in the menu. */
const doors = {
  mentor: ["giveFeedback", "youSaid", "ring", "cases", "wishes"],
  counsellor: ["giveFeedback", "youSaid", "ring", "cases", "wishes"],
  adviser: ["inbox", "board", "health", "networks"],
  leader: ["board", "health", "coupling", "evaluations"],
  regional_leader: ["rules", "board", "coupling", "health"],
  administrator: ["people", "networks", "units", "auditLog"],
} as const satisfies Record<Role, readonly string[]>;

const paths = {
  giveFeedback: "/innspill/nytt",
  youSaid: "/innspill",
  ring: "/ring",
  cases: "/eksempler",
  wishes: "/temaonsker",
  inbox: "/innspill/innboks",
  board: "/laeringspunkter",
  health: "/helse",
  networks: "/nettverk",
  coupling: "/kobling",
  evaluations: "/evalueringer",
  rules: "/regler",
  people: "/personer",
  units: "/enheter",
  auditLog: "/innsyn",
} as const;

/** The doors of this person's roles, each once, without those already among the tasks. */
export function doorsOf(viewer: Viewer, tasks: HomeLink[], t: T): HomeLink[] {
  const names = [...new Set(viewer.roles.flatMap((role) => doors[role]))];
  const taken = new Set(tasks.map(({ path }) => path));
  const links = names.map((name) => ({ path: paths[name], title: t[name], text: t[`${name}Why`] }));
  return links.filter(({ path }) => !taken.has(path));
}
