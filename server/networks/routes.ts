/** The network's pages: who is in it, what their employers agreed to, and how both get there. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { audit, noteSeen } from "../people/audit.ts";
import { emailKey } from "../people/sign-in.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { idOnce } from "../web/form-key.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { agreementForm, type MemberInput, memberForm, networkForm } from "./forms.ts";
import { addMember, createNetwork, type MemberRole, recordAgreement } from "./network.ts";
import {
  bouncingMembers,
  isAdviserIn,
  type Known,
  knownTo,
  leadersFor,
  level2For,
  membersOf,
  networkFor,
  networksFor,
  workplacesOf,
} from "./queries.ts";
import { ringRoutes } from "./ring-routes.ts";
import { networkTexts } from "./texts.ts";

type T = Texts<typeof networkTexts>;
type Workplace = Awaited<ReturnType<typeof workplacesOf>>[number] & { sinceText: string };

interface FormProps {
  t: T;
  errors: FieldErrors;
  typed: Typed;
}
declare module "../web/render.ts" {
  interface Pages {
    "networks/list": { t: T; networks: { id: string; name: string }[]; mayCreate: boolean };
    "networks/show": {
      t: T;
      network: { id: string; name: string };
      groups: { heading: string; members: Awaited<ReturnType<typeof membersOf>> }[];
      /** Members whose address returns mail. */
      bouncing: Set<string>;
      workplaces: Workplace[];
      leaders: Awaited<ReturnType<typeof leadersFor>>;
      level2: { name: string }[];
      mayChange: boolean;
    };
    "networks/new": FormProps;
    "networks/member": FormProps & {
      network: { id: string; name: string };
      /** Who has the address already, as far as the viewer may know, and what is asked then. */
      known: { id: string; name: string; words: string } | null;
    };
    "networks/agreement": FormProps & { network: { id: string; name: string }; workplace: Workplace };
  }
}

