/** The sheet "Who do I ring?": for everyone in the network, written by its advisers. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { localDate, longDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { phoneInWords, phoneLink } from "../web/phone.ts";
import { sharedTexts } from "../web/texts.ts";
import { phonePattern, ringForm } from "./forms.ts";
import { isAdviserIn, networkFor, networksFor } from "./queries.ts";
import {
  moveRingLineUp,
  type RingLine,
  type RingPerson,
  removeRingLine,
  ringLinesOf,
  ringPeople,
  writeRingLine,
} from "./ring.ts";
import { ringTexts } from "./ring-texts.ts";

type T = Texts<typeof ringTexts>;
interface Number {
  text: string;
  href: string;
}
interface Row {
  label: string;
  note: string | null;
  number: Number | null;
  email: string | null;
  deputy: { words: string; number: Number | null } | null;
}
interface Group {
  heading: string | null;
  note: string | null;
  rows: Row[];
}
interface Section {
  heading: string;
  kind: string;
  groups: Group[];
  words: string | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "networks/ring": {
      t: T;
      network: { id: string; name: string };
      sections: Section[];
      mayEdit: boolean;
      updated: string;
    };
    "networks/ring-edit": {
      t: T;
      network: { id: string; name: string };
      errors: FieldErrors;
      typed: Typed;
      lines: { id: string; label: string; phone: string; section: string }[];
      sections: { value: string; label: string }[];
    };
    "networks/ring-list": { t: T; networks: { id: string; name: string }[] };
  }
}

const signedIn = { config: { access: "signed-in" } } as const;
const keptSheet = { config: { access: "signed-in", offline: { also: "/ring" } } } as const;
const staff = { config: { access: ["adviser", "administrator"] } } as const;
type ById = { Params: { id: string }; Querystring: { linje?: string } };

const numberOf = (phone: string | null): Number | null =>
  phone ? { text: phoneInWords(phone), href: phoneLink(phone) } : null;

const deputyOf = (deputy: { name: string; phone: string | null } | null, t: T): Row["deputy"] =>
  deputy && { words: t.whenOut(deputy.name), number: numberOf(deputy.phone) };

const personRow = (one: RingPerson, t: T): Row => ({
  label: one.name,
  note: one.unitName,
  number: numberOf(one.phone),
  email: one.phone ? null : one.email,
  deputy: deputyOf(one.deputy, t),
});

const lineRow = (line: RingLine, t: T): Row => ({
  label: line.label,
  note: line.note,
  number: numberOf(line.phone),
  email: null,
  deputy: deputyOf(line.deputyName ? { name: line.deputyName, phone: line.deputyPhone } : null, t),
});

/** The whole sheet in words: what is urgent first. */
function sheet(people: Awaited<ReturnType<typeof ringPeople>>, lines: RingLine[], t: T): Section[] {
  const written = (section: RingLine["section"]) =>
    lines.filter((line) => line.section === section).map((line) => lineRow(line, t));
  const fixed = (label: string, note: string, phone: string): Row => ({
    ...{ label, note, number: numberOf(phone), email: null, deputy: null },
  });
  const acute = [fixed(t.emergency, t.emergencyNote, "113"), fixed(t.outOfHours, t.outOfHoursNote, "116117")];
  const plain = (rows: Row[]): Group[] => (rows.length > 0 ? [{ heading: null, note: null, rows }] : []);
  const group = (heading: string, note: string, all: RingPerson[]): Group[] =>
    all.length > 0 ? [{ heading, note, rows: all.map((one) => personRow(one, t)) }] : [];
  const others = written("day");
  const after = written("after_hours");
  const nobody = [people.counsellors, people.advisers, people.leaders, others].every(
    ({ length }) => length === 0,
  );
  return [
    { heading: t.acute, kind: "acute", words: null, groups: plain([...acute, ...written("acute")]) },
    {
      heading: t.day,
      kind: "day",
      words: nobody ? t.noDay : null,
      groups: [
        ...group(t.counsellors, t.counsellorsNote, people.counsellors),
        ...group(t.advisers, t.advisersNote, people.advisers),
        ...group(t.leaders, t.leadersNote, people.leaders),
        ...(others.length > 0 ? [{ heading: t.alsoDay, note: null, rows: others }] : []),
      ],
    },
    {
      heading: t.afterHours,
      kind: "after",
      words: after.length === 0 ? t.noAfterHours : null,
      groups: plain(after),
    },
  ];
}

