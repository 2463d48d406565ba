/** Where advisers find the cases they write: the list, one case, and what becomes of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { viewerOf } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage } from "../web/languages.ts";
import type { NoticeKey } from "../web/notices.ts";
import { sharedTexts } from "../web/texts.ts";
import type { CaseText } from "./case-file.ts";
import { type CasePage, casePage, fresh, type Reading } from "./case-page.ts";
import { readFields } from "./case-source.ts";
import { caseFromSources } from "./catalogue.ts";
import { discardDraft, dropLanguage, type Outcome, type Refusal, saveDraft, startVersion } from "./draft.ts";
import { faultCounter, forPreview } from "./draft-check.ts";
import { approvalForm, languageForm } from "./draft-forms.ts";
import { asDraft, asPublished, beginFrom } from "./draft-languages.ts";
import {
  type D,
  type DraftPage,
  draftPageOf,
  languageName,
  mainText,
  stateOf,
  stateTag,
} from "./draft-page.ts";
import { type Draft, type DraftListKey, draftFor, draftPage, sourcesOf, writtenIn } from "./draft-queries.ts";
import { draftTexts } from "./draft-texts.ts";
import type { CaseLanguage } from "./parts.ts";
import { approveDraft, publishDraft, setWithdrawn } from "./publication.ts";

interface DraftCard {
  href: string;
  title: string;
  lang: string;
  text: string;
  tags: { text: string; color: string }[];
}
declare module "../web/render.ts" {
  interface Pages {
    "cases/drafts": { d: D; cards: DraftCard[]; more: string | null };
    "cases/draft": DraftPage;
    "cases/approve": DraftPage & {
      revision: number;
      isOwn: boolean;
      refusal: string;
      errors: FieldErrors;
      ticked: Set<string>;
    };
    "cases/case": CasePage;
  }
}

export interface Writing {
  house: House;
  /** Slugs of the themes a case may touch. */
  themes: ReadonlySet<string>;
  themeLabel: Reading["themeLabel"];
  themeChoices: (language: "nb" | "nn" | "en") => { value: string; label: string }[];
}

export const writers = { config: { access: ["adviser"] } } as const;
export type BySlug = { Params: { slug: string } };
export type ByLanguage = { Params: { slug: string; language: string } };

const pageSize = 20;
const keyText = ({ createdAt, slug }: DraftListKey) => `${createdAt.epochMilliseconds}-${slug}`;
function readKey(text: unknown): DraftListKey | null {
  const match = typeof text === "string" ? /^(\d{1,14})-([a-z][a-z0-9-]{0,79})$/.exec(text) : null;
  if (!match) return null;
  return { createdAt: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), slug: match[2] as string };
}

/** The text in the language of the address, or a 404. */
export function textIn(draft: Draft, language: string): Draft["sources"][number] {
  return orNotFound(draft.sources.find((source) => source.language === language));
}

