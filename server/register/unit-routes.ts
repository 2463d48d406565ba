/** Nav's units: an administrator sets up a county; a leader sees those they lead and what is below. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { unitChoices } from "../people/queries.ts";
import {
  addUnits,
  changeUnit,
  endLead,
  leadersOf,
  mayLead,
  putInLead,
  type UnitKind,
} from "../people/unit.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { endLeadForm, leadForm, newUnitsForm, unitForm } from "./forms.ts";
import { administrators, type Choice } from "./people-routes.ts";
import { placeTexts } from "./place-texts.ts";
import type { RegisterPorts } from "./ports.ts";
import { networksOfUnit, peopleOfUnit, unitFor, unitsFor } from "./queries.ts";

type P = Texts<typeof placeTexts>;
type ById = { Params: { id: string } };
type Unit = NonNullable<Awaited<ReturnType<typeof unitFor>>>;

interface Row {
  id: string;
  name: string;
  kind: string;
  leaders: string;
  isMissing: boolean;
  isBelow: boolean;
}
interface Lead {
  personId: string;
  name: string;
  isDeputy: boolean;
  waits: string | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "register/units": {
      t: P;
      rows: Row[];
      mayAdd: boolean;
      regions: Choice[];
      kinds: Choice[];
      errors: FieldErrors;
      typed: Typed;
    };
    "register/unit": {
      t: P;
      unit: Unit;
      kind: string;
      leaders: Lead[];
      below: Row[];
      networks: { id: string; name: string }[];
      staff: { names: { id: string; name: string; jobTitle: string | null }[]; more: string | null };
      mayChange: boolean;
      regions: Choice[];
      people: Choice[];
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

const leaders = { config: { access: ["leader", "regional_leader", "administrator"] } } as const;
const longestName = 120;
const namesShown = 30;

const kindInWords = (kind: UnitKind, t: P) =>
  ({ region: t.kindRegion, centre: t.kindCentre, office: t.kindOffice })[kind];
const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(placeTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

export function unitRoutes(app: FastifyInstance, { store, now }: House, ports: RegisterPorts): void {
  const asRows = async (units: Unit[], t: P): Promise<Row[]> => {
    const led = await leadersOf(
      store.read,
      units.map((unit) => unit.id),
    );
    return units.map((unit) => {
      const here = led.filter((one) => one.unitId === unit.id);
      const deputies = here.filter((one) => one.isDeputy).map((one) => one.name);
      const names = here.filter((one) => !one.isDeputy).map((one) => one.name);
      const backed = deputies.length > 0 ? `${t.deputy.toLowerCase()}: ${deputies.join(", ")}` : t.noDeputy;
      return {
        id: unit.id,
        name: unit.name,
        kind: kindInWords(unit.kind, t),
        leaders: names.length > 0 ? `${names.join(", ")} (${backed})` : deputies.join(", "),
        isMissing: names.length === 0,
        isBelow: unit.parentId !== null,
      };
    });
  };

  /** Each region with its centres and offices after it. */
  const inOrder = (units: Unit[]): Unit[] => {
    const rank = { region: 0, centre: 1, office: 2 };
    const known = new Set(units.map((unit) => unit.id));
    const tops = units.filter((unit) => !unit.parentId || !known.has(unit.parentId));
    const below = (id: string) =>
      units.filter((unit) => unit.parentId === id).sort((a, b) => rank[a.kind] - rank[b.kind]);
    return tops.sort((a, b) => rank[a.kind] - rank[b.kind]).flatMap((top) => [top, ...below(top.id)]);
  };

  const regionChoices = async () =>
    (await unitChoices(store.read))
      .filter((unit) => unit.kind === "region")
      .map(({ id, name }) => ({ value: id, label: name }));

  async function list(request: FastifyRequest, errors: FieldErrors = {}, typed: Typed = {}) {
    const { t } = wordsFor(request);
    const viewer = viewerOf(request);
    const mayAdd = hasRole(viewer, "administrator");
    return {
      t,
      title: mayAdd ? t.units : t.ownUnits,
      rows: await asRows(inOrder(await unitsFor(store.read, viewer)), t),
      mayAdd,
      regions: await regionChoices(),
      kinds: (["region", "centre", "office"] as const).map((kind) => ({
        value: kind,
        label: kindInWords(kind, t),
      })),
      errors,
      typed,
    };
  }

  app.get("/enheter", leaders, async (request, reply) => reply.page("register/units", await list(request)));

  app.post("/enheter", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const form = readForm(newUnitsForm, request.body, shared);
    if (!form.ok) return reply.page("register/units", await list(request, form.errors, form.typed), 422);
    const { slag: kind, under: parentId, navn } = form.value;
    const names = navn
      .split("\n")
      .map((name) => name.replace(/\s+/g, " ").trim())
      .filter(Boolean);
    const typed = request.body as Typed;
    if (names.some((name) => name.length > longestName))
      return reply.page("register/units", await list(request, { navn: t.tooLongName }, typed), 422);
    const result = await store.write((tx) => addUnits(tx, { kind, names, parentId }));
    if (result.ok) return reply.goTo("/enheter", result.added > 0 ? "saved" : "nothingNew");
    return reply.page("register/units", await list(request, { under: t.belowNeeded }, typed), 422);
  });

  async function show(request: FastifyRequest<ById>, errors: FieldErrors = {}, typed: Typed = {}) {
    const { t } = wordsFor(request);
    const viewer = viewerOf(request);
    const unit = orNotFound(await unitFor(store.read, viewer, request.params.id));
    const mayChange = hasRole(viewer, "administrator");
    const leads: Lead[] = [];
    for (const one of await leadersOf(store.read, [unit.id])) {
      const n = await ports.waitingBefore(store.read, one.personId);
      leads.push({ ...one, waits: n > 0 ? t.waits(n) : null });
    }
    const staff = await peopleOfUnit(store.read, unit.id, namesShown);
    const more = staff.n - staff.rows.length;
    const below = (await unitsFor(store.read, viewer)).filter((one) => one.parentId === unit.id);
    return {
      t,
      title: unit.name,
      unit,
      kind: kindInWords(unit.kind, t),
      leaders: leads,
      below: await asRows(below, t),
      networks: await networksOfUnit(store.read, unit.id),
      staff: { names: staff.rows, more: more > 0 ? t.andMore(more) : null },
      mayChange,
      regions: await regionChoices(),
      people: mayChange
        ? (await mayLead(store.read)).map(({ id, name }) => ({ value: id, label: name }))
        : [],
      errors,
      typed,
    };
  }

  app.get<ById>("/enheter/:id", leaders, async (request, reply) =>
    reply.page("register/unit", await show(request)),
  );

  const find = async (request: FastifyRequest<ById>) =>
    orNotFound(await unitFor(store.read, viewerOf(request), request.params.id));

  app.post<ById>("/enheter/:id", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const unit = await find(request);
    const form = readForm(unitForm, request.body, shared);
    if (!form.ok) return reply.page("register/unit", await show(request, form.errors, form.typed), 422);
    const facts = { name: form.value.navn, parentId: form.value.under };
    const result = await store.write((tx) => changeUnit(tx, unit, facts));
    if (result.ok) return reply.goTo(`/enheter/${unit.id}`, "saved");
    const errors: FieldErrors = result.reason === "taken" ? { navn: t.taken } : { under: t.belowNeeded };
    return reply.page("register/unit", await show(request, errors, request.body as Typed), 422);
  });

  app.post<ById>("/enheter/:id/ledere", administrators, async (request, reply) => {
    const { shared } = wordsFor(request);
    const unit = await find(request);
    const form = readForm(leadForm, request.body, shared);
    if (!form.ok) return reply.page("register/unit", await show(request, form.errors, form.typed), 422);
    const { person: personId, som } = form.value;
    const isKnown = (await mayLead(store.read)).some(({ id }) => id === personId);
    if (!isKnown) return reply.page("register/unit", await show(request, { person: shared.pickOne }), 422);
    await store.write(async (tx) => {
      const lead = { unitId: unit.id, kind: unit.kind, personId, isDeputy: som === "stedfortreder" };
      const { before } = await putInLead(tx, lead);
      for (const fromId of before) await ports.leaderChanged(tx, { fromId, toId: personId }, now());
    });
    return reply.goTo(`/enheter/${unit.id}`, "saved");
  });

  app.post<ById>("/enheter/:id/ledere/slutt", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const unit = await find(request);
    const form = readForm(endLeadForm, request.body, shared);
    const personId = form.ok ? form.value.person : "";
    const led = await leadersOf(store.read, [unit.id]);
    const one = led.find((lead) => lead.personId === personId);
    if (!one) return reply.page("register/unit", await show(request, { person: shared.pickOne }), 422);
    const isAlone = led.length === 1 && !one.isDeputy;
    if (isAlone && (await ports.waitingBefore(store.read, personId)) > 0)
      return reply.page("register/unit", await show(request, { person: t.noSuccessor }), 422);
    await store.write(async (tx) => {
      const { successorId } = await endLead(tx, unit.id, personId);
      if (successorId) await ports.leaderChanged(tx, { fromId: personId, toId: successorId }, now());
    });
    return reply.goTo(`/enheter/${unit.id}`, "saved");
  });
}
