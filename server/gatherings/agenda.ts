/** The agenda: what is on, for how many minutes, and how they divide between the two parts. */
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Tx } from "../store/store.ts";
import { type AgendaKind, agendaItems, gatherings } from "./tables.ts";

export const agendaKinds = [
  "professional",
  "dialogue",
  "case",
  "report_back",
  "nav_asks",
  "we_tried",
  "practical",
] as const satisfies AgendaKind[];

/** Which kinds count as dialogue; a professional part is a talk, and practical things are neither. */
export const dialogueKinds: readonly AgendaKind[] = [
  "dialogue",
  "case",
  "report_back",
  "nav_asks",
  "we_tried",
];

export interface AgendaSums {
  professional: number;
  dialogue: number;
  practical: number;
  /** Minutes beyond what there is time for; 0 when it fits. */
  over: number;
}

/** Whole minutes from one local time, HH:MM, to a later one. */
export function minutesBetween(startTime: string, endTime: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(endTime) - minutes(startTime);
}

/**
 * Adds up an agenda in minutes. Source of the two parts: domain.md section 2.
 * @param available minutes from start to end
 */
export function sumAgenda(items: { kind: AgendaKind; minutes: number }[], available: number): AgendaSums {
  const sums = { professional: 0, dialogue: 0, practical: 0 };
  for (const { kind, minutes } of items) {
    if (kind === "professional" || kind === "practical") sums[kind] += minutes;
    else if (dialogueKinds.includes(kind)) sums.dialogue += minutes;
  }
  const total = sums.professional + sums.dialogue + sums.practical;
  return { ...sums, over: Math.max(0, total - available) };
}

export interface AgendaRow {
  /** Null for a new one. */
  id: string | null;
  kind: AgendaKind;
  title: string;
  minutes: number;
  leadId: string | null;
  caseSlug: string | null;
  /** The wish it came from; left out, what is stored stays. */
  topicId?: string | null;
}

/** Whether just these rows stand there: the same form sent twice, by a double press. */
async function isSaved(tx: Tx, gatheringId: string, rows: AgendaRow[]): Promise<boolean> {
  const stored = await tx
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.gatheringId, gatheringId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const told = ({ kind, title, minutes, leadId, caseSlug, topicId }: Omit<AgendaRow, "id">) =>
    JSON.stringify([kind, title, minutes, leadId, caseSlug, topicId ?? null]);
  return stored.map(told).join() === rows.map(told).join();
}

/**
 * Saves a whole agenda in the given order; what is not among the rows is removed. Nobody is mailed:
 * the page shows it.
 * @param given.version the agenda version the editor saw
 * @returns refused with `changed` when someone saved something else in between, `closed` when the gathering is
 *   cancelled or done
 */
export async function saveAgenda(
  tx: Tx,
  given: { gatheringId: string; version: number; rows: AgendaRow[]; byId: string },
): Promise<{ ok: true } | { ok: false; reason: "changed" | "closed" }> {
  const { gatheringId, version, rows, byId } = given;
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  if (!gathering) return { ok: false, reason: "changed" };
  if (gathering.agendaVersion !== version) {
    return (await isSaved(tx, gatheringId, rows)) ? { ok: true } : { ok: false, reason: "changed" };
  }
  if (gathering.cancelledAt || gathering.closedAt) return { ok: false, reason: "closed" };
  await tx
    .update(gatherings)
    .set({ agendaVersion: version + 1, changedById: byId })
    .where(eq(gatherings.id, gatheringId));
  const known = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(eq(agendaItems.gatheringId, gatheringId));
  const kept = rows.flatMap(({ id }) => (known.some((item) => item.id === id) ? [id as string] : []));
  await tx
    .delete(agendaItems)
    .where(and(eq(agendaItems.gatheringId, gatheringId), notInArray(agendaItems.id, kept)));
  for (const [index, { id, ...facts }] of rows.entries()) {
    const values = { ...facts, position: index + 1 };
    if (id && kept.includes(id)) await tx.update(agendaItems).set(values).where(eq(agendaItems.id, id));
    else await tx.insert(agendaItems).values({ gatheringId, ...values });
  }
  return { ok: true };
}
