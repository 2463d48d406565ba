/**
 * Finding people and workplaces by their names. The words of a name, and their ends from three letters
 * on, stand in a table of their own: what is searched for is the beginning of one of them, and that is
 * one look into an index on both engines.
 */
import { and, eq, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { sortKey } from "../store/columns.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { persons, personWords, workplaces, workplaceWords } from "./tables.ts";

const shortestInside = 3;
const mostWords = 12;
const longestWord = 40;
/** Behind every letter there is. */
const last = "\uffff";
const perStatement = 2_000;

/** The folded words of a text: æøå, capitals and accents alike on both engines. */
export function wordsIn(text: string, most = mostWords): string[] {
  const words = sortKey(text)
    .split(/[^\p{L}\p{N}{|}]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord));
  return [...new Set(words)].slice(0, most);
}

/** What a name is found by: its words and their ends. */
export function searchWords(name: string): string[] {
  const found = wordsIn(name).flatMap((word) => {
    const ends = Math.max(0, word.length - shortestInside);
    return [word, ...Array.from({ length: ends }, (_, i) => word.slice(i + 1))];
  });
  return [...new Set(found)];
}

async function inPieces<T>(rows: T[], insert: (piece: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += perStatement) await insert(rows.slice(i, i + perStatement));
}

/** Writes the words of people who have none yet. */
export async function addPersonWords(tx: Tx, people: { id: string; name: string }[]): Promise<void> {
  const rows = people.flatMap(({ id, name }) => searchWords(name).map((word) => ({ word, personId: id })));
  await inPieces(rows, (piece) => tx.insert(personWords).values(piece).onConflictDoNothing());
}

/** Writes a person's words anew from the name they have now; a blanked name leaves none. */
export async function indexPerson(tx: Tx, personId: string): Promise<void> {
  await tx.delete(personWords).where(eq(personWords.personId, personId));
  const [person] = await tx
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(eq(persons.id, personId));
  if (person) await addPersonWords(tx, [person]);
}

/** Writes the words of workplaces that have none yet. */
export async function addWorkplaceWords(tx: Tx, rows: { id: string; name: string }[]): Promise<void> {
  const words = rows.flatMap(({ id, name }) => searchWords(name).map((word) => ({ word, workplaceId: id })));
  await inPieces(words, (piece) => tx.insert(workplaceWords).values(piece).onConflictDoNothing());
}

export async function indexWorkplace(tx: Tx, workplaceId: string): Promise<void> {
  await tx.delete(workplaceWords).where(eq(workplaceWords.workplaceId, workplaceId));
  const [row] = await tx
    .select({ id: workplaces.id, name: workplaces.name })
    .from(workplaces)
    .where(eq(workplaces.id, workplaceId));
  if (row) await addWorkplaceWords(tx, [row]);
}

/**
 * Makes whoever was registered before there was a search findable; for the clock. A name without a
 * single letter has no words and is looked at again each time.
 * @returns how many there were
 */
export async function indexMissing(store: Store): Promise<number> {
  const people = await store.read
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .leftJoin(personWords, eq(personWords.personId, persons.id))
    .where(isNull(personWords.personId))
    .limit(500);
  const places = await store.read
    .select({ id: workplaces.id, name: workplaces.name })
    .from(workplaces)
    .leftJoin(workplaceWords, eq(workplaceWords.workplaceId, workplaces.id))
    .where(isNull(workplaceWords.workplaceId))
    .limit(500);
  if (people.length + places.length === 0) return 0;
  await store.write(async (tx) => {
    await addPersonWords(tx, people);
    await addWorkplaceWords(tx, places);
  });
  return people.length + places.length;
}

/** Workplaces one of whose words begins so. */
const placesLike = (read: Reader, word: string) =>
  read
    .select({ id: workplaceWords.workplaceId })
    .from(workplaceWords)
    .where(and(gte(workplaceWords.word, word), lt(workplaceWords.word, word + last)));

/**
 * The condition that finds people by what someone types: each word begins or stands inside (from three
 * letters) a word of the name or of the workplace; a word with @ in it is the beginning of an address.
 * @returns undefined when nothing is searched for
 */
export function personMatches(read: Reader, search: string): SQL | undefined {
  const pieces = search.trim().split(/\s+/).slice(0, 5);
  const addresses = pieces.filter((piece) => piece.includes("@"));
  const words = pieces.filter((piece) => !piece.includes("@"));
  const byAddress = addresses.map((piece) => {
    const key = piece.toLowerCase();
    return and(gte(persons.emailKey, key), lt(persons.emailKey, key + last));
  });
  const byWord = wordsIn(words.join(" "), 5).map((word) => {
    const people = read
      .select({ id: personWords.personId })
      .from(personWords)
      .where(and(gte(personWords.word, word), lt(personWords.word, word + last)));
    return or(inArray(persons.id, people), inArray(persons.workplaceId, placesLike(read, word)));
  });
  return and(...byAddress, ...byWord);
}

/** The same for workplaces. */
export function workplaceMatches(read: Reader, search: string): SQL | undefined {
  return and(...wordsIn(search, 5).map((word) => inArray(workplaces.id, placesLike(read, word))));
}
