/**
 * Finding people and workplaces by their names. The words of a name, and their ends from three letters
 * on, stand in a table of their own: what is searched for is the beginning of one of them, and that is
 * one look into an index on both engines.
 */
import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { sortKey } from "../store/columns.ts";
import type { Reader, Store, Tx } from "../store/store.ts";
import { persons, personWords, workplaces, workplaceWords } from "./tables.ts";

const shortestInside = 3;
const mostWords = 12;
const longestWord = 40;
/** Behind every letter there is. */
const last = "\uffff";
const perStatement = 500;

/** The folded words of a text: æøå, capitals and accents alike on both engines. */
export function wordsIn(text: string, most = mostWords): string[] {
  const words = sortKey(text)
    .split(/[^\p{L}\p{N}{|}]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord));
  return [...new Set(words)].slice(0, most);
}

async function inPieces<T>(rows: T[], insert: (piece: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += perStatement) await insert(rows.slice(i, i + perStatement));
}

const places = sql.raw(
  Array.from({ length: longestWord - shortestInside }, (_, i) => `(${i + 2})`).join(","),
);

/** From the words of these the ends of them, made where they stand: ten times as many rows, one statement. */
const endsOf = (
  table: typeof personWords | typeof workplaceWords,
  owner: typeof personWords.personId | typeof workplaceWords.workplaceId,
  ids: string[],
) =>
  sql`select distinct substr(${table.word}, place.column1), ${owner} from ${table}, (values ${places}) as place where ${inArray(owner, ids)} and length(${table.word}) - place.column1 >= ${sql.raw(String(shortestInside - 1))}`;

/** Writes the words of people who have none yet. */
export async function addPersonWords(tx: Tx, people: { id: string; name: string }[]): Promise<void> {
  await inPieces(people, async (piece) => {
    const rows = piece.flatMap(({ id, name }) => wordsIn(name).map((word) => ({ word, personId: id })));
    if (rows.length === 0) return;
    await tx.insert(personWords).values(rows).onConflictDoNothing();
    const ids = piece.map(({ id }) => id);
    await tx
      .insert(personWords)
      .select(endsOf(personWords, personWords.personId, ids))
      .onConflictDoNothing();
  });
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
  await inPieces(rows, async (piece) => {
    const words = piece.flatMap(({ id, name }) => wordsIn(name).map((word) => ({ word, workplaceId: id })));
    if (words.length === 0) return;
    await tx.insert(workplaceWords).values(words).onConflictDoNothing();
    const ids = piece.map(({ id }) => id);
    await tx
      .insert(workplaceWords)
      .select(endsOf(workplaceWords, workplaceWords.workplaceId, ids))
      .onConflictDoNothing();
  });
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
