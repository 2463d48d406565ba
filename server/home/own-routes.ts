/** A person's own page: their facts, everything held about them, and being deleted. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Mailer } from "../mail/outbox.ts";
import { audit } from "../people/audit.ts";
import { ownFacts } from "../people/self.ts";
import { takeSessionCookie } from "../people/session.ts";
import { holdingsOf } from "../privacy/holdings.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, ticked } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { erasePerson, type Hindrance, hindrancesOf } from "./erasure.ts";
import { type HeldGroup, heldGroups, heldText } from "./holdings-page.ts";
import { ownTexts } from "./own-texts.ts";

type T = Texts<typeof ownTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "home/own": { t: T; facts: { label: string; value: string }[] };
    "home/held": { t: T; groups: HeldGroup[] };
    "home/erase": { t: T; hindrances: { text: string; path: string | null }[]; errors: FieldErrors };
  }
}

const own = { config: { access: "signed-in", isBeforeDeclaration: true } } as const;
const eraseForm = z.object({ ja: ticked() });
const languageNames = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

function inWords(hindrance: Hindrance, t: T) {
  if (hindrance.kind === "only-adviser")
    return { text: t.onlyAdviser(hindrance.networks), path: "/nettverk" };
  if (hindrance.kind === "waiting-items") {
    return { text: t.waitingItems(hindrance.count), path: "/laeringspunkter/ko" };
  }
  return { text: t.onlyAdministrator, path: null };
}

export function ownRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;

  app.get("/min-side", own, async (request, reply) => {
    const t = inLanguage(ownTexts, request.language);
    const facts = orNotFound(await ownFacts(store.read, viewerOf(request).id));
    const work = [facts.jobTitle, facts.workplaceName ?? facts.unitName].filter(Boolean).join(", ");
    return reply.page("home/own", {
      t,
      title: facts.name,
      facts: [
        { label: t.email, value: facts.email },
        { label: t.phone, value: facts.phone ?? t.none },
        { label: t.language, value: languageNames[facts.language] },
        ...(work ? [{ label: t.work, value: work }] : []),
      ],
    });
  });

  app.get("/min-side/alt", own, async (request, reply) => {
    const t = inLanguage(ownTexts, request.language);
    const groups = heldGroups(await holdingsOf(store.read, viewerOf(request).id), request.language);
    return reply.page("home/held", { t, title: t.allTitle, groups });
  });

  /** What is taken out as a file is noted: whoever stole a session leaves a trace there. */
  async function takeOut(personId: string) {
    const note = { byId: personId, event: "own-data-downloaded" as const, personIds: [personId] };
    await store.write((tx) => audit(tx, note, now()));
    return holdingsOf(store.read, personId);
  }

  app.get("/min-side/alt.json", own, async (request, reply) => {
    const holdings = await takeOut(viewerOf(request).id);
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", 'attachment; filename="mentornettverk-om-meg.json"')
      .type("application/json; charset=utf-8")
      .send(`${JSON.stringify({ takenOutAt: now().toString(), holdings }, null, 2)}\n`);
  });

  app.get("/min-side/alt.txt", own, async (request, reply) => {
    const holdings = await takeOut(viewerOf(request).id);
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", 'attachment; filename="mentornettverk-om-meg.txt"')
      .type("text/plain; charset=utf-8")
      .send(heldText(holdings, request.language));
  });

  async function erasePage(personId: string, language: Language, errors: FieldErrors = {}) {
    const t = inLanguage(ownTexts, language);
    const hindrances = await hindrancesOf(store.read, personId);
    return { t, title: t.eraseTitle, hindrances: hindrances.map((one) => inWords(one, t)), errors };
  }

  app.get("/min-side/sletting", own, async (request, reply) =>
    reply.page("home/erase", await erasePage(viewerOf(request).id, request.language)),
  );

  app.post("/min-side/sletting", own, async (request, reply) => {
    const { language } = request;
    const personId = viewerOf(request).id;
    const form = readForm(eraseForm, request.body, inLanguage(sharedTexts, language));
    if (!form.ok || !form.value.ja) {
      const errors = { ja: inLanguage(ownTexts, language).confirmNeeded };
      return reply.page("home/erase", await erasePage(personId, language, errors), 422);
    }
    const erased = await erasePerson(store, mailer, { personId, byId: personId }, now());
    if (!erased.ok && erased.reason === "hindered")
      return reply.goTo("/min-side/sletting", "erasureHindered");
    takeSessionCookie(house, request, reply);
    return reply.goTo("/", "personErased");
  });
}
