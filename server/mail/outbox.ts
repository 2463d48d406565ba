/** Every mail is a row, written in the transaction of what caused it, and sent later by the clock. */
import type { Eta } from "eta";
import type { Temporal } from "temporal-polyfill";
import type { Config } from "../config.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { outbox } from "./tables.ts";
import { mailTexts } from "./texts.ts";

export interface Recipient {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** A mail as a room composes it: what it says, not how it is drawn. */
export interface Mail {
  kind: string;
  to: Recipient;
  subject: string;
  /** The first thing read; one or two sentences per paragraph. */
  paragraphs: string[];
  /** Label and value pairs, such as when and where. */
  facts?: { label: string; value: string }[];
  /** Buttons: full addresses. The first one is the main one. */
  links?: { label: string; url: string }[];
  /** Small print below, such as why one gets the mail. */
  footer?: string[];
  calendar?: { method: "REQUEST" | "CANCEL"; body: string };
  headers?: Record<string, string>;
  gatheringId?: string;
  /** Without brackets; made when not given. */
  messageId?: string;
  /** A mail with a key that was queued before is not queued again. */
  onceKey?: string;
  /** Not sent before this moment. */
  notBefore?: Temporal.Instant;
}

export interface Mailer {
  baseUrl: string;
  /** The domain of MAIL_FROM, for UIDs and Message-IDs. */
  domain: string;
  /** The bare address of MAIL_FROM: organiser of every gathering. */
  fromAddress: string;
  secret: string;
  /** Writes the mail into the outbox. False when its `onceKey` was there already. */
  queue(tx: Tx, mail: Mail, now: Temporal.Instant): Promise<boolean>;
}

/** The bare address in `Name <address>` or `address`. */
export function bareAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from.trim();
}

const automatic = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "OOF, AutoReply",
};

function plainText(mail: Mail): string {
  const facts = (mail.facts ?? []).map(({ label, value }) => `${label}: ${value}`);
  const links = (mail.links ?? []).map(({ label, url }) => `${label}:\n${url}`);
  const blocks = [...mail.paragraphs, facts.join("\n"), ...links, ...(mail.footer ?? [])];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Makes what rooms queue mail with. */
export function makeMailer(config: Config, templates: Eta): Mailer {
  const fromAddress = bareAddress(config.mailFrom);
  const domain = fromAddress.split("@")[1] as string;

  function render(mail: Mail): string {
    const t = inLanguage(mailTexts, mail.to.language);
    return templates.render("/mail/mail", {
      facts: [],
      links: [],
      footer: [],
      ...mail,
      t,
      language: mail.to.language,
      baseUrl: config.baseUrl,
    });
  }

  return {
    baseUrl: config.baseUrl,
    domain,
    fromAddress,
    secret: config.secret,
    async queue(tx, mail, now) {
      const rows = await tx
        .insert(outbox)
        .values({
          kind: mail.kind,
          personId: mail.to.id,
          gatheringId: mail.gatheringId ?? null,
          toAddress: mail.to.email,
          toName: mail.to.name,
          subject: mail.subject,
          textBody: plainText(mail),
          htmlBody: render(mail),
          calendarMethod: mail.calendar?.method ?? null,
          calendarBody: mail.calendar?.body ?? null,
          headers: { ...automatic, ...mail.headers },
          messageId: mail.messageId ?? `${mail.kind}.${newId()}@${domain}`,
          onceKey: mail.onceKey ?? null,
          state: "queued",
          notBefore: mail.notBefore ?? now,
          createdAt: now,
        })
        .onConflictDoNothing()
        .returning({ id: outbox.id });
      return rows.length > 0;
    },
  };
}
