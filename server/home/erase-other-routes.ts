/** Erasing someone who asks for it and cannot do it themselves: administrators only. */
import { eq } from "drizzle-orm";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Mailer } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, ticked } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { erasePerson, type Hindrance, hindrancesOf } from "./erasure.ts";
import { eraseOtherTexts } from "./own-texts.ts";

type T = Texts<typeof eraseOtherTexts>;
declare module "../web/render.ts" {
  interface Pages {
    "home/erase-other": { t: T; name: string; action: string; hindrances: string[]; errors: FieldErrors };
  }
}

const administrators = { config: { access: ["administrator"] } } as const;
const form = z.object({ ja: ticked() });
type ById = { Params: { id: string } };

async function isErased(read: Reader, personId: string): Promise<boolean> {
  const [person] = await read.select().from(persons).where(eq(persons.id, personId));
  return person?.erasedAt != null;
}

function inWords(hindrance: Hindrance, t: T): string {
  if (hindrance.kind === "only-adviser") return t.onlyAdviser(hindrance.networks);
  return hindrance.kind === "waiting-items" ? t.waitingItems(hindrance.count) : t.onlyAdministrator;
}

export function eraseOtherRoutes(app: FastifyInstance, { store, now }: House, mailer: Mailer): void {
  async function pageFor(request: FastifyRequest<ById>, errors: FieldErrors = {}) {
    const t = inLanguage(eraseOtherTexts, request.language);
    const [found] = await store.read.select().from(persons).where(eq(persons.id, request.params.id));
    const person = orNotFound(found && !found.erasedAt ? found : null);
    const hindrances = await hindrancesOf(store.read, person.id);
    return {
      t,
      title: t.title(person.name),
      name: person.name,
      action: `/personer/${person.id}/sletting`,
      hindrances: hindrances.map((one) => inWords(one, t)),
      errors,
    };
  }

  app.get<ById>("/personer/:id/sletting", administrators, async (request, reply) => {
    if (request.params.id === viewerOf(request).id) return reply.goTo("/min-side/sletting");
    return reply.page("home/erase-other", await pageFor(request));
  });

  app.post<ById>("/personer/:id/sletting", administrators, async (request, reply) => {
    if (await isErased(store.read, request.params.id)) return reply.goTo("/personer", "otherErased");
    const page = await pageFor(request);
    const byId = viewerOf(request).id;
    if (request.params.id === byId) return reply.goTo("/min-side/sletting");
    const read = readForm(form, request.body, inLanguage(sharedTexts, request.language));
    if (!read.ok || !read.value.ja) {
      const errors = { ja: page.t.confirmNeeded };
      return reply.page("home/erase-other", { ...page, errors }, 422);
    }
    const erased = await erasePerson(store, mailer, { personId: request.params.id, byId }, now());
    if (!erased.ok && erased.reason === "hindered") return reply.goTo(page.action, "erasureHindered");
    return reply.goTo("/personer", "otherErased");
  });
}
