/** The front page: for strangers what this is, for each role what waits. */
import type { FastifyInstance } from "fastify";
import { networksFor } from "../networks/queries.ts";
import type { SurveyPorts } from "../surveys/ports.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import { localDate, relativeDay, when } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { type FirstSteps, firstSteps, isNewMentor } from "./first-minutes.ts";
import { answersSoFar, nextGathering } from "./queries.ts";
import { homeTexts } from "./texts.ts";
import { doorsOf, type HomeLink, tasksOf, waitingFor } from "./waiting.ts";

type T = Texts<typeof homeTexts>;
/** Days a mentor who has not been at a gathering is still met as new. */
const newFor = 180;

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

declare module "../web/render.ts" {
  interface Pages {
    "home/front": { t: T };
    "home/home": {
      t: T;
      firstName: string;
      gathering: GatheringCard | null;
      mayPlan: boolean;
      /** Told in three lines what this is. */
      isNew: boolean;
      /** What an adviser's network needs before its first gathering; null when it runs. */
      steps: FirstSteps | null;
      tasks: HomeLink[];
      /** Said to those who work here when nothing waits. */
      mayRest: boolean;
      doors: HomeLink[];
    };
  }
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

  app.get(
    "/",
    { config: { access: "public", isBeforeDeclaration: false, offline: {} } },
    async (request, reply) => {
      const t = inLanguage(homeTexts, request.language);
      const { viewer } = request;
      if (!viewer) return reply.page("home/front", { t, title: t.frontTitle });
      const firstName = viewer.name.split(" ")[0] as string;
      const networkIds = (await networksFor(store.read, viewer)).map(({ id }) => id);
      const tasks = tasksOf(await waitingFor(house, ports, viewer), request.language, t);
      const isAdviser = hasRole(viewer, "adviser");
      const lately = localDate(now()).subtract({ days: newFor }).toString();
      return reply.page("home/home", {
        t,
        title: t.hello(firstName),
        firstName,
        gathering: await gatheringCard(viewer, networkIds, request.language, t),
        mayPlan: isAdviser,
        isNew: hasRole(viewer, "mentor") && (await isNewMentor(store.read, viewer.id, lately)),
        steps: isAdviser ? await firstSteps(store.read, viewer.id, t) : null,
        tasks,
        mayRest: tasks.length === 0 && hasRole(viewer, "adviser", "leader", "regional_leader"),
        doors: doorsOf(viewer, tasks, t),
      });
    },
  );
}