export function draftRoutes(app: FastifyInstance, { house, themes, themeLabel }: Writing): void {
  const { store, now } = house;
  const countFaults = faultCounter(themes);
  const find = async (request: FastifyRequest<BySlug>): Promise<Draft> =>
    orNotFound(await draftFor(store.read, request.params.slug));
  const pathTo = (slug: string) => `/eksempler/utkast/${slug}`;

  function cardOf(
    row: Awaited<ReturnType<typeof draftPage>>[number],
    sources: Draft["sources"],
    own: Set<string>,
    language: "nb" | "nn" | "en",
  ): DraftCard {
    const d = inLanguage(draftTexts, language);
    const { slug, version, faultCount } = row.version;
    const text = mainText(
      sources.filter((source) => source.slug === slug),
      language,
    );
    const state = stateOf(row);
    const missing = state === "draft" ? [d.missingCount(numberInWords(faultCount, language))] : [];
    const mayApprove = state === "ready" && !own.has(`${slug} ${version}`) ? [d.youMayApprove] : [];
    return {
      href: pathTo(slug),
      title: (text && readFields(text.markdown, text.language).title) || d.untitled,
      lang: text && text.language !== language ? text.language : "",
      text: [d.versionNumber(version), ...missing, ...mayApprove].join("\u00a0· "),
      tags: [stateTag(state, d)],
    };
  }

  app.get<{ Querystring: { etter?: string } }>("/eksempler/utkast", writers, async (request, reply) => {
    const { language } = request;
    const d = inLanguage(draftTexts, language);
    const rows = await draftPage(store.read, readKey(request.query.etter), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const keys = shown.map(({ version: { slug, version } }) => ({ slug, version }));
    const sources = await sourcesOf(store.read, keys);
    const own = await writtenIn(store.read, keys, viewerOf(request).id);
    const last = shown.at(-1);
    const more = rows.length > pageSize && last ? `?etter=${keyText(last.written)}` : null;
    const cards = shown.map((row) => cardOf(row, sources, own, language));
    return reply.page("cases/drafts", { d, title: d.desk, cards, more });
  });

  app.get<BySlug>("/eksempler/utkast/:slug", writers, async (request, reply) => {
    const page = draftPageOf(await find(request), viewerOf(request), request.language, themes);
    return reply.page("cases/draft", { ...page, title: page.heading });
  });

  app.get<ByLanguage>("/eksempler/utkast/:slug/visning/:language", writers, async (request, reply) => {
    const draft = await find(request);
    const source = textIn(draft, request.params.language);
    const fields = readFields(source.markdown, source.language);
    const markdown = forPreview(source.markdown, source.language);
    const shown = orNotFound(caseFromSources([{ ...source, markdown }], "written"));
    const themesKept = (text: CaseText) => ({
      ...text,
      themes: fields.themes.filter((theme) => themes.has(theme)),
    });
    const { nb, nn } = shown.texts;
    const d = inLanguage(draftTexts, request.language);
    const page = casePage({
      ...fresh,
      case: { ...shown, texts: { nb: themesKept(nb), nn: themesKept(nn) } },
      language: request.language,
      now: now(),
      isAdviser: true,
      preview: { back: pathTo(draft.key.slug), label: d.backToDraft, note: d.previewTitle },
      themeLabel,
    });
    return reply.page("cases/case", { ...page, title: page.text.title });
  });

  app.get<ByLanguage>("/eksempler/utkast/:slug/fil/:language", writers, async (request, reply) => {
    const source = textIn(await find(request), request.params.language);
    return sendFile(reply, source);
  });

  type Approving = { refusal: string; errors: FieldErrors; ticked: Set<string> };
  function approvePage(request: FastifyRequest, reply: FastifyReply, draft: Draft, tried?: Approving) {
    const page = draftPageOf(draft, viewerOf(request), request.language, themes);
    const isOwn = draft.writers.some(({ personId }) => personId === viewerOf(request).id);
    const shown = tried ?? { refusal: "", errors: {}, ticked: new Set<string>() };
    const { revision } = draft.version;
    const props = { ...page, ...shown, revision, isOwn, title: page.d.approveTitle };
    return reply.page("cases/approve", props, tried ? 422 : 200);
  }

  app.get<BySlug>("/eksempler/utkast/:slug/godkjenning", writers, async (request, reply) =>
    approvePage(request, reply, await find(request)),
  );

  app.post<BySlug>("/eksempler/utkast/:slug/godkjenning", writers, async (request, reply) => {
    const draft = await find(request);
    const d = inLanguage(draftTexts, request.language);
    const form = readForm(approvalForm, request.body, inLanguage(sharedTexts, request.language));
    if (!form.ok)
      return approvePage(request, reply, draft, { refusal: d.changedSince, errors: {}, ticked: new Set() });
    const { revisjon, ...points } = form.value;
    const ticked = new Set(Object.entries(points).flatMap(([name, isTicked]) => (isTicked ? [name] : [])));
    if (ticked.size < 4) {
      return approvePage(request, reply, draft, { refusal: "", errors: { diktet: d.tickAll }, ticked });
    }
    const given = { ...draft.key, revision: revisjon, byId: viewerOf(request).id };
    const result = await store.write((tx) => approveDraft(tx, given, now()));
    if (result.ok) return reply.goTo(pathTo(draft.key.slug), "caseApproved");
    const words: Partial<Record<Refusal, string>> = {
      own: d.ownDraft,
      changed: d.changedSince,
      incomplete: d.notWhole,
      published: d.publishedMeanwhile,
    };
    const refusal = words[result.reason] ?? d.changedSince;
    return approvePage(request, reply, await find(request), { refusal, errors: {}, ticked: new Set() });
  });

  /** The buttons that need no form: what was refused is told on the page one comes back to. */
  function button(
    path: string,
    notice: NoticeKey,
    act: (draft: Draft, request: FastifyRequest<BySlug>) => Promise<Outcome>,
    to = pathTo,
  ) {
    app.post<BySlug>(`/eksempler/utkast/:slug/${path}`, writers, async (request, reply) => {
      const draft = await find(request);
      const result = await act(draft, request);
      if (!result.ok && result.reason === "none") throw new NotFound();
      return reply.goTo(
        result.ok ? to(draft.key.slug) : pathTo(draft.key.slug),
        result.ok ? notice : "caseChanged",
      );
    });
  }
  const byMe = (request: FastifyRequest) => viewerOf(request).id;

  button("publisering", "casePublished", ({ key, version }) =>
    version.publishedAt
      ? store.write((tx) => setWithdrawn(tx, key.slug, null))
      : store.write((tx) => publishDraft(tx, { ...key, finished: asPublished }, now())),
  );
  button("tilbaketrekking", "caseWithdrawn", ({ key }) =>
    store.write((tx) => setWithdrawn(tx, key.slug, now())),
  );
  button("utgave", "caseVersionStarted", ({ key }, request) => {
    const given = { slug: key.slug, byId: byMe(request), renumbered: asDraft };
    return store.write((tx) => startVersion(tx, given, now()));
  });
  button(
    "kasting",
    "caseDiscarded",
    ({ key }) => store.write((tx) => discardDraft(tx, key)),
    () => "/eksempler/utkast",
  );
  button("sprakfjerning", "saved", async ({ key, sources }, request) => {
    const { sprak } = languageIn(request);
    if (sources.every(({ language }) => language !== sprak)) return { ok: true };
    return store.write((tx) =>
      dropLanguage(tx, { ...key, language: sprak, byId: byMe(request), countFaults }),
    );
  });
  button("sprak", "caseLanguageAdded", async ({ key, sources }, request) => {
    const { sprak } = languageIn(request);
    const from = sources.find(({ language }) => language !== sprak);
    if (!from || sources.length > 1) return { ok: false, reason: "changed" };
    const text = { language: sprak, markdown: beginFrom(from, sprak) };
    const given = {
      ...key,
      text,
      revision: 0,
      byId: byMe(request),
      countFaults,
      others: (other: { markdown: string }) => other.markdown,
    };
    return store.write((tx) => saveDraft(tx, given, now()));
  });

  function languageIn(request: FastifyRequest): { sprak: CaseLanguage } {
    const form = readForm(languageForm, request.body, inLanguage(sharedTexts, request.language));
    return orNotFound(form.ok ? form.value : null);
  }
}

/** Sends a text as a file to keep. */
export function sendFile(reply: FastifyReply, source: { slug: string; language: string; markdown: string }) {
  return reply
    .type("text/markdown; charset=utf-8")
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="${source.slug}.${source.language}.md"`)
    .send(source.markdown);
}

export { languageName };
