/** Signing in with the staff's provider: what is kept on the way, and whose account it opens. */
import { and, eq, gt, lt, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { hashToken } from "../web/signing.ts";
import { audit } from "./audit.ts";
import { openSession } from "./session.ts";
import { emailKey } from "./sign-in.ts";
import type { Arrival, Departure } from "./staff-provider.ts";
import { persons, staffIdentities, staffSignIns } from "./tables.ts";

/** How long one may take at the provider. */
export const minutesAway = 10;

/** Keeps what must be there when the provider answers. @param leadsTo a path of ours */
export async function keepDeparture(
  tx: Tx,
  { state, nonce, codeVerifier }: Departure,
  leadsTo: string,
  now: Temporal.Instant,
): Promise<void> {
  const expiresAt = now.add({ minutes: minutesAway });
  await tx
    .insert(staffSignIns)
    .values({ stateHash: hashToken(state), nonce, codeVerifier, leadsTo, expiresAt });
}

/** Takes what was kept, once; null when there is none, it was taken before or it is too old. */
export async function takeDeparture(tx: Tx, state: string, now: Temporal.Instant) {
  const [kept] = await tx
    .delete(staffSignIns)
    .where(and(eq(staffSignIns.stateHash, hashToken(state)), gt(staffSignIns.expiresAt, now)))
    .returning();
  return kept ?? null;
}

/**
 * Opens a session for whoever has arrived: by their subject at the provider, the first time by their
 * address, which is linked to the subject then. No account is ever made.
 * @returns refused with `unknown` for nobody of ours, for one who has left, and for an address whose
 *   person is linked to another subject (an address may be given to someone else)
 */
export async function enterAsStaff(
  tx: Tx,
  { issuer, subject, address }: Arrival,
  now: Temporal.Instant,
): Promise<{ ok: true; token: string } | { ok: false; reason: "unknown" }> {
  const [linked] = await tx
    .select({ personId: staffIdentities.personId, status: persons.status })
    .from(staffIdentities)
    .innerJoin(persons, eq(persons.id, staffIdentities.personId))
    .where(and(eq(staffIdentities.issuer, issuer), eq(staffIdentities.subject, subject)));
  if (linked) {
    if (linked.status === "left") return { ok: false, reason: "unknown" };
    return { ok: true, token: await openSession(tx, linked.personId, now, "staff") };
  }
  const [person] = address
    ? await tx
        .select({ id: persons.id })
        .from(persons)
        .where(and(eq(persons.emailKey, emailKey(address)), ne(persons.status, "left")))
    : [];
  if (!person) return { ok: false, reason: "unknown" };
  const link = await tx
    .insert(staffIdentities)
    .values({ issuer, subject, personId: person.id, linkedAt: now })
    .onConflictDoNothing()
    .returning({ personId: staffIdentities.personId });
  if (link.length === 0) return { ok: false, reason: "unknown" };
  await audit(tx, { byId: person.id, event: "sign-in-linked", personIds: [person.id] }, now);
  return { ok: true, token: await openSession(tx, person.id, now, "staff") };
}

/** Deletes what nobody came back for. */
export async function purgeDepartures(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(staffSignIns).where(lt(staffSignIns.expiresAt, now));
}
