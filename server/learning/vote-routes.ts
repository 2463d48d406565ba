/** Voting: on the item's page when signed in, and behind the signed link of a mail. */
import type { FastifyInstance } from "fastify";
import { type Access, viewerOf } from "../web/access.ts";
import { shortDate } from "../web/dates.ts";
import { BrokenLink, orNotFound } from "../web/errors.ts";
import { readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { askedOf, isOpen, ownVote } from "./asked.ts";
import { voteForm } from "./forms.ts";
import { loopFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { verdictInWords } from "./mails.ts";
import { voteChoices } from "./vote-cards.ts";
import { voterByToken } from "./vote-link.ts";
import { castVote, type Vote } from "./votes.ts";

type T = Texts<typeof itemTexts>;

declare module "../web/render.ts" {
  interface Pages {
    "learning/vote": {
      t: T;
      /** Whose answer it is: a link may be passed on by mistake. */
      forWhom: string;
      action: string;
      question: string;
      verdict: string;
      reason: string;
      notice: string | null;
      /** Null when the round is over or they are not asked in it: `closedText` says which. */
      ask: { question: string; choices: ReturnType<typeof voteChoices>; hint: string } | null;
      closedText: string;
      itemHref: string;
    };
  }
}

const forMentors = { config: { access: ["mentor"] as Access } };
const isPublic = { config: { access: "public", isQuiet: true } } as const;
const votes: Record<string, Vote> = { ja: "yes", delvis: "partly", nei: "no", "ikke-meg": "not_me" };
type ByToken = { Params: { token: string } };

export function voteRoutes(app: FastifyInstance, { store, config, now }: House): void {
  app.post<{ Params: { id: string } }>("/laeringspunkter/:id/stemme", forMentors, async (request, reply) => {
    const itemId = request.params.id;
    orNotFound(await loopFor(store.read, viewerOf(request), itemId));
    const form = readForm(voteForm, request.body, inLanguage(sharedTexts, request.language));
    const path = form.ok && form.value.tilbake === "innspill" ? "/innspill" : `/laeringspunkter/${itemId}`;
    if (!form.ok) return reply.goTo(path);
    const facts = { itemId, byId: viewerOf(request).id, vote: votes[form.value.svar] as Vote };
    const result = await store.write((tx) => castVote(tx, facts, now()), { inTurnFor: itemId });
    return reply.goTo(path, result.ok ? "voted" : "voteClosed");
  });

  async function open(token: string) {
    const voter = await voterByToken(store.read, config.secret, token);
    const asked = voter && (await askedOf(store.read, voter.roundId));
    if (!voter || !asked) throw new BrokenLink();
    return { voter, asked };
  }

  app.get<ByToken>("/stemme/:token", isPublic, async (request, reply) => {
    const { voter, asked } = await open(request.params.token);
    const { language, roundId, personId } = voter;
    const t = inLanguage(itemTexts, language);
    const own = await ownVote(store.read, roundId, personId);
    const isAsked = own !== null && isOpen(asked, now());
    const isUnderstood = asked.about === "understood";
    const hint = asked.lastDay ? t.voteUntil(shortDate(asked.lastDay, language, now())) : t.voteOpen;
    return reply.page("learning/vote", {
      t,
      language,
      title: isAsked ? t.votePageTitle : t.voteClosedTitle,
      forWhom: t.voteForWhom(voter.name.split(" ")[0] as string),
      action: `/stemme/${request.params.token}`,
      question: asked.question,
      verdict: verdictInWords(asked.verdict, t),
      reason: asked.reason,
      notice: asked.notice,
      ask: isAsked
        ? {
            question: isUnderstood ? t.askUnderstood : t.askDifference,
            choices: voteChoices(isUnderstood, own.vote, t),
            hint,
          }
        : null,
      closedText: isOpen(asked, now()) ? t.voteNotAsked : t.voteClosedText,
      itemHref: `/laeringspunkter/${asked.itemId}`,
    });
  });

  app.post<ByToken>("/stemme/:token", isPublic, async (request, reply) => {
    const { voter, asked } = await open(request.params.token);
    const path = `/stemme/${request.params.token}`;
    const form = readForm(voteForm, request.body, inLanguage(sharedTexts, voter.language));
    if (!form.ok) return reply.goTo(path);
    const { itemId, roundId } = asked;
    const facts = { itemId, roundId, byId: voter.personId, vote: votes[form.value.svar] as Vote };
    const result = await store.write((tx) => castVote(tx, facts, now()), { inTurnFor: itemId });
    return reply.goTo(path, result.ok ? "voted" : "voteClosed");
  });
}
