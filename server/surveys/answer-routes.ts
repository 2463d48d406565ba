/** The page behind the link in a mail: a survey, answered without signing in, once. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { membersOf } from "../networks/queries.ts";
import { guardFields, guardText } from "../privacy/guard.ts";
import { numberInWords } from "../web/dates.ts";
import { BrokenLink } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { answerSurvey, isOpen } from "./answer.ts";
import { surveyByToken } from "./asked.ts";
import { answeredRowOf, hasAnswered } from "./ballot.ts";
import { blocksOf, dateIn, type SurveyDesk, type T, wordsIn } from "./desk.ts";
import { evaluationForm, stepsIn, yearlyForm } from "./forms.ts";
import type { FeedbackGiven } from "./ports.ts";
import { aboutSurvey } from "./queries.ts";
import { isForPoolOnly } from "./survey.ts";

interface FormProps {
  t: T;
  action: string;
  about: string;
  intro: string;
  whoReads: string;
  blocks: ReturnType<typeof blocksOf>;
  steps: { value: string; label: string }[];
  /** Names of advisers who read the free texts; null where there are none. */
  advisers: string | null;
  /** Whether there is a comment and a wish: not where the adviser would read them of two people. */
  takesWords: boolean;
  mayGiveFeedback: boolean;
  errors: FieldErrors;
  typed: Typed;
  warnings: string[];
}

declare module "../web/render.ts" {
  interface Pages {
    "surveys/form": FormProps;
    "surveys/thanks": {
      t: T;
      says: string;
      code: string | null;
      hasFeedback: boolean;
      gatheringPath: string | null;
    };
    "surveys/closed": { t: T; says: string; kept: string[] };
  }
}

type ByToken = { Params: { token: string } };
const isPublic = { config: { access: "public" } } as const;
/** Shows the receipt code once, as in the learning room: never in an address. */
const codeCookie = "kvittering";
const cookiePath = "/evaluering";
const textFields = ["kommentar", "onske", "nav"] as const;

type Found = NonNullable<Awaited<ReturnType<typeof surveyByToken>>>;
type Opened = Found & { token: string; w: ReturnType<typeof wordsIn> };
type Filled = Record<string, unknown> & Partial<Record<(typeof textFields)[number], string | null>>;

