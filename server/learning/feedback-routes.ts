/** Giving feedback, following it, and answering a paraphrase of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { membersOf } from "../networks/queries.ts";
import { countTry, placeOf } from "../people/rate.ts";
import { guardFields, guardText } from "../privacy/guard.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import { NotFound, orNotFound, TooMany } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { keyedHash } from "../web/signing.ts";
import { sharedTexts } from "../web/texts.ts";
import { type Ask, askOf, type Card, cardOf } from "./cards.ts";
import { chooseStricterNaming, giveFeedback } from "./feedback.ts";
import { feedbackByCode, memberNetworks, ownFeedback, ownFeedbackById } from "./feedback-queries.ts";
import { asked, feedbackForm, namingForm, paraphraseAnswerForm, receiptForm } from "./forms.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { type Loop, loopsOf, openRoundsFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { feedbackByReceipt } from "./receipt.ts";
import { answerParaphrase } from "./review.ts";
import { type Followed, followed } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";

type T = Texts<typeof feedbackTexts>;
type ItemT = Texts<typeof itemTexts>;

interface GiveProps {
  t: T;
  errors: FieldErrors;
  typed: Typed;
  network: { id: string; name: string };
  otherNetworks: { id: string; name: string }[];
  whoReads: string;
  about: { value: string; label: string }[];
  /** What looks like a name or tells too much; shown once, to look at again. */
  warnings: string[];
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/give": GiveProps;
    "learning/thanks": { t: T; code: string | null; kind: "own" | "anonymous" | "erased" };
    "learning/receipt": { t: T; errors: FieldErrors; typed: Typed };
    "learning/receipt-state": { t: T; code: string; one: Followed };
    "learning/said": {
      t: T;
      itemT: ItemT;
      mine: Followed[];
      cards: (Card & { ask: Ask | null })[];
      asks: number;
    };
    "learning/naming": {
      t: T;
      one: Followed;
      errors: FieldErrors;
      choices: { value: string; label: string; hint: string }[];
    };
  }
}

const members: Access = ["mentor", "adviser", "counsellor"];
const forMembers = { config: { access: members } };
const isPublic = { config: { access: "public" } } as const;
/**
 * Holds what the page after the POST shows once: the kind of thanks and the receipt code. Not in the
 * address, which the logs of machines between us and the browser keep beside who asked.
 */
const codeCookie = "kvittering";
const thanksKinds = { anonymt: "anonymous", slettet: "erased" } as const;

const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);
const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

