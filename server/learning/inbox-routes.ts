/** The adviser's inbox: what is to be read or gathered, the longest waiting first, counted in gatherings. */
import type { FastifyInstance } from "fastify";
import { type Access, hasRole, viewerOf } from "../web/access.ts";
import { localDate, numberInWords } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { inboxPage } from "./feedback-queries.ts";
import { gatheringLine, gatheringsSince } from "./gathering-clock.ts";
import { type PageKey, readKey } from "./page-key.ts";
import { namingWords } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";

interface Incoming {
  href: string;
  /** Its first sentence, or as much of it as a heading holds. */
  opening: string;
  rest: string;
  tags: { text: string; color: string; variant?: string }[];
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/inbox": {
      t: Texts<typeof feedbackTexts>;
      toReview: Incoming[];
      toGather: Incoming[];
      more: string | null;
      /** Said when there is nothing. */
      empty: string;
    };
  }
}

const reviewers: Access = ["adviser", "leader", "regional_leader"];
const pageSize = 30;
type Query = { Querystring: { etter?: unknown } };

/** A heading short enough to be read aloud in a list of links, and what follows it. */
function openingOf(text: string): { opening: string; rest: string } {
  const whole =
    text.length > 160 ? `${text.slice(0, text.lastIndexOf(" ", 160) + 1 || 160).trimEnd()}\u00a0…` : text;
  const sentence = /^.{1,80}?[.?!](?=\s|$)/u.exec(whole)?.[0];
  const opening =
    sentence ??
    (whole.length <= 80 ? whole : `${whole.slice(0, whole.lastIndexOf(" ", 60) + 1 || 60).trimEnd()}\u00a0…`);
  const rest = whole.slice(opening.replace(/\s…$/, "").length).trim();
  return { opening, rest: rest === "…" ? "" : rest };
}

export function inboxRoutes(app: FastifyInstance, { store, now }: House): void {
  app.get<Query>("/innspill/innboks", { config: { access: reviewers } }, async (request, reply) => {
    const t = inLanguage(feedbackTexts, request.language);
    const today = localDate(now()).toString();
    const key = readKey(request.query.etter);
    const pageFrom = (from: PageKey | null) =>
      inboxPage(store.read, viewerOf(request).id, today, from, pageSize);
    const later = key && (await pageFrom(key));
    // what lay further on has been read meanwhile: then the beginning, never "all is read"
    const { rows, next } = later && later.rows.length > 0 ? later : await pageFrom(null);
    const line = await gatheringLine(store.read, [...new Set(rows.map((row) => row.networkId))]);
    const incoming = rows.map((row) => {
      const n = gatheringsSince(line, row.networkId, row.visibleFrom, now());
      const waited = n === 0 ? t.waitedNone : t.waited(n, numberInWords(n, request.language));
      const tags = [
        { text: waited, color: "neutral", variant: "outline" },
        ...(row.source === "group" || row.source === "minutes"
          ? []
          : [{ text: t[namingWords[row.naming]], color: "neutral" }]),
        ...(row.wording === "paraphrase" ? [{ text: t.paraphraseOnly, color: "info" }] : []),
        ...(row.isAboutAdviser ? [{ text: t.isAboutAdviser, color: "warning" }] : []),
      ];
      return {
        isReviewed: row.outcome !== null,
        href: `/innspill/${row.id}`,
        ...openingOf(row.text),
        tags,
      };
    });
    return reply.page("learning/inbox", {
      t,
      title: t.inboxTitle,
      empty: hasRole(viewerOf(request), "adviser") ? t.inboxEmpty : t.inboxEmptyLeader,
      toReview: incoming.filter((one) => !one.isReviewed),
      toGather: incoming.filter((one) => one.isReviewed),
      more: next,
    });
  });
}
