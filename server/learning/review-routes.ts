/** One piece of feedback before its reviewer: reading, paraphrasing, gathering, and moving it later. */
import { and, eq, ne } from "drizzle-orm";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { noteSeen } from "../people/audit.ts";
import { guardFields } from "../privacy/guard.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { capitalised } from "./cards.ts";
import { confirmedThemes } from "./confirmed.ts";
import { feedbackForReview } from "./feedback-queries.ts";
import { gatherForm, paraphraseForm, reviewForm } from "./forms.ts";
import { gatherFeedback, type NewItem } from "./item.ts";
import { allRules } from "./item-queries.ts";
import { type Loop, loadLoops, loopsById } from "./loops.ts";
import { isReleased } from "./paraphrase.ts";
import { reviewFeedback, rewriteParaphrase } from "./review.ts";
import { helpWith, type ReviewHelp } from "./review-help.ts";
import { namingWords } from "./standing.ts";
import { learningItems } from "./tables.ts";
import { feedbackTexts } from "./texts.ts";
import { allThemes, themeChoices } from "./themes.ts";

type T = Texts<typeof feedbackTexts>;
type Choice = { value: string; label: string };

interface ReviewProps extends ReviewHelp {
  t: T;
  errors: FieldErrors;
  typed: Typed;
  id: string;
  author: string;
  /** Null for a group: nobody’s name stands behind it. */
  naming: string | null;
  isParaphraseOnly: boolean;
  isAboutAdviser: boolean;
  text: string;
  consequence: string | null;
  wish: string | null;
  /** What is to be done next on this page. */
  step: "review" | "gather" | "done";
  paraphrase: { words: string; says: string; isRefused: boolean } | null;
  themes: Choice[];
  items: Choice[];
  rules: Choice[];
  /** The item it stands in now: it can be moved to another. */
  standsIn: string | null;
  itemHref: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/review": ReviewProps;
  }
}

const reviewers: Access = ["adviser", "leader", "regional_leader"];
const forReviewers = { config: { access: reviewers } };
const isTheme = (slug: string | null) => allThemes().some((theme) => theme.slug === slug);

