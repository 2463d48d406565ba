/** A file of people: uploaded, looked over, added, undone. */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { rolesOf } from "../people/change.ts";
import { hasRole, viewerOf } from "../web/access.ts";
import { momentInWords } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { formKeyField, idOnce } from "../web/form-key.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { type Field, fields, guessColumns } from "./columns.ts";
import { columnsForm, decisionForm } from "./forms.ts";
import {
  chooseColumns,
  decideImport,
  forgetWords,
  type Import,
  startImport,
  stopImport,
  sweepImport,
} from "./import.ts";
import {
  broughtCount,
  firstReturns,
  firstRows,
  headOf,
  importFor,
  recentImports,
  rowCounts,
} from "./import-queries.ts";
import { importTexts } from "./import-texts.ts";
import { faultInWords, stateInWords } from "./import-words.ts";
import { mayGive, type Worker, workOn, workOnAbandoned } from "./import-work.ts";
import { undoImport } from "./move-in.ts";
import { type Choice, staff } from "./people-routes.ts";
import { readFile } from "./sheet.ts";
import { limits } from "./sheet-parse.ts";

type T = Texts<typeof importTexts>;
type ById = { Params: { id: string } };
interface Listed {
  line: string;
  name: string;
  email: string;
  faults: string[];
}
declare module "../web/render.ts" {
  interface Pages {
    "register/import-new": {
      t: T;
      networks: Choice[];
      mustChoose: boolean;
      recent: { id: string; when: string; rows: string; state: string }[];
      errors: FieldErrors;
      typed: Typed;
    };
    "register/import": {
      t: T;
      one: Import;
      state: string;
      counts: { new: number; known: number; lookalike: number; fault: number };
      faults: Listed[];
      moreFaults: string | null;
      lookalikes: Listed[];
      known: Listed[];
      /** Of the known ones: who had left the network and comes back. */
      returning: Listed[];
      head: string[][];
      columnChoices: Choice[];
      brought: number;
      errors: FieldErrors;
    };
  }
}

const rowsShown = 100;
/** A small file is looked through before the page is shown. */
const patienceMilliseconds = 1_200;

const wordsFor = (request: FastifyRequest) => ({
  t: inLanguage(importTexts, request.language),
  shared: inLanguage(sharedTexts, request.language),
});

/** The worker of this house: whose import it is decides what it may do. */
export function importWorker(house: House): Worker {
  const { store, now } = house;
  return {
    store,
    now,
    scopeOf: async (byId) => {
      const roles = (await rolesOf(store.read, [byId])).get(byId) ?? [];
      const viewer = { id: byId, name: "", language: "nb" as const, roles };
      return { networks: await networksFor(store.read, viewer), roles: mayGive(viewer) };
    },
  };
}

/** Goes on with imports that a killed process left; for the clock. */
export const goOnWithImports = (house: House) => workOnAbandoned(importWorker(house));

interface Upload {
  bytes: Uint8Array | null;
  isTooBig: boolean;
  networkId: string;
  formKey: string;
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload: Upload = { bytes: null, isTooBig: false, networkId: "", formKey: "" };
  if (!request.isMultipart()) return upload;
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") {
        const bytes = await part.toBuffer();
        if (part.fieldname === "fil" && bytes.length > 0) upload.bytes = bytes;
      } else if (part.fieldname === "nettverk" && typeof part.value === "string") {
        upload.networkId = part.value.slice(0, 40);
      } else if (part.fieldname === formKeyField && typeof part.value === "string") {
        upload.formKey = part.value;
      }
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 413) upload.isTooBig = true;
    else upload.bytes = null;
  }
  return upload;
}

