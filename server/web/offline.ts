/**
 * What may lie on a device for when there is no network. Nothing does unless its route says so
 * (`config.offline`), and `views/assets/worker.js` keeps only answers that are marked here. Every page
 * tells by a key whom what is kept belongs to: kept copies of anybody else are removed.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "./access.ts";
import { localDate, momentInWords, weekdayName } from "./dates.ts";
import type { House } from "./house.ts";
import { inLanguage, type Language } from "./languages.ts";
import { offlineTexts } from "./offline-texts.ts";
import { sign } from "./signing.ts";

export interface Offline {
  /** Another address of ours that the copy answers to, such as a door that leads to this page. */
  also?: string;
  /** A list, of which only the first part is kept. */
  onlyWithoutQuery?: true;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The page may be kept on the reader's device, and read there without network. */
    offline?: Offline;
  }
  interface FastifyInstance {
    /** Addresses of the routes whose pages may be kept on a device. */
    keptRoutes: string[];
  }
}

/** Whom what is kept belongs to, when nobody is signed in. */
const nobody = "ingen";

/** What a page says of itself to the worker and to `offline.js`. */
export interface OnDevice {
  /** Names the person on their own devices and nowhere else; null when the server could not tell who asks. */
  keptFor: string | null;
  /** "The page as it was at …", for the kept copy; null for pages that are not kept. */
  asItWas: { label: string; text: string; moment: string; tryAgain: string } | null;
}

/** A moment on a page that may be read days later: `tirsdag 24. november kl. 14.05`. */
function asItWas({ now }: House, language: Language) {
  const t = inLanguage(offlineTexts, language);
  const at = now();
  const day = weekdayName(localDate(at).dayOfWeek, language);
  const moment = `${day} ${momentInWords(at, language, at)}`;
  return { label: t.title, text: t.asItWas(moment), moment, tryAgain: t.tryAgain };
}

const keyOf = (secret: string, viewer: Viewer | null) =>
  viewer ? sign(secret, "on-device", viewer.id) : nobody;

function isKept(request: FastifyRequest, offline: Offline | undefined, status: number): offline is Offline {
  if (!offline || !request.viewer || request.method !== "GET" || status !== 200) return false;
  return !(offline.onlyWithoutQuery && request.url.includes("?"));
}

/** Marks an answer with whom it is for, and whether it may be kept. */
export function markForDevice(
  house: House,
  reply: FastifyReply,
  { status, language }: { status: number; language: Language },
): OnDevice {
  const { request } = reply;
  if (status >= 500) return { keptFor: null, asItWas: null };
  const keptFor = keyOf(house.config.secret, request.viewer);
  reply.header("kept-for", keptFor).header("content-language", language);
  const { offline } = request.routeOptions.config;
  if (!isKept(request, offline, status)) return { keptFor, asItWas: null };
  reply.header("kept-as", `${offline.onlyWithoutQuery ? "exact" : "any"} ${offline.also ?? ""}`.trim());
  return { keptFor, asItWas: asItWas(house, language) };
}

/** Adds the list of routes whose pages may be kept. Comes before the routes. */
export function addOffline(app: FastifyInstance): void {
  app.decorate("keptRoutes", []);
  app.addHook("onRoute", ({ method, url, config }) => {
    if (config?.offline && [method].flat().includes("GET")) app.keptRoutes.push(url);
  });
}

const draftField = "utkast";

/** The address of a form that had been written without network, as its script says; else null. */
export function draftSent({ method, url, body }: FastifyRequest): string | null {
  const isDraft = method === "POST" && typeof body === "object" && body !== null && draftField in body;
  return isDraft ? (url.split("?")[0] as string) : null;
}
