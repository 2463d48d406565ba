/** A list of people comes in: pasted into a box, or as a file. The network is asked for afterwards. */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { networksFor } from "../networks/queries.ts";
import { hasRole, type Viewer, viewerOf } from "../web/access.ts";
import { momentInWords } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { formKeyField, idOnce } from "../web/form-key.ts";
import type { FieldErrors, Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage } from "../web/languages.ts";
import { guessColumns } from "./columns.ts";
import { underHeadings } from "./headings.ts";
import { startImport } from "./import.ts";
import { importFor, listAsText, recentImports } from "./import-queries.ts";
import type { Begin } from "./import-run.ts";
import { importTexts } from "./import-texts.ts";
import { stateInWords, type T } from "./import-words.ts";
import { staff } from "./people-routes.ts";
import { readList } from "./sheet.ts";
import { limits, type SheetResult } from "./sheet-parse.ts";

declare module "../web/render.ts" {
  interface Pages {
    "register/import-new": {
      t: T;
      /** Where they go, when that is settled already. */
      network: { id: string; name: string } | null;
      /** An adviser of no network has nowhere to put them. */
      hasNone: boolean;
      isAskedLater: boolean;
      recent: { id: string; when: string; rows: string; state: string }[];
      errors: FieldErrors;
      typed: Typed;
    };
  }
}

interface Upload {
  bytes: Uint8Array | null;
  /** What was pasted; null when a file was sent. */
  text: string | null;
  isTooBig: boolean;
  networkId: string;
  formKey: string;
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload: Upload = { bytes: null, text: null, isTooBig: false, networkId: "", formKey: "" };
  if (!request.isMultipart()) return upload;
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") {
        const bytes = await part.toBuffer();
        if (part.fieldname === "fil" && bytes.length > 0) upload.bytes = bytes;
      } else if (typeof part.value !== "string") {
      } else if (part.fieldname === "liste") {
        upload.text = part.value;
        upload.isTooBig ||= part.valueTruncated;
      } else if (part.fieldname === "nettverk") {
        upload.networkId = part.value.slice(0, 40);
      } else if (part.fieldname === formKeyField) {
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

/** An adviser of one network need not say which; an administrator may mean none. */
const onlyOne = (networks: { id: string }[], viewer: Viewer): string | null =>
  networks.length === 1 && !hasRole(viewer, "administrator") ? (networks[0]?.id ?? null) : null;

/** The list under its headings, with what its columns hold; or why it cannot be read. */
async function understood({ bytes, text }: Upload) {
  const read: SheetResult = await readList(text ?? (bytes as Uint8Array));
  if (!read.ok) return read;
  const { rows, lines } = read;
  if (text === null)
    return { ok: true as const, sheet: { rows, lines }, columns: guessColumns(rows[0] as string[]) };
  const headed = underHeadings({ rows, lines });
  return headed ? { ok: true as const, ...headed } : { ok: false as const, reason: "empty" as const };
}

export async function importNewRoutes(app: FastifyInstance, house: House, begin: Begin): Promise<void> {
  const { store, now } = house;

  /** @param networkId where they shall go, when the address or form says so */
  async function page(
    request: FastifyRequest,
    networkId: string,
    shown: { errors?: FieldErrors; typed?: Typed } = {},
  ) {
    const t = inLanguage(importTexts, request.language);
    const viewer = viewerOf(request);
    const isAdministrator = hasRole(viewer, "administrator");
    const networks = await networksFor(store.read, viewer);
    const settledId = networkId || onlyOne(networks, viewer);
    const network = networks.find(({ id }) => id === settledId) ?? null;
    const recent = await recentImports(store.read, viewer);
    return {
      t,
      title: t.title,
      network,
      hasNone: networks.length === 0 && !isAdministrator,
      isAskedLater: !network && networks.length > 0,
      recent: recent.map((one) => ({
        id: one.id,
        when: momentInWords(one.createdAt, request.language, now()),
        rows: t.rowCount(one.rows),
        state: stateInWords(one.state, t),
      })),
      errors: shown.errors ?? {},
      typed: shown.typed ?? {},
    };
  }

  type Asked = { Querystring: { nettverk?: string; rett?: string } };
  app.get<Asked>("/personer/import", staff, async (request, reply) => {
    const { nettverk = "", rett } = request.query;
    if (rett === undefined) return reply.page("register/import-new", await page(request, String(nettverk)));
    const one = orNotFound(await importFor(store.read, viewerOf(request), String(rett)));
    const typed = { liste: await listAsText(store.read, one.id) };
    return reply.page("register/import-new", await page(request, one.networkId ?? "", { typed }));
  });

  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      limits: {
        ...{ fileSize: limits.bytes, files: 1, fields: 10, fieldSize: limits.bytes, parts: 12 },
        headerPairs: 50,
      },
    });
    const options = { ...staff, bodyLimit: limits.bytes + 64 * 1024 };
    uploads.post("/personer/import", options, async (request, reply) => {
      const t = inLanguage(importTexts, request.language);
      const viewer = viewerOf(request);
      const upload = await readUpload(request);
      const { bytes, text, isTooBig, networkId, formKey } = upload;
      const isPasted = text !== null;
      const refuse = async (why: string) => {
        const typed: Typed = isPasted ? { liste: text } : {};
        const errors = { [isPasted ? "liste" : "fil"]: why };
        return reply.page("register/import-new", await page(request, networkId, { errors, typed }), 422);
      };
      const networks = await networksFor(store.read, viewer);
      const isMine = networkId === "" || networks.some(({ id }) => id === networkId);
      if (isTooBig) return refuse(isPasted ? t.pasteTooBig : t.faultTooBig);
      if (!isPasted && !bytes) return refuse(t.faultNoFile);
      const hasNowhere = networks.length === 0 && !hasRole(viewer, "administrator");
      if (!isMine || hasNowhere) return refuse(hasNowhere ? t.noNetworkYet : t.notYourNetwork);
      const list = await understood(upload);
      if (!list.ok) {
        const words = {
          empty: isPasted ? t.pasteEmpty : t.faultEmpty,
          "too-many-rows": t.faultTooManyRows,
          "too-big": isPasted ? t.pasteTooBig : t.faultTooBig,
          "not-readable": isPasted ? t.pasteNotReadable : t.faultNotReadable,
        };
        return refuse(words[list.reason]);
      }
      const { sheet, columns } = list;
      const sent = { [formKeyField]: formKey, networkId, rows: sheet.rows };
      const facts = {
        id: idOnce(house.config.secret, "import", sent),
        ...{ byId: viewer.id, networkId: networkId || onlyOne(networks, viewer), columns, sheet },
      };
      const id = await startImport(store, facts, now());
      await begin(request, id);
      return reply.goTo(`/personer/import/${id}`);
    });
  });
}
