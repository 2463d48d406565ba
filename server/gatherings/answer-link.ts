/** The link in a mail that answers without signing in. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { persons } from "../people/tables.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { isSigned, sign } from "../web/signing.ts";
import { invitations } from "./tables.ts";

/**
 * The secret part of a person's own link: their invitation and a proof. It can be made again for the
 * next mail, and is worth nothing once `linkVersion` has risen. It never stands in a calendar file.
 */
export function answerToken(
  secret: string,
  { id, linkVersion }: { id: string; linkVersion: number },
): string {
  return `${id}.${sign(secret, "answer", id, linkVersion)}`;
}

const linkQuery = (read: Reader) =>
  read
    .select({
      id: invitations.id,
      gatheringId: invitations.gatheringId,
      personId: invitations.personId,
      linkVersion: invitations.linkVersion,
      person: { name: persons.name, language: persons.language },
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.id, sql.placeholder("id")), isNull(invitations.withdrawnAt)));
type Invitation = Omit<Awaited<ReturnType<typeof linkQuery>>[number], "linkVersion">;

/** Whose invitation a link opens; null when it is cut, revoked, made up or the invitation withdrawn. */
export async function invitationByToken(
  read: Reader,
  secret: string,
  token: string,
): Promise<Invitation | null> {
  const [id, proof] = token.split(".");
  if (!id || !proof) return null;
  const [invitation] = await prepared({ read }, "invitation-by-link", linkQuery, { id });
  if (!invitation || !isSigned(proof, secret, "answer", id, invitation.linkVersion)) return null;
  const { linkVersion: _, ...rest } = invitation;
  return rest;
}
