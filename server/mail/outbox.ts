/** Every mail is a row, written in the transaction of what caused it, and sent later by the clock. */
import { and, eq, inArray } from "drizzle-orm";
import type { Eta } from "eta";
import type { Temporal } from "temporal-polyfill";
import type { Config } from "../config.ts";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { timesWhole } from "../web/dates.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import type { MailKind } from "./kinds.ts";
import { outbox } from "./tables.ts";
import { mailTexts } from "./texts.ts";

export interface Recipient {
  /** Empty for someone who is not registered, such as an employer the adviser writes to. */
  id: string;
  name: string;
  email: string;
  language: Language;
}

export interface MailSection {
  heading: string;
  lines: string[];
  link?: { label: string; url: string };
}

/** A mail as a room composes it: what it says, not how it is drawn. */
export interface Mail {
  kind: MailKind;
  to: Recipient;
  subject: string;
  /** The first thing read; one or two sentences per paragraph. */
  paragraphs: string[];
  /** Label and value pairs, such as when and where. */
  facts?: { label: string; value: string }[];
  /** What the buttons answer, said right before them. */
  question?: string;
  /** Buttons: full addresses. The first one is the main one. */
  links?: { label: string; url: string }[];
  /** What comes after the buttons: a heading with lines under it, each with a link at most. */
  sections?: MailSection[];
  /** Small print below, such as why one gets the mail. */
  footer?: string[];
  /** What stands last of all, such as where one chooses what to get. */
  lastLink?: { label: string; url: string };
  calendar?: { method: "REQUEST" | "CANCEL"; body: string };
  headers?: Record<string, string>;
  gatheringId?: string;
  /** Without brackets; made when not given. */
  messageId?: string;
  /** A mail with a key that was queued before is not queued again. */
  onceKey?: string;
  /** Not sent before this moment. */
  notBefore?: Temporal.Instant;
  /** Not sent after this moment: aborted then, visibly. */
  notAfter?: Temporal.Instant;
}

export interface Mailer {
  baseUrl: string;
  /** The domain of MAIL_FROM, for UIDs and Message-IDs. */
  domain: string;
  /** The bare address of MAIL_FROM: organiser of every gathering. */
  fromAddress: string;
  /** The name in MAIL_FROM. */
  fromName: string;
  secret: string;
  /**
   * Writes the mail into the outbox. False when its `onceKey` was there already.
   * Throws when its Message-ID was, or when its calendar says another method than the mail.
   */
  queue(tx: Tx, mail: Mail, now: Temporal.Instant): Promise<boolean>;
  /** The same for many, a batch at a time. Returns how many were written. */
  queueAll(tx: Tx, mails: readonly Mail[], now: Temporal.Instant): Promise<number>;
}

/** The bare address in `Name <address>` or `address`. */
export function bareAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from.trim();
}

/** The name in `Name <address>`; the address when there is none. */
export function nameIn(from: string): string {
  return /^([^<]+)</.exec(from)?.[1]?.trim() || bareAddress(from);
}

/** Tells other machines that nobody sits behind this mail, so that none of them answers it. */
const automatic = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "OOF, AutoReply",
};
/** Rows in one insert: far below the number of values either engine takes. */
const batchSize = 200;

function plainText(mail: Mail): string {
  const link = ({ label, url }: { label: string; url: string }) => `${label}:\n${url}`;
  const section = ({ heading, lines, link: to }: MailSection) =>
    [heading, ...lines, ...(to ? [link(to)] : [])].join("\n");
  const blocks = [
    ...mail.paragraphs,
    (mail.facts ?? [])
      .map(({ label, value }) => `${label}${label.endsWith("?") ? "" : ":"} ${value}`)
      .join("\n"),
    mail.question ?? "",
    ...(mail.links ?? []).map(link),
    ...(mail.sections ?? []).map(section),
    ...(mail.footer ?? []),
    ...(mail.lastLink ? [link(mail.lastLink)] : []),
  ];
  const text = blocks.filter((block) => block !== "").join("\n\n");
  return `${text.replaceAll("\u00a0", " ")}\n`; // what holds together on a page is an odd sign in plain text
}