export function answerRoutes(app: FastifyInstance, { house, ports }: SurveyDesk): void {
  const { store, config, now } = house;
  const secure = config.baseUrl.startsWith("https:");

  async function open(token: string): Promise<Opened> {
    const found = await surveyByToken(store.read, config.secret, ports, token);
    if (!found) throw new BrokenLink();
    return { ...found, token, w: wordsIn(found.person.language) };
  }

  const titleOf = ({ survey, w }: Opened) =>
    survey.kind === "evaluation" ? w.t.evaluationTitle : w.t.mentorsTitle;

  async function formPage(opened: Opened, typed: Typed, errors: FieldErrors = {}, warnings: string[] = []) {
    const { survey, person, w, token } = opened;
    const { language } = person;
    const isEvaluation = survey.kind === "evaluation";
    const people = isEvaluation ? await membersOf(store.read, survey.networkId) : [];
    const about = await aboutSurvey(store.read, survey);
    const closes = dateIn(survey.closesOn, language);
    const n = new Set(people.map(({ personId }) => personId)).size;
    return {
      t: w.t,
      language,
      title: titleOf(opened),
      action: `/evaluering/${token}`,
      about: about.gatheringTitle ?? about.networkName,
      intro: isEvaluation ? w.t.evaluationIntro : w.t.yearlyIntro,
      whoReads: isForPoolOnly(survey)
        ? w.t.whoReadsFew
        : isEvaluation
          ? w.t.whoReadsEvaluation(numberInWords(n, language), closes)
          : w.t.whoReadsYearly(closes),
      blocks: blocksOf(survey.kind, language),
      steps: w.steps,
      advisers: isEvaluation ? namesOf(people.filter(({ role }) => role === "adviser")) : null,
      takesWords: isEvaluation && !isForPoolOnly(survey),
      mayGiveFeedback: people.some(({ personId }) => personId === person.id),
      errors,
      typed,
      warnings,
    };
  }

  const hasAnsweredAlready = async ({ survey, person }: Opened) =>
    hasAnswered(config.secret, survey.id, await answeredRowOf(store.read, survey.id), person.id);

  async function showClosed(
    reply: FastifyReply,
    { survey, person, w }: Opened,
    typed: Typed,
    status: number,
  ) {
    const kept = textFields.map((name) => String(typed[name] ?? "").trim()).filter((words) => words !== "");
    return reply.page(
      "surveys/closed",
      {
        t: w.t,
        language: person.language,
        title: w.t.closedTitle,
        says: w.t.closedText(dateIn(survey.closesOn, person.language)),
        kept,
      },
      status,
    );
  }

  app.get<ByToken>("/evaluering/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    if (!isOpen(opened.survey, now())) return showClosed(reply, opened, {}, 200);
    if (await hasAnsweredAlready(opened)) return reply.goTo(`/evaluering/${opened.token}/takk`);
    return reply.page("surveys/form", await formPage(opened, { navn: "confidential", ord: "own" }));
  });

  app.post<ByToken>("/evaluering/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { survey, person } = opened;
    const { language } = person;
    const schema = survey.kind === "evaluation" ? evaluationForm : yearlyForm;
    const form = readForm(schema, request.body, inLanguage(sharedTexts, language));
    const typed = form.ok ? typedIn(request.body) : form.typed;
    if (!isOpen(survey, now())) return showClosed(reply, opened, typed, 422);
    const again = async (errors: FieldErrors, warnings: string[] = []) =>
      reply.page("surveys/form", await formPage(opened, typed, errors, warnings), 422);
    const value = (form.ok ? form.value : typed) as Filled;
    const texts = Object.fromEntries(textFields.map((name) => [name, wordsOf(value[name])]));
    const guarded = guardFields(texts, language);
    const errors = form.ok ? guarded : { ...guarded, ...form.errors };
    if (!form.ok || Object.keys(errors).length > 0) return again(errors);
    const warnings = guardText(Object.values(texts).join("\n")).warnings.map(({ found }) => found);
    if (warnings.length > 0 && !value["sett"]) return again({}, [...new Set(warnings)]);

    const result = await store
      .write((tx) => answerAll(tx, opened, value), { inTurnFor: survey.id })
      .catch(refusalOfFeedback);
    if (!result.ok && result.reason === "closed") return showClosed(reply, opened, typed, 422);
    if (!result.ok && result.reason === "not-asked") throw new BrokenLink();
    if (!result.ok && result.reason === "feedback") return again({ nav: opened.w.t.errFeedback });
    if (result.ok && result.feedback) keepCode(reply, result.feedback.code);
    return reply.goTo(`/evaluering/${opened.token}/takk`);
  });

  /** The answer, and the feedback to Nav with it or neither. */
  async function answerAll(
    tx: Parameters<SurveyDesk["ports"]["giveFeedback"]>[0],
    opened: Opened,
    value: Filled,
  ) {
    const { survey, person } = opened;
    const answers = {
      steps: stepsIn(survey.kind, value),
      texts: { kommentar: value.kommentar ?? null, onske: value.onske ?? null },
    };
    const given = { surveyId: survey.id, respondentId: person.id, answers };
    const answered = await answerSurvey(tx, config.secret, ports, given, now());
    if (!answered.ok || !value.nav) return answered.ok ? { ok: true as const, feedback: null } : answered;
    const feedback: FeedbackGiven = {
      networkId: survey.networkId,
      gatheringId: survey.gatheringId as string,
      byId: person.id,
      text: value.nav,
      naming: value["navn"] as FeedbackGiven["naming"],
      wording: value["ord"] as FeedbackGiven["wording"],
    };
    const sent = await ports.giveFeedback(tx, feedback, now());
    if (!sent.ok) throw new FeedbackRefused();
    return { ok: true as const, feedback: { code: sent.code } };
  }

  function keepCode(reply: FastifyReply, code: string | null) {
    reply.setCookie(codeCookie, code ? `anonymt.${code}` : "sendt", {
      path: cookiePath,
      httpOnly: true,
      sameSite: "lax",
      secure,
      maxAge: 300,
    });
  }

  app.get<ByToken>("/evaluering/:token/takk", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { survey, person, w } = opened;
    const isStillOpen = isOpen(survey, now());
    if (isStillOpen && !(await hasAnsweredAlready(opened))) return reply.goTo(`/evaluering/${opened.token}`);
    if (!isStillOpen) return showClosed(reply, opened, {}, 200);
    const kept = request.cookies[codeCookie] ?? "";
    if (kept) reply.clearCookie(codeCookie, { path: cookiePath });
    const closes = dateIn(survey.closesOn, person.language);
    return reply.page("surveys/thanks", {
      t: w.t,
      language: person.language,
      title: w.t.thanksTitle,
      says: survey.kind === "evaluation" ? w.t.thanksEvaluation(closes) : w.t.thanksYearly(closes),
      code: /^anonymt\.([A-Z-]+)$/.exec(kept)?.[1] ?? null,
      hasFeedback: kept !== "",
      gatheringPath: survey.gatheringId && request.viewer ? `/samlinger/${survey.gatheringId}` : null,
    });
  });
}

/** Takes the answer back with it. */
class FeedbackRefused extends Error {}
function refusalOfFeedback(error: unknown) {
  if (error instanceof FeedbackRefused) return { ok: false as const, reason: "feedback" as const };
  throw error;
}

const wordsOf = (value: unknown) => (typeof value === "string" ? value : null);

const namesOf = (people: { name: string }[]) => people.map(({ name }) => name).join(", ");

/** What was typed, of a form that could be read. */
function typedIn(body: unknown): Typed {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(([, value]) => typeof value === "string"),
  ) as Typed;
}
