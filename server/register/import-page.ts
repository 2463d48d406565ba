/** The page of one import, made ready for printing: what it would do, what is in the way, what comes next. */
import { networksFor } from "../networks/queries.ts";
import { hasRole, type Viewer } from "../web/access.ts";
import type { FieldErrors } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { fields } from "./columns.ts";
import { type Import, standsAlone } from "./import.ts";
import {
  broughtCounts,
  firstReturns,
  firstRows,
  headOf,
  networksToPlan,
  newWorkplaces,
  rowCounts,
} from "./import-queries.ts";
import { importTexts } from "./import-texts.ts";
import { faultInWords, stateInWords, type T } from "./import-words.ts";
import type { Choice } from "./people-routes.ts";

interface Listed {
  line: string;
  name: string;
  email: string;
  faults: string[];
}
interface NetworkName {
  id: string;
  name: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "register/import": {
      t: T;
      one: Import;
      state: string;
      counts: { new: number; known: number; lookalike: number; fault: number };
      /** Where people go whose row names no network. */
      networkName: string | null;
      /** Whether that is still to be said: before anything is added, or only if one wants to. */
      askNetwork: "must" | "may" | null;
      networks: Choice[];
      faults: Listed[];
      /** Where the next page of faults begins; and whether there is one before. */
      moreFaults: { path: string; words: string } | null;
      isLaterFaults: boolean;
      lookalikes: Listed[];
      known: Listed[];
      /** Of the known ones: who had left the network and comes back. */
      returning: Listed[];
      /** How many workplaces are new here, some of their names, and how many lack more than the name. */
      places: string | null;
      /** The first rows of the list, and the line of each. */
      sample: { headings: string[]; rows: { line: string; cells: string[] }[] };
      columnChoices: Choice[];
      brought: { people: number; joined: number };
      /** Networks people came into that have no gathering ahead: their adviser may plan a season. */
      toPlan: NetworkName[];
      errors: FieldErrors;
    };
  }
}

const faultsShown = 50;
const samplesShown = 5;
const placesNamed = 5;

interface Asked {
  errors: FieldErrors;
  language: Language;
  /** The line after which the faults shown begin, as it stands in the address. */
  after: string | undefined;
}

export async function importPage({ store, now }: House, viewer: Viewer, one: Import, asked: Asked) {
  const { read } = store;
  const t = inLanguage(importTexts, asked.language);
  const isReady = one.state === "ready";
  const counts = await rowCounts(read, one.id);
  const networks = await networksFor(read, viewer);
  const listed = (row: Omit<Parameters<typeof faultsOf>[0], "faults"> & { faults?: never[] }): Listed => ({
    ...{ line: t.lineNumber(row.line), name: row.name, email: row.email, faults: [] },
  });
  const faultsOf = (row: Awaited<ReturnType<typeof firstRows>>[number]): Listed => ({
    ...{ line: t.lineNumber(row.line), name: row.name, email: row.email },
    faults: row.faults.map((fault) => faultInWords(fault, t)),
  });
  const list = async (state: "known" | "lookalike") =>
    isReady ? (await firstRows(read, one.id, state, { size: 20 })).map(faultsOf) : [];
  const { faults, more, isLater } = await faultPage();
  const mayStandAlone = hasRole(viewer, "administrator");
  const isAsked = isReady && counts.fault === 0 && networks.length > 0 && (await standsAlone(read, one.id));

  async function faultPage() {
    if (!isReady || counts.fault === 0) return { faults: [], more: null, isLater: false };
    const after = /^\d{1,9}$/.test(asked.after ?? "") ? Number(asked.after) : 0;
    const rows = await firstRows(read, one.id, "fault", { size: faultsShown + 1, after });
    const shown = rows.slice(0, faultsShown);
    const last = shown.at(-1);
    const path = `/personer/import/${one.id}?feil=${last?.line}`;
    return {
      faults: shown.map(faultsOf),
      more: rows.length > faultsShown ? { path, words: t.moreFaults } : null,
      isLater: after > 0,
    };
  }

  async function placesInWords(): Promise<string | null> {
    if (!isReady) return null;
    const { count, names, bare } = await newWorkplaces(read, one.id, placesNamed);
    if (count === 0) return null;
    const more = count - names.length;
    const sentence = t.newPlaces(count, names.join(", ") + (more > 0 ? ` ${t.andMore(more)}` : ""));
    return bare > 0 ? `${sentence} ${t.barePlaces(bare, count)}` : sentence;
  }

  return {
    t,
    title: t.title,
    one,
    state: stateInWords(one.state, t),
    counts,
    networkName: networks.find(({ id }) => id === one.networkId)?.name ?? null,
    askNetwork: isAsked ? (mayStandAlone ? ("may" as const) : ("must" as const)) : null,
    networks: networks.map(({ id, name }) => ({ value: id, label: name })),
    faults,
    moreFaults: more,
    isLaterFaults: isLater,
    lookalikes: await list("lookalike"),
    known: await list("known"),
    returning: isReady ? (await firstReturns(read, one.id, 20)).map(listed) : [],
    places: await placesInWords(),
    sample: await sampleOf(),
    columnChoices: fields.map((field) => ({ value: field, label: t[field] as string })),
    brought: one.state === "done" ? await broughtCounts(read, one.id) : { people: 0, joined: 0 },
    toPlan: one.state === "done" ? await networksToPlan(read, viewer, one, now()) : [],
    errors: asked.errors,
  };

  async function sampleOf() {
    const head = isReady ? await headOf(read, one.id, samplesShown) : null;
    if (!head) return { headings: [], rows: [] };
    const headings = one.columns.map((_, i) => head.headings[i] || t.columnNumber(i + 1));
    const rows = head.rows.map(({ line, cells }) => ({ line: String(line), cells }));
    return { headings, rows };
  }
}
