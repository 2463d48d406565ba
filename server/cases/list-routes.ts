/** The list of cases: what there is, what one has done with it, and finding one. */
import type { FastifyInstance } from "fastify";
import { hasRole, viewerOf } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { timesOf } from "./case-page.ts";
import type { Catalogue } from "./catalogue.ts";
import { discussionsFor } from "./discussed.ts";
import { findCases, sectorsOf, type Wanted, wantNothing } from "./finding.ts";
import { workplaceSizes } from "./front-matter.ts";
import { type Case, caseLanguage } from "./library.ts";
import { casesWrittenTo, readingsBy } from "./queries.ts";
import { caseTexts } from "./texts.ts";

type T = Texts<typeof caseTexts>;
type Choice = { value: string; label: string };

interface Card {
  href: string;
  title: string;
  text: string;
  lang: string;
  facts: string;
  themes: string;
  tags: { text: string; color?: string }[];
}
interface ListProps {
  t: T;
  cards: Card[];
  progress: string;
  wanted: Wanted;
  isFiltered: boolean;
  /** By something besides words: the choices stand open. */
  isNarrowed: boolean;
  found: string;
  choices: { sectors: Choice[]; sizes: Choice[]; themes: Choice[]; minutes: Choice[] };
  more: string | null;
  mayWrite: boolean;
}
declare module "../web/render.ts" {
  interface Pages {
    "cases/list": ListProps;
  }
}

const pageSize = 20;
/** The first of them say what a case is most about; all stand on its page. */
const mostThemes = 2;
const lengths = [30, 45, 60];
const sizeKeys = { liten: "sizeLiten", middels: "sizeMiddels", stor: "sizeStor" } as const;

type Query = Partial<Record<"sok" | "bransje" | "storrelse" | "tema" | "tid" | "nytt" | "etter", unknown>>;

/** What an address asks for; what it cannot mean counts as nothing. */
function wantedIn(query: Query): Wanted {
  const one = (value: unknown, most = 60) => (typeof value === "string" ? value.trim().slice(0, most) : "");
  const minutes = Number(one(query.tid));
  return {
    words: one(query.sok, 100),
    sector: one(query.bransje),
    size: one(query.storrelse),
    theme: one(query.tema),
    minutes: lengths.includes(minutes) ? minutes : 0,
    notDiscussed: one(query.nytt) !== "",
  };
}

function queryOf({ words, sector, size, theme, minutes, notDiscussed }: Wanted, after: string): string {
  const given = {
    sok: words,
    bransje: sector,
    storrelse: size,
    tema: theme,
    tid: minutes === 0 ? "" : String(minutes),
    nytt: notDiscussed ? "ja" : "",
    etter: after,
  };
  return String(new URLSearchParams(Object.entries(given).filter(([, value]) => value !== "")));
}

/** What a person has done with the cases. */
interface Done {
  read: Map<string, number>;
  written: Set<string>;
  attended: Set<string>;
}

function tagsOf(one: Case, done: Done, t: T): Card["tags"] {
  const version = done.read.get(one.slug);
  const isRead = version === one.version;
  return [
    ...(isRead ? [{ text: t.read, color: "success" }] : []),
    ...(version !== undefined && !isRead ? [{ text: t.newVersion, color: "warning" }] : []),
    ...(done.written.has(`${one.slug} ${one.version}`) ? [{ text: t.reflected, color: "info" }] : []),
    ...(done.attended.has(one.slug) ? [{ text: t.discussed, color: "info" }] : []),
  ];
}

export function caseListRoutes(
  app: FastifyInstance,
  { store, now }: House,
  catalogue: Catalogue,
  themes: {
    label: (slug: string, language: Language) => string;
    choices: (language: Language) => Choice[];
  },
): void {
  function cardOf(one: Case, done: Done, language: Language): Card {
    const t = inLanguage(caseTexts, language);
    const { title, summary, themes: slugs, language: written } = one.texts[caseLanguage(language)];
    const [readingTime] = timesOf(one, language);
    return {
      href: `/eksempler/${one.slug}`,
      title,
      text: summary,
      lang: written === language ? "" : written,
      facts: done.read.has(one.slug) ? readingTime : `${readingTime}\u00a0· ${t.notRead}`,
      themes: slugs
        .slice(0, mostThemes)
        .map((slug) => themes.label(slug, language))
        .join("\u00a0· "),
      tags: tagsOf(one, done, t),
    };
  }

  function choicesOf(cases: Iterable<Case>, language: Language): ListProps["choices"] {
    const t = inLanguage(caseTexts, language);
    const touched = new Set([...cases].flatMap((one) => one.themes));
    return {
      sectors: sectorsOf(cases, language).map((sector) => ({ value: sector, label: sector })),
      sizes: workplaceSizes.map((size) => ({ value: size, label: t[sizeKeys[size]] })),
      themes: themes.choices(language).filter(({ value }) => touched.has(value)),
      minutes: lengths.map((n) => ({ value: String(n), label: t.atMostMinutes(n) })),
    };
  }

  app.get<{ Querystring: Query }>(
    "/eksempler",
    { config: { access: "signed-in", offline: { onlyWithoutQuery: true } } },
    async (request, reply) => {
      const { language } = request;
      const t = inLanguage(caseTexts, language);
      const viewer = viewerOf(request);
      const published = [...(await catalogue.published()).values()];
      const talks = await discussionsFor(store, viewer.id, now());
      const done: Done = {
        read: await readingsBy(store, viewer.id),
        written: await casesWrittenTo(store, viewer.id),
        attended: new Set(talks.filter(({ wasThere }) => wasThere).map(({ slug }) => slug)),
      };
      const wanted = wantedIn(request.query);
      const discussed = new Set(talks.map(({ slug }) => slug));
      const found = findCases(published, wanted, language, discussed, themes.label);
      const after = found.findIndex(({ slug }) => slug === request.query.etter);
      const shown = found.slice(after + 1, after + 1 + pageSize);
      const last = shown.at(-1)?.slug ?? "";
      const readNow = published.filter(({ slug }) => done.read.has(slug)).length;
      return reply.page("cases/list", {
        t,
        title: t.cases,
        cards: shown.map((one) => cardOf(one, done, language)),
        progress:
          readNow === 0
            ? ""
            : t.progress(numberInWords(readNow, language), numberInWords(published.length, language)),
        wanted,
        isNarrowed: queryOf({ ...wanted, words: "" }, "") !== "",
        isFiltered: queryOf(wanted, "") !== queryOf(wantNothing, ""),
        found: found.length === 0 ? t.foundNone : t.found(found.length),
        choices: choicesOf(published, language),
        more: after + 1 + pageSize < found.length ? `/eksempler?${queryOf(wanted, last)}` : null,
        mayWrite: hasRole(viewer, "adviser"),
      });
    },
  );
}
