/** Phones: they join a group by code, without anyone being known, and the facilitator moves them. */
import { and, eq, max } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { gatherings } from "../gatherings/tables.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { hashToken, newToken } from "../web/signing.ts";
import { tellGroup, tellStaff } from "./group-version.ts";
import { groupDevices, groupGroups, groupSessions } from "./tables.ts";

/** More phones than this are not a gathering. */
const mostDevices = 200;

export type Joined =
  | { ok: true; sessionId: string; token: string; groupNumber: number }
  | { ok: false; reason: "wrong-code" | "not-today" | "full" | "bound" };

async function sessionByCode(tx: Tx, code: string) {
  const [row] = await tx
    .select({ id: groupSessions.id, localDate: gatherings.localDate, cancelledAt: gatherings.cancelledAt })
    .from(groupSessions)
    .innerJoin(gatherings, eq(gatherings.id, groupSessions.gatheringId))
    .where(eq(groupSessions.code, code));
  return row ?? null;
}

async function deviceIn(tx: Tx, sessionId: string, token: string | null) {
  if (!token) return null;
  const [row] = await tx
    .select({ groupNumber: groupDevices.groupNumber })
    .from(groupDevices)
    .where(and(eq(groupDevices.tokenHash, hashToken(token)), eq(groupDevices.sessionId, sessionId)));
  return row ?? null;
}

async function ensureGroup(tx: Tx, sessionId: string, number: number): Promise<void> {
  await tx.insert(groupGroups).values({ sessionId, number }).onConflictDoNothing();
}

/**
 * Lets a phone into a group. Nothing of the person or the phone is stored but the hash of a random
 * token that the phone keeps; joining again with it changes nothing.
 * @param join.token what the phone has from before, if anything
 * @param join.fresh what it gets otherwise; the same when the same press comes twice
 * @returns refused when no session has the code (`wrong-code`), on any day but the gathering's own or
 * when it is cancelled (`not-today`), when the phone is in another group already (`bound`: the
 * facilitator moves it), and when there are too many phones (`full`)
 */
export async function joinGroup(
  tx: Tx,
  join: { code: string; groupNumber: number; token: string | null; fresh?: string },
  now: Temporal.Instant,
): Promise<Joined> {
  const { groupNumber } = join;
  const session = await sessionByCode(tx, join.code);
  if (!session) return { ok: false, reason: "wrong-code" };
  if (session.cancelledAt || session.localDate !== localDate(now).toString())
    return { ok: false, reason: "not-today" };
  const sessionId = session.id;
  for (const token of [join.token, join.fresh ?? null]) {
    const before = await deviceIn(tx, sessionId, token);
    if (!before || !token) continue;
    if (before.groupNumber !== groupNumber) return { ok: false, reason: "bound" };
    return { ok: true, sessionId, token, groupNumber };
  }
  const [last] = await tx
    .select({ number: max(groupDevices.number) })
    .from(groupDevices)
    .where(eq(groupDevices.sessionId, sessionId));
  const number = Number(last?.number ?? 0) + 1;
  if (number > mostDevices) return { ok: false, reason: "full" };
  await ensureGroup(tx, sessionId, groupNumber);
  const token = join.fresh ?? newToken();
  await tx.insert(groupDevices).values({ tokenHash: hashToken(token), sessionId, groupNumber, number });
  await tellGroup(tx, sessionId, groupNumber);
  await tellStaff(tx, sessionId);
  return { ok: true, sessionId, token, groupNumber };
}

/** Moves a phone to another group, by the facilitator. @returns false when there is no such phone */
export async function moveDevice(
  tx: Tx,
  move: { sessionId: string; number: number; groupNumber: number },
): Promise<boolean> {
  const { sessionId, number, groupNumber } = move;
  const isThis = and(eq(groupDevices.sessionId, sessionId), eq(groupDevices.number, number));
  const [device] = await tx
    .select({ groupNumber: groupDevices.groupNumber })
    .from(groupDevices)
    .where(isThis);
  if (!device) return false;
  if (device.groupNumber === groupNumber) return true;
  await ensureGroup(tx, sessionId, groupNumber);
  await tx.update(groupDevices).set({ groupNumber }).where(isThis);
  await tellGroup(tx, sessionId, device.groupNumber);
  await tellGroup(tx, sessionId, groupNumber);
  await tellStaff(tx, sessionId);
  return true;
}

/** A group says how many it is. */
export async function setGroupSize(
  tx: Tx,
  group: { sessionId: string; groupNumber: number; size: number },
): Promise<void> {
  const { sessionId, groupNumber, size } = group;
  await tx
    .update(groupGroups)
    .set({ size })
    .where(and(eq(groupGroups.sessionId, sessionId), eq(groupGroups.number, groupNumber)));
  await tellGroup(tx, sessionId, groupNumber);
  await tellStaff(tx, sessionId);
}
