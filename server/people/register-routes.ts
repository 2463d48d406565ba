/** The administrator's register of people: find someone, add someone. */
import type { FastifyInstance } from "fastify";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { roleName } from "./demo-cast.ts";
import { personForm } from "./forms.ts";
import { addPerson, appointLeader } from "./person.ts";
import { type PersonRow, personPage, unitChoices } from "./queries.ts";
import { registerTexts } from "./register-texts.ts";
import { peopleTexts } from "./texts.ts";

type T = Texts<typeof registerTexts>;
type Units = Awaited<ReturnType<typeof unitChoices>>;

declare module "../web/render.ts" {
  interface Pages {
    "people/list": {
      t: T;
      people: (PersonRow & { roleNames: string })[];
      search: string;
      next: string | null;
    };
    "people/new": { t: T; p: Texts<typeof peopleTexts>; units: Units; errors: FieldErrors; typed: Typed };
  }
}

const administrators = { config: { access: ["administrator"] } } as const;
const pageSize = 50;

/** Where the next page begins, as it stands in an address: the last row's sort key and id. */
const cursorOf = (row: { sortKey: string; id: string }) => `${row.id}.${row.sortKey}`;
function readCursor(text: unknown) {
  const dot = typeof text === "string" ? text.indexOf(".") : -1;
  return typeof text === "string" && dot > 0
    ? { id: text.slice(0, dot), sortKey: text.slice(dot + 1) }
    : null;
}

export function registerRoutes(app: FastifyInstance, { store, now }: House): void {
  app.get<{ Querystring: { etter?: string | string[]; sok?: string | string[] } }>(
    "/personer",
    administrators,
    async (request, reply) => {
      const t = inLanguage(registerTexts, request.language);
      const p = inLanguage(peopleTexts, request.language);
      const search = String(request.query.sok ?? "").slice(0, 100);
      const after = readCursor(request.query.etter);
      const rows = await personPage(store.read, { after, search, size: pageSize + 1 });
      const people = rows.slice(0, pageSize).map((row) => ({
        ...row,
        roleNames: row.roles.map((role) => roleName(role, p)).join(", "),
      }));
      const last = people.at(-1);
      const query = new URLSearchParams({
        ...(search && { sok: search }),
        etter: last ? cursorOf(last) : "",
      });
      const next = rows.length > pageSize ? `/personer?${query}` : null;
      return reply.page("people/list", { t, title: t.people, people, search, next });
    },
  );

  app.get("/personer/ny", administrators, async (request, reply) => {
    const t = inLanguage(registerTexts, request.language);
    const p = inLanguage(peopleTexts, request.language);
    const units = await unitChoices(store.read);
    return reply.page("people/new", { t, p, title: t.addPerson, units, errors: {}, typed: {} });
  });

  app.post("/personer", administrators, async (request, reply) => {
    const t = inLanguage(registerTexts, request.language);
    const p = inLanguage(peopleTexts, request.language);
    const units = await unitChoices(store.read);
    const form = readForm(personForm, request.body, inLanguage(sharedTexts, request.language));
    if (!form.ok) return reply.page("people/new", { t, p, title: t.addPerson, units, ...form }, 422);
    const { navn: name, epost: email, sprak: language, rolle: role, enhet: unitId, leder } = form.value;
    const typed = request.body as Typed;
    const unit = units.find((u) => u.id === unitId);
    if ((unitId || leder) && !unit) {
      return reply.page(
        "people/new",
        { t, p, title: t.addPerson, units, errors: { enhet: t.unitNeeded }, typed },
        422,
      );
    }
    const result = await store.write(async (tx) => {
      const added = await addPerson(
        tx,
        { name, email, language, roles: [role], unitId: unit?.id ?? null },
        now(),
      );
      if (added.ok && unit && leder) await appointLeader(tx, unit.id, added.id, leder === "stedfortreder");
      return added;
    });
    if (result.ok) return reply.goTo("/personer", "saved");
    return reply.page(
      "people/new",
      { t, p, title: t.addPerson, units, errors: { epost: t.known }, typed },
      422,
    );
  });
}
