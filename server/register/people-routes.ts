/** The register of people: find someone, add someone, take the list out. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { noteSeen } from "../people/audit.ts";
import { addPerson } from "../people/person.ts";
import { unitChoices } from "../people/queries.ts";
import { putInLead } from "../people/unit.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { filterForm, newPersonForm } from "./forms.ts";
import { learntOf, type PeopleFilter, peoplePage, tradeChoices } from "./queries.ts";
import { registerTexts } from "./texts.ts";
import { cursorOf, readCursor, roleChoices, rolesInWords, statusChoices, statusInWords } from "./words.ts";

export type T = Texts<typeof registerTexts>;
export interface Choice {
  value: string;
  label: string;
}
export interface PersonInList {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  jobTitle: string | null;
  workplaceName: string | null;
  unitName: string | null;
  roleNames: string;
  /** In words, unless active. */
  status: string | null;
  /** What they have learnt, for those who may be asked again. */
  learnt: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "register/people": {
      t: T;
      people: PersonInList[];
      filter: Record<string, string>;
      isNarrowed: boolean;
      choices: { roles: Choice[]; statuses: Choice[]; networks: Choice[]; units: Choice[]; trades: Choice[] };
      next: string | null;
      isFirst: boolean;
      exportPath: string;
      isAdministrator: boolean;
    };
    "register/person-new": { t: T; roles: Choice[]; units: Choice[]; errors: FieldErrors; typed: Typed };
  }
}

export const staff = { config: { access: ["adviser", "administrator"] } } as const;
export const administrators = { config: { access: ["administrator"] } } as const;
const pageSize = 50;

export const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(registerTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

/** The filter that stands in an address; what is not understood filters nothing. */
export function readFilter(request: FastifyRequest): {
  filter: PeopleFilter;
  asTyped: Record<string, string>;
} {
  const { shared } = wordsFor(request);
  const read = readForm(filterForm, request.query, shared);
  const v = read.ok ? read.value : null;
  const filter: PeopleFilter = {
    search: v?.sok ?? "",
    role: v?.rolle ?? null,
    status: v?.status ?? null,
    networkId: v?.nettverk ?? null,
    unitId: v?.enhet ?? null,
    trade: v?.bransje ?? null,
    mayBeAsked: v?.igjen ?? false,
  };
  const asTyped = Object.fromEntries(
    Object.entries({ ...v, igjen: filter.mayBeAsked ? "ja" : null }).filter(([, value]) => value),
  ) as Record<string, string>;
  return { filter, asTyped };
}

const withQuery = (path: string, query: Record<string, string>) => {
  const written = new URLSearchParams(query).toString();
  return written ? `${path}?${written}` : path;
};

export function peopleRegisterRoutes(app: FastifyInstance, house: House): void {
  const { store, now } = house;

  app.get<{ Querystring: { etter?: unknown } }>("/personer", staff, async (request, reply) => {
    const { t } = wordsFor(request);
    const viewer = viewerOf(request);
    const { filter, asTyped } = readFilter(request);
    const after = readCursor(request.query.etter);
    const today = localDate(now()).toString();
    const rows = await peoplePage(store.read, viewer, filter, { after, size: pageSize + 1, today });
    const shown = rows.slice(0, pageSize);
    await noteSeen(house, { byId: viewer.id, event: "register-seen", personIds: shown.map(({ id }) => id) });
    const learnt = await learntOf(store.read, filter.mayBeAsked ? shown.map((row) => row.id) : []);
    const people = shown.map((row) => {
      const facts = learnt.get(row.id);
      return {
        ...row,
        roleNames: rolesInWords(row.roles, request.language),
        status: row.status === "active" ? null : statusInWords(row.status, t),
        learnt: facts ? t.learntShort(facts.gatherings, facts.cases) : null,
      };
    });
    const last = shown.at(-1);
    const isAdministrator = hasRole(viewer, "administrator");
    const networks = await networksFor(store.read, viewer);
    const units = isAdministrator ? await unitChoices(store.read) : [];
    const { sok: _, ...narrowing } = asTyped;
    return reply.page("register/people", {
      t,
      title: t.people,
      people,
      filter: asTyped,
      isNarrowed: Object.keys(narrowing).length > 0,
      choices: {
        roles: roleChoices(request.language),
        statuses: statusChoices(t),
        networks: networks.map(({ id, name }) => ({ value: id, label: name })),
        units: units.map(({ id, name }) => ({ value: id, label: name })),
        trades: (await tradeChoices(store.read, viewer)).map((trade) => ({ value: trade, label: trade })),
      },
      next:
        rows.length > pageSize && last ? withQuery("/personer", { ...asTyped, etter: cursorOf(last) }) : null,
      isFirst: after === null,
      exportPath: withQuery("/personer/liste.csv", asTyped),
      isAdministrator,
    });
  });

  const newPage = async (request: FastifyRequest) => {
    const { t } = wordsFor(request);
    const units = await unitChoices(store.read);
    return {
      t,
      title: t.addPerson,
      roles: roleChoices(request.language),
      units: units.map(({ id, name }) => ({ value: id, label: name })),
    };
  };

  app.get("/personer/ny", administrators, async (request, reply) =>
    reply.page("register/person-new", { ...(await newPage(request)), errors: {}, typed: {} }),
  );

  app.post("/personer", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const props = await newPage(request);
    const form = readForm(newPersonForm, request.body, shared);
    if (!form.ok) return reply.page("register/person-new", { ...props, ...form }, 422);
    const { navn: name, epost: email, sprak: language, rolle: role, enhet: unitId, leder } = form.value;
    const typed = request.body as Typed;
    const unit = (await unitChoices(store.read)).find((u) => u.id === unitId);
    if ((unitId || leder) && !unit)
      return reply.page("register/person-new", { ...props, errors: { enhet: t.unitNeeded }, typed }, 422);
    const result = await store.write(async (tx) => {
      const facts = { name, email, language, roles: [role], unitId: unit?.id ?? null };
      const added = await addPerson(tx, facts, now());
      // someone who leads already steps aside on the page of the unit, where what waits goes along
      if (added.ok && unit && leder)
        await putInLead(tx, {
          unitId: unit.id,
          kind: unit.kind,
          personId: added.id,
          isDeputy: leder === "stedfortreder",
          isBeside: true,
        });
      return added;
    });
    if (result.ok) return reply.goTo(`/personer/${result.id}`, "saved");
    return reply.page("register/person-new", { ...props, errors: { epost: t.known }, typed }, 422);
  });
}
