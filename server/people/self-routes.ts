/** A person's own facts and sessions, in their own hand. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Mailer } from "../mail/outbox.ts";
import { viewerOf } from "../web/access.ts";
import { localDate, longDate, relativeDay } from "../web/dates.ts";
import { BrokenLink, orNotFound, TooMany } from "../web/errors.ts";
import { choice, email, type FieldErrors, line, optionalLine, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, languages, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { addressChangeBy, confirmAddress, correctOwn, ownFacts, requestAddress } from "./self.ts";
import { selfTexts } from "./self-texts.ts";
import { sessionToken } from "./session.ts";
import { endOneSession, endOtherSessions, type OpenSession, sessionsOf } from "./session-list.ts";

type T = Texts<typeof selfTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "people/correct": { t: T; address: string; errors: FieldErrors; typed: Typed };
    "people/new-address": { t: T; token: string; address: string };
    "people/sessions": { t: T; sessions: { key: string; way: string; text: string; isThis: boolean }[] };
  }
}

const own = { config: { access: "signed-in", isBeforeDeclaration: true } } as const;
const isPublic = { config: { access: "public" } } as const;
const correctForm = z.object({
  navn: line(120),
  telefon: optionalLine(30),
  sprak: choice(...languages),
});
const addressForm = z.object({ epost: email() });
const sessionForm = z.object({ okt: optionalLine(60).optional().catch(null) });
const isPhone = (text: string) => /^\+?[\d ()-]{5,20}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, ""));

export function selfRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, config, now } = house;
  const wordsFor = (request: FastifyRequest) => ({
    t: inLanguage(selfTexts, request.language),
    shared: inLanguage(sharedTexts, request.language),
  });

  async function correctPage(request: FastifyRequest, errors: FieldErrors, typed: Typed) {
    const { t } = wordsFor(request);
    const facts = orNotFound(await ownFacts(store.read, viewerOf(request).id));
    const stored = { navn: facts.name, telefon: facts.phone ?? "", sprak: facts.language };
    return { t, title: t.correctTitle, address: facts.email, errors, typed: { ...stored, ...typed } };
  }

  app.get("/min-side/rett", own, async (request, reply) =>
    reply.page("people/correct", await correctPage(request, {}, {})),
  );

  app.post("/min-side/rett", own, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const form = readForm(correctForm, request.body, shared);
    if (!form.ok)
      return reply.page("people/correct", await correctPage(request, form.errors, form.typed), 422);
    const { navn: name, telefon: phone, sprak: language } = form.value;
    if (phone !== null && !isPhone(phone)) {
      const typed = request.body as Typed;
      return reply.page("people/correct", await correctPage(request, { telefon: t.notAPhone }, typed), 422);
    }
    await store.write((tx) => correctOwn(tx, viewerOf(request).id, { name, phone, language }, now()));
    return reply.goTo("/min-side", "saved");
  });

  app.post("/min-side/adresse", own, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const form = readForm(addressForm, request.body, shared);
    if (!form.ok)
      return reply.page("people/correct", await correctPage(request, form.errors, form.typed), 422);
    const personId = viewerOf(request).id;
    const asked = { personId, address: form.value.epost };
    const result = await store.write((tx) => requestAddress(tx, mailer, asked, now()), {
      inTurnFor: personId,
    });
    if (result.ok) return reply.goTo("/min-side", "addressAsked");
    if (result.reason === "too-many") throw new TooMany();
    const typed = request.body as Typed;
    return reply.page("people/correct", await correctPage(request, { epost: t.sameAddress }, typed), 422);
  });

  app.get<{ Params: { token: string } }>("/ny-adresse/:token", isPublic, async (request, reply) => {
    const { token } = request.params;
    const change = await addressChangeBy(store.read, token, now());
    if (!change) throw new BrokenLink();
    const t = inLanguage(selfTexts, change.language);
    const { address, language } = change;
    return reply.page("people/new-address", { t, title: t.confirmTitle, language, token, address });
  });

  app.post<{ Params: { token: string } }>("/ny-adresse/:token", isPublic, async (request, reply) => {
    const result = await store.write((tx) => confirmAddress(tx, mailer, request.params.token, now()));
    if (!result.ok && result.reason === "used") throw new BrokenLink();
    return reply.goTo(request.viewer ? "/min-side" : "/", result.ok ? "addressChanged" : "addressTaken");
  });

  const ways = (t: T) => ({ mail: t.wayMail, staff: t.wayStaff, demo: t.wayDemo });
  const shown = (session: OpenSession, t: T, language: Language) => ({
    key: session.key,
    way: ways(t)[session.way],
    text: t.session(
      longDate(localDate(session.since).toString(), language),
      relativeDay(session.lastSeenOn, language, now()),
    ),
    isThis: session.isThis,
  });

  app.get("/min-side/innlogginger", own, async (request, reply) => {
    const { t } = wordsFor(request);
    const whose = {
      personId: viewerOf(request).id,
      token: sessionToken(house, request),
      secret: config.secret,
    };
    const found = await sessionsOf(store.read, whose, now());
    const sessions = found.map((session) => shown(session, t, request.language));
    return reply.page("people/sessions", { t, title: t.sessionsTitle, sessions });
  });

  app.post("/min-side/innlogginger", own, async (request, reply) => {
    const { shared } = wordsFor(request);
    const form = readForm(sessionForm, request.body, shared);
    const key = form.ok ? form.value.okt : null;
    const personId = viewerOf(request).id;
    await store.write((tx) =>
      key
        ? endOneSession(tx, { personId, key, secret: config.secret }, now())
        : endOtherSessions(tx, personId, sessionToken(house, request)),
    );
    return reply.goTo("/min-side/innlogginger", "sessionEnded");
  });
}