export function feedbackRoutes(app: FastifyInstance, house: House): void {
  const { store, config, now } = house;
  const secure = config.baseUrl.startsWith("https:");

  async function giveProps(request: FastifyRequest, networkId: string | undefined): Promise<GiveProps> {
    const t = say(request);
    const mine = await memberNetworks(store.read, viewerOf(request).id);
    const network = orNotFound(networkId ? mine.find((one) => one.id === networkId) : mine[0]);
    const people = await membersOf(store.read, network.id);
    const advisers = people.filter((one) => one.role === "adviser");
    const n = new Set(people.map((one) => one.personId)).size;
    return {
      t,
      errors: {},
      typed: { navn: "confidential", ord: "own", gjelder: "none" },
      network,
      otherNetworks: mine.filter((one) => one.id !== network.id),
      whoReads: t.whoReadsText(numberInWords(n, request.language), advisers.map((a) => a.name).join(", ")),
      about: [
        { value: "none", label: t.aboutNobody },
        ...advisers.map((one) => ({ value: one.personId, label: t.aboutOne(one.name) })),
        ...(advisers.length > 1 ? [{ value: "all", label: t.aboutAll }] : []),
      ],
      warnings: [],
    };
  }

  app.get<{ Querystring: { nettverk?: string } }>("/innspill/nytt", forMembers, async (request, reply) => {
    const props = await giveProps(request, request.query.nettverk);
    return reply.page("learning/give", { ...props, title: props.t.giveTitle });
  });

  app.post<{ Body: Typed }>("/innspill/nytt", forMembers, async (request, reply) => {
    const t = say(request);
    const form = readForm(feedbackForm, request.body, shared(request));
    const typed = form.ok ? { ...request.body } : form.typed;
    const showAgain = async (errors: FieldErrors, warnings: string[] = []) => {
      const props = await giveProps(request, typed["nettverk"] as string);
      return reply.page("learning/give", { ...props, errors, typed, warnings, title: t.giveTitle }, 422);
    };
    const questions = { tekst: t.text, navn: t.naming, ord: t.wording };
    if (!form.ok) return showAgain(asked(form.errors, questions));
    const { tekst, folge, onske } = form.value;
    const guarded = guardFields({ tekst, folge, onske }, request.language);
    if (Object.keys(guarded).length > 0) return showAgain(guarded);
    const warnings = guardText([tekst, folge, onske].join("\n")).warnings.map((one) => one.found);
    if (warnings.length > 0 && !form.value.sett) return showAgain({}, [...new Set(warnings)]);

    const given = {
      networkId: form.value.nettverk,
      byId: viewerOf(request).id,
      source: "free" as const,
      naming: form.value.navn,
      wording: form.value.ord,
      text: tekst,
      consequence: folge,
      wish: onske,
      about: form.value.gjelder,
      gatheringId: null,
    };
    const result = await store.write((tx) => giveFeedback(tx, given, now()));
    if (!result.ok && result.reason === "nobody-to-paraphrase")
      return showAgain({ ord: t.errNobodyToParaphrase });
    if (!result.ok) throw new NotFound();
    return thank(reply, result.code, "anonymt");
  });

  function thank(reply: FastifyReply, code: string | null, kind: keyof typeof thanksKinds) {
    const path = "/innspill/takk";
    if (code) {
      reply.setCookie(codeCookie, `${kind}.${code}`, {
        path,
        httpOnly: true,
        sameSite: "lax",
        secure,
        maxAge: 300,
      });
    }
    return reply.goTo(path);
  }

  app.get("/innspill/takk", forMembers, async (request, reply) => {
    const t = say(request);
    const [, given, code] = /^(anonymt|slettet)\.([A-Z-]+)$/.exec(request.cookies[codeCookie] ?? "") ?? [];
    if (code) reply.clearCookie(codeCookie, { path: "/innspill/takk" });
    const kind = given ? thanksKinds[given as keyof typeof thanksKinds] : "own";
    const title = kind === "erased" ? t.erasedTitle : t.thanksTitle;
    return reply.page("learning/thanks", { t, code: code ?? null, kind, title });
  });

  app.get("/innspill", forMembers, async (request, reply) => {
    const viewer = viewerOf(request);
    const mine = await memberNetworks(store.read, viewer.id);
    const ids = mine.map((one) => one.id);
    const [own, loops, line, asked] = await Promise.all([
      ownFeedback(store.read, viewer.id),
      loopsOf(store.read, ids),
      gatheringLine(store.read, ids),
      openRoundsFor(store.read, viewer.id),
    ]);
    const sight = { line, now: now(), language: request.language };
    const cards = loops.map((loop) => ({ ...cardOf(loop, sight), ask: askFor(loop, asked, sight) }));
    const t = say(request);
    return reply.page("learning/said", {
      t,
      itemT: inLanguage(itemTexts, request.language),
      title: t.saidTitle,
      mine: own.map((one) => followed(one, cards, request.language, now())),
      cards: cards.sort((a, b) => Number(b.ask !== null) - Number(a.ask !== null)),
      asks: cards.filter((card) => card.ask !== null).length,
    });
  });

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
    return result.code ? thank(reply, result.code, "slettet") : reply.goTo("/innspill", "saved");
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

  app.get("/innspill/kvittering", isPublic, async (request, reply) => {
    const t = say(request);
    return reply.page("learning/receipt", { t, errors: {}, typed: {}, title: t.receiptTitle });
  });

  app.post("/innspill/kvittering", isPublic, async (request, reply) => {
    const t = say(request);
    const key = keyedHash(config.secret, "receipt", placeOf(request.ip));
    if (!(await store.write((tx) => countTry(tx, key, 20, now())))) throw new TooMany();
    const form = readForm(receiptForm, request.body, shared(request));
    const code = form.ok ? form.value.kode : "";
    const id = await feedbackByReceipt(store.read, code);
    if (!id) {
      const typed = { kode: code };
      return reply.page(
        "learning/receipt",
        { t, errors: { kode: t.errCode }, typed, title: t.receiptTitle },
        422,
      );
    }
    const answer = readForm(paraphraseAnswerForm, request.body, shared(request));
    if (answer.ok) {
      const says = answer.value.svar === "ja" ? ("yes" as const) : ("no" as const);
      await store.write((tx) => answerParaphrase(tx, { feedbackId: id, byId: null, says }, now()));
    }
    return reply.page("learning/receipt-state", {
      t,
      code,
      title: t.yourFeedback,
      one: await followedByCode(request, id),
    });
  });

  async function followedByCode(request: FastifyRequest, id: string): Promise<Followed> {
    const found = orNotFound(await feedbackByCode(store.read, id));
    const loops = await loopsOf(store.read, [found.networkId]);
    const sight = {
      line: await gatheringLine(store.read, [found.networkId]),
      now: now(),
      language: request.language,
    };
    const cards = loops.filter((loop) => loop.id === found.itemId).map((loop) => cardOf(loop, sight));
    return followed(found, cards, request.language, now());
  }
}

type Asked = Awaited<ReturnType<typeof openRoundsFor>>;

function askFor(loop: Loop, asked: Asked, sight: Parameters<typeof askOf>[2]): Ask | null {
  const round = asked.find((one) => one.itemId === loop.id);
  return round ? askOf(loop, round, sight) : null;
}
