/** The numbers that tell a page whether something has changed since it last asked. */
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../store/store.ts";
import { groupGroups, groupSessions } from "./tables.ts";

/** Something that every phone, the facilitator and the projector see has changed. */
export async function tellAll(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ version: sql`${groupSessions.version} + 1` })
    .where(eq(groupSessions.id, sessionId));
}

/** Something that only the facilitator and the projector see has changed. */
export async function tellStaff(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ staffVersion: sql`${groupSessions.staffVersion} + 1` })
    .where(eq(groupSessions.id, sessionId));
}

/** Something that only the phones of one group see has changed. */
export async function tellGroup(tx: Tx, sessionId: string, groupNumber: number): Promise<void> {
  await tx
    .update(groupGroups)
    .set({ version: sql`${groupGroups.version} + 1` })
    .where(and(eq(groupGroups.sessionId, sessionId), eq(groupGroups.number, groupNumber)));
}
