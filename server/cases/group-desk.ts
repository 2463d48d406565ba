/** What the phones' routes share: who is asking, and the two pages a phone may be shown. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { gatheringFor } from "../gatherings/queries.ts";
import { orNotFound } from "../web/errors.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { type GroupT, groupWords } from "./group-cards.ts";
import { groupToken } from "./group-cookie.ts";
import { type PhonePage, phonePage, type Tried } from "./group-phone-page.ts";
import { type Device, deviceOf, groupSession } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";
import { mostGroups } from "./group-session.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/group-join": {
      t: GroupT;
      errors: FieldErrors;
      typed: Typed;
      groups: number[];
      /** A text that was not saved, carried along until the phone is in again; empty without one. */
      rescued: string;
    };
    "cases/group-phone": PhonePage;
  }
}

export type ById = { Params: { id: string } };
export const isPublic = { config: { access: "public" } } as const;
export const sharedIn = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

/** The page where one joins, with what was typed and what was wrong. */
export function showJoin(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { errors?: FieldErrors; typed?: Typed },
  status = 200,
) {
  const t = groupWords(request.language);
  const { errors = {}, typed = {} } = shown;
  const groups = Array.from({ length: mostGroups }, (_, i) => i + 1);
  const rescued = String(typed["ord"] ?? "");
  return reply.page("cases/group-join", { t, title: t.joinTitle, errors, typed, groups, rescued }, status);
}

export function phoneDesk({ house }: GroupDesk) {
  const { store, now } = house;

  /** The phone that asks, when it is in this session; null otherwise. */
  async function deviceIn(request: FastifyRequest<ById>): Promise<Device | null> {
    const device = await deviceOf(store, groupToken(house, request), now());
    return device?.sessionId === request.params.id ? device : null;
  }

  async function showPhone(
    request: FastifyRequest,
    reply: FastifyReply,
    device: Device,
    shown: { tried?: Tried; errors?: FieldErrors; tryWords?: string } = {},
  ) {
    const session = orNotFound(await groupSession(store, device.sessionId));
    const { viewer, language } = request;
    const own = viewer && (await gatheringFor(store, viewer, session.gatheringId));
    const page = await phonePage(store, {
      session,
      device,
      language,
      now: now(),
      ...shown,
      isSignedIn: viewer !== null,
      mayKeepTry: own?.isMember ?? false,
    });
    return reply.page("cases/group-phone", page, shown.tried || shown.errors ? 422 : 200);
  }

  return { deviceIn, showPhone };
}

/** Answers a poll: nothing when the page has this tag already, else the tag; 404 for those who are not in. */
export function sendTag(request: FastifyRequest, reply: FastifyReply, tag: string | null) {
  reply.header("cache-control", "no-store");
  if (tag === null) return reply.code(404).type("text/plain; charset=utf-8").send("");
  const quoted = `"${tag}"`;
  reply.header("etag", quoted);
  if (request.headers["if-none-match"] === quoted) return reply.code(304).send();
  return reply.type("text/plain; charset=utf-8").send(tag);
}
