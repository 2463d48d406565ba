/** A network's frame: its name, its centre and offices, and whom it speaks with at the employers. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { endContact, keepContact } from "../networks/employer-contact.ts";
import { changeNetwork } from "../networks/network.ts";
import { employerContactsOf, isAdviserIn, networkFor, workplacesOf } from "../networks/queries.ts";
import { unitChoices } from "../people/queries.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { contactForm, networkForm } from "./forms.ts";
import { administrators, type Choice, staff } from "./people-routes.ts";
import { placeTexts } from "./place-texts.ts";
import { officesOf } from "./queries.ts";

type P = Texts<typeof placeTexts>;
type ById = { Params: { id: string } };
type Network = { id: string; name: string };
declare module "../web/render.ts" {
  interface Pages {
    "register/network": {
      t: P;
      network: Network;
      centres: Choice[];
      offices: Choice[];
      chosen: string[];
      errors: FieldErrors;
      typed: Typed;
    };
    "register/contacts": {
      t: P;
      network: Network;
      contacts: Awaited<ReturnType<typeof employerContactsOf>>;
      workplaces: Choice[];
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(placeTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

export function networkFrameRoutes(app: FastifyInstance, { store, now }: House): void {
  /** The network, when the viewer runs it. */
  async function runNetwork(request: FastifyRequest<ById>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const runs = hasRole(viewer, "administrator") || (await isAdviserIn(store.read, viewer.id, network.id));
    return orNotFound(runs ? network : null);
  }

  async function editPage(request: FastifyRequest<ById>, errors: FieldErrors, typed: Typed | null) {
    const { t } = wordsFor(request);
    const network = await runNetwork(request);
    const units = await unitChoices(store.read);
    const ofKind = (kind: string) =>
      units.filter((unit) => unit.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
    const chosen = typed ? [typed["kontor"] ?? []].flat() : await officesOf(store.read, network.id);
    const asStored = { navn: network.name, senter: network.centreId };
    const props = { t, title: t.editNetwork, network, centres: ofKind("centre"), offices: ofKind("office") };
    return { ...props, chosen, errors, typed: { ...asStored, ...typed } };
  }

  app.get<ById>("/nettverk/:id/endre", administrators, async (request, reply) =>
    reply.page("register/network", await editPage(request, {}, null)),
  );

  app.post<ById>("/nettverk/:id/endre", administrators, async (request, reply) => {
    const { shared } = wordsFor(request);
    const network = await runNetwork(request);
    const form = readForm(networkForm, request.body, shared);
    if (!form.ok)
      return reply.page("register/network", await editPage(request, form.errors, form.typed), 422);
    const { navn: name, senter: centreId, kontor } = form.value;
    const units = await unitChoices(store.read);
    const isKind = (id: string, kind: string) => units.some((unit) => unit.id === id && unit.kind === kind);
    const officeIds = [...new Set(kontor)];
    const errors: FieldErrors = {};
    if (!isKind(centreId, "centre")) errors["senter"] = shared.pickOne;
    if (!officeIds.every((id) => isKind(id, "office"))) errors["kontor"] = shared.pickOne;
    if (Object.keys(errors).length > 0)
      return reply.page("register/network", await editPage(request, errors, request.body as Typed), 422);
    await store.write((tx) => changeNetwork(tx, network.id, { name, centreId, officeIds }));
    return reply.goTo(`/nettverk/${network.id}`, "saved");
  });

  async function contactPage(request: FastifyRequest<ById>, errors: FieldErrors = {}, typed: Typed = {}) {
    const { t } = wordsFor(request);
    const network = await runNetwork(request);
    const workplaces = await workplacesOf(store.read, network.id);
    return {
      t,
      title: t.contacts,
      network,
      contacts: await employerContactsOf(store.read, network.id),
      workplaces: workplaces.map(({ id, name }) => ({ value: id, label: name })),
      errors,
      typed,
    };
  }

  app.get<ById>("/nettverk/:id/kontakter", staff, async (request, reply) =>
    reply.page("register/contacts", await contactPage(request)),
  );

  app.post<ById>("/nettverk/:id/kontakter", staff, async (request, reply) => {
    const { shared } = wordsFor(request);
    const network = await runNetwork(request);
    const form = readForm(contactForm, request.body, shared);
    if (!form.ok)
      return reply.page("register/contacts", await contactPage(request, form.errors, form.typed), 422);
    const { navn: name, epost: email, sprak: language, arbeidsplass: workplaceId } = form.value;
    const isHere = (await workplacesOf(store.read, network.id)).some(({ id }) => id === workplaceId);
    if (!isHere) {
      const errors = { arbeidsplass: shared.pickOne };
      return reply.page("register/contacts", await contactPage(request, errors, request.body as Typed), 422);
    }
    const contact = { networkId: network.id, workplaceId, name, email, language };
    await store.write((tx) => keepContact(tx, contact, localDate(now()).toString()));
    return reply.goTo(`/nettverk/${network.id}/kontakter`, "saved");
  });

  app.post<{ Params: { id: string; contactId: string } }>(
    "/nettverk/:id/kontakter/:contactId/slutt",
    staff,
    async (request, reply) => {
      const network = await runNetwork(request);
      const { contactId } = request.params;
      const until = localDate(now()).toString();
      const ended = await store.write((tx) => endContact(tx, { networkId: network.id, contactId, until }));
      orNotFound(ended || null);
      return reply.goTo(`/nettverk/${network.id}/kontakter`, "saved");
    },
  );
}