export function reviewRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;
  const suggesterNow = confirmedThemes(store.read);
  const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);
  const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);
  const today = () => localDate(now()).toString();

  async function showReview(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    again: { errors: FieldErrors; typed: Typed } | null,
  ) {
    const t = say(request);
    const found = orNotFound(
      await feedbackForReview(store.read, viewerOf(request).id, request.params.id, today()),
    );
    if (found.authorId) {
      const note = { byId: viewerOf(request).id, event: "author-seen" as const, personIds: [found.authorId] };
      await noteSeen(house, { ...note, thingId: found.id });
    }
    const isOpen = and(eq(learningItems.networkId, found.networkId), ne(learningItems.lane, "confirmed"));
    const [loops, rules] = await Promise.all([loadLoops(store.read, isOpen), allRules(store.read)]);
    const sight = { viewer: viewerOf(request), now: now(), language: request.language, t };
    const help = await helpWith(store.read, found, await suggesterNow(now()), sight);
    const step = found.outcome === null ? "review" : found.outcome === "kept" ? "gather" : "done";
    const items = loops
      .filter((loop) => mayGatherInto(loop, found.as, viewerOf(request).id))
      .filter((loop) => loop.id !== found.itemId)
      .map((loop) => ({ value: loop.id, label: loop.question }));
    const [standsIn] = await loopsById(store.read, found.itemId ? [found.itemId] : []);
    const isGroup = found.source === "group" || found.source === "minutes";
    const group = found.source === "group" ? t.fromGroup : t.fromMinutes;
    const props: ReviewProps = {
      ...help,
      t,
      errors: again?.errors ?? {},
      typed: again?.typed ?? { tema: found.themeSlug ?? "", punkt: "" },
      id: found.id,
      author: isGroup ? group : (found.authorName ?? t.someone),
      naming: isGroup ? null : t[namingWords[found.naming]],
      isParaphraseOnly: found.wording === "paraphrase",
      isAboutAdviser: found.isAboutAdviser,
      text: found.text,
      consequence: found.consequence,
      wish: found.wish,
      step,
      paraphrase: found.paraphrase === null ? null : paraphraseOf(found.paraphrase, found, today(), t),
      themes: themeChoices(request.language),
      items,
      rules: rules.map((rule) => ({ value: rule.id, label: rule.words })),
      standsIn: standsIn?.question ?? null,
      itemHref: found.itemId && `/laeringspunkter/${found.itemId}`,
    };
    return reply.page(
      "learning/review",
      { ...props, title: step === "review" ? t.reviewTitle : t.readTitle },
      again ? 422 : 200,
    );
  }

  app.get<{ Params: { id: string } }>("/innspill/:id", forReviewers, async (request, reply) =>
    showReview(request, reply, null),
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/innspill/:id/gjennomgang",
    forReviewers,
    async (request, reply) => {
      const t = say(request);
      const form = readForm(reviewForm, request.body, shared(request));
      if (!form.ok) return showReview(request, reply, form);
      const { utfall, forslag, fjern, merknad, omskriving } = form.value;
      const tema = form.value.tema ?? forslag;
      const typed = request.body;
      if (forslag && tema !== forslag)
        return showReview(request, reply, { errors: { tema: t.errTwoThemes }, typed });
      const guarded = guardFields({ omskriving }, request.language);
      if (guarded["omskriving"]) return showReview(request, reply, { errors: guarded, typed });
      const review = {
        feedbackId: request.params.id,
        byId: viewerOf(request).id,
        outcome: utfall,
        themeSlug: isTheme(tema) ? tema : null,
        remove: (fjern ?? "")
          .split(",")
          .map((word) => word.trim())
          .filter((word) => word !== ""),
        note: merknad,
        paraphrase: omskriving,
      };
      const result = await store.write((tx) => reviewFeedback(tx, mailer, review, now()));
      const path = `/innspill/${request.params.id}`;
      if (result.ok) return reply.goTo(utfall === "kept" ? path : "/innspill/innboks", "reviewed");
      if (result.reason === "not-yours") throw new NotFound();
      if (result.reason === "already-reviewed") return reply.goTo(path, "alreadyReviewed");
      const faults = {
        "theme-missing": { tema: t.errTheme },
        "note-missing": { merknad: t.errNote },
        "paraphrase-missing": { omskriving: t.errParaphrase },
      };
      return showReview(request, reply, { errors: faults[result.reason], typed });
    },
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/innspill/:id/omskriving",
    forReviewers,
    async (request, reply) => {
      const form = readForm(paraphraseForm, request.body, shared(request));
      if (!form.ok) return showReview(request, reply, form);
      const errors = guardFields({ omskriving: form.value.omskriving }, request.language);
      if (Object.keys(errors).length > 0) return showReview(request, reply, { errors, typed: request.body });
      const facts = {
        feedbackId: request.params.id,
        byId: viewerOf(request).id,
        words: form.value.omskriving,
      };
      const result = await store.write((tx) => rewriteParaphrase(tx, mailer, facts, now()));
      if (!result.ok && result.reason === "not-yours") throw new NotFound();
      return reply.goTo(`/innspill/${request.params.id}`, result.ok ? "saved" : undefined);
    },
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/innspill/:id/laeringspunkt",
    forReviewers,
    async (request, reply) => {
      const t = say(request);
      const form = readForm(gatherForm, request.body, shared(request));
      if (!form.ok) return showReview(request, reply, form);
      const { punkt, sporsmal, tema, sier, gjor, forer, annerledes, regel } = form.value;
      const words = { sporsmal, sier, gjor, forer, annerledes };
      const errors: FieldErrors = guardFields(words, request.language);
      if (!punkt && !sporsmal) errors["sporsmal"] = t.errQuestion;
      if (!punkt && !isTheme(tema)) errors["tema"] = t.errTheme;
      if (Object.keys(errors).length > 0) return showReview(request, reply, { errors, typed: request.body });
      const known = (await allRules(store.read)).some((rule) => rule.id === regel);
      const item: NewItem = {
        themeSlug: tema as string,
        question: sporsmal as string,
        gapSaid: sier,
        gapDone: gjor,
        gapLeadsTo: forer,
        dissent: annerledes,
        suggestedRuleId: known ? regel : null,
      };
      const facts = { feedbackId: request.params.id, byId: viewerOf(request).id, into: punkt ?? item };
      const result = await store.write((tx) => gatherFeedback(tx, facts, now()));
      if (!result.ok) throw new NotFound();
      return reply.goTo(`/laeringspunkter/${result.itemId}`, "gathered");
    },
  );
}

/** A leader who reviews sees items that were sent and their own, never what advisers are still gathering. */
function mayGatherInto(loop: Loop, as: "adviser" | "leader", viewerId: string): boolean {
  return as === "adviser" || loop.referrals.length > 0 || loop.createdById === viewerId;
}

function paraphraseOf(
  words: string,
  { authorSays, proposedOn }: { authorSays: "yes" | "no" | null; proposedOn: string | null },
  today: string,
  t: T,
) {
  const isRefused = authorSays === "no";
  const isOut = isReleased({ authorSays, proposedOn: proposedOn ?? today }, today);
  const says = isRefused ? t.paraphraseRefused : isOut ? t.paraphraseReleased : t.paraphraseWaits;
  return { words, isRefused, says: capitalised(says) };
}
