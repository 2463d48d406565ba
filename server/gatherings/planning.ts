/** One gathering: created, changed, cancelled, deleted. Whoever is invited hears of what concerns them. */
import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { newId } from "../store/columns.ts";
import { shapes } from "../store/shape.ts";
import type { Tx } from "../store/store.ts";
import { instantOf, zone } from "../web/dates.ts";
import { announceChange } from "./invitation.ts";
import { inviteDate } from "./invite-later.ts";
import type { LaterRooms } from "./later.ts";
import { hasBegun } from "./series.ts";
import { agendaItems, attendance, gatherings, invitations, type StandardAgendaItem } from "./tables.ts";
import { fillPlaces, mailUnseated, seatedCount, unseatBeyond } from "./waiting-list.ts";

/** What an adviser writes about a gathering. */
export interface GatheringFacts {
  title: string;
  themeSlug: string | null;
  intro: string;
  localDate: string;
  startTime: string;
  endTime: string;
  place: string;
  link: string | null;
  capacity: number | null;
}
export const factNames = [
  "title",
  "themeSlug",
  "intro",
  "localDate",
  "startTime",
  "endTime",
  "place",
  "link",
  "capacity",
] as const satisfies (keyof GatheringFacts)[];

/** A change of these makes people answer anew; of the next ones they are told; of others not. */
const materialFacts: (keyof GatheringFacts)[] = ["localDate", "startTime", "endTime", "place"];
const toldFacts: (keyof GatheringFacts)[] = ["title", "intro", "link"];

type Gathering = typeof gatherings.$inferSelect;
type TimeFault = { ok: false; reason: "end-before-start" | "past" };
type Taken = { ok: false; reason: "taken"; gatheringId: string };

function timeFault(facts: GatheringFacts, now: Temporal.Instant): TimeFault | null {
  if (facts.endTime <= facts.startTime) return { ok: false, reason: "end-before-start" };
  return hasBegun(facts.localDate, facts.startTime, now) ? { ok: false, reason: "past" } : null;
}

const derivedFrom = (facts: GatheringFacts) => ({
  zone,
  startsAt: instantOf(facts.localDate, facts.startTime),
  endsAt: instantOf(facts.localDate, facts.endTime),
});

/** The gathering a network holds at that very time, cancelled ones apart. */
async function gatheringAt(tx: Tx, networkId: string, facts: GatheringFacts): Promise<Gathering | undefined> {
  const startsAt = instantOf(facts.localDate, facts.startTime);
  const [found] = await tx
    .select()
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, networkId),
        eq(gatherings.startsAt, startsAt),
        isNull(gatherings.cancelledAt),
      ),
    );
  return found;
}

/**
 * Creates a draft with an agenda. The same title at the same time is the same press of the button:
 * the first one's id comes back and nothing is created.
 * @returns refused with `end-before-start`, `past`, or `taken` by another gathering at that time
 */
