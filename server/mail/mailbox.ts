/**
 * Reads the organiser's mailbox over IMAP: told of new mail by IDLE, and looking by itself now and then.
 * A message is acknowledged (marked as read) after what it said is stored; one that was handled but not
 * acknowledged comes again and does nothing, since its Message-ID is known.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import { mostBytes } from "./message-in.ts";

export interface MailboxOptions {
  /** imaps://user:password@host:port/mailbox */
  inboxUrl: string;
  /** Stores and judges one message; throws when nothing could be stored, and it is tried again then. */
  handle(raw: Buffer, receivedAt: Temporal.Instant): Promise<unknown>;
  /** Told of a connection that broke or a message that could not be stored; never of contents. */
  onFault(error: unknown): void;
  now?: () => Temporal.Instant;
  /** How often to look, however quiet the server is. */
  pollSeconds?: number;
  /** The longest pause between tries to connect. */
  longestPauseSeconds?: number;
}

const batch = 50;

async function clientFor(inboxUrl: string): Promise<{ client: ImapFlow; mailbox: string }> {
  const { ImapFlow } = await import("imapflow"); // only where a mailbox is read
  const url = new URL(inboxUrl);
  const secure = url.protocol === "imaps:";
  const client = new ImapFlow({
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 993 : 143,
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 30_000,
    greetingTimeout: 16_000,
    socketTimeout: 300_000,
  });
  client.on("error", () => undefined); // the close that follows ends the turn
  return { client, mailbox: decodeURIComponent(url.pathname.slice(1)) || "INBOX" };
}

/**
 * Handles what is unread, oldest first, and acknowledges each after its commit.
 * @returns whether there may be more at once
 */
async function readNew(
  client: ImapFlow,
  { handle, onFault, now }: Required<MailboxOptions>,
  isStopped: () => boolean,
): Promise<boolean> {
  const found = await client.search({ seen: false }, { uid: true });
  const uids = (found || []).sort((a, b) => a - b).slice(0, batch);
  let handled = 0;
  for (const uid of uids) {
    if (isStopped()) return false;
    const source = { start: 0, maxLength: mostBytes + 1 };
    const message = await client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
    if (message === false || !message.source) continue;
    try {
      await handle(message.source, receivedAt(message.internalDate, now()));
      await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      handled += 1;
    } catch (error) {
      if (!client.usable) throw error;
      onFault(error);
    }
  }
  return handled === batch;
}

/** When our server took the message; never later than now. */
function receivedAt(date: Date | string | undefined, now: Temporal.Instant): Temporal.Instant {
  const milliseconds = date ? new Date(date).getTime() : Number.NaN;
  const isGood = milliseconds <= now.epochMilliseconds;
  return isGood ? Temporal.Instant.fromEpochMilliseconds(milliseconds) : now;
}

/**
 * Starts reading. Any number of processes may read the same mailbox: a message counts once.
 * @returns stops after the message under way
 */
export function startMailbox(given: MailboxOptions): () => Promise<void> {
  const options = { now: () => Temporal.Now.instant(), pollSeconds: 60, longestPauseSeconds: 300, ...given };
  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;
  let current: ImapFlow | null = null;

  /** One connection, until it ends. */
  async function turn(onConnected: () => void): Promise<void> {
    const { client, mailbox } = await clientFor(options.inboxUrl);
    current = client;
    try {
      await client.connect();
      await client.mailboxOpen(mailbox);
      onConnected();
      let hasNews = false;
      client.on("exists", () => {
        hasNews = true;
      });
      while (!isStopped() && client.usable) {
        hasNews = false;
        const isMore = await readNew(client, options, isStopped);
        if (!isMore) await waitForNews(client, () => hasNews, options.pollSeconds, stopping.signal);
      }
    } finally {
      client.close();
    }
  }

  async function loop(): Promise<void> {
    for (let tries = 0; !isStopped(); tries++) {
      try {
        await turn(() => {
          tries = 0;
        });
      } catch (error) {
        if (!isStopped()) options.onFault(error);
      }
      const seconds = Math.min(2 ** tries, options.longestPauseSeconds) * (0.5 + Math.random() / 2);
      await pause(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = loop();
  return async () => {
    stopping.abort();
    await running;
    current?.close();
  };
}

/** Waits in IDLE until the server tells of new mail, the connection ends, or it is time to look. */
function waitForNews(client: ImapFlow, hasNews: () => boolean, seconds: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off("exists", done);
      client.off("close", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    client.once("exists", done);
    client.once("close", done);
    signal.addEventListener("abort", done, { once: true });
    if (hasNews() || signal.aborted) done();
    else client.idle().catch(() => undefined);
  });
}
