/**
 * What one gets by mail: the page behind the link in every mail, and unsubscribing with one press in the
 * mail program (RFC 8058), which comes without session and from anywhere.
 */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  chooseMail,
  mailPreferenceOf,
  mailToken,
  personByMailToken,
  unsubscribe,
} from "../people/mail-preference.ts";
import { setLanguage } from "../people/person.ts";
import { viewerOf } from "../web/access.ts";
import { BrokenLink } from "../web/errors.ts";
import { choice, optionalChoice, readForm, ticked } from "../web/forms.ts";
import { inLanguage, languages, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { choicesTexts } from "./choices-texts.ts";
import { type Desk, signedIn } from "./desk.ts";
import { feedOf } from "./feed.ts";
import { bodyOf } from "./forms.ts";

type T = Texts<typeof choicesTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/choices": {
      t: T;
      forWhom: string;
      action: string;
      chosen: { hasInvitations: boolean; hasReminders: boolean; hasChanges: boolean };
      /** How gatherings come into the calendar; null when there is no subscription to choose. */
      calendar: "epost" | "abonnement" | null;
      chosenLanguage: string;
    };
    "gatherings/unsubscribe": { t: T; forWhom: string; action: string; choicesPath: string };
  }
}

type ByToken = { Params: { token: string } };
const isPublic = { config: { access: "public" } } as const;
const fromAnywhere = { config: { access: "public", carriesOwnProof: true } } as const;
const form = z.object({
  invitasjoner: ticked(),
  paaminnelser: ticked(),
  endringer: ticked(),
  kalender: optionalChoice("epost", "abonnement"),
  sprak: choice(...languages),
});

export function choicesRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, config, now } = house;
  const firstName = (name: string) => name.split(" ")[0] as string;

  async function open(token: string) {
    const person = await personByMailToken(store.read, config.secret, token);
    if (!person) throw new BrokenLink();
    const t = inLanguage(choicesTexts, person.language);
    return { person, t, path: `/e-post/${token}`, forWhom: t.forWhom(firstName(person.name)) };
  }

  async function choicesPage({ person, t, path, forWhom }: Awaited<ReturnType<typeof open>>) {
    const { hasInvitations, hasReminders, hasChanges, isSubscribed } = await mailPreferenceOf(
      store.read,
      person.id,
    );
    const feed = await feedOf(store.read, { personId: person.id });
    const way = isSubscribed ? ("abonnement" as const) : ("epost" as const);
    return {
      t,
      title: t.title,
      language: person.language,
      forWhom,
      action: path,
      chosen: { hasInvitations, hasReminders, hasChanges },
      calendar: feed?.isOn ? way : null,
      chosenLanguage: person.language,
    };
  }

  app.get("/min-side/e-post", signedIn, async (request, reply) =>
    reply.goTo(`/e-post/${mailToken(config.secret, viewerOf(request).id)}`),
  );

  app.get<ByToken>("/e-post/:token", isPublic, async (request, reply) =>
    reply.page("gatherings/choices", await choicesPage(await open(request.params.token))),
  );

  app.post<ByToken>("/e-post/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { person, path } = opened;
    const read = readForm(form, request.body, inLanguage(sharedTexts, person.language));
    if (!read.ok) return reply.page("gatherings/choices", await choicesPage(opened), 422);
    const { invitasjoner, paaminnelser, endringer, kalender, sprak } = read.value;
    const feed = await feedOf(store.read, { personId: person.id });
    const chosen = { hasInvitations: invitasjoner, hasReminders: paaminnelser, hasChanges: endringer };
    const calendar = feed?.isOn && kalender ? { isSubscribed: kalender === "abonnement" } : {};
    await store.write(async (tx) => {
      await chooseMail(tx, person.id, { ...chosen, ...calendar }, now());
      await setLanguage(tx, person.id, sprak);
    });
    return reply.goTo(path, "choicesSaved");
  });

  app.get<ByToken>("/e-post/:token/stopp", isPublic, async (request, reply) => {
    const { person, t, path, forWhom } = await open(request.params.token);
    const { language } = person;
    const page = { t, title: t.stopTitle, language, forWhom, action: `${path}/stopp`, choicesPath: path };
    return reply.page("gatherings/unsubscribe", page);
  });

  /** Mail programs send the form's word as a form of either kind, or nothing; they follow no redirect. */
  app.register(async (scope) => {
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) =>
      done(null, String(body).includes("One-Click") ? { "List-Unsubscribe": "One-Click" } : {}),
    );
    scope.post<ByToken>("/e-post/:token/stopp", fromAnywhere, async (request, reply) => {
      const { person, path } = await open(request.params.token);
      await store.write((tx) => unsubscribe(tx, person.id, now()));
      if (bodyOf(request.body)["List-Unsubscribe"] !== "One-Click") return reply.goTo(path, "unsubscribed");
      return reply.type("text/plain; charset=utf-8").send("OK\n");
    });
  });
}
