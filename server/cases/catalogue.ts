/**
 * The one way to find a case: files and cases written in the browser look the same from here on. What
 * is published is held in memory, and one small read tells whether it still is what is published.
 */
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { prepared } from "../store/prepared.ts";
import type { Reader, Store } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import { signOf } from "./case-check.ts";
import { readCaseFile } from "./case-file.ts";
import { faultInWords } from "./fault.ts";
import { type Case, CaseFileError, type CaseLibrary, caseFrom, caseLanguage, inOrder } from "./library.ts";
import { type CaseLanguage, caseLanguages } from "./parts.ts";
import { caseCatalogue, caseSources, writtenCases } from "./tables.ts";

export interface Catalogue {
  /** Every published case by slug, in the order of titles: as it is now, in whatever process it was published. */
  published(read?: Reader): Promise<CaseLibrary>;
  /**
   * A case in the version that is published, or in one that was: what old answers belong to. Null when
   * there is none, and for drafts.
   */
  find(slug: string, version?: number, read?: Reader): Promise<Case | null>;
}

export type SourceRow = Pick<typeof caseSources.$inferSelect, "slug" | "version" | "language" | "markdown">;

/** A case from stored text. Faults are not asked for: it had none when it was published. */
export function caseFromSources(rows: SourceRow[], origin: Case["origin"]): Case | null {
  const [first] = rows;
  if (!first) return null;
  const texts = Object.fromEntries(
    rows.flatMap(({ language, markdown, version }) => {
      const text = readCaseFile(markdown, language, () => undefined);
      return text ? [[language, { ...text, version }]] : [];
    }),
  );
  return caseFrom(first.slug, origin, texts);
}

const columns = {
  slug: caseSources.slug,
  version: caseSources.version,
  language: caseSources.language,
  markdown: caseSources.markdown,
};

const stampIn = (read: Reader) => read.select({ stamp: caseCatalogue.stamp }).from(caseCatalogue);

async function stampNow(store: Pick<Store, "read">, read: Reader): Promise<number> {
  const isOutside = read === store.read;
  const [row] = isOutside ? await prepared(store, "case_stamp", stampIn, {}) : await stampIn(read);
  return row?.stamp ?? 0;
}

/** Written cases as they are published now; those in `held` in the same version are not read again. */
async function writtenNow(read: Reader, held: CaseLibrary): Promise<Case[]> {
  const current = await read
    .select({ slug: writtenCases.slug, version: writtenCases.publishedVersion })
    .from(writtenCases)
    .where(and(isNotNull(writtenCases.publishedVersion), isNull(writtenCases.withdrawnAt)));
  const isHeld = ({ slug, version }: (typeof current)[number]) => held.get(slug)?.version === version;
  const missing = current.filter((one) => !isHeld(one)).map(({ slug }) => slug);
  const sources =
    missing.length === 0
      ? []
      : await read
          .select(columns)
          .from(caseSources)
          .innerJoin(
            writtenCases,
            and(
              eq(writtenCases.slug, caseSources.slug),
              eq(writtenCases.publishedVersion, caseSources.version),
            ),
          )
          .where(inArray(caseSources.slug, missing));
  const parsed = (slug: string) =>
    caseFromSources(
      sources.filter((row) => row.slug === slug),
      "written",
    );
  return current.flatMap((one) => (isHeld(one) ? (held.get(one.slug) as Case) : (parsed(one.slug) ?? [])));
}

/** How many versions that are no longer published are held. */
const mostOld = 100;

