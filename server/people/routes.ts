/** Signing in and out. */

import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { BrokenLink, NotFound, TooMany } from "../web/errors.ts";
import { bytesOnce } from "../web/form-key.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { safePath } from "../web/paths.ts";
import { sharedTexts } from "../web/texts.ts";
import { type CastMember, demoCast, demoEmail } from "./demo-cast.ts";
import { demoForm, signInForm } from "./forms.ts";
import { placeOf } from "./rate.ts";
import { endSession, openSession, setSessionCookie, takeSessionCookie } from "./session.ts";
import { isLinkGood, requestLink, useLink } from "./sign-in.ts";
import { persons } from "./tables.ts";
import { peopleTexts } from "./texts.ts";

type T = Texts<typeof peopleTexts>;

declare module "../web/render.ts" {
  interface Pages {
    "people/sign-in": {
      t: T;
      errors: FieldErrors;
      typed: Typed;
      to: string;
      cast: CastMember[];
      hasMail: boolean;
      hasStaff: boolean;
    };
    "people/link-sent": { t: T };
    "people/confirm": { t: T; token: string; to: string };
  }
}

/**
 * No address is answered sooner than this: writing a mail takes a while, and the clock would tell whose
 * address is known.
 */
const answerAfterMilliseconds = 120;

const isPublic = { config: { access: "public" } } as const;

/** Stores the language a person chose. */
export function keepLanguage(house: House) {
  return (personId: string, language: Language) =>
    house.store.write(async (tx) => {
      await tx.update(persons).set({ language }).where(eq(persons.id, personId));
    });
}

export function peopleRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, config, now } = house;
  const ways = { hasMail: config.hasMailSignIn, hasStaff: config.staffProvider !== null };

  app.get<{ Querystring: { til?: string } }>("/logg-inn", isPublic, async (request, reply) => {
    if (request.viewer) return reply.goTo("/");
    const t = inLanguage(peopleTexts, request.language);
    const cast = config.isDemo ? await demoCast(store.read, t) : [];
    return reply.page("people/sign-in", {
      t,
      title: t.signIn,
      errors: {},
      typed: {},
      to: safePath(request.query.til),
      cast,
      ...ways,
    });
  });

  app.post("/logg-inn", isPublic, async (request, reply) => {
    if (!config.hasMailSignIn) throw new NotFound();
    const t = inLanguage(peopleTexts, request.language);
    const form = readForm(signInForm, request.body, inLanguage(sharedTexts, request.language));
    if (!form.ok) {
      const cast = config.isDemo ? await demoCast(store.read, t) : [];
      return reply.page(
        "people/sign-in",
        { t, title: t.signIn, ...form, to: safePath(form.typed["til"]), cast, ...ways },
        422,
      );
    }
    const asked = {
      address: form.value.epost,
      place: placeOf(request.ip),
      secret: config.secret,
      to: safePath(form.value.til),
    };
    const [result] = await Promise.all([
      store.write((tx) => requestLink(tx, mailer, asked, now()), { inTurnFor: `sign-in:${asked.place}` }),
      pause(answerAfterMilliseconds),
    ]);
    if (!result.ok) throw new TooMany();
    return reply.goTo("/logg-inn/sendt");
  });

  app.get("/logg-inn/sendt", isPublic, async (request, reply) => {
    const t = inLanguage(peopleTexts, request.language);
    return reply.page("people/link-sent", { t, title: t.sentTitle });
  });

  app.get<{ Params: { token: string }; Querystring: { til?: string } }>(
    "/logg-inn/:token",
    isPublic,
    async (request, reply) => {
      const { token } = request.params;
      if (!(await isLinkGood(store.read, token, now()))) throw new BrokenLink();
      const t = inLanguage(peopleTexts, request.language);
      return reply.page("people/confirm", {
        t,
        title: t.confirmTitle,
        token,
        to: safePath(request.query.til),
      });
    },
  );

  app.post<{ Params: { token: string }; Querystring: { til?: string } }>(
    "/logg-inn/:token",
    isPublic,
    async (request, reply) => {
      const pressed = { ...(request.body as object | null), link: request.params.token };
      const own = bytesOnce(config.secret, "session", pressed)?.toString("base64url");
      const session = await store.write((tx) => useLink(tx, request.params.token, now(), own));
      if (!session) throw new BrokenLink();
      setSessionCookie(house, reply, session);
      return reply.goTo(safePath(request.query.til), "signedIn");
    },
  );

  app.post("/logg-ut", isPublic, async (request, reply) => {
    const token = takeSessionCookie(house, request, reply);
    const way = token ? await store.write((tx) => endSession(tx, token)) : null;
    if (way === "staff" && config.staffProvider) return reply.goTo("/logg-ut/ansatt");
    return reply.goTo("/", "signedOut");
  });

  if (config.isDemo) demoDoor(app, house);
}

/** One press signs in as one of the demo cast. Registered in demo mode only. */
function demoDoor(app: FastifyInstance, house: House): void {
  app.post("/demo/inn", isPublic, async (request, reply) => {
    const form = readForm(demoForm, request.body, inLanguage(sharedTexts, request.language));
    const email = form.ok ? demoEmail(form.value.person) : null;
    if (!email) throw new NotFound();
    const [person] = await house.store.read
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.emailKey, email));
    if (!person) throw new NotFound();
    const session = await house.store.write((tx) => openSession(tx, person.id, house.now(), "demo"));
    setSessionCookie(house, reply, session);
    return reply.goTo("/");
  });
}
