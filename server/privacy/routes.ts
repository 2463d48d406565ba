/** The page on privacy, open to all. What is stored is read from the inventory, so that it cannot lie. */
import type { FastifyInstance } from "fastify";
import type { DataClass } from "../store/inventory.ts";
import { numberInWords } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { limits } from "./release.ts";
import { dataInventory, type Retention } from "./retention.ts";
import { classWords, sinceWords } from "./retention-texts.ts";
import { privacyTexts } from "./texts.ts";

type T = Texts<typeof privacyTexts>;
interface Stored {
  what: string;
  why: string;
  howLong: string;
  who: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "privacy/privacy": {
      t: T;
      seenVotes: string;
      seenSurveys: string;
      stored: Stored[];
      isLeftToAsk: boolean;
    };
  }
}

function howLong(dataClass: DataClass, { limit }: Retention, t: T, language: Language): string {
  if (!limit) return classWords[dataClass].howLong?.[language] ?? "";
  const since = sinceWords[limit.since][language];
  if ("days" in limit) return t.days(numberInWords(limit.days, language), since);
  return t.months(numberInWords(limit.months, language), since);
}

export function privacyRoutes(app: FastifyInstance): void {
  app.get("/personvern", { config: { access: "public" } }, async (request, reply) => {
    const { language } = request;
    const t = inLanguage(privacyTexts, language);
    const found = dataInventory();
    const isLeft = ({ rule }: (typeof found)[number]) => rule.limit !== null && !rule.isErasedByClock;
    const stored = found.map((one) => ({
      what: classWords[one.dataClass].what[language],
      why: classWords[one.dataClass].why[language],
      howLong: howLong(one.dataClass, one.rule, t, language) + (isLeft(one) ? ` ${t.onlyIfAsked}` : ""),
      who: classWords[one.dataClass].who[language],
    }));
    return reply.page("privacy/privacy", {
      t,
      title: t.title,
      seenVotes: t.seenVotes(numberInWords(limits.voteCounts, language)),
      seenSurveys: t.seenSurveys(
        numberInWords(limits.gatheringAnswers, language),
        numberInWords(limits.leaderPool, language),
      ),
      stored,
      isLeftToAsk: found.some(isLeft),
    });
  });
}
