/** The adviser's inbox: what is to be read or gathered, the longest waiting first, counted in gatherings. */
import type { FastifyInstance } from "fastify";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, numberInWords } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { inboxPage } from "./feedback-queries.ts";
import { gatheringLine, gatheringsSince } from "./gathering-clock.ts";
import { readKey } from "./page-key.ts";
import { namingWords } from "./standing.ts";
import { feedbackTexts } from "./texts.ts";

interface Incoming {
  href: string;
  excerpt: string;
  waited: string;
  tags: { text: string; color: string }[];
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/inbox": {
      t: Texts<typeof feedbackTexts>;
      toReview: Incoming[];
      toGather: Incoming[];
      more: string | null;
    };
  }
}

const reviewers: Access = ["adviser", "leader", "regional_leader"];
const pageSize = 30;
type Query = { Querystring: { etter?: unknown } };

export function inboxRoutes(app: FastifyInstance, { store, now }: House): void {
  app.get<Query>("/innspill/innboks", { config: { access: reviewers } }, async (request, reply) => {
    const t = inLanguage(feedbackTexts, request.language);
    const today = localDate(now()).toString();
    const key = readKey(request.query.etter);
    const { rows, next } = await inboxPage(store.read, viewerOf(request).id, today, key, pageSize);
    const line = await gatheringLine(store.read, [...new Set(rows.map((row) => row.networkId))]);
    const incoming = rows.map((row) => {
      const n = gatheringsSince(line, row.networkId, row.visibleFrom, now());
      const tags = [
        { text: t[namingWords[row.naming]], color: "neutral" },
        ...(row.wording === "paraphrase" ? [{ text: t.paraphraseOnly, color: "info" }] : []),
        ...(row.isAboutAdviser ? [{ text: t.isAboutAdviser, color: "warning" }] : []),
      ];
      return {
        isReviewed: row.outcome !== null,
        href: `/innspill/${row.id}`,
        excerpt: row.text.length > 140 ? `${row.text.slice(0, 140).trimEnd()} …` : row.text,
        waited: n === 0 ? t.waitedNone : t.waited(n, numberInWords(n, request.language)),
        tags,
      };
    });
    return reply.page("learning/inbox", {
      t,
      title: t.inboxTitle,
      toReview: incoming.filter((one) => !one.isReviewed),
      toGather: incoming.filter((one) => one.isReviewed),
      more: next,
    });
  });
}
