/** The yearly survey of a network: opened by an adviser or an administrator, read by them and by leaders. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isAdviserIn, networkFor } from "../networks/queries.ts";
import { releaseProgress } from "../privacy/release.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { readForm } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { askedOf } from "./asked.ts";
import { readBallot } from "./ballot.ts";
import { dateIn, type R, type SurveyDesk, sayIn } from "./desk.ts";
import { mailOpenSurveys } from "./due.ts";
import type { Figure } from "./figures.ts";
import { openYearlyForm } from "./forms.ts";
import { type YearlyResult, yearlyResults } from "./queries.ts";
import { yearlyCard } from "./result-routes.ts";
import { leastAsked, openYearly } from "./survey.ts";

interface Part {
  kind: "mentors" | "employers";
  heading: string;
  says: string;
  /** The label of the button that sends it; null when it may not be sent. */
  open: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "surveys/yearly": {
      r: R;
      steps: { value: string; label: string }[];
      network: { id: string; name: string };
      parts: Part[] | null;
      results: { heading: string; says: string; figures: Figure[] | null }[];
      errors: Record<string, string>;
    };
  }
}

type ById = { Params: { id: string } };
const readers = { config: { access: ["adviser", "administrator", "leader", "regional_leader"] } } as const;
const openers = { config: { access: ["adviser", "administrator"] } } as const;
const kinds = ["mentors", "employers"] as const;

export function yearlyRoutes(app: FastifyInstance, { house, mailer, ports }: SurveyDesk): void {
  const { store, config, now } = house;

  async function find(request: FastifyRequest<ById>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const isAdviser = await isAdviserIn(store.read, viewer.id, network.id);
    const mayOpen = isAdviser || hasRole(viewer, "administrator");
    if (!mayOpen && !hasRole(viewer, "leader", "regional_leader")) throw new NotFound();
    return { network, mayOpen };
  }

  const about = (kind: "mentors" | "employers", networkId: string) => ({
    kind,
    networkId,
    gatheringId: null,
  });

  /** Where the survey of one kind stands: not sent, open, or done for this year. */
  async function partOf(
    kind: Part["kind"],
    networkId: string,
    results: YearlyResult[],
    request: FastifyRequest,
  ) {
    const { r } = sayIn(request);
    const { language } = request;
    const heading = r[kind];
    const open = results.find((one) => one.kind === kind && !one.isClosed);
    if (open) {
      const { answered } = await readBallot(store.read, config.secret, { id: open.id, kind });
      const n = releaseProgress(answered.length);
      const progress = n === null ? r.progressFew(open.asked) : r.progress(n, open.asked);
      return {
        kind,
        heading,
        says: `${r.openUntil(dateIn(open.closesOn, language))} ${progress}`,
        open: null,
      };
    }
    const year = String(now().toZonedDateTimeISO("Europe/Oslo").year);
    const done = results.find((one) => one.kind === kind && one.year === year);
    if (done) return { kind, heading, says: r.doneThisYear(dateIn(done.closesOn, language)), open: null };
    const n = (await askedOf(store.read, ports, about(kind, networkId))).length;
    const isEnough = n >= leastAsked(kind);
    const count = numberInWords(n, language);
    const label = kind === "mentors" ? r.openMentors : r.openEmployers;
    return {
      kind,
      heading,
      says: isEnough ? r.willAsk(count) : n === 0 ? r.nobodyToAsk : r.tooFew(count),
      open: isEnough ? label : null,
    };
  }

  async function page(request: FastifyRequest<ById>, errors: Record<string, string> = {}) {
    const { network, mayOpen } = await find(request);
    const w = sayIn(request);
    const results = await yearlyResults(store.read, [network.id]);
    const parts: Part[] = [];
    if (mayOpen) for (const kind of kinds) parts.push(await partOf(kind, network.id, results, request));
    return {
      r: w.r,
      steps: w.steps,
      title: w.r.yearly,
      network,
      parts: mayOpen ? parts : null,
      results: results
        .filter(({ isClosed }) => isClosed)
        .map((one) => yearlyCard(`${w.r[one.kind]} ${one.year}`, one, w.r, request.language)),
      errors,
    };
  }

  app.get<ById>("/nettverk/:id/arsundersokelse", readers, async (request, reply) =>
    reply.page("surveys/yearly", await page(request)),
  );

  app.post<ById>("/nettverk/:id/arsundersokelse", openers, async (request, reply) => {
    const { network, mayOpen } = await find(request);
    if (!mayOpen) throw new NotFound();
    const form = readForm(openYearlyForm, request.body, inLanguage(sharedTexts, request.language));
    if (!form.ok) return reply.page("surveys/yearly", await page(request, form.errors), 422);
    const kind = form.value.til;
    const result = await store.write(
      async (tx) => {
        const asked = (await askedOf(tx, ports, about(kind, network.id))).length;
        const facts = { networkId: network.id, kind, byId: viewerOf(request).id, asked };
        return openYearly(tx, facts, now());
      },
      { inTurnFor: network.id },
    );
    const path = `/nettverk/${network.id}/arsundersokelse`;
    if (!result.ok && result.reason === "too-few") {
      return reply.page("surveys/yearly", await page(request, { til: sayIn(request).r.waitingYearly }), 422);
    }
    if (result.ok) await mailOpenSurveys(store, mailer, ports, now());
    return reply.goTo(path, result.ok ? "surveySent" : "surveySentBefore");
  });
}