/** A header's words on one line, whatever a name or a title was made to hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
const oneLine = (words: string) => words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();

/** Mail programs that read METHOD in the part's header and in its text must read the same. */
function requireOneMethod({ calendar }: Mail): void {
  if (calendar && !calendar.body.includes(`\r\nMETHOD:${calendar.method}\r\n`)) {
    throw new Error(`the calendar of the mail is not ${calendar.method}`);
  }
}

/** Makes what rooms queue mail with. */
export function makeMailer(config: Config, templates: Eta): Mailer {
  const fromAddress = bareAddress(config.mailFrom);
  const domain = fromAddress.split("@")[1] as string;

  function render(mail: Mail): string {
    const t = inLanguage(mailTexts, mail.to.language);
    const nothing = { question: "", facts: [], links: [], sections: [], footer: [], lastLink: null };
    return templates.render("/mail/mail", {
      ...nothing,
      ...mail,
      t,
      language: mail.to.language,
      times: timesWhole.inMail,
    });
  }

  function rowOf(mail: Mail, now: Temporal.Instant): typeof outbox.$inferInsert {
    requireOneMethod(mail);
    return {
      kind: mail.kind,
      personId: mail.to.id || null,
      gatheringId: mail.gatheringId ?? null,
      toAddress: mail.to.email,
      toName: oneLine(mail.to.name),
      subject: oneLine(mail.subject),
      textBody: plainText(mail),
      htmlBody: render(mail),
      calendarMethod: mail.calendar?.method ?? null,
      calendarBody: mail.calendar?.body ?? null,
      headers: { ...automatic, ...mail.headers },
      messageId: mail.messageId ?? `${mail.kind}.${newId()}@${domain}`,
      onceKey: mail.onceKey ?? null,
      state: "queued",
      notBefore: mail.notBefore ?? now,
      notAfter: mail.notAfter ?? null,
      createdAt: now,
    };
  }

  async function queueAll(tx: Tx, mails: readonly Mail[], now: Temporal.Instant): Promise<number> {
    let written = 0;
    const reachable = mails.filter((mail) => mail.to.email !== ""); // those who are erased have no address
    for (let from = 0; from < reachable.length; from += batchSize) {
      const rows = await tx
        .insert(outbox)
        .values(reachable.slice(from, from + batchSize).map((mail) => rowOf(mail, now)))
        .onConflictDoNothing({ target: outbox.onceKey })
        .returning({ id: outbox.id });
      written += rows.length;
    }
    return written;
  }

  return {
    baseUrl: config.baseUrl,
    domain,
    fromAddress,
    fromName: nameIn(config.mailFrom),
    secret: config.secret,
    queue: async (tx, mail, now) => (await queueAll(tx, [mail], now)) > 0,
    queueAll,
  };
}

/**
 * Calls back mails about a gathering that were not sent yet, because a newer one tells more. One that
 * is being sent at this moment goes.
 * @param kinds the kinds that the newer mail makes needless
 * @returns kind and person of those called back
 */
export async function callBack(
  tx: Tx,
  facts: { gatheringId: string; personIds: readonly string[]; kinds: readonly string[] },
): Promise<{ kind: string; personId: string }[]> {
  const calledBack = [];
  for (let from = 0; from < facts.personIds.length; from += batchSize) {
    calledBack.push(
      ...(await tx
        .update(outbox)
        .set({ state: "aborted" })
        .where(
          and(
            eq(outbox.gatheringId, facts.gatheringId),
            inArray(outbox.personId, facts.personIds.slice(from, from + batchSize)),
            inArray(outbox.kind, [...facts.kinds]),
            inArray(outbox.state, ["queued", "retrying"]),
          ),
        )
        .returning({ kind: outbox.kind, personId: outbox.personId })),
    );
  }
  return calledBack as { kind: string; personId: string }[];
}
