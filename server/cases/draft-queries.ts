/** Reads of cases being written: for advisers, who all see all of them. */
import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { persons } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import type { VersionKey } from "./draft.ts";
import { caseSources, caseVersions, caseWriters, writtenCases } from "./tables.ts";

export interface DraftListKey {
  createdAt: Temporal.Instant;
  slug: string;
}

/** The version one works on: the draft, else the last that was published. */
const latest = sql<number>`(select max(${caseVersions.version}) from ${caseVersions} where ${caseVersions.slug} = ${writtenCases.slug})`;

/** Written cases, the newest first, each with its latest version. @param size one more tells of a next page */
export async function draftPage(read: Reader, after: DraftListKey | null, size: number) {
  const isAfter: SQL | undefined = after
    ? afterKey("desc", writtenCases.createdAt, writtenCases.slug, { value: after.createdAt, id: after.slug })
    : undefined;
  const rows = await read
    .select({ written: writtenCases, version: caseVersions })
    .from(writtenCases)
    .innerJoin(caseVersions, and(eq(caseVersions.slug, writtenCases.slug), eq(caseVersions.version, latest)))
    .where(isAfter)
    .orderBy(desc(writtenCases.createdAt), desc(writtenCases.slug))
    .limit(size);
  return rows;
}

const ofVersions = (keys: VersionKey[]) =>
  or(...keys.map(({ slug, version }) => and(eq(caseSources.slug, slug), eq(caseSources.version, version))));

/** The texts of several versions. */
export async function sourcesOf(read: Reader, keys: VersionKey[]) {
  if (keys.length === 0) return [];
  return read.select().from(caseSources).where(ofVersions(keys)).orderBy(asc(caseSources.language));
}

/** In which of the versions a person has written: "slug version". */
export async function writtenIn(read: Reader, keys: VersionKey[], personId: string): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await read
    .select({ slug: caseWriters.slug, version: caseWriters.version })
    .from(caseWriters)
    .where(
      and(
        eq(caseWriters.personId, personId),
        inArray(
          caseWriters.slug,
          keys.map(({ slug }) => slug),
        ),
      ),
    );
  return new Set(rows.map(({ slug, version }) => `${slug} ${version}`));
}

/** One written case with its latest version and texts; null when there is none. */
export async function draftFor(read: Reader, slug: string) {
  const [found] = await read
    .select({ written: writtenCases, version: caseVersions })
    .from(writtenCases)
    .innerJoin(caseVersions, and(eq(caseVersions.slug, writtenCases.slug), eq(caseVersions.version, latest)))
    .where(eq(writtenCases.slug, slug));
  if (!found) return null;
  const key = { slug, version: found.version.version };
  const sources = await sourcesOf(read, [key]);
  const writers = await read
    .select({ personId: caseWriters.personId, name: persons.name })
    .from(caseWriters)
    .innerJoin(persons, eq(persons.id, caseWriters.personId))
    .where(and(eq(caseWriters.slug, slug), eq(caseWriters.version, key.version)))
    .orderBy(asc(persons.sortKey));
  return { ...found, key, sources, writers };
}
export type Draft = NonNullable<Awaited<ReturnType<typeof draftFor>>>;

/** What someone is called; null for nobody. */
export async function nameOf(read: Reader, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const [person] = await read.select({ name: persons.name }).from(persons).where(eq(persons.id, personId));
  return person?.name ?? null;
}
