/** The code on the wall, and the page behind it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { renderSVG } from "uqr";
import { countTry } from "../people/rate.ts";
import { viewerOf } from "../web/access.ts";
import { when } from "../web/dates.ts";
import { BrokenLink, orNotFound, TooMany } from "../web/errors.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { keyedHash } from "../web/signing.ts";
import {
  checkIn,
  checkInToken,
  doorState,
  gatheringByCheckIn,
  isExpected,
  personByName,
} from "./check-in.ts";
import { dayTexts } from "./day-texts.ts";
import { type ById, type Desk, staff } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { runGathering } from "./queries.ts";

type D = Texts<typeof dayTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/code": {
      d: D;
      gathering: { id: string; title: string };
      when: string;
      svg: string;
      path: string;
      /** Why the code does not let anyone in any more. */
      closed: string | null;
    };
    "gatherings/here": {
      d: D;
      gathering: { title: string };
      when: string;
      action: string;
      /** Why one cannot check in; null when one can. */
      closed: string | null;
      viewerName: string | null;
      typed: string;
      errors: Record<string, string>;
    };
  }
}

type ByToken = { Params: { token: string } };
const isPublic = { config: { access: "public" } } as const;
/** Names tried for one gathering in fifteen minutes: a full room, some twice; far too few to guess names. */
const mostTries = 150;

export function checkInRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, config, now } = house;

  app.get<ById>("/samlinger/:id/qr", staff, async (request, reply) => {
    const { gathering } = orNotFound(await runGathering(store, viewerOf(request), request.params.id));
    const d = inLanguage(dayTexts, request.language);
    const path = `/her/${checkInToken(config.secret, gathering)}`;
    const state = doorState(gathering, now());
    return reply.page("gatherings/code", {
      d,
      title: d.codeTitle,
      gathering: { id: gathering.id, title: gathering.title },
      when: when(gathering, request.language),
      svg: renderSVG(config.baseUrl + path, { border: 2 }),
      path,
      closed: { early: null, open: null, late: d.codeIsOver, cancelled: d.door_cancelled }[state],
    });
  });

  async function page(request: FastifyRequest<ByToken>, typed = "", error: string | null = null) {
    const gathering = await gatheringByCheckIn(store.read, config.secret, request.params.token);
    if (!gathering) throw new BrokenLink();
    const d = inLanguage(dayTexts, request.language);
    const state = doorState(gathering, now());
    const { viewer } = request;
    const isKnown = viewer !== null && (await isExpected(store.read, gathering, viewer.id));
    return {
      d,
      title: d.codeTitle,
      gathering,
      when: when(gathering, request.language),
      action: `/her/${request.params.token}`,
      closed: state === "open" ? null : d[`door_${state}`],
      viewerName: isKnown ? viewer.name : null,
      typed,
      errors: (error ? { navn: error } : {}) as Record<string, string>,
    };
  }

  app.get<ByToken>("/her/:token", isPublic, async (request, reply) =>
    reply.page("gatherings/here", await page(request)),
  );

  app.post<ByToken>("/her/:token", isPublic, async (request, reply) => {
    const shown = await page(request);
    const { gathering, d } = shown;
    const body = bodyOf(request.body);
    const typed = typeof body["navn"] === "string" ? body["navn"].slice(0, 200).trim() : "";
    const isSelf = body["meg"] !== undefined && shown.viewerName !== null;
    if (!isSelf) {
      const key = keyedHash(config.secret, "check-in", gathering.id);
      const isFine = await store.write((tx) => countTry(tx, key, mostTries, now()), { inTurnFor: key });
      if (!isFine) throw new TooMany();
    }
    const personId = isSelf ? viewerOf(request).id : await personByName(store.read, gathering, typed);
    if (!personId && !shown.closed) {
      return reply.page("gatherings/here", await page(request, typed, d.unknownName), 422);
    }
    const given = { gatheringId: gathering.id, personId: personId ?? "" };
    const result = personId
      ? await store.write((tx) => checkIn(tx, given, now()), { inTurnFor: gathering.id })
      : null;
    if (!result?.ok) return reply.page("gatherings/here", shown, 422);
    return reply.goTo(`/her/${request.params.token}`, "checkedIn");
  });
}
