/**
 * A message that came in, read within bounds: size, depth, number of parts, header size and time
 * (gatherings.md section 6). Embedded messages stay closed: what stands in them was said to others.
 */
import { type MimeNode, Splitter } from "@zone-eu/mailsplit";
import libmime from "libmime";
import parseAddresses from "nodemailer/lib/addressparser";
import { decodeText } from "./charset.ts";

export const mostBytes = 1024 * 1024;
const bounds = { headBytes: 64 * 1024, parts: 200, depth: 20, milliseconds: 3000 };

export interface Part {
  /** Lower case, such as `text/calendar`. */
  type: string;
  charset: string | null;
  /** The method parameter of the content type. */
  method: string | null;
  fileName: string | null;
  isAttachment: boolean;
  /** Decoded from base64 or quoted-printable. */
  body: Buffer;
}

export interface Address {
  name: string;
  address: string;
}

export interface MessageIn {
  /** Every value of a header, unfolded, as it was sent, topmost first. */
  headers(name: string): string[];
  type: string;
  /** The leaves, in order. */
  parts: Part[];
}

export type Fault = "too-large" | "too-many-parts" | "too-deep" | "too-slow" | "unreadable";
export type Reading = { ok: true; message: MessageIn } | { ok: false; reason: Fault };

function depthOf(node: MimeNode): number {
  let depth = 0;
  for (let at = node.parentNode; at && depth <= bounds.depth; at = at.parentNode) depth += 1;
  return depth;
}

const valuesOf = (node: MimeNode, name: string) =>
  (node.headers ? node.headers.get(name) : []).map((line) =>
    line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n/g, "")
      .trim(),
  );

async function decoded(node: MimeNode, pieces: Buffer[]): Promise<Buffer> {
  const decoder = node.getDecoder();
  decoder.end(Buffer.concat(pieces));
  const out: Buffer[] = [];
  for await (const piece of decoder) out.push(piece as Buffer);
  return Buffer.concat(out);
}

async function partOf(node: MimeNode, pieces: Buffer[]): Promise<Part> {
  const { params } = libmime.parseHeaderValue(valuesOf(node, "content-type")[0] ?? "");
  return {
    type: node.contentType || "text/plain",
    charset: node.charset || null,
    method: params["method"] ?? null,
    fileName: node.filename || null,
    isAttachment: node.disposition === "attachment",
    body: await decoded(node, pieces),
  };
}

/** Splits the message; throws one of the faults as soon as a bound is passed. */
async function split(raw: Buffer): Promise<{ root: MimeNode; leaves: [MimeNode, Buffer[]][] }> {
  const splitter = new Splitter({
    ignoreEmbedded: true,
    maxHeadSize: bounds.headBytes,
    maxChildNodes: bounds.parts,
  });
  const until = performance.now() + bounds.milliseconds;
  const leaves = new Map<MimeNode, Buffer[]>();
  let root: MimeNode | null = null;
  splitter.end(raw);
  for await (const chunk of splitter) {
    if (performance.now() > until) throw new Bound("too-slow");
    if (chunk.type === "node") {
      root ??= chunk;
      if (depthOf(chunk) > bounds.depth) throw new Bound("too-deep");
      if (!chunk.multipart) leaves.set(chunk, []);
    } else if (chunk.type === "body") leaves.get(chunk.node)?.push(chunk.value);
  }
  if (!root) throw new Bound("unreadable");
  return { root, leaves: [...leaves] };
}

class Bound extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof Bound) return error.fault;
  return (error as { code?: string }).code === "EMAXLEN" ? "too-many-parts" : "unreadable";
}

/** Reads a message. Whatever it holds, this ends soon, and takes a few times its size at most. */
export async function readMessage(raw: Buffer): Promise<Reading> {
  if (raw.length > mostBytes) return { ok: false, reason: "too-large" };
  try {
    const { root, leaves } = await split(raw);
    const parts: Part[] = [];
    for (const [node, pieces] of leaves) parts.push(await partOf(node, pieces));
    const type = root.contentType || "text/plain";
    return { ok: true, message: { headers: (name) => valuesOf(root, name), type, parts } };
  } catch (error) {
    return { ok: false, reason: faultOf(error) };
  }
}

/** Who a header such as From names; null unless it is one address in one header. */
export function addressIn(message: MessageIn, name: string): Address | null {
  const values = message.headers(name);
  const [value] = values;
  if (values.length !== 1 || !value || value.length > 2000) return null;
  const found = parseAddresses(value, { flatten: true });
  const [one] = found;
  if (found.length !== 1 || !one?.address.includes("@")) return null;
  return { name: inWords(one.name).slice(0, 200), address: one.address };
}

/** A header's words, decoded. */
export function inWords(value: string): string {
  try {
    return libmime.decodeWords(value);
  } catch {
    return value;
  }
}

/** Message-IDs in a header such as References, without brackets; the last twenty. */
export function messageIdsIn(message: MessageIn, ...names: string[]): string[] {
  const ids = names
    .flatMap((name) => message.headers(name))
    .flatMap((v) => v.match(/[^\s<>,]+@[^\s<>,]+/g) ?? []);
  return [...new Set(ids)].slice(-20);
}

/** When the sender says it was sent; null when it does not say, or not so that it can be read. */
export function dateIn(message: MessageIn): number | null {
  const value = message.headers("date")[0]?.slice(0, 100);
  const milliseconds = value ? Date.parse(value.replace(/\(.*\)/, "")) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The text of a part. */
export const textOf = ({ body, charset }: Part): string => decodeText(body, charset);
