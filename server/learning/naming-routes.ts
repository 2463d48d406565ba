/** The author's own choices about a piece they gave: less known by name, yes or no to a paraphrase. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { chooseStricterNaming } from "./feedback.ts";
import { ownFeedbackById } from "./feedback-queries.ts";
import { namingForm, paraphraseAnswerForm } from "./forms.ts";
import { answerParaphrase } from "./paraphrase.ts";
import { type Followed, followed } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";
import { thank } from "./thanks.ts";

declare module "../web/render.ts" {
  interface Pages {
    "learning/naming": {
      t: Texts<typeof feedbackTexts>;
      one: Followed;
      errors: FieldErrors;
      choices: { value: string; label: string; hint: string }[];
    };
  }
}

const forMembers = { config: { access: ["mentor", "adviser", "counsellor"], isQuiet: true } } as const;
const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);
const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

export function namingRoutes(app: FastifyInstance, { store, config, now }: House): void {
  const secure = config.baseUrl.startsWith("https:");

  app.get<{ Params: { id: string } }>("/innspill/:id/navn", forMembers, async (request, reply) => {
    return showNaming(request, reply, request.params.id, {});
  });

  async function showNaming(request: FastifyRequest, reply: FastifyReply, id: string, errors: FieldErrors) {
    const own = orNotFound(await ownFeedbackById(store.read, viewerOf(request).id, id));
    const t = say(request);
    const choices = [
      { value: "confidential", label: t.namingConfidential, hint: t.confidentialHint },
      { value: "anonymous", label: t.namingAnonymous, hint: t.namingToAnonymous },
    ].filter((choice) => choice.value !== own.naming);
    const one = followed(own, [], request.language, now());
    const isWrong = Object.keys(errors).length > 0;
    return reply.page(
      "learning/naming",
      { t, one, errors, choices, title: t.namingTitle },
      isWrong ? 422 : 200,
    );
  }

  app.post<{ Params: { id: string } }>("/innspill/:id/navn", forMembers, async (request, reply) => {
    const form = readForm(namingForm, request.body, shared(request));
    if (!form.ok) return showNaming(request, reply, request.params.id, form.errors);
    const choice = { feedbackId: request.params.id, byId: viewerOf(request).id, naming: form.value.navn };
    const result = await store.write((tx) => chooseStricterNaming(tx, choice));
    if (!result.ok && result.reason === "not-yours") throw new NotFound();
    if (!result.ok) return reply.goTo("/innspill");
    return result.code ? thank(reply, result.code, "slettet", secure) : reply.goTo("/innspill", "saved");
  });

  app.post<{ Params: { id: string } }>("/innspill/:id/svar", forMembers, async (request, reply) => {
    const form = readForm(paraphraseAnswerForm, request.body, shared(request));
    if (!form.ok) return reply.goTo("/innspill");
    const says = form.value.svar === "ja" ? ("yes" as const) : ("no" as const);
    const answer = { feedbackId: request.params.id, byId: viewerOf(request).id, says };
    const result = await store.write((tx) => answerParaphrase(tx, answer, now()));
    if (!result.ok && result.reason === "not-yours") throw new NotFound();
    return reply.goTo("/innspill", result.ok ? "saved" : "paraphraseTooLate");
  });
}
