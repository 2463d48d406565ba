/** The doors of the staff's sign-in: out to the provider, back from it, and out of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { StaffProvider } from "../config.ts";
import { TooMany } from "../web/errors.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { safePath } from "../web/paths.ts";
import { keyedHash } from "../web/signing.ts";
import { countTry, placeOf } from "./rate.ts";
import { setSessionCookie } from "./session.ts";
import { makeStaffSignIn, type StaffFault } from "./staff-provider.ts";
import { enterAsStaff, keepDeparture, minutesAway, takeDeparture } from "./staff-sign-in.ts";
import { staffTexts } from "./staff-texts.ts";

type T = Texts<typeof staffTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "people/staff-fault": { t: T; text: string };
    "people/staff-out": { t: T; url: string | null };
  }
}

const isPublic = { config: { access: "public" } } as const;
const perPlace = 60;

export function staffRoutes(app: FastifyInstance, house: House, provider: StaffProvider): void {
  const { store, config, now } = house;
  const isHttps = config.baseUrl.startsWith("https:");
  const cookieName = isHttps ? "__Host-ansatt" : "ansatt";
  const cookie = { path: "/", httpOnly: true, sameSite: "lax", secure: isHttps } as const;
  const signIn = makeStaffSignIn(provider, config.baseUrl);

  function fault(request: FastifyRequest, reply: FastifyReply, reason: StaffFault | "unknown") {
    const t = inLanguage(staffTexts, request.language);
    request.log.warn({ reason }, "staff sign-in failed");
    if (reason === "unknown") {
      return reply.page("people/staff-fault", { t, title: t.unknownTitle, text: t.unknownText }, 403);
    }
    if (reason === "provider-down") {
      return reply.page("people/staff-fault", { t, title: t.downTitle, text: t.downText }, 503);
    }
    return reply.page("people/staff-fault", { t, title: t.againTitle, text: t.againText }, 400);
  }

  app.get<{ Querystring: { til?: string } }>("/logg-inn/ansatt", isPublic, async (request, reply) => {
    const key = keyedHash(config.secret, "staff", placeOf(request.ip));
    if (!(await store.write((tx) => countTry(tx, key, perPlace, now()), { inTurnFor: key })))
      throw new TooMany();
    const leaving = await signIn.depart();
    if (!leaving.ok) return fault(request, reply, leaving.reason);
    const { departure } = leaving;
    await store.write((tx) => keepDeparture(tx, departure, safePath(request.query.til), now()));
    reply.setCookie(cookieName, departure.state, { ...cookie, maxAge: minutesAway * 60 });
    return reply.header("cache-control", "no-store").redirect(departure.url, 303);
  });

  app.get<{ Querystring: { state?: string } }>("/logg-inn/ansatt/svar", isPublic, async (request, reply) => {
    const state = request.cookies[cookieName];
    reply.clearCookie(cookieName, cookie);
    // the state must be that of this browser: nobody is signed in as someone else by a link
    if (!state || request.query.state !== state) return fault(request, reply, "not-trusted");
    const kept = await store.write((tx) => takeDeparture(tx, state, now()));
    if (!kept) return fault(request, reply, "not-trusted");
    const { nonce, codeVerifier, leadsTo } = kept;
    const arrived = await signIn.arrive(new URL(request.url, config.baseUrl), { state, nonce, codeVerifier });
    if (!arrived.ok) return fault(request, reply, arrived.reason);
    const entered = await store.write((tx) => enterAsStaff(tx, arrived.arrival, now()));
    if (!entered.ok) return fault(request, reply, entered.reason);
    setSessionCookie(house, reply, entered.token);
    return reply.goTo(safePath(leadsTo), "signedIn");
  });

  app.get("/logg-ut/ansatt", isPublic, async (request, reply) => {
    const t = inLanguage(staffTexts, request.language);
    return reply.page("people/staff-out", { t, title: t.outTitle, url: await signIn.signOutUrl() });
  });
}