export function ringRoutes(app: FastifyInstance, house: House): void {
  const { store, now } = house;
  const wordsOf = (request: FastifyRequest) => inLanguage(ringTexts, request.language);
  const mayEdit = async (request: FastifyRequest, networkId: string) => {
    const viewer = viewerOf(request);
    return hasRole(viewer, "administrator") || (await isAdviserIn(store.read, viewer.id, networkId));
  };
  async function runNetwork(request: FastifyRequest<ById>) {
    const network = orNotFound(await networkFor(store.read, viewerOf(request), request.params.id));
    return orNotFound((await mayEdit(request, network.id)) ? network : null);
  }

  app.get("/ring", signedIn, async (request, reply) => {
    const t = wordsOf(request);
    const networks = await networksFor(store.read, viewerOf(request));
    if (networks.length === 1) return reply.goTo(`/nettverk/${networks[0]?.id}/ring`);
    return reply.page("networks/ring-list", { t, title: t.title, networks });
  });

  app.get<ById>("/nettverk/:id/ring", keptSheet, async (request, reply) => {
    const t = wordsOf(request);
    const network = orNotFound(await networkFor(store.read, viewerOf(request), request.params.id));
    const people = await ringPeople(store.read, network.id);
    const lines = await ringLinesOf(store.read, network.id);
    return reply.page("networks/ring", {
      t,
      title: t.title,
      network,
      sections: sheet(people, lines, t),
      mayEdit: await mayEdit(request, network.id),
      updated: t.updated(longDate(localDate(now()), request.language)),
    });
  });

  async function editPage(
    request: FastifyRequest<ById>,
    network: { id: string; name: string },
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const t = wordsOf(request);
    const sectionWords = { day: t.day, after_hours: t.afterHours, acute: t.acute };
    const lines = await ringLinesOf(store.read, network.id);
    return {
      t,
      title: t.editTitle,
      network,
      ...shown,
      lines: lines.map(({ id, label, phone, section }) => ({
        ...{ id, label, phone: phoneInWords(phone), section: sectionWords[section] },
      })),
      sections: Object.entries(sectionWords).map(([value, label]) => ({ value, label })),
    };
  }

  app.get<ById>("/nettverk/:id/ring/endre", staff, async (request, reply) => {
    const network = await runNetwork(request);
    const lines = await ringLinesOf(store.read, network.id);
    const line = lines.find(({ id }) => id === request.query.linje);
    const typed: Typed = line
      ? {
          linje: line.id,
          del: line.section,
          hva: line.label,
          telefon: phoneInWords(line.phone),
          merknad: line.note ?? "",
          vara: line.deputyName ?? "",
          varatelefon: line.deputyPhone ?? "",
        }
      : {};
    return reply.page("networks/ring-edit", await editPage(request, network, { errors: {}, typed }));
  });

  app.post<ById>("/nettverk/:id/ring", staff, async (request, reply) => {
    const t = wordsOf(request);
    const network = await runNetwork(request);
    const form = readForm(ringForm, request.body, inLanguage(sharedTexts, request.language));
    const again = async (errors: FieldErrors, typed: Typed) =>
      reply.page("networks/ring-edit", await editPage(request, network, { errors, typed }), 422);
    if (!form.ok) return again(form.errors, form.typed);
    const { linje, del: section, hva: label, telefon: phone, merknad: note, vara, varatelefon } = form.value;
    const errors: FieldErrors = guardFields({ hva: label, merknad: note, vara }, request.language);
    if (!phonePattern.test(phone)) errors["telefon"] = t.notAPhone;
    if (varatelefon && !phonePattern.test(varatelefon)) errors["varatelefon"] = t.notAPhone;
    const typed = request.body as Typed;
    if (Object.keys(errors).length > 0) return again(errors, typed);
    const facts = { section, label, phone, note, deputyName: vara, deputyPhone: vara ? varatelefon : null };
    const result = await store.write((tx) => writeRingLine(tx, network.id, linje, facts), {
      inTurnFor: network.id,
    });
    if (!result.ok) return again({ hva: t.full }, typed);
    return reply.goTo(`/nettverk/${network.id}/ring/endre`, "saved");
  });

  /** The id of the line pressed; empty when it is none. */
  const lineIn = (body: unknown) => {
    const sent = (body as Record<string, unknown> | null)?.["linje"];
    return typeof sent === "string" && /^[a-z2-7]{26}$/.test(sent) ? sent : "";
  };
  app.post<ById>("/nettverk/:id/ring/fjerning", staff, async (request, reply) => {
    const network = await runNetwork(request);
    await store.write((tx) => removeRingLine(tx, network.id, lineIn(request.body)));
    return reply.goTo(`/nettverk/${network.id}/ring/endre`, "saved");
  });

  app.post<ById>("/nettverk/:id/ring/overst", staff, async (request, reply) => {
    const network = await runNetwork(request);
    await store.write((tx) => moveRingLineUp(tx, network.id, lineIn(request.body)), {
      inTurnFor: network.id,
    });
    return reply.goTo(`/nettverk/${network.id}/ring/endre`, "saved");
  });
}
