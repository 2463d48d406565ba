/**
 * Anonymous feedback waits in one sealed row per network and week, which is rewritten whole, and is
 * opened by the clock on the Monday (learning-loop.md section 2). The pieces get their rows then, all in
 * one transaction and in an order of chance: nothing tells which of them came when. Every other piece
 * given in the network rewrites the sealed row too, so that a rewritten row does not tell of anything.
 */
import { randomInt } from "node:crypto";
import { and, eq, gt, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Reader, Store, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { seal, unseal } from "./seal.ts";
import { feedback, feedbackReceipts, feedbackWords, sealedFeedback } from "./tables.ts";

export interface SealedPiece {
  id: string;
  source: "free" | "evaluation";
  wording: "own" | "paraphrase";
  isAboutAdviser: boolean;
  aboutAdviserId: string | null;
  text: string;
  consequence: string | null;
  wish: string | null;
  codeHash: string;
}

/** The Monday an anonymous piece given now is first seen by those who review: the next one. */
export function opensNext(now: Temporal.Instant): string {
  const today = localDate(now);
  return today.add({ days: 8 - today.dayOfWeek }).toString();
}

/** Between two seals of one row: what another SECRET sealed is kept beside ours, until it comes back. */
const between = ".";

/** What our SECRET opens of a row, and what it does not. */
function contentsOf(sealed: string): { pieces: SealedPiece[]; unreadable: string[] } {
  const parts = sealed.split(between).map((part) => ({ part, json: unseal(part) }));
  return {
    pieces: parts.flatMap(({ json }) => (json === null ? [] : JSON.parse(json))),
    unreadable: parts.filter(({ json }) => json === null).map(({ part }) => part),
  };
}

/** The same contents under a new seal; what another SECRET sealed stays as it is. */
export function sealedAnew(sealed: string): string {
  const { pieces, unreadable } = contentsOf(sealed);
  return [seal(JSON.stringify(pieces)), ...unreadable].join(between);
}

const byId = (a: SealedPiece, b: SealedPiece) => (a.id < b.id ? -1 : 1);

/** Rewrites the sealed row of a network and week, with one more piece in it or none; the same piece once. */
export async function putIntoBatch(
  tx: Tx,
  networkId: string,
  piece: SealedPiece | null,
  now: Temporal.Instant,
): Promise<void> {
  const opensOn = opensNext(now);
  const place = and(eq(sealedFeedback.networkId, networkId), eq(sealedFeedback.opensOn, opensOn));
  const [row] = await tx.select({ sealed: sealedFeedback.sealed }).from(sealedFeedback).where(place);
  const before = row ? contentsOf(row.sealed) : { pieces: [], unreadable: [] };
  const isNew = piece && before.pieces.every(({ id }) => id !== piece.id);
  const pieces = isNew ? [...before.pieces, piece].sort(byId) : before.pieces;
  const sealed = [seal(JSON.stringify(pieces)), ...before.unreadable].join(between);
  await tx
    .insert(sealedFeedback)
    .values({ networkId, opensOn, sealed })
    .onConflictDoUpdate({ target: [sealedFeedback.networkId, sealedFeedback.opensOn], set: { sealed } });
}

/** The sealed piece a receipt code opens, with its network; null for any other code. @param today local date */
export async function sealedByReceipt(
  read: Reader,
  codeHash: string,
  today: string,
): Promise<(SealedPiece & { networkId: string }) | null> {
  const waiting = await read
    .select({ networkId: sealedFeedback.networkId, sealed: sealedFeedback.sealed })
    .from(sealedFeedback)
    .where(gt(sealedFeedback.opensOn, daysBefore(today)));
  for (const { networkId, sealed } of waiting) {
    const found = contentsOf(sealed).pieces.find((piece) => piece.codeHash === codeHash);
    if (found) return { networkId, ...found };
  }
  return null;
}

/** A little behind today, since the clock may be late in opening. */
function daysBefore(today: string): string {
  return Temporal.PlainDate.from(today).subtract({ days: 30 }).toString();
}

function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(randomInt(rest.length), 1));
  return order;
}

async function unpack(tx: Tx, networkId: string, opensOn: string, pieces: SealedPiece[]): Promise<void> {
  if (pieces.length === 0) return;
  await tx.insert(feedback).values(
    shuffled(pieces).map(({ id, source, wording, isAboutAdviser, aboutAdviserId }) => ({
      id,
      networkId,
      source,
      naming: "anonymous" as const,
      wording,
      isAboutAdviser,
      aboutAdviserId,
      gatheringId: null,
      visibleFrom: opensOn,
    })),
  );
  await tx.insert(feedbackWords).values(
    shuffled(pieces).map(({ id: feedbackId, text, consequence, wish }) => ({
      feedbackId,
      text,
      consequence,
      wish,
    })),
  );
  await tx
    .insert(feedbackReceipts)
    .values(shuffled(pieces).map(({ id: feedbackId, codeHash }) => ({ feedbackId, codeHash })));
}

/** Opens the batches whose Monday has come. Returns how many pieces came out, and how many would not open. */
export async function openBatches(
  tx: Tx,
  now: Temporal.Instant,
): Promise<{ pieces: number; unreadable: number }> {
  const due = await tx
    .select()
    .from(sealedFeedback)
    .where(lte(sealedFeedback.opensOn, localDate(now).toString()));
  const opened = { pieces: 0, unreadable: 0 };
  for (const { networkId, opensOn, sealed } of due) {
    const { pieces, unreadable } = contentsOf(sealed);
    await unpack(tx, networkId, opensOn, pieces);
    opened.pieces += pieces.length;
    opened.unreadable += unreadable.length;
    const place = and(eq(sealedFeedback.networkId, networkId), eq(sealedFeedback.opensOn, opensOn));
    if (unreadable.length === 0) await tx.delete(sealedFeedback).where(place);
    else
      await tx
        .update(sealedFeedback)
        .set({ sealed: unreadable.join(between) })
        .where(place);
  }
  return opened;
}

/** The same, for the clock. Throws, for the log, when a batch was sealed with another secret; it stays. */
export async function openDueBatches(store: Store, now: Temporal.Instant): Promise<void> {
  const { unreadable } = await store.write((tx) => openBatches(tx, now));
  if (unreadable > 0) throw new Error(`${unreadable} weeks of sealed feedback open with another SECRET only`);
}
