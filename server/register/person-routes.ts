/** One person in the register: who they are, what they take part in, and what may be changed. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { leaveGatherings } from "../gatherings/leaving.ts";
import type { Mailer } from "../mail/outbox.ts";
import { enterNetwork, leaveNetwork } from "../networks/network.ts";
import { membersOf, networksFor } from "../networks/queries.ts";
import { audit, noteSeen } from "../people/audit.ts";
import {
  changePerson,
  consentOf,
  giveConsent,
  setRoles,
  setStatus,
  statusesOf,
  withdrawConsent,
} from "../people/change.ts";
import { unitChoices, workplaceByName } from "../people/queries.ts";
import type { Tx } from "../store/store.ts";
import { hasRole, type Role, viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import type { Language } from "../web/languages.ts";
import { linkCounsellor, unlinkCounsellor } from "./counsellor-link.ts";
import {
  allRoles,
  consentForm,
  enterForm,
  leaveForm,
  linkForm,
  memberRoles,
  personForm,
  rolesForm,
  statusForm,
} from "./forms.ts";
import { administrators, type Choice, staff, type T, wordsFor } from "./people-routes.ts";
import { learntOf, linksOf, networksOf, personFor } from "./queries.ts";
import { mayChange } from "./scope.ts";
import { roleChoices, rolesInWords, statusChoices, statusInWords } from "./words.ts";

type Person = NonNullable<Awaited<ReturnType<typeof personFor>>>;
type ById = { Params: { id: string } };

interface Link {
  personId: string;
  name: string;
  networkId: string;
  networkName: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "register/person": {
      t: T;
      person: Person;
      roleNames: string;
      statusName: string;
      history: { status: string; since: string }[];
      today: string;
      networks: {
        id: string;
        name: string;
        role: string;
        since: string;
        until: string | null;
        isMine: boolean;
      }[];
      counsellors: Link[];
      mentors: Link[];
      learnt: { gatherings: number; cases: number };
      consent: { text: string } | null;
      mayEdit: boolean;
      isAdministrator: boolean;
      isMentor: boolean;
      choices: {
        statuses: Choice[];
        roles: Choice[];
        networks: Choice[];
        memberRoles: Choice[];
        counsellors: Choice[];
      };
      errors: FieldErrors;
      typed: Typed;
    };
    "register/person-edit": {
      t: T;
      person: { id: string; name: string };
      units: Choice[];
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

export function personRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;
  const today = () => localDate(now()).toString();

  /** Changes something about a person, and notes in the log of access who did. */
  const write = <R>(request: FastifyRequest, personId: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    store.write(async (tx) => {
      const result = await work(tx);
      if ((result as { ok?: boolean } | undefined)?.ok === false) return result;
      const note = { byId: viewerOf(request).id, event: "person-changed", personIds: [personId] } as const;
      await audit(tx, note, now());
      return result;
    });

  async function find(request: FastifyRequest<ById>): Promise<Person> {
    return orNotFound(await personFor(store.read, viewerOf(request), request.params.id));
  }
  /** The person, when the viewer may change what is written about them. */
  async function findToChange(request: FastifyRequest<ById>): Promise<Person> {
    const person = await find(request);
    if (!mayChange(viewerOf(request), person.roles)) throw new NotFound();
    return person;
  }

  /** Networks whose members this viewer keeps: an adviser's own, all for an administrator. */
  const kept = (request: FastifyRequest) => networksFor(store.read, viewerOf(request));

  async function counsellorChoices(networkIds: string[], names: Map<string, string>): Promise<Choice[]> {
    const choices: Choice[] = [];
    for (const networkId of networkIds.slice(0, 5)) {
      for (const member of await membersOf(store.read, networkId)) {
        if (member.role !== "counsellor") continue;
        const where = networkIds.length > 1 ? ` – ${names.get(networkId)}` : "";
        choices.push({ value: `${networkId}.${member.personId}`, label: member.name + where });
      }
    }
    return choices;
  }

  async function show(request: FastifyRequest<ById>, errors: FieldErrors = {}, typed: Typed = {}) {
    const { t } = wordsFor(request);
    const viewer = viewerOf(request);
    const person = await find(request);
    const { language } = request;
    const date = (day: string) => shortDate(day, language, now());
    const mine = await kept(request);
    const names = new Map(mine.map(({ id, name }) => [id, name]));
    const isAdministrator = hasRole(viewer, "administrator");
    const memberships = (await networksOf(store.read, person.id)).filter(
      ({ id }) => isAdministrator || names.has(id),
    );
    const visible = (link: Link) => isAdministrator || names.has(link.networkId);
    const mentorIn = memberships.filter((m) => m.role === "mentor" && !m.until).map((m) => m.id);
    const consent = await consentOf(store.read, person.id, today());
    const learnt = await learntOf(store.read, [person.id]);
    const mayEdit = mayChange(viewer, person.roles);
    const enterAs = isAdministrator ? memberRoles : (["mentor"] as const);
    return {
      t,
      title: person.name,
      person,
      roleNames: rolesInWords(person.roles, language),
      statusName: statusInWords(person.status, t),
      history: (await statusesOf(store.read, person.id)).map((row) => ({
        status: statusInWords(row.status, t),
        since: date(row.since),
      })),
      today: today(),
      networks: memberships.map((m) => ({
        ...m,
        role: rolesInWords([m.role], language),
        since: date(m.since),
        until: m.until ? date(m.until) : null,
        isMine: !m.until && (isAdministrator || m.role === "mentor"),
      })),
      counsellors: (await linksOf(store.read, person.id, "mentor")).filter(visible),
      mentors: (await linksOf(store.read, person.id, "counsellor")).filter(visible),
      learnt: learnt.get(person.id) ?? { gatherings: 0, cases: 0 },
      consent: consent ? { text: t.askAgainYes(date(consent.givenOn), date(consent.expiresOn)) } : null,
      mayEdit,
      isAdministrator,
      isMentor: person.roles.includes("mentor"),
      choices: {
        statuses: statusChoices(t),
        roles: roleChoices(language),
        networks: mine.map(({ id, name }) => ({ value: id, label: name })),
        memberRoles: roleChoices(language, enterAs),
        counsellors: await counsellorChoices(mentorIn, names),
      },
      errors,
      typed,
    };
  }

  app.get<ById>("/personer/:id", staff, async (request, reply) => {
    const props = await show(request);
    const seen = { byId: viewerOf(request).id, event: "person-seen", personIds: [props.person.id] } as const;
    await noteSeen(house, seen);
    return reply.page("register/person", props);
  });

  const editPage = async (request: FastifyRequest<ById>, person: Person) => {
    const units = hasRole(viewerOf(request), "administrator") ? await unitChoices(store.read) : [];
    return {
      t: wordsFor(request).t,
      title: wordsFor(request).t.edit,
      person,
      units: units.map(({ id, name }) => ({ value: id, label: name })),
    };
  };

  app.get<ById>("/personer/:id/endre", staff, async (request, reply) => {
    const person = await findToChange(request);
    const typed = {
      navn: person.name,
      epost: person.email,
      telefon: person.phone ?? "",
      sprak: person.language,
      stilling: person.jobTitle ?? "",
      arbeidsplass: person.workplaceName ?? "",
      enhet: person.unitId ?? "",
    };
    return reply.page("register/person-edit", { ...(await editPage(request, person)), errors: {}, typed });
  });

  app.post<ById>("/personer/:id/endre", staff, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const person = await findToChange(request);
    const props = await editPage(request, person);
    const form = readForm(personForm, request.body, shared);
    if (!form.ok) return reply.page("register/person-edit", { ...props, ...form }, 422);
    const typed = request.body as Typed;
    const v = form.value;
    const workplace = v.arbeidsplass ? await workplaceByName(store.read, v.arbeidsplass) : null;
    const isAdministrator = hasRole(viewerOf(request), "administrator");
    const errors: FieldErrors = {};
    if (v.arbeidsplass && !workplace) errors["arbeidsplass"] = t.workplaceUnknown;
    if (isAdministrator && v.enhet && !props.units.some((unit) => unit.value === v.enhet))
      errors["enhet"] = t.unitNeeded;
    if (Object.keys(errors).length > 0)
      return reply.page("register/person-edit", { ...props, errors, typed }, 422);
    const facts = {
      name: v.navn,
      email: v.epost,
      phone: v.telefon,
      language: v.sprak as Language,
      jobTitle: v.stilling,
      unitId: isAdministrator ? v.enhet : person.unitId,
      workplaceId: workplace?.id ?? null,
    };
    const result = await write(request, person.id, (tx) => changePerson(tx, person.id, facts));
    if (result.ok) return reply.goTo(`/personer/${person.id}`, "saved");
    return reply.page("register/person-edit", { ...props, errors: { epost: t.known }, typed }, 422);
  });

  app.post<ById>("/personer/:id/status", staff, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const person = await findToChange(request);
    const form = readForm(statusForm, request.body, shared);
    if (!form.ok) return reply.page("register/person", await show(request, form.errors, form.typed), 422);
    const { status, fra: since } = form.value;
    const result = await write(request, person.id, (tx) =>
      setStatus(tx, { personId: person.id, status, since }),
    );
    const isLeft = result.ok && status === "left";
    const isAsked = isLeft && (await leaveGatherings(store, mailer, { personId: person.id }, now())) > 0;
    if (result.ok) return reply.goTo(`/personer/${person.id}`, isAsked ? "leftWithPlaces" : "saved");
    const why = result.reason === "leads" ? t.leadsStill : t.lastAdministrator;
    return reply.page("register/person", await show(request, { status: why }, request.body as Typed), 422);
  });

  app.post<ById>("/personer/:id/roller", administrators, async (request, reply) => {
    const { t, shared } = wordsFor(request);
    const person = await find(request);
    const form = readForm(rolesForm, request.body, shared);
    const roles = form.ok ? allRoles.filter((role) => form.value.roller.includes(role)) : [];
    const isKnown = form.ok && form.value.roller.every((role) => allRoles.includes(role as Role));
    if (!isKnown) return reply.page("register/person", await show(request, { roller: shared.pickOne }), 422);
    const result = await write(request, person.id, (tx) => setRoles(tx, person.id, roles));
    if (result.ok) return reply.goTo(`/personer/${person.id}`, "saved");
    return reply.page("register/person", await show(request, { roller: t.lastAdministrator }), 422);
  });

  app.post<ById>("/personer/:id/nettverk", staff, async (request, reply) => {
    const { shared } = wordsFor(request);
    const person = await findToChange(request);
    const form = readForm(enterForm, request.body, shared);
    if (!form.ok) return reply.page("register/person", await show(request, form.errors, form.typed), 422);
    const { nettverk: networkId, som: role } = form.value;
    const isMine = (await kept(request)).some(({ id }) => id === networkId);
    const mayGive = role === "mentor" || hasRole(viewerOf(request), "administrator");
    if (!isMine || !mayGive)
      return reply.page("register/person", await show(request, { nettverk: shared.pickOne }), 422);
    await write(request, person.id, (tx) =>
      enterNetwork(tx, { networkId, personId: person.id, role, since: today() }),
    );
    return reply.goTo(`/personer/${person.id}#nettverk`, "saved");
  });

  app.post<ById>("/personer/:id/nettverk/slutt", staff, async (request, reply) => {
    const { shared } = wordsFor(request);
    const person = await findToChange(request);
    const form = readForm(leaveForm, request.body, shared);
    const networkId = form.ok ? form.value.nettverk : null;
    const isMine = (await kept(request)).some(({ id }) => id === networkId);
    if (!networkId || !isMine)
      return reply.page("register/person", await show(request, { nettverk: shared.pickOne }), 422);
    const isAsked = (await leaveGatherings(store, mailer, { personId: person.id, networkId }, now())) > 0;
    await write(request, person.id, (tx) =>
      leaveNetwork(tx, { networkId, personId: person.id, until: today() }),
    );
    return reply.goTo(`/personer/${person.id}#nettverk`, isAsked ? "leftWithPlaces" : "saved");
  });

  for (const [path, isLinked] of [
    ["veileder", true],
    ["veileder/slutt", false],
  ] as const) {
    app.post<ById>(`/personer/:id/${path}`, staff, async (request, reply) => {
      const { shared } = wordsFor(request);
      const person = await find(request);
      const form = readForm(linkForm, request.body, shared);
      const [networkId = "", counsellorId = ""] = form.ok ? form.value.veileder.split(".") : [];
      const isMine = (await kept(request)).some(({ id }) => id === networkId);
      const link = { networkId, mentorId: person.id, counsellorId };
      const result =
        isMine &&
        (await store.write((tx) =>
          isLinked ? linkCounsellor(tx, link, today()) : unlinkCounsellor(tx, link),
        ));
      if (result) return reply.goTo(`/personer/${person.id}#veileder`, "saved");
      return reply.page("register/person", await show(request, { veileder: shared.pickOne }), 422);
    });
  }

  app.post<ById>("/personer/:id/spor-igjen", staff, async (request, reply) => {
    const { shared } = wordsFor(request);
    const person = await find(request);
    const form = readForm(consentForm, request.body, shared);
    if (!form.ok || !person.roles.includes("mentor"))
      return reply.page("register/person", await show(request, { svar: shared.pickOne }), 422);
    const viewer = viewerOf(request);
    await write(request, person.id, (tx) =>
      form.value.svar === "ja"
        ? giveConsent(tx, person.id, viewer.id, now())
        : withdrawConsent(tx, person.id),
    );
    return reply.goTo(`/personer/${person.id}#igjen`, "saved");
  });
}
