/**
 * Cases written in the browser. A version is a draft until it is published, and never changes after;
 * what comes later is a new version. Published only when someone who did not write it has approved it
 * (cases.md section 1).
 */
import { and, eq, isNull, max, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import type { SourceRow } from "./catalogue.ts";
import type { CaseLanguage } from "./parts.ts";
import { caseSources, caseVersions, caseWriters, writtenCases } from "./tables.ts";

export interface VersionKey {
  slug: string;
  version: number;
}
/** One text of a draft. */
export interface DraftText {
  language: CaseLanguage;
  markdown: string;
}
/** Counts what is missing or wrong in all texts of a version together. */
export type CountFaults = (texts: DraftText[]) => number;

export type Refusal = "none" | "published" | "changed" | "own" | "incomplete" | "notApproved" | "exists";
export type Outcome<T = object> = ({ ok: true } & T) | { ok: false; reason: Refusal };
const refuse = (reason: Refusal) => ({ ok: false, reason }) as const;

const ofVersion = ({ slug, version }: VersionKey) =>
  and(eq(caseVersions.slug, slug), eq(caseVersions.version, version));
const sourcesOf = ({ slug, version }: VersionKey) =>
  and(eq(caseSources.slug, slug), eq(caseSources.version, version));

/** An address from a title, with some letters of an id behind it: no two cases get the same. */
export function slugFrom(title: string, id = newId()): string {
  const words = title
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return `${words || "eksempel"}-${id.slice(0, 5)}`;
}

async function draftOf(tx: Tx, key: VersionKey): Promise<Outcome<{ row: typeof caseVersions.$inferSelect }>> {
  const [row] = await tx.select().from(caseVersions).where(ofVersion(key));
  if (!row) return refuse("none");
  return row.publishedAt ? refuse("published") : { ok: true, row };
}

async function noteWriter(tx: Tx, { slug, version }: VersionKey, personId: string): Promise<void> {
  await tx.insert(caseWriters).values({ slug, version, personId }).onConflictDoNothing();
}

async function addVersion(
  tx: Tx,
  key: VersionKey,
  texts: DraftText[],
  given: { faultCount: number; byId: string; now: Temporal.Instant },
): Promise<void> {
  const { faultCount, byId, now } = given;
  await tx.insert(caseVersions).values({ ...key, revision: 1, faultCount, createdAt: now });
  for (const text of texts) {
    await tx.insert(caseSources).values({ ...key, ...text, revision: 1, savedById: byId, savedAt: now });
  }
}

/** Begins a new case with its first draft; one that has the address already stays as it is. @returns where it stands */
export async function startCase(
  tx: Tx,
  given: { slug: string; texts: DraftText[]; byId: string; countFaults: CountFaults },
  now: Temporal.Instant,
): Promise<VersionKey> {
  const { slug, texts, byId, countFaults } = given;
  const key = { slug, version: 1 };
  const begun = await tx
    .insert(writtenCases)
    .values({ slug, createdAt: now })
    .onConflictDoNothing()
    .returning({ slug: writtenCases.slug });
  if (begun.length === 0) return key;
  await addVersion(tx, key, texts, { faultCount: countFaults(texts), byId, now });
  await noteWriter(tx, key, byId);
  return key;
}

/** Raises the version's revision, whereby an approval given before no longer holds. */
async function touch(tx: Tx, key: VersionKey, byId: string, countFaults: CountFaults): Promise<void> {
  const texts = await tx
    .select({ language: caseSources.language, markdown: caseSources.markdown })
    .from(caseSources)
    .where(sourcesOf(key));
  await tx
    .update(caseVersions)
    .set({ revision: sql`${caseVersions.revision} + 1`, faultCount: countFaults(texts) })
    .where(ofVersion(key));
  await noteWriter(tx, key, byId);
}

/**
 * Saves the text of a draft in one language, as whole as it is.
 * @param given.revision of the text the writer saw; 0 for a language that is new
 * @param given.others what the change means for the other language's text: minutes and themes are the
 *   same in both
 * @returns refused with `changed` when someone else saved in between, `published` or `none`
 */
export async function saveDraft(
  tx: Tx,
  given: VersionKey & {
    text: DraftText;
    revision: number;
    byId: string;
    others: (other: DraftText) => string;
    countFaults: CountFaults;
  },
  now: Temporal.Instant,
): Promise<Outcome> {
  const { slug, version, text, revision, byId, others, countFaults } = given;
  const key = { slug, version };
  const draft = await draftOf(tx, key);
  if (!draft.ok) return draft;
  const rows = await tx.select().from(caseSources).where(sourcesOf(key));
  const own = rows.find(({ language }) => language === text.language);
  if ((own?.revision ?? 0) !== revision) return refuse("changed");
  const rest = rows.filter(({ language }) => language !== text.language);
  const next = [
    text,
    ...rest.map(({ language, markdown }) => ({ language, markdown: others({ language, markdown }) })),
  ];
  const changed = next.filter(({ language, markdown }) =>
    rows.every((row) => row.language !== language || row.markdown !== markdown),
  );
  if (changed.length === 0) return { ok: true };
  for (const { language, markdown } of changed) {
    const saved = { markdown, savedById: byId, savedAt: now };
    await tx
      .insert(caseSources)
      .values({ ...key, language, revision: 1, ...saved })
      .onConflictDoUpdate({
        target: [caseSources.slug, caseSources.version, caseSources.language],
        set: { ...saved, revision: sql`${caseSources.revision} + 1` },
      });
  }
  await touch(tx, key, byId, countFaults);
  return { ok: true };
}

/** Takes one language out of a draft that has two. */
export async function dropLanguage(
  tx: Tx,
  given: VersionKey & { language: CaseLanguage; byId: string; countFaults: CountFaults },
): Promise<Outcome> {
  const draft = await draftOf(tx, given);
  if (!draft.ok) return draft;
  const rows = await tx.select({ language: caseSources.language }).from(caseSources).where(sourcesOf(given));
  if (rows.length < 2) return refuse("none");
  await tx.delete(caseSources).where(and(sourcesOf(given), eq(caseSources.language, given.language)));
  await touch(tx, { slug: given.slug, version: given.version }, given.byId, given.countFaults);
  return { ok: true };
}

/**
 * Begins a new version from the one that is published; that one stays as it is.
 * @param given.renumbered the text with its new version in it
 * @returns refused with `exists` when there is a draft already, `none` when nothing is published
 */
export async function startVersion(
  tx: Tx,
  given: { slug: string; byId: string; renumbered: (row: SourceRow, version: number) => string },
  now: Temporal.Instant,
): Promise<Outcome<{ version: number }>> {
  const { slug, byId, renumbered } = given;
  const [found] = await tx.select().from(writtenCases).where(eq(writtenCases.slug, slug));
  if (!found?.publishedVersion) return refuse("none");
  const open = and(eq(caseVersions.slug, slug), isNull(caseVersions.publishedAt));
  const [draft] = await tx.select({ version: caseVersions.version }).from(caseVersions).where(open);
  if (draft) return refuse("exists");
  const [last] = await tx
    .select({ version: max(caseVersions.version) })
    .from(caseVersions)
    .where(eq(caseVersions.slug, slug));
  const version = (last?.version ?? 0) + 1;
  const rows = await tx
    .select()
    .from(caseSources)
    .where(sourcesOf({ slug, version: found.publishedVersion }));
  const texts = rows.map((row) => ({ language: row.language, markdown: renumbered(row, version) }));
  await addVersion(tx, { slug, version }, texts, { faultCount: 0, byId, now });
  return { ok: true, version };
}

/** Throws a draft away: nothing has been answered to it. A case that never was published goes with it. */
export async function discardDraft(tx: Tx, key: VersionKey): Promise<Outcome> {
  const draft = await draftOf(tx, key);
  if (!draft.ok) return draft;
  const { slug, version } = key;
  await tx.delete(caseWriters).where(and(eq(caseWriters.slug, slug), eq(caseWriters.version, version)));
  await tx.delete(caseSources).where(sourcesOf(key));
  await tx.delete(caseVersions).where(ofVersion(key));
  if (version === 1) await tx.delete(writtenCases).where(eq(writtenCases.slug, slug));
  return { ok: true };
}