/** Opens the catalogue over the files that shipped and what the store holds. */
export function openCatalogue(store: Pick<Store, "read">, files: CaseLibrary): Catalogue {
  let held: { stamp: number; written: CaseLibrary; all: CaseLibrary } = {
    stamp: 0,
    written: new Map(),
    all: files,
  };
  const old = new Map<string, Case>();

  async function published(read: Reader = store.read): Promise<CaseLibrary> {
    // Read before the cases: one published in between is found again next time, never missed.
    const stamp = await stampNow(store, read);
    if (stamp === held.stamp) return held.all;
    const written = await writtenNow(read, held.written);
    // A file wins over a written case of the same name.
    const all = inOrder([...files.values(), ...written.filter(({ slug }) => !files.has(slug))]);
    held = { stamp, written: inOrder(written), all };
    return all;
  }

  async function find(slug: string, version?: number, read: Reader = store.read): Promise<Case | null> {
    const current = (await published(read)).get(slug) ?? null;
    if (version === undefined || current?.version === version) return current;
    const key = `${slug} ${version}`;
    const known = old.get(key);
    if (known) return known;
    const rows = await read
      .select(columns)
      .from(caseSources)
      .where(and(eq(caseSources.slug, slug), eq(caseSources.version, version)));
    const found = caseFromSources(rows, files.has(slug) ? "file" : "written");
    if (!found || rows.some(({ markdown }) => !markdown.includes("\nstatus: published\n"))) return null;
    if (old.size >= mostOld) old.clear();
    old.set(key, found);
    return found;
  }

  return { published, find };
}

/**
 * Keeps the text of every file case in its version, so that old answers keep their questions. Call it
 * when the program starts.
 * @throws CaseFileError when a file's questions changed but not its version: answers would be about
 *   something else than what was asked
 */
export async function keepFileCases(store: Store, files: CaseLibrary, now: Temporal.Instant): Promise<void> {
  const slugs = [...files.keys()];
  if (slugs.length === 0) return;
  const kept = await store.read.select(columns).from(caseSources).where(inArray(caseSources.slug, slugs));
  const texts = [...files.values()].flatMap(({ slug, texts }) =>
    caseLanguages.map((language) => ({ ...texts[language], slug, language })),
  );
  const keptOf = (text: (typeof texts)[number]) =>
    kept.find((k) => k.slug === text.slug && k.version === text.version && k.language === text.language);
  const signs = (markdown: string, language: CaseLanguage) =>
    readCaseFile(markdown, language, () => undefined)
      ?.questions.map(signOf)
      .join();
  const changed = texts.filter((text) => keptOf(text)?.markdown !== text.markdown);
  const faults = changed.filter((text) => {
    const before = keptOf(text);
    return before && signs(before.markdown, text.language) !== text.questions.map(signOf).join();
  });
  if (faults.length > 0) {
    throw new CaseFileError(
      faults.map((text) => ({
        file: `content/cases/${text.slug}/${text.language}.md`,
        line: text.lineOf("version"),
        words: faultInWords({ key: "questionsChanged", values: [text.version] }, "en"),
      })),
    );
  }
  if (changed.length === 0) return;
  await store.write(async (tx) => {
    const rows = changed.map(({ slug, version, language, markdown }) => ({
      ...{ slug, version, language, markdown },
      ...{ revision: 1, savedById: null, savedAt: now },
    }));
    await tx
      .insert(caseSources)
      .values(rows)
      .onConflictDoUpdate({
        target: [caseSources.slug, caseSources.version, caseSources.language],
        set: { markdown: sql`excluded.markdown` },
      });
  });
}

/**
 * What an agenda and an invitation show of a case; null when none is published by that slug.
 * Add `?samling=<gathering id>` to the path, and the case leads back to the gathering.
 */
export async function caseCard(catalogue: Catalogue, slug: string, language: Language, read?: Reader) {
  const found = await catalogue.find(slug, undefined, read);
  if (!found) return null;
  const { title } = found.texts[caseLanguage(language)];
  return { title, minutes: found.readingMinutes, path: `/eksempler/${slug}` };
}

/** The cases one may put on an agenda. */
export async function caseChoices(catalogue: Catalogue, language: Language) {
  const published = await catalogue.published();
  return [...published.values()].map(({ slug, texts }) => ({
    slug,
    title: texts[caseLanguage(language)].title,
  }));
}
