/** From draft to what mentors read: approved by a second person, published, and taken back. */
import { and, eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import type { SourceRow } from "./catalogue.ts";
import type { Outcome, VersionKey } from "./draft.ts";
import { caseCatalogue, caseSources, caseVersions, caseWriters, writtenCases } from "./tables.ts";

const refuse = (reason: "none" | "published" | "changed" | "own" | "incomplete" | "notApproved") =>
  ({ ok: false, reason }) as const;
const ofVersion = ({ slug, version }: VersionKey) =>
  and(eq(caseVersions.slug, slug), eq(caseVersions.version, version));

async function versionRow(tx: Tx, key: VersionKey) {
  const [row] = await tx.select().from(caseVersions).where(ofVersion(key));
  return row;
}

/** Tells every process that what is published has changed. */
async function stamp(tx: Tx): Promise<void> {
  await tx
    .insert(caseCatalogue)
    .values({ id: "published", stamp: 1 })
    .onConflictDoUpdate({ target: caseCatalogue.id, set: { stamp: sql`${caseCatalogue.stamp} + 1` } });
}

/**
 * Approves a draft: the person has ticked each point of the anonymity checklist (cases.md section 1).
 * It holds for the words as they are, and falls when they change.
 * @param given.revision of the version the person has read
 * @returns refused with `own` for anyone who wrote in this version, `changed` when someone has written
 *   since, `incomplete` while something is missing, `published`, `none`
 */
export async function approveDraft(
  tx: Tx,
  given: VersionKey & { revision: number; byId: string },
  now: Temporal.Instant,
): Promise<Outcome> {
  const { slug, version, revision, byId } = given;
  const row = await versionRow(tx, given);
  if (!row) return refuse("none");
  if (row.publishedAt) return refuse("published");
  const wrote = await tx
    .select({ personId: caseWriters.personId })
    .from(caseWriters)
    .where(and(eq(caseWriters.slug, slug), eq(caseWriters.version, version), eq(caseWriters.personId, byId)));
  if (wrote.length > 0) return refuse("own");
  if (row.revision !== revision) return refuse("changed");
  if (row.faultCount > 0) return refuse("incomplete");
  await tx
    .update(caseVersions)
    .set({ approvedRevision: revision, approvedById: byId, approvedAt: now })
    .where(ofVersion(given));
  return { ok: true };
}

/**
 * Publishes an approved draft; mentors read it from now on, and the version before it stays with what
 * was answered to it.
 * @param given.finished the text with its new status and who approved it, by role
 * @returns refused with `notApproved` when nobody has approved the words as they are now
 */
export async function publishDraft(
  tx: Tx,
  given: VersionKey & { finished: (row: SourceRow) => string },
  now: Temporal.Instant,
): Promise<Outcome> {
  const { slug, version, finished } = given;
  const row = await versionRow(tx, given);
  if (!row) return refuse("none");
  if (row.publishedAt) return refuse("published");
  if (row.approvedRevision !== row.revision) return refuse("notApproved");
  const ofText = and(eq(caseSources.slug, slug), eq(caseSources.version, version));
  for (const source of await tx.select().from(caseSources).where(ofText)) {
    await tx
      .update(caseSources)
      .set({ markdown: finished(source) })
      .where(and(ofText, eq(caseSources.language, source.language)));
  }
  await tx.update(caseVersions).set({ publishedAt: now }).where(ofVersion(given));
  await tx
    .update(writtenCases)
    .set({ publishedVersion: version, withdrawnAt: null })
    .where(eq(writtenCases.slug, slug));
  await stamp(tx);
  return { ok: true };
}

/**
 * Takes a published case from the list, or puts it back. Its versions and what was answered to them
 * stay.
 * @param withdrawnAt when; null puts it back
 */
export async function setWithdrawn(
  tx: Tx,
  slug: string,
  withdrawnAt: Temporal.Instant | null,
): Promise<Outcome> {
  const [row] = await tx.select().from(writtenCases).where(eq(writtenCases.slug, slug));
  if (!row?.publishedVersion) return refuse("none");
  if (Boolean(row.withdrawnAt) === Boolean(withdrawnAt)) return { ok: true };
  await tx.update(writtenCases).set({ withdrawnAt }).where(eq(writtenCases.slug, slug));
  await stamp(tx);
  return { ok: true };
}
