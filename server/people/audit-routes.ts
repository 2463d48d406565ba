/** The log of access: for the person it is about, and all of it for administrators. */
import type { FastifyInstance } from "fastify";
import { Temporal } from "temporal-polyfill";
import { viewerOf } from "../web/access.ts";
import { localDate, longDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { type AuditPage, type AuditRow, auditPage } from "./audit.ts";
import { auditTexts, selfTexts } from "./self-texts.ts";

type T = Texts<typeof selfTexts>;
interface Line {
  who: string;
  what: string;
  /** Whom it is about; null on one's own page. */
  about: string | null;
  on: string;
}
declare module "../web/render.ts" {
  interface Pages {
    "people/audit": {
      t: T;
      intro: string;
      none: string;
      lines: Line[];
      next: string | null;
      backTo: string;
    };
  }
}

const pageSize = 50;
const own = { config: { access: "signed-in", isBeforeDeclaration: true } } as const;
const administrators = { config: { access: ["administrator"] } } as const;
type Paged = { Querystring: { etter?: string | string[] } };

function readCursor(text: unknown): AuditPage["after"] {
  const [, at, id] = /^(\d{1,15})-([a-z2-7]{26})$/.exec(String(text ?? "")) ?? [];
  return at && id ? { at: Temporal.Instant.fromEpochMilliseconds(Number(at)), id } : null;
}

function lineOf(row: AuditRow, viewerId: string, isOwnPage: boolean, language: Language): Line {
  const t = inLanguage(selfTexts, language);
  const who = row.byId === viewerId ? t.you : (row.byName ?? t.machine);
  return {
    who,
    what: auditTexts[row.event][language],
    about: isOwnPage ? null : t.about(row.personName),
    on: longDate(localDate(row.at).toString(), language),
  };
}

export function auditRoutes(app: FastifyInstance, { store }: House): void {
  async function page(
    path: string,
    etter: unknown,
    viewerId: string,
    language: Language,
    isOwnPage: boolean,
  ) {
    const whose = isOwnPage ? { personId: viewerId } : {};
    const rows = await auditPage(store.read, { ...whose, after: readCursor(etter), size: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const next =
      rows.length > pageSize && last ? `${path}?etter=${last.at.epochMilliseconds}-${last.id}` : null;
    return { lines: shown.map((row) => lineOf(row, viewerId, isOwnPage, language)), next };
  }

  app.get<Paged>("/min-side/innsyn", own, async (request, reply) => {
    const { language } = request;
    const t = inLanguage(selfTexts, language);
    const shown = await page("/min-side/innsyn", request.query.etter, viewerOf(request).id, language, true);
    const words = { t, title: t.auditTitle, intro: t.auditIntro, none: t.auditNone, backTo: "/min-side" };
    return reply.page("people/audit", { ...words, ...shown });
  });

  app.get<Paged>("/innsyn", administrators, async (request, reply) => {
    const { language } = request;
    const t = inLanguage(selfTexts, language);
    const shown = await page("/innsyn", request.query.etter, viewerOf(request).id, language, false);
    const words = {
      t,
      title: t.auditLogTitle,
      intro: t.auditLogIntro,
      none: t.auditLogNone,
      backTo: "/personer",
    };
    return reply.page("people/audit", { ...words, ...shown });
  });
}
