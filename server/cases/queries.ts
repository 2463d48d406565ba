/** Reads of what a person keeps of the cases: their own rows and nobody else's. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { agendaItems, attendance, gatherings } from "../gatherings/tables.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader, Store } from "../store/store.ts";
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

export interface ModulesDone {
  /** Slugs read, by the person's own press. */
  read: string[];
  /** Slugs discussed at a gathering one attended. */
  discussed: string[];
}

/**
 * What people have done with the cases, for the register of qualified mentors: read by their own
 * press, discussed by attendance. Never what they wrote.
 * @returns by person; those who have done nothing are left out
 */
export async function modulesDoneBy(read: Reader, personIds: string[]): Promise<Map<string, ModulesDone>> {
  if (personIds.length === 0) return new Map();
  const readings = await read
    .select({ personId: caseReadings.personId, slug: caseReadings.caseSlug })
    .from(caseReadings)
    .where(inArray(caseReadings.personId, personIds))
    .orderBy(asc(caseReadings.caseSlug));
  const talks = await read
    .selectDistinct({ personId: attendance.personId, slug: agendaItems.caseSlug })
    .from(attendance)
    .innerJoin(gatherings, eq(gatherings.id, attendance.gatheringId))
    .innerJoin(agendaItems, eq(agendaItems.gatheringId, attendance.gatheringId))
    .where(
      and(
        inArray(attendance.personId, personIds),
        inArray(attendance.status, ["present", "digital", "part"]),
        isNotNull(agendaItems.caseSlug),
        isNull(gatherings.cancelledAt),
      ),
    )
    .orderBy(asc(agendaItems.caseSlug));
  const done = new Map<string, ModulesDone>();
  const of = (personId: string) => {
    const known = done.get(personId) ?? { read: [], discussed: [] };
    done.set(personId, known);
    return known;
  };
  for (const { personId, slug } of readings) of(personId).read.push(slug);
  for (const { personId, slug } of talks) if (slug) of(personId).discussed.push(slug);
  return done;
}
