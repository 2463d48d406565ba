/** Signing in by a link in a mail: single use, twenty minutes, silent about who is known. */
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Tx } from "../store/store.ts";
import { hashToken, keyedHash, newToken } from "../web/signing.ts";
import { signInMail } from "./mails.ts";
import { countTry } from "./rate.ts";
import { isSessionOpen, openSession } from "./session.ts";
import { persons, signInLinks } from "./tables.ts";

export const linkMinutes = 20;
/** In fifteen minutes: links to one address, and requests from one place on the net. */
const perAddress = 5;
const perPlace = 60;

/** The form of an address that counts: trimmed and lower case. */
export function emailKey(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Mails a link when the address is known. Callers answer alike whatever comes of it. Asking again within
 * a minute sends no second mail while the first link is good.
 * @param request.place where the request came from; counted as a keyed hash and not stored
 * @param request.to the path to go to after signing in
 * @returns refused with `too-many` when one place asks too often; too many links to one address are
 *   dropped in silence, so that nobody can learn from it who is known
 */
export async function requestLink(
  tx: Tx,
  mailer: Mailer,
  request: { address: string; place: string; secret: string; to: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "too-many" }> {
  const key = emailKey(request.address);
  const isPlaceFine = await countTry(tx, keyedHash(request.secret, "place", request.place), perPlace, now);
  if (!isPlaceFine) return { ok: false, reason: "too-many" };
  const isAddressFine = await countTry(tx, keyedHash(request.secret, "address", key), perAddress, now);
  const [person] = await tx.select().from(persons).where(eq(persons.emailKey, key));
  if (!isAddressFine || !person || person.status === "left") return { ok: true };
  if (await isLinkOnItsWay(tx, person.id, now)) return { ok: true };
  const token = await makeLink(tx, person.id, now);
  await mailer.queue(tx, signInMail(mailer, person, token, request.to), now);
  return { ok: true };
}

async function isLinkOnItsWay(tx: Tx, personId: string, now: Temporal.Instant): Promise<boolean> {
  const [link] = await tx
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.personId, personId),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, now.add({ minutes: linkMinutes - 1 })),
      ),
    )
    .limit(1);
  return link !== undefined;
}

/** A link that signs a person in, once. @returns its secret part */
export async function makeLink(tx: Tx, personId: string, now: Temporal.Instant): Promise<string> {
  const token = newToken();
  const expiresAt = now.add({ minutes: linkMinutes });
  await tx.insert(signInLinks).values({ tokenHash: hashToken(token), personId, expiresAt });
  return token;
}

/** Whether a link may still be pressed; changes nothing. */
export async function isLinkGood(
  tx: Pick<Tx, "select">,
  token: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const [link] = await tx
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.tokenHash, hashToken(token)),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, now),
      ),
    );
  return link !== undefined;
}

/**
 * Uses the link and opens a session; returns the session's token, or null when the link is used,
 * expired or unknown. Two presses at once: the conditional update lets one through.
 * @param sessionToken what the page that was pressed opens a session with: pressed twice, it is one session,
 *   and whoever lost the first answer on the way is let in by the second
 */
export async function useLink(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
  sessionToken: string = newToken(),
): Promise<string | null> {
  if (await isSessionOpen(tx, sessionToken, now)) return sessionToken;
  const [link] = await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInLinks.tokenHash, hashToken(token)),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, now),
      ),
    )
    .returning({ personId: signInLinks.personId });
  return link ? openSession(tx, link.personId, now, "mail", sessionToken) : null;
}

/** Deletes links a day after they expired. */
export async function purgeLinks(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, now.subtract({ hours: 24 })));
}
