/** For administrators: what the clock erases tonight, and what it erased. */
import type { FastifyInstance } from "fastify";
import { unreached } from "../privacy/erasure-plan.ts";
import { dataClasses, retention } from "../privacy/retention.ts";
import { longDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { lastNights, stopErasing } from "./nightly-erasure.ts";
import { dueNow, uncountedGatherings } from "./retention.ts";
import { retentionTexts } from "./retention-texts.ts";

type T = Texts<typeof retentionTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "home/retention": {
      t: T;
      due: { what: string; limit: string; rows: number }[];
      waiting: number;
      notReached: string[];
      nights: { on: string; text: string; isRunning: boolean }[];
      isRunning: boolean;
    };
  }
}

const administrators = { config: { access: ["administrator"] } } as const;

export function retentionRoutes(app: FastifyInstance, { store, now }: House): void {
  app.get("/sletting", administrators, async (request, reply) => {
    const { language } = request;
    const t = inLanguage(retentionTexts, language);
    const found = await dueNow(store.read, now());
    const nights = await lastNights(store.read, 14);
    const limitIn = (dataClass: keyof typeof retention) => {
      const { limit } = retention[dataClass];
      if (!limit) return "";
      return "days" in limit ? t.days(limit.days) : t.months(limit.months);
    };
    const limited = dataClasses.filter((dataClass) => retention[dataClass].limit !== null);
    return reply.page("home/retention", {
      t,
      title: t.title,
      due: found.map(({ dataClass, table, rows }) => ({ what: table, limit: limitIn(dataClass), rows })),
      waiting: await uncountedGatherings(store.read, now()),
      notReached: limited.flatMap(unreached),
      nights: nights.map(({ night, endedAt, isStopped, counts }) => {
        const rows = Object.values(counts).reduce((sum, n) => sum + n, 0);
        const state = endedAt ? "" : isStopped ? ` · ${t.stopped}` : ` · ${t.running}`;
        return {
          on: longDate(night, language),
          text: t.went(rows) + state,
          isRunning: !endedAt && !isStopped,
        };
      }),
      isRunning: nights.some(({ endedAt, isStopped }) => !endedAt && !isStopped),
    });
  });

  app.post("/sletting/stopp", administrators, async (_request, reply) => {
    await store.write(stopErasing);
    return reply.goTo("/sletting", "saved");
  });
}
