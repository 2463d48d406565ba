/** The link in a mail that lets a mentor vote without signing in. It opens a page; a POST votes. */
import { eq } from "drizzle-orm";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { isSigned, sign } from "../web/signing.ts";

/** The secret part of one mentor's own link to one round. */
export const voteToken = (secret: string, roundId: string, personId: string) =>
  `${roundId}.${personId}.${sign(secret, "vote", roundId, personId)}`;

/** Whose vote in which round a link gives; null when it is cut or made up, or the person has left. */
export async function voterByToken(
  read: Reader,
  secret: string,
  token: string,
): Promise<{ roundId: string; personId: string; name: string; language: Language } | null> {
  const [roundId, personId, proof] = token.split(".");
  if (!roundId || !personId || !proof || !isSigned(proof, secret, "vote", roundId, personId)) return null;
  const [person] = await read
    .select({ name: persons.name, language: persons.language, status: persons.status })
    .from(persons)
    .where(eq(persons.id, personId));
  if (!person || person.status === "left") return null;
  return { roundId, personId, name: person.name, language: person.language };
}
