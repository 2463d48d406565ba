/** Writing to an employer about the agreement. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { guardFields } from "../privacy/guard.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { shortDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, isLanguage, type Language, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { letterForm } from "./forms.ts";
import { contactAt, lastLetter, sendLetter, writerOf } from "./letter.ts";
import { letterTexts } from "./letter-texts.ts";
import { isAdviserIn, networkFor, workplacesOf } from "./queries.ts";

type Workplace = Awaited<ReturnType<typeof workplacesOf>>[number];
declare module "../web/render.ts" {
  interface Pages {
    "networks/letter": {
      t: Texts<typeof letterTexts>;
      errors: FieldErrors;
      typed: Typed;
      path: string;
      agreementPath: string;
      hasAgreement: boolean;
      writtenBefore: string | null;
      /** The draft in the written forms it is not in. */
      otherForms: { path: string; words: string }[];
    };
  }
}

const staff = { config: { access: ["adviser", "administrator"] } } as const;
type ByWorkplace = { Params: { id: string; workplaceId: string }; Querystring: { sprak?: string } };

/** @param everyMonths how often a network meets, for the draft; gatherings are a later room */
export function letterRoutes(
  app: FastifyInstance,
  house: House,
  mailer: Mailer,
  everyMonths: (networkId: string) => Promise<number>,
): void {
  const { store, now } = house;

  async function find(request: FastifyRequest<ByWorkplace>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    const runs = hasRole(viewer, "administrator") || (await isAdviserIn(store.read, viewer.id, network.id));
    orNotFound(runs || null);
    const workplaces = await workplacesOf(store.read, network.id);
    const workplace = orNotFound(workplaces.find(({ id }) => id === request.params.workplaceId));
    return { network, workplace };
  }

  async function draft(network: { id: string; name: string }, workplace: Workplace, language: Language) {
    const t = inLanguage(letterTexts, language);
    const months = await everyMonths(network.id);
    const rhythm = months === 1 ? t.everyMonth : months === 2 ? t.everyOther : t.everyThird;
    return {
      sprak: language,
      emne: t.draftSubject(workplace.name),
      tekst: t.draft(network.name, rhythm),
    };
  }

  async function page(
    request: FastifyRequest<ByWorkplace>,
    { network, workplace }: { network: { id: string; name: string }; workplace: Workplace },
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const { language } = request;
    const t = inLanguage(letterTexts, language);
    const path = `/nettverk/${network.id}/avtaler/${workplace.id}/brev`;
    const before = await lastLetter(store.read, network.id, workplace.id);
    return {
      ...{ t, title: t.title(workplace.name), ...shown, path },
      agreementPath: `/nettverk/${network.id}/avtaler/${workplace.id}`,
      hasAgreement: workplace.takesPart === true,
      writtenBefore: before && t.writtenBefore(shortDate(before.sentOn, language, now()), before.byName),
      otherForms: (["nb", "nn"] as const)
        .filter((form) => form !== shown.typed["sprak"])
        .map((form) => ({ path: `${path}?sprak=${form}`, words: form === "nb" ? t.draftInNb : t.draftInNn })),
    };
  }

  app.get<ByWorkplace>("/nettverk/:id/avtaler/:workplaceId/brev", staff, async (request, reply) => {
    const found = await find(request);
    const asked = request.query.sprak;
    const contact = await contactAt(store.read, found.network.id, found.workplace.id);
    const language = isLanguage(asked) ? asked : (contact?.language ?? request.language);
    const typed = {
      ...(await draft(found.network, found.workplace, language)),
      navn: contact?.name ?? "",
      epost: contact?.email ?? "",
    };
    return reply.page("networks/letter", await page(request, found, { errors: {}, typed }));
  });

  app.post<ByWorkplace>("/nettverk/:id/avtaler/:workplaceId/brev", staff, async (request, reply) => {
    const found = await find(request);
    const form = readForm(letterForm, request.body, inLanguage(sharedTexts, request.language));
    const typed = (form.ok ? request.body : form.typed) as Typed;
    const errors = form.ok
      ? guardFields({ emne: form.value.emne, tekst: form.value.tekst }, request.language)
      : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      return reply.page("networks/letter", await page(request, found, { errors, typed }), 422);
    }
    const by = orNotFound(await writerOf(store.read, viewerOf(request).id));
    const { navn: name, epost: email, sprak: language, emne: subject, tekst: text } = form.value;
    const { from, phone } = inLanguage(letterTexts, language);
    const letter = {
      networkId: found.network.id,
      workplaceId: found.workplace.id,
      to: { name, email, language },
      ...{ subject, text, by },
    };
    const isNew = await store.write((tx) => sendLetter(tx, mailer, letter, { from, phone }, now()));
    return reply.goTo(`/nettverk/${found.network.id}`, isNew ? "letterSent" : "mailAlreadyOnItsWay");
  });
}
