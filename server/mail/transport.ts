/** Where mail goes: to the mail server of SMTP_URL, or without one into files. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import type { Config } from "../config.ts";
import { closedDoors, messageOf, type OutboxRow, rawMessage } from "./message.ts";

/** How long one message may take in all; shorter than the lease of `delivery.ts`. */
export const sendingSeconds = 120;

export interface Transport {
  /** Resolves when the message was accepted; throws what the mail server or the connection said. */
  send(row: OutboxRow): Promise<void>;
  close(): void;
}

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "dataFolder"> & Partial<Pick<Config, "dkim">>;

/** What the signature covers; receivers count one-click unsubscribing only when both its headers are in. */
const signedHeaders = [
  ...["from", "to", "subject", "date", "message-id", "in-reply-to", "references", "mime-version"],
  ...["content-type", "auto-submitted", "list-unsubscribe", "list-unsubscribe-post"],
].join(":");

function signing(dkim: Config["dkim"] | undefined) {
  if (!dkim) return {};
  const { domain: domainName, selector: keySelector, privateKey } = dkim;
  return { dkim: { domainName, keySelector, privateKey, headerFieldNames: signedHeaders } };
}

/** A pool of connections. It never tries again by itself: the outbox alone decides on that. */
function smtpTransport(smtpUrl: string, mailFrom: string, dkim: Config["dkim"] | undefined): Transport {
  const pool = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    ...signing(dkim),
    ...closedDoors,
  });
  return {
    send: async (row) => {
      const signal = AbortSignal.timeout(sendingSeconds * 1000);
      await pool.sendMail({ ...messageOf(row, mailFrom), signal });
    },
    close: () => pool.close(),
  };
}

/** One `.eml` per mail, named by time and id: a file is there whole or not at all. */
function fileTransport(folder: string, mailFrom: string): Transport {
  return {
    send: async (row) => {
      await mkdir(folder, { recursive: true });
      const name = `${row.createdAt.toString().replaceAll(":", ".")}-${row.id}.eml`;
      const unfinished = join(folder, `.${row.id}-${row.attempts}`);
      await writeFile(unfinished, await rawMessage(messageOf(row, mailFrom)));
      await rename(unfinished, join(folder, name));
    },
    close: () => undefined,
  };
}

export function makeTransport({ smtpUrl, mailFrom, dataFolder, dkim }: MailConfig): Transport {
  return smtpUrl ? smtpTransport(smtpUrl, mailFrom, dkim) : fileTransport(join(dataFolder, "mail"), mailFrom);
}
