/** Reads of what a person keeps of the cases: their own rows and nobody else's. */
import { and, asc, eq, sql } from "drizzle-orm";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { caseReadings, reflections } from "./tables.ts";

type Reads = Pick<Store, "read">;

/** Slug → the version the person has read. */
export async function readingsBy(store: Reads, personId: string): Promise<Map<string, number>> {
  const rows = await prepared(
    store,
    "case_readings_by",
    (read) =>
      read
        .select({ slug: caseReadings.caseSlug, version: caseReadings.caseVersion })
        .from(caseReadings)
        .where(eq(caseReadings.personId, sql.placeholder("personId"))),
    { personId },
  );
  return new Map(rows.map(({ slug, version }) => [slug, version]));
}

/** A person's own reflections on a case, in every version they wrote to, the oldest version first. */
export async function reflectionsBy(store: Reads, personId: string, slug: string) {
  return prepared(
    store,
    "reflections_by",
    (read) =>
      read
        .select({
          version: reflections.caseVersion,
          questionId: reflections.questionId,
          words: reflections.words,
          choice: reflections.choice,
          writtenAt: reflections.writtenAt,
        })
        .from(reflections)
        .where(
          and(
            eq(reflections.personId, sql.placeholder("personId")),
            eq(reflections.caseSlug, sql.placeholder("slug")),
          ),
        )
        .orderBy(asc(reflections.caseVersion), asc(reflections.questionId)),
    { personId, slug },
  );
}

export type OwnReflection = Awaited<ReturnType<typeof reflectionsBy>>[number];

/** On which cases, in which version, a person has written something: `slug version`. */
export async function casesWrittenTo(store: Reads, personId: string): Promise<Set<string>> {
  const rows = await prepared(
    store,
    "reflections_cases",
    (read) =>
      read
        .selectDistinct({ slug: reflections.caseSlug, version: reflections.caseVersion })
        .from(reflections)
        .where(eq(reflections.personId, sql.placeholder("personId"))),
    { personId },
  );
  return new Set(rows.map(({ slug, version }) => `${slug} ${version}`));
}