export async function importRoutes(app: FastifyInstance, house: House): Promise<void> {
  const { store, now } = house;
  const worker = importWorker(house);
  const running = new Set<Promise<unknown>>();
  app.addHook("onClose", async () => void (await Promise.allSettled(running)));

  /** Starts the work, and waits a moment in case it is done by then. */
  async function begin(request: FastifyRequest, id: string): Promise<void> {
    const work = workOn(worker, id).catch(async (error) => {
      request.log.error({ err: error }, "import");
      await store.write((tx) => stopImport(tx, id));
    });
    running.add(work);
    void work.finally(() => running.delete(work));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((done) => {
      timer = setTimeout(done, patienceMilliseconds);
    });
    await Promise.race([work, patience]);
    clearTimeout(timer);
  }

  async function newPage(request: FastifyRequest, errors: FieldErrors = {}, typed: Typed = {}) {
    const { t } = wordsFor(request);
    const viewer = viewerOf(request);
    const networks = await networksFor(store.read, viewer);
    const recent = await recentImports(store.read, viewer);
    return {
      t,
      title: t.title,
      networks: networks.map(({ id, name }) => ({ value: id, label: name })),
      mustChoose: !hasRole(viewer, "administrator"),
      recent: recent.map((one) => ({
        id: one.id,
        when: momentInWords(one.createdAt, request.language, now()),
        rows: t.rowCount(one.rows),
        state: stateInWords(one.state, t),
      })),
      errors,
      typed,
    };
  }

  app.get<{ Querystring: { nettverk?: string } }>("/personer/import", staff, async (request, reply) => {
    const { nettverk = "" } = request.query;
    return reply.page("register/import-new", await newPage(request, {}, { nettverk }));
  });

  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      limits: { fileSize: limits.bytes, files: 1, fields: 10, fieldSize: 1_000, parts: 12, headerPairs: 50 },
    });
    uploads.post(
      "/personer/import",
      { ...staff, bodyLimit: limits.bytes + 64 * 1024 },
      async (request, reply) => {
        const { t } = wordsFor(request);
        const viewer = viewerOf(request);
        const { bytes, isTooBig, networkId, formKey } = await readUpload(request);
        const refuse = async (errors: FieldErrors) =>
          reply.page("register/import-new", await newPage(request, errors, { nettverk: networkId }), 422);
        const networks = await networksFor(store.read, viewer);
        const isMine = networks.some(({ id }) => id === networkId);
        if (isTooBig) return refuse({ fil: t.faultTooBig });
        if (!bytes) return refuse({ fil: t.faultNoFile });
        if (!isMine && (networkId || !hasRole(viewer, "administrator")))
          return refuse({ nettverk: t.faultNetwork });
        const sheet = await readFile(bytes);
        if (!sheet.ok) {
          const words = {
            empty: t.faultEmpty,
            "too-many-rows": t.faultTooManyRows,
            "too-big": t.faultTooBig,
            "not-readable": t.faultNotReadable,
          };
          return refuse({ fil: words[sheet.reason] });
        }
        const sent = { [formKeyField]: formKey, networkId, rows: sheet.rows };
        const facts = {
          id: idOnce(house.config.secret, "import", sent),
          byId: viewer.id,
          networkId: networkId || null,
          columns: guessColumns(sheet.rows[0] as string[]),
          sheet,
        };
        const id = await startImport(store, facts, now());
        await begin(request, id);
        return reply.goTo(`/personer/import/${id}`);
      },
    );
  });

  const find = async (request: FastifyRequest<ById>) =>
    orNotFound(await importFor(store.read, viewerOf(request), request.params.id));

  async function show(request: FastifyRequest<ById>, errors: FieldErrors = {}) {
    const { t } = wordsFor(request);
    const one = await find(request);
    const counts = await rowCounts(store.read, one.id);
    const list = async (state: "known" | "lookalike" | "fault", size: number): Promise<Listed[]> =>
      (await firstRows(store.read, one.id, state, size)).map((row) => ({
        line: t.lineNumber(row.line),
        name: row.name,
        email: row.email,
        faults: row.faults.map((fault) => faultInWords(fault, t)),
      }));
    const returning = async (): Promise<Listed[]> =>
      (await firstReturns(store.read, one.id, 20)).map(({ line, name, email }) => ({
        ...{ line: t.lineNumber(line), name, email, faults: [] },
      }));
    const isReady = one.state === "ready";
    const more = counts.fault - rowsShown;
    return {
      t,
      title: t.title,
      one,
      state: stateInWords(one.state, t),
      counts,
      faults: isReady ? await list("fault", rowsShown) : [],
      moreFaults: more > 0 ? t.moreFaults(more) : null,
      lookalikes: isReady ? await list("lookalike", 20) : [],
      known: isReady ? await list("known", 20) : [],
      returning: isReady ? await returning() : [],
      head: isReady ? await headOf(store.read, one.id, 3) : [],
      columnChoices: fields.map((field) => ({ value: field, label: t[field] as string })),
      brought: one.state === "done" ? await broughtCount(store.read, one.id) : 0,
      errors,
    };
  }

  app.get<ById>("/personer/import/:id", staff, async (request, reply) =>
    reply.page("register/import", await show(request)),
  );

  app.post<ById>("/personer/import/:id/kolonner", staff, async (request, reply) => {
    const one = await find(request);
    const form = readForm(columnsForm, request.body, wordsFor(request).shared);
    const said =
      typeof request.body === "object" && request.body !== null ? Object.entries(request.body) : [];
    const columns = one.columns.map((_, i) => {
      const word = said.find(([name]) => name === `kolonne-${i}`)?.[1];
      return fields.includes(word as Field) ? (word as Field) : "";
    });
    if (
      !form.ok ||
      !columns.some(Boolean) ||
      new Set(columns.filter(Boolean)).size < columns.filter(Boolean).length
    )
      return reply.page(
        "register/import",
        await show(request, { kolonner: wordsFor(request).t.columnTwice }),
        422,
      );
    if (await store.write((tx) => chooseColumns(tx, one.id, columns))) await begin(request, one.id);
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/legg-til", staff, async (request, reply) => {
    const { shared } = wordsFor(request);
    const one = await find(request);
    const form = readForm(decisionForm, request.body, shared);
    if (!form.ok) return reply.page("register/import", await show(request, form.errors), 422);
    const isDecided = await store.write((tx) => decideImport(tx, one.id, form.value.lignende ?? "skip"));
    if (isDecided) await begin(request, one.id);
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/stopp", staff, async (request, reply) => {
    const one = await find(request);
    if (await store.write((tx) => stopImport(tx, one.id))) {
      await forgetWords(store, one.id);
      await sweepImport(store, one.id);
    }
    return reply.goTo(`/personer/import/${one.id}`);
  });

  app.post<ById>("/personer/import/:id/angre", staff, async (request, reply) => {
    const { t } = wordsFor(request);
    const one = await find(request);
    const result = await store.write((tx) => undoImport(tx, one.id));
    if (result.ok || result.reason === "not-done") return reply.goTo(`/personer/import/${one.id}`);
    return reply.page("register/import", await show(request, { angre: t.used }), 422);
  });
}
