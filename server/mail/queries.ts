/** Reads of the outbox. */
import { asc, desc, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { afterKey } from "../store/paging.ts";
import type { Reader } from "../store/store.ts";
import { outbox } from "./tables.ts";

/** Where a page of mails ended. */
export interface MailKey {
  createdAt: Temporal.Instant;
  id: string;
}

/** Mails, newest first, a page at a time. @param after the last one of the page before */
export async function mailPage(read: Reader, after: MailKey | null, size: number) {
  const isOlder = after
    ? afterKey("desc", outbox.createdAt, outbox.id, { value: after.createdAt, id: after.id })
    : undefined;
  return read
    .select({
      id: outbox.id,
      kind: outbox.kind,
      toName: outbox.toName,
      subject: outbox.subject,
      state: outbox.state,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(isOlder)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(size);
}

/** One mail, or null. */
export async function mailById(read: Reader, id: string) {
  const [mail] = await read.select().from(outbox).where(eq(outbox.id, id));
  return mail ?? null;
}

/** Every mail about a gathering, oldest first: to whom, what, and where it stands. */
export const mailsAbout = (read: Reader, gatheringId: string) =>
  read
    .select({
      id: outbox.id,
      kind: outbox.kind,
      personId: outbox.personId,
      state: outbox.state,
      lastError: outbox.lastError,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.gatheringId, gatheringId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
export type MailAbout = Awaited<ReturnType<typeof mailsAbout>>[number];
