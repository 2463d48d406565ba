/** Where a person is signed in, and ending it. */
import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Reader, Tx } from "../store/store.ts";
import { hashToken, isSigned, sign } from "../web/signing.ts";
import { sessions } from "./tables.ts";

export interface OpenSession {
  /** Names it in a form; opens nothing. */
  key: string;
  since: Temporal.Instant;
  /** Local date. */
  lastSeenOn: string;
  way: "mail" | "staff" | "demo";
  isThis: boolean;
}

const keyOf = (secret: string, tokenHash: string) => sign(secret, "session", tokenHash);

/** Nobody is told of more than this; whoever has more ends them all at once. */
const most = 100;

function openOnes(read: Reader, personId: string, now: Temporal.Instant) {
  return read
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(most);
}

/** A person's open sessions, newest first. @param token of the request's own cookie */
export async function sessionsOf(
  read: Reader,
  whose: { personId: string; token: string; secret: string },
  now: Temporal.Instant,
): Promise<OpenSession[]> {
  const rows = await openOnes(read, whose.personId, now);
  return rows.map((row) => ({
    key: keyOf(whose.secret, row.tokenHash),
    since: row.createdAt,
    lastSeenOn: row.lastSeenOn,
    way: row.way,
    isThis: row.tokenHash === hashToken(whose.token),
  }));
}

/** Ends one of a person's own sessions; anybody else's, or none, changes nothing. */
export async function endOneSession(
  tx: Tx,
  whose: { personId: string; key: string; secret: string },
  now: Temporal.Instant,
): Promise<void> {
  for (const { tokenHash } of await openOnes(tx, whose.personId, now)) {
    if (isSigned(whose.key, whose.secret, "session", tokenHash)) {
      await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    }
  }
}

/** Ends all of a person's sessions but the one at hand. */
export async function endOtherSessions(tx: Tx, personId: string, token: string): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.tokenHash, hashToken(token))));
}
