/** What every route of this room works with. */
import type { FastifyRequest } from "fastify";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import type { LaterRooms } from "./later.ts";
import { planningTexts } from "./planning-texts.ts";
import { gatheringTexts } from "./texts.ts";

export interface Desk {
  house: House;
  mailer: Mailer;
  later: LaterRooms;
}

export const staff = { config: { access: ["adviser"] } } as const;
export const signedIn = { config: { access: "signed-in" } } as const;
export type ById = { Params: { id: string } };

/** The room's words in one language: for guests, for advisers, and those of every page. */
export const wordsIn = (language: Language) => ({
  t: inLanguage(gatheringTexts, language),
  p: inLanguage(planningTexts, language),
  shared: inLanguage(sharedTexts, language),
});
export type Words = ReturnType<typeof wordsIn>;
export type T = Words["t"];
export type P = Words["p"];

/** Words, language and time of a request. */
export function atDesk(request: FastifyRequest, now: Temporal.Instant) {
  return { ...wordsIn(request.language), language: request.language, now };
}
export type Moment = ReturnType<typeof atDesk>;
