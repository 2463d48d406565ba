/** Sessions: a random token in a cookie, its hash in the store. */
import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { prepared } from "../store/prepared.ts";
import type { Reader, Tx } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { hashToken, newToken } from "../web/signing.ts";
import { isAskedToAccept } from "./declaration.ts";
import { acceptances, personRoles, persons, sessions } from "./tables.ts";

export const sessionLength = Temporal.Duration.from({ hours: 24 * 60 });
/** Whoever signs in with the staff's provider does so each working day, so that leaving Nav ends it. */
const staffSessionLength = Temporal.Duration.from({ hours: 12 });

type Session = typeof sessions.$inferSelect;

/** The `__Host-` prefix binds the cookie to this host over https; it cannot be used without https. */
const cookieName = (house: House) => (house.config.baseUrl.startsWith("https:") ? "__Host-okt" : "okt");

const sessionQuery = (read: Reader) =>
  read
    .select({
      id: persons.id,
      name: persons.name,
      language: persons.language,
      role: personRoles.role,
      accepted: acceptances.version,
      lastSeenOn: sessions.lastSeenOn,
    })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .leftJoin(personRoles, eq(personRoles.personId, persons.id))
    .leftJoin(
      acceptances,
      and(eq(acceptances.personId, persons.id), eq(acceptances.version, sql.placeholder("version"))),
    )
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.expiresAt, sql.placeholder("now")),
        ne(persons.status, "left"),
      ),
    );

/**
 * Whoever the request's cookie belongs to; null when nobody, when the session is over, or when they have
 * left. The first time on a day it is noted that the session was used.
 * @param version of the declaration of confidentiality as it is now
 */
export async function findViewer(
  house: House,
  request: FastifyRequest,
  version: string,
): Promise<Viewer | null> {
  const token = request.cookies[cookieName(house)];
  if (!token) return null;
  const tokenHash = hashToken(token);
  const now = house.now();
  const rows = await prepared(house.store, "session", sessionQuery, { tokenHash, now, version });
  const first = rows[0];
  if (!first) return null;
  const today = localDate(now).toString();
  // no page fails because a store that is full or held cannot note this
  if (first.lastSeenOn < today) {
    await house.store.write((tx) => noteUse(tx, tokenHash, today)).catch(() => undefined);
  }
  const roles = rows.flatMap((row) => row.role ?? []);
  const mustAccept = isAskedToAccept(roles) && first.accepted === null;
  return { id: first.id, name: first.name, language: first.language, roles, mustAccept };
}

async function noteUse(tx: Tx, tokenHash: string, today: string): Promise<void> {
  await tx.update(sessions).set({ lastSeenOn: today }).where(eq(sessions.tokenHash, tokenHash));
}

/** Whether a token's session is open, of anyone. */
export async function isSessionOpen(tx: Tx, token: string, now: Temporal.Instant): Promise<boolean> {
  const [open] = await tx
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, now)));
  return open !== undefined;
}

/** Opens a session for a person. Returns the token for the cookie. @param way how they came in */
export async function openSession(
  tx: Tx,
  personId: string,
  now: Temporal.Instant,
  way: Session["way"] = "mail",
  token = newToken(),
): Promise<string> {
  await tx.insert(sessions).values({
    tokenHash: hashToken(token),
    personId,
    createdAt: now,
    expiresAt: now.add(way === "staff" ? staffSessionLength : sessionLength),
    way,
    lastSeenOn: localDate(now).toString(),
  });
  return token;
}

/** Ends the session of a cookie's token, if there is one. @returns how its owner had come in */
export async function endSession(tx: Tx, token: string): Promise<Session["way"] | null> {
  const [ended] = await tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
    .returning({ way: sessions.way });
  return ended?.way ?? null;
}

/** Deletes sessions that are over; returns how many. */
export async function purgeSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(lt(sessions.expiresAt, now))
    .returning({ hash: sessions.tokenHash });
  return gone.length;
}

export function setSessionCookie(house: House, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(house), token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: house.config.baseUrl.startsWith("https:"),
    maxAge: sessionLength.total("seconds"),
  });
}

/** The token of the request's own session; empty when there is none. */
export function sessionToken(house: House, request: FastifyRequest): string {
  return request.cookies[cookieName(house)] ?? "";
}

/**
 * Takes the cookie away and returns the token that stood in it. What the device keeps for use without
 * network goes too; the browser's own cache, in which no page ever is, stays.
 */
export function takeSessionCookie(house: House, request: FastifyRequest, reply: FastifyReply): string | null {
  const name = cookieName(house);
  const secure = house.config.baseUrl.startsWith("https:");
  reply.clearCookie(name, { path: "/", httpOnly: true, sameSite: "lax", secure });
  reply.header("clear-site-data", '"storage"');
  return request.cookies[name] ?? null;
}
