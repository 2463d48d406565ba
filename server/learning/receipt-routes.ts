/** Following an anonymous piece with its receipt code, and answering a paraphrase of it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { countTry, placeOf } from "../people/rate.ts";
import { TooMany } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { keyedHash } from "../web/signing.ts";
import { sharedTexts } from "../web/texts.ts";
import { cardOf } from "./cards.ts";
import type { Standing } from "./feedback-queries.ts";
import { paraphraseAnswerForm, receiptForm } from "./forms.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { loopsById } from "./loops.ts";
import { answerParaphrase } from "./paraphrase.ts";
import { standingByReceipt } from "./receipt-standing.ts";
import { type Followed, followed } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";

type T = Texts<typeof feedbackTexts>;

declare module "../web/render.ts" {
  interface Pages {
    "learning/receipt": { t: T; errors: FieldErrors; typed: Typed };
    "learning/receipt-state": { t: T; code: string; one: Followed };
  }
}

const isPublic = { config: { access: "public", isQuiet: true } } as const;
const mostTries = 20;

export function receiptRoutes(app: FastifyInstance, { store, config, now }: House): void {
  const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);
  const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

  app.get("/innspill/kvittering", isPublic, async (request, reply) => {
    const t = say(request);
    return reply.page("learning/receipt", { t, errors: {}, typed: {}, title: t.receiptTitle });
  });

  app.post("/innspill/kvittering", isPublic, async (request, reply) => {
    const t = say(request);
    const key = keyedHash(config.secret, "receipt", placeOf(request.ip));
    const isFine = await store.write((tx) => countTry(tx, key, mostTries, now()), { inTurnFor: key });
    if (!isFine) throw new TooMany();
    const form = readForm(receiptForm, request.body, shared(request));
    const code = form.ok ? form.value.kode : "";
    const found = await standingByReceipt(store.read, code, now());
    if (!found) {
      const wrong = { errors: { kode: t.errCode }, typed: { kode: code } };
      return reply.page("learning/receipt", { t, ...wrong, title: t.receiptTitle }, 422);
    }
    const answer = readForm(paraphraseAnswerForm, request.body, shared(request));
    if (answer.ok) {
      const says = answer.value.svar === "ja" ? ("yes" as const) : ("no" as const);
      await store.write((tx) => answerParaphrase(tx, { feedbackId: found.id, byId: null, says }, now()));
    }
    const standing = answer.ok ? await standingByReceipt(store.read, code, now()) : found;
    const one = await followedByCode(request, standing ?? found);
    return reply.page("learning/receipt-state", { t, code, title: t.yourFeedback, one });
  });

  async function followedByCode(request: FastifyRequest, found: Standing): Promise<Followed> {
    const loops = await loopsById(store.read, found.itemId ? [found.itemId] : []);
    const line = await gatheringLine(store.read, [found.networkId]);
    const sight = { line, now: now(), language: request.language };
    return followed(
      found,
      loops.map((loop) => cardOf(loop, sight)),
      request.language,
      now(),
    );
  }
}
