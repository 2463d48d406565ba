/**
 * The log of access: who saw and changed what of a person, in ids and dates. Rows are added here and
 * nowhere else, are never changed, and go only when the clock erases what is older than its limit.
 */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { alias } from "../store/columns.ts";
import { afterKey } from "../store/paging.ts";
import type { Reader, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { type AuditEvent, auditLog, persons } from "./tables.ts";

export interface AuditNote {
  /** Who did it; null for the clock and the command line. */
  byId: string | null;
  event: AuditEvent;
  /** Whom it is about: everyone on the page or in the file. */
  personIds: readonly string[];
  /** The gathering, piece of feedback or network it was seen in. */
  thingId?: string;
}

const batchSize = 500;

/**
 * Notes that someone saw or changed something of these people. The same on the same day is noted once.
 * Call it in the transaction that does the thing; for pages that only show, use `noteSeen`.
 */
export async function audit(tx: Tx, note: AuditNote, now: Temporal.Instant): Promise<void> {
  const { byId, event, thingId = "" } = note;
  const facts = { byId, event, thingId, onDate: localDate(now).toString(), at: now };
  const ids = [...new Set(note.personIds)];
  for (let from = 0; from < ids.length; from += batchSize) {
    const rows = ids.slice(from, from + batchSize).map((personId) => ({ personId, ...facts }));
    await tx.insert(auditLog).values(rows).onConflictDoNothing();
  }
}

/** Those of these people for whom this is not noted today. */
async function notNoted(read: Reader, note: AuditNote & { byId: string }, today: string): Promise<string[]> {
  const others = [...new Set(note.personIds)].filter((id) => id !== note.byId);
  const noted = new Set<string>();
  for (let from = 0; from < others.length; from += batchSize) {
    const rows = await read
      .select({ personId: auditLog.personId })
      .from(auditLog)
      .where(
        and(
          inArray(auditLog.personId, others.slice(from, from + batchSize)),
          eq(auditLog.onDate, today),
          eq(auditLog.byId, note.byId),
          eq(auditLog.event, note.event),
          eq(auditLog.thingId, note.thingId ?? ""),
        ),
      );
    for (const { personId } of rows) noted.add(personId);
  }
  return others.filter((id) => !noted.has(id));
}

/**
 * For a page that shows personal data: notes who saw whom. One statement when it is noted already, so
 * that looking again costs next to nothing. Seeing oneself is not noted.
 */
export async function noteSeen(
  { store, now }: Pick<House, "store" | "now">,
  note: AuditNote & { byId: string },
): Promise<void> {
  const at = now();
  const personIds = await notNoted(store.read, note, localDate(at).toString());
  if (personIds.length > 0) await store.write((tx) => audit(tx, { ...note, personIds }, at));
}

export interface AuditRow {
  id: string;
  at: Temporal.Instant;
  event: AuditEvent;
  /** Null for someone who was taken out of the register again. */
  personName: string | null;
  /** Null for the clock and the command line. */
  byName: string | null;
  byId: string | null;
  personId: string;
}

export interface AuditPage {
  /** Whom it is about; everyone when left out. */
  personId?: string;
  /** Who did it; anyone when left out. */
  byId?: string;
  /** The last row of the page before. */
  after: { at: Temporal.Instant; id: string } | null;
  size: number;
}

const about = alias(persons, "audit_about");
const by = alias(persons, "audit_by");

/** The log, newest first, a page at a time. */
export async function auditPage(
  read: Reader,
  { personId, byId, after, size }: AuditPage,
): Promise<AuditRow[]> {
  const isEarlier = after
    ? afterKey("desc", auditLog.at, auditLog.id, { value: after.at, id: after.id })
    : undefined;
  return read
    .select({
      id: auditLog.id,
      at: auditLog.at,
      event: auditLog.event,
      personId: auditLog.personId,
      personName: about.name,
      byId: auditLog.byId,
      byName: by.name,
    })
    .from(auditLog)
    .leftJoin(about, eq(about.id, auditLog.personId))
    .leftJoin(by, eq(by.id, auditLog.byId))
    .where(
      and(
        personId ? eq(auditLog.personId, personId) : undefined,
        byId ? eq(auditLog.byId, byId) : undefined,
        isEarlier,
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(size);
}