export async function createGathering(
  tx: Tx,
  given: {
    networkId: string;
    facts: GatheringFacts;
    agenda: StandardAgendaItem[];
    byId: string;
    audience?: "everyone" | "counsellors";
  },
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | TimeFault | Taken> {
  const { networkId, facts, agenda, byId, audience = "everyone" } = given;
  const fault = timeFault(facts, now);
  if (fault) return fault;
  const other = await gatheringAt(tx, networkId, facts);
  if (other?.title === facts.title) return { ok: true, id: other.id };
  if (other) return { ok: false, reason: "taken", gatheringId: other.id };
  const id = newId();
  await tx
    .insert(gatherings)
    .values({ id, networkId, audience, ...facts, ...derivedFrom(facts), createdById: byId, createdAt: now });
  const items = agenda.map((item, index) => ({ gatheringId: id, position: index + 1, ...item }));
  if (items.length > 0) await tx.insert(agendaItems).values(items);
  return { ok: true, id };
}

/** What people are told of a change: that they must answer anew, that the words are new, or nothing. */
export function kindOfChange(
  before: GatheringFacts,
  after: GatheringFacts,
): "material" | "text" | "quiet" | null {
  const differs = (name: keyof GatheringFacts) => before[name] !== after[name];
  if (materialFacts.some(differs)) return "material";
  if (toldFacts.some(differs)) return "text";
  return factNames.some(differs) ? "quiet" : null;
}

type ChangeRefusal =
  | TimeFault
  | Taken
  | { ok: false; reason: "cancelled" | "begun" }
  | { ok: false; reason: "too-small"; seated: number }
  /** Someone else saved in between; what stands there now. */
  | { ok: false; reason: "changed"; current: Gathering };

/**
 * Changes a gathering. Time or place: SEQUENCE rises and people answer anew; other words: people are
 * told; theme and capacity: nobody is, but more room seats those waiting. Nothing changed: nothing happens.
 * @param given.version the one the editor saw
 * @param given.mayUnseat a room too small for those who have a place: the last who asked go back to the
 *   head of the line and are told; without it such a change is refused
 * @param given.seriesDate the date its series gives it now, when the series moved it
 * @returns refused with `changed` when someone saved in between, `begun` once it has started,
 *   `cancelled`, `end-before-start`, `past` when moved there, `taken`, `too-small` for those seated
 */
export async function changeGathering(
  tx: Tx,
  mailer: Mailer,
  given: {
    gatheringId: string;
    version: number;
    facts: GatheringFacts;
    byId: string;
    mayUnseat?: boolean;
    seriesDate?: string;
  },
  now: Temporal.Instant,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<{ ok: true; change: "material" | "text" | "quiet" | null } | ChangeRefusal> {
  const { gatheringId, version, facts, byId } = given;
  const before = await touch(tx, gatheringId);
  const change = kindOfChange(before, facts);
  if (before.cancelledAt) return { ok: false, reason: "cancelled" };
  if (hasBegun(before.localDate, before.startTime, now)) return { ok: false, reason: "begun" };
  if (!change) return { ok: true, change };
  if (before.version !== version) return { ok: false, reason: "changed", current: before };
  const refusal = timeFault(facts, now) ?? (await otherRefusal(tx, before, facts, given.mayUnseat ?? false));
  if (refusal) return refusal;
  const isMoved = before.localDate !== facts.localDate;
  await tx
    .update(gatherings)
    .set({
      ...facts,
      ...derivedFrom(facts),
      ...(before.inviteOn && isMoved ? { inviteOn: inviteDate(facts.localDate) } : {}),
      ...(given.seriesDate ? { seriesDate: given.seriesDate } : {}),
      version: version + 1,
      changedById: byId,
      ...(change === "quiet" ? {} : { changedAt: now }),
      sequence: before.sequence + (change === "material" ? 1 : 0),
      revision: before.revision + (change === "quiet" ? 0 : 1),
    })
    .where(eq(gatherings.id, gatheringId));
  const unseated =
    given.mayUnseat && facts.capacity !== null
      ? await unseatBeyond(tx, gatheringId, facts.capacity, now)
      : [];
  if (before.openedAt && change !== "quiet") {
    await announceChange(tx, mailer, { gatheringId, change, before }, now, caseCard);
  }
  if (change !== "material") await mailUnseated(tx, mailer, { gatheringId, invitationIds: unseated }, now);
  if (before.capacity !== facts.capacity) await fillPlaces(tx, mailer, gatheringId, now);
  return { ok: true, change };
}

async function otherRefusal(tx: Tx, before: Gathering, facts: GatheringFacts, mayUnseat: boolean) {
  const other = await gatheringAt(tx, before.networkId, facts);
  if (other && other.id !== before.id) {
    return { ok: false, reason: "taken", gatheringId: other.id } as const;
  }
  const seated = facts.capacity === null || mayUnseat ? 0 : await seatedCount(tx, before.id);
  return facts.capacity !== null && seated > facts.capacity
    ? ({ ok: false, reason: "too-small", seated } as const)
    : null;
}

/** Takes the gathering's row first, as whoever answers does: the others wait. */
async function touch(tx: Tx, gatheringId: string): Promise<Gathering> {
  const [row] = await tx
    .update(gatherings)
    .set({ lineCounter: sql`${gatherings.lineCounter}` })
    .where(eq(gatherings.id, gatheringId))
    .returning();
  return row as Gathering;
}

/**
 * Cancels a gathering; those invited are told, with the reason.
 * @returns refused with `begun` once it has started, `cancelled` when it already is
 */
export async function cancelGathering(
  tx: Tx,
  mailer: Mailer,
  given: { gatheringId: string; reason: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; reason: "begun" | "cancelled" }> {
  const { gatheringId, reason, byId } = given;
  const before = await touch(tx, gatheringId);
  if (before.cancelledAt) return { ok: false, reason: "cancelled" };
  if (hasBegun(before.localDate, before.startTime, now)) return { ok: false, reason: "begun" };
  await tx
    .update(gatherings)
    .set({
      cancelledAt: now,
      cancelReason: reason,
      changedById: byId,
      changedAt: now,
      version: before.version + 1,
      sequence: before.sequence + 1,
      revision: before.revision + 1,
    })
    .where(eq(gatherings.id, gatheringId));
  // Nobody has been at what did not take place, though they may have checked in at the door.
  await tx.delete(attendance).where(eq(attendance.gatheringId, gatheringId));
  if (before.openedAt) await announceChange(tx, mailer, { gatheringId, change: "cancelled" }, now);
  return { ok: true };
}

/** Whether anything was written or recorded of a gathering, in whatever room, that would not go with it. */
async function isUsed(tx: Tx, gatheringId: string): Promise<boolean> {
  for (const { name, table, references } of shapes().values()) {
    for (const { column, to, goesAlong } of references) {
      if (to !== "gatherings" || goesAlong || name === "agenda_items") continue;
      const rows = await tx
        .select({ found: column.column })
        .from(table)
        .where(eq(column.column, gatheringId))
        .limit(1);
      if (rows.length > 0) return true;
    }
  }
  return false;
}

/**
 * Deletes a draft nobody was invited to, with its agenda.
 * @returns refused with `invited` once anyone was, and with `used` when there are minutes, attendance or
 *   the like: then it can be cancelled or moved
 */
export async function deleteDraft(
  tx: Tx,
  gatheringId: string,
): Promise<{ ok: true } | { ok: false; reason: "invited" | "used" }> {
  const [there] = await tx
    .select({ id: gatherings.id })
    .from(gatherings)
    .where(eq(gatherings.id, gatheringId));
  if (!there) return { ok: true }; // by the press before
  const gathering = await touch(tx, gatheringId);
  const [row] = await tx
    .select({ n: count() })
    .from(invitations)
    .where(eq(invitations.gatheringId, gatheringId));
  if (gathering.openedAt || Number(row?.n) > 0) return { ok: false, reason: "invited" };
  if (await isUsed(tx, gatheringId)) return { ok: false, reason: "used" };
  await tx.delete(agendaItems).where(eq(agendaItems.gatheringId, gatheringId));
  await tx.delete(gatherings).where(eq(gatherings.id, gatheringId));
  return { ok: true };
}