const staff = { config: { access: ["adviser", "administrator"] } } as const;
const administrators = { config: { access: ["administrator"] } } as const;
type ById = { Params: { id: string } };
type ByWorkplace = { Params: { id: string; workplaceId: string } };
const nothingTyped = { errors: {}, typed: {} };
const wordsOf = (request: FastifyRequest) => ({
  t: inLanguage(networkTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

export function networkRoutes(app: FastifyInstance, house: House): void {
  const { store, config, now } = house;
  ringRoutes(app, house);

  /** The network, when the viewer runs it: its advisers and administrators. */
  async function runNetwork(request: FastifyRequest<ById>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const runs = hasRole(viewer, "administrator") || (await isAdviserIn(store.read, viewer.id, network.id));
    return orNotFound(runs ? network : null);
  }

  const withDates = (workplace: Omit<Workplace, "sinceText">, language: Language): Workplace => ({
    ...workplace,
    sinceText: workplace.since ? shortDate(workplace.since, language, now()) : "",
  });

  app.get("/nettverk", staff, async (request, reply) => {
    const { t } = wordsOf(request);
    const viewer = viewerOf(request);
    const networks = await networksFor(store.read, viewer);
    const mayCreate = hasRole(viewer, "administrator");
    if (networks.length === 1 && !mayCreate) return reply.goTo(`/nettverk/${networks[0]?.id}`);
    return reply.page("networks/list", { t, title: t.networks, networks, mayCreate });
  });

  app.get("/nettverk/nytt", administrators, async (request, reply) => {
    const { t } = wordsOf(request);
    return reply.page("networks/new", { t, title: t.newNetwork, ...nothingTyped });
  });

  app.post("/nettverk", administrators, async (request, reply) => {
    const { t, shared } = wordsOf(request);
    const form = readForm(networkForm, request.body, shared);
    if (!form.ok) return reply.page("networks/new", { t, title: t.newNetwork, ...form }, 422);
    const { navn: name, region, senter: centre, kontorer } = form.value;
    const offices = [
      ...new Set(
        kontorer
          .split("\n")
          .map((office) => office.trim())
          .filter(Boolean),
      ),
    ];
    const facts = { id: idOnce(config.secret, "network", request.body), name, region, centre, offices };
    const id = await store.write((tx) => createNetwork(tx, facts, now()));
    return reply.goTo(`/nettverk/${id}`, "saved");
  });

  app.get<ById>("/nettverk/:id", staff, async (request, reply) => {
    const { t } = wordsOf(request);
    const network = orNotFound(await networkFor(store.read, viewerOf(request), request.params.id));
    const members = await membersOf(store.read, network.id);
    const workplaces = await workplacesOf(store.read, network.id);
    // advisers work with this list every day; whoever is not one of them looks it up
    if (!members.some((member) => member.personId === viewerOf(request).id)) {
      const personIds = members.map(({ personId }) => personId);
      const note = { byId: viewerOf(request).id, event: "members-seen" as const, personIds };
      await noteSeen(house, { ...note, thingId: network.id });
    }
    const group = (role: string, heading: string) => ({
      heading,
      members: members.filter((member) => member.role === role),
    });
    return reply.page("networks/show", {
      t,
      title: network.name,
      network,
      groups: [group("mentor", t.mentors), group("counsellor", t.counsellors), group("adviser", t.advisers)],
      bouncing: await bouncingMembers(store.read, network.id),
      workplaces: workplaces.map((workplace) => withDates(workplace, request.language)),
      leaders: await leadersFor(store.read, network.id),
      level2: await level2For(store.read, network.id),
      mayChange: hasRole(viewerOf(request), "administrator"),
    });
  });

  app.get<ById>("/nettverk/:id/medlemmer/ny", staff, async (request, reply) => {
    const { t } = wordsOf(request);
    const network = await runNetwork(request);
    return reply.page("networks/member", { t, title: t.addMember, network, known: null, ...nothingTyped });
  });

  app.post<ById>("/nettverk/:id/medlemmer", staff, async (request, reply) => {
    const { t, shared } = wordsOf(request);
    const network = await runNetwork(request);
    const props = { t, title: t.addMember, network, known: null };
    const form = readForm(memberForm, request.body, shared);
    if (!form.ok) return reply.page("networks/member", { ...props, ...form }, 422);
    const { epost, rolle, kjent } = form.value;
    const viewer = viewerOf(request);
    const known = await knownTo(store.read, viewer, emailKey(epost));
    const isHere = known?.memberships.some(
      ({ networkId, role, until }) => networkId === network.id && role === rolle && !until,
    );
    if (isHere) return reply.goTo(`/nettverk/${network.id}`, "memberHere");
    if (known && known.id !== kjent) {
      const typed = request.body as Typed;
      const asked = { id: known.id, name: known.name, words: knownInWords(known, network, rolle, t) };
      return reply.page("networks/member", { ...props, known: asked, errors: {}, typed }, 422);
    }
    const member = { networkId: network.id, since: localDate(now()).toString(), ...memberOf(form.value) };
    const result = await store.write(async (tx) => {
      const added = await addMember(tx, member, now());
      const note = { event: "person-changed", personIds: [added.personId], thingId: network.id } as const;
      if (!added.isNew) await audit(tx, { byId: viewer.id, ...note }, now());
      return added;
    });
    return reply.goTo(`/nettverk/${network.id}`, result.isNew ? "memberAdded" : "memberKnown");
  });

  app.get<ByWorkplace>("/nettverk/:id/avtaler/:workplaceId", staff, async (request, reply) => {
    const { t } = wordsOf(request);
    const network = await runNetwork(request);
    const workplace = await oneWorkplace(house, network.id, request.params.workplaceId);
    const typed = {
      deltar: workplace.takesPart === null ? "" : workplace.takesPart ? "ja" : "nei",
      fra: workplace.since ?? localDate(now()).toString(),
      timer: String(workplace.hoursFreedPerMonth ?? ""),
    };
    const props = { workplace: withDates(workplace, request.language), errors: {}, typed };
    return reply.page("networks/agreement", { t, title: t.agreementWith(workplace.name), network, ...props });
  });

  app.post<ByWorkplace>("/nettverk/:id/avtaler/:workplaceId", staff, async (request, reply) => {
    const { t, shared } = wordsOf(request);
    const network = await runNetwork(request);
    const found = await oneWorkplace(house, network.id, request.params.workplaceId);
    const workplace = withDates(found, request.language);
    const form = readForm(agreementForm, request.body, shared);
    const title = t.agreementWith(workplace.name);
    if (!form.ok) return reply.page("networks/agreement", { t, title, network, workplace, ...form }, 422);
    const { deltar, fra: since, timer: hoursFreedPerMonth } = form.value;
    const facts = {
      networkId: network.id,
      workplaceId: workplace.id,
      takesPart: deltar === "ja",
      since,
      hoursFreedPerMonth,
    };
    await store.write((tx) => recordAgreement(tx, facts));
    return reply.goTo(`/nettverk/${network.id}#avtaler`, "saved");
  });
}

async function oneWorkplace({ store }: House, networkId: string, workplaceId: string) {
  const workplaces = await workplacesOf(store.read, networkId);
  return orNotFound(workplaces.find((workplace) => workplace.id === workplaceId));
}

/** Where someone is known from, and what adding them here means. */
function knownInWords(known: Known, network: { id: string; name: string }, role: MemberRole, t: T): string {
  const { name, memberships } = known;
  const now = memberships.filter(({ until }) => !until);
  const roleNames = { mentor: t.roleMentor, counsellor: t.roleCounsellor, adviser: t.roleAdviser };
  const here = now.filter(({ networkId }) => networkId === network.id);
  const names = (rows: Known["memberships"]) => [...new Set(rows.map((row) => row.networkName))].join(", ");
  const where =
    here.length > 0
      ? t.knownHereAs(name, here.map((row) => roleNames[row.role]).join(", "))
      : now.length > 0
        ? t.knownIn(name, names(now))
        : memberships.length > 0
          ? t.knownBefore(name, names(memberships))
          : t.knownAlone(name);
  return `${where} ${t.knownQuestion(network.name, roleNames[role])}`;
}

function memberOf(input: MemberInput) {
  const { arbeidsplass: name, bransje, storrelse, kommune } = input;
  const workplace = name
    ? { name, trade: bransje ?? "", size: storrelse ?? ("unknown" as const), municipality: kommune ?? "" }
    : null;
  return {
    name: input.navn,
    email: input.epost,
    language: input.sprak,
    role: input.rolle,
    jobTitle: input.stilling,
    workplace,
  };
}
