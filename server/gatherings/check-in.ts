/**
 * "Jeg er her": whoever is in the room tells so themselves, by the code on the wall. The code is good for
 * one gathering and its day. No names are listed behind it, since a photo of the wall travels: one signs
 * in, or writes the name one is invited under. Whoever has no phone tells the adviser, who taps.
 */
import { and, eq, isNull, ne } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { memberships } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import { sortKey } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { isSigned, sign } from "../web/signing.ts";
import { areDoorsOpen } from "./attendance.ts";
import { attendance, gatherings, invitations } from "./tables.ts";

type Gathering = typeof gatherings.$inferSelect;

/** The code works so long after the end. */
const doorsCloseMinutes = 60;

/** The secret part of the code: moving the gathering to another day makes it worthless. */
export const checkInToken = (secret: string, { id, localDate }: Pick<Gathering, "id" | "localDate">) =>
  `${id}.${sign(secret, "check-in", id, localDate)}`;

/** The gathering a code belongs to; null when it is cut, made up, or from before it moved to another day. */
export async function gatheringByCheckIn(
  read: Reader,
  secret: string,
  token: string,
): Promise<Gathering | null> {
  const [id, proof] = token.split(".");
  if (!id || !proof) return null;
  const [gathering] = await read.select().from(gatherings).where(eq(gatherings.id, id));
  if (!gathering || !isSigned(proof, secret, "check-in", id, gathering.localDate)) return null;
  return gathering;
}

export type DoorState = "open" | "early" | "late" | "cancelled";

/** Whether one can check in now. */
export function doorState(
  { startsAt, endsAt, cancelledAt }: Pick<Gathering, "startsAt" | "endsAt" | "cancelledAt">,
  now: Temporal.Instant,
): DoorState {
  if (cancelledAt) return "cancelled";
  if (!areDoorsOpen({ startsAt }, now)) return "early";
  return Temporal.Instant.compare(now, endsAt.add({ minutes: doorsCloseMinutes })) > 0 ? "late" : "open";
}

async function expected(read: Reader, { id, networkId }: Pick<Gathering, "id" | "networkId">) {
  const columns = { id: persons.id, sortKey: persons.sortKey };
  const invited = await read
    .select(columns)
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.gatheringId, id), isNull(invitations.withdrawnAt), ne(persons.status, "left")));
  const members = await read
    .select(columns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.networkId, networkId), isNull(memberships.until), ne(persons.status, "left")));
  return [...new Map([...invited, ...members].map((person) => [person.id, person])).values()];
}

/** Whether the person is invited or in the network. */
export async function isExpected(read: Reader, gathering: Gathering, personId: string): Promise<boolean> {
  return (await expected(read, gathering)).some(({ id }) => id === personId);
}

/**
 * Whom a written name belongs to: first and last name are enough, in any case, with or without marks.
 * Null when it is nobody's, one word only, or could be two people's.
 */
export async function personByName(read: Reader, gathering: Gathering, name: string): Promise<string | null> {
  const wanted = sortKey(name)
    .split(/[\s-]+/)
    .filter(Boolean);
  if (wanted.length < 2) return null;
  const found = (await expected(read, gathering)).filter(({ sortKey: key }) => {
    const parts = key.split(/[\s-]+/);
    return wanted.every((part) => parts.includes(part));
  });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/**
 * Records that someone is there, by their own word. Whatever was guessed before gives way; a presence
 * that is recorded stays as it is, so that a second press changes nothing.
 * @returns refused when the doors are not open
 */
export async function checkIn(
  tx: Tx,
  given: { gatheringId: string; personId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: Exclude<DoorState, "open"> }> {
  const { gatheringId, personId } = given;
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
  const state = gathering ? doorState(gathering, now) : "cancelled";
  if (state !== "open") return { ok: false, reason: state };
  const [before] = await tx
    .select({ status: attendance.status })
    .from(attendance)
    .where(and(eq(attendance.gatheringId, gatheringId), eq(attendance.personId, personId)));
  if (before && before.status !== "absent" && before.status !== "excused") return { ok: true };
  const facts = { status: "present" as const, recordedById: personId, recordedAt: now };
  await tx
    .insert(attendance)
    .values({ gatheringId, personId, ...facts })
    .onConflictDoUpdate({ target: [attendance.gatheringId, attendance.personId], set: facts });
  return { ok: true };
}
