/**
 * /dev/mail: what was sent, as a person would see it. For whoever tries the demo, or builds the site:
 * they want to open the newest mail and press its buttons. Registered in demo mode only.
 */
import type { FastifyInstance, FastifyReply } from "fastify";
import { Temporal } from "temporal-polyfill";
import { momentInWords } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { devMailTexts } from "./dev-texts.ts";
import { messageOf, type OutboxRow, rawMessage } from "./message.ts";
import { type MailKey, mailById, mailPage } from "./queries.ts";

type T = Texts<typeof devMailTexts>;
type TagColor = "neutral" | "success" | "warning" | "danger";

interface MailLine {
  path: string;
  subject: string;
  to: string;
  written: string;
  state: { text: string; color: TagColor };
}

declare module "../web/render.ts" {
  interface Pages {
    "mail/dev-list": { t: T; mails: MailLine[]; olderPath: string | null; isFirst: boolean };
    "mail/dev-mail": {
      t: T;
      mail: MailLine;
      facts: { label: string; value: string }[];
      /** The plain text in pieces; those with an address are links. */
      text: { words: string; url: string | null }[];
      calendar: string | null;
    };
  }
}

const pageSize = 20;
const isPublic = { config: { access: "public" } } as const;
const colors: Partial<Record<OutboxRow["state"], TagColor>> = {
  sent: "success",
  retrying: "warning",
  failed: "danger",
  bounced: "danger",
};
/** A mail carries its style in its elements, may load nothing and run nothing; its links lead our page on. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

const keyOf = ({ createdAt, id }: MailKey) => `${createdAt.epochMilliseconds}.${id}`;

function keyFrom(words: string | undefined): MailKey | null {
  const match = /^(\d{1,15})\.([a-z2-7]{26})$/.exec(words ?? "");
  if (!match) return null;
  return { createdAt: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), id: match[2] as string };
}

type Listed = Pick<OutboxRow, "id" | "subject" | "toName" | "state" | "createdAt">;

function lineOf(mail: Listed, t: T, language: Language, now: Temporal.Instant): MailLine {
  return {
    path: `/dev/mail/${mail.id}`,
    subject: mail.subject,
    to: mail.toName,
    written: momentInWords(mail.createdAt, language, now),
    state: { text: t[mail.state], color: colors[mail.state] ?? "neutral" },
  };
}

/** Splits text at its addresses. */
function linked(text: string): { words: string; url: string | null }[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((words) => words !== "")
    .map((words) => ({ words, url: /^https?:\/\//.test(words) ? words : null }));
}

/** Lets this one page show a frame from our own site. */
function allowOwnFrame(reply: FastifyReply): void {
  const policy = String(reply.getHeader("content-security-policy"));
  reply.header("content-security-policy", `${policy};frame-src 'self'`);
}

export function devMailRoutes(app: FastifyInstance, house: House): void {
  const { store, config, now } = house;
  type ById = { Params: { id: string } };
  const find = async (id: string) => orNotFound(await mailById(store.read, id));

  app.get<{ Querystring: { etter?: string } }>("/dev/mail", isPublic, async (request, reply) => {
    const t = inLanguage(devMailTexts, request.language);
    const after = keyFrom(request.query.etter);
    const rows = await mailPage(store.read, after, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return reply.page("mail/dev-list", {
      t,
      title: t.title,
      mails: shown.map((mail) => lineOf(mail, t, request.language, now())),
      olderPath: last && rows.length > pageSize ? `/dev/mail?etter=${keyOf(last)}` : null,
      isFirst: after === null,
    });
  });

  app.get<ById>("/dev/mail/:id", isPublic, async (request, reply) => {
    const row = await find(request.params.id);
    const t = inLanguage(devMailTexts, request.language);
    const mail = lineOf(row, t, request.language, now());
    allowOwnFrame(reply);
    return reply.page("mail/dev-mail", {
      t,
      title: row.subject,
      mail,
      facts: [
        { label: t.to, value: `${row.toName} (${row.toAddress})` },
        { label: t.from, value: config.mailFrom },
        { label: t.written, value: mail.written },
      ],
      text: linked(row.textBody),
      calendar: row.calendarBody?.replaceAll("\r\n", "\n") ?? null,
    });
  });

  app.get<ById>("/dev/mail/:id/innhold", isPublic, async (request, reply) => {
    const { htmlBody } = await find(request.params.id);
    return reply
      .header("content-security-policy", mailPolicy)
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(htmlBody.replace("<head>", '<head><base target="_top">'));
  });

  app.get<ById>("/dev/mail/:id/kilde", isPublic, async (request, reply) => {
    const raw = await rawMessage(messageOf(await find(request.params.id), config.mailFrom));
    return reply.header("cache-control", "no-store").type("text/plain; charset=utf-8").send(raw);
  });
}
