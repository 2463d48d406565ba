/** The figures of a network for any period: what its report prints and its half-years keep. */
import {
  and,
  count,
  countDistinct,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberships, topics } from "../networks/tables.ts";
import { persons, units, workplaces } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { instantOf } from "../web/dates.ts";
import { agendaItems, attendance, gatherings, invitations, rsvps } from "./tables.ts";

/** Local dates, both included. */
export interface Period {
  from: string;
  to: string;
}

export interface Figures {
  gatherings: number;
  /** Meetings of counsellors alone; nothing else here counts them. */
  exchanges: number;
  invited: number;
  answered: number;
  listed: number;
  attended: number;
  mentors: number;
  workplaces: number;
  officeStaff: number;
  centreStaff: number;
  trades: Record<string, number>;
  wishes: number;
  wishesTaken: number;
  professionalMinutes: number;
  dialogueMinutes: number;
}

const there = ["present", "digital", "part"] as const;
/** Those who were there, whole or in part. */
export const wasThere = () => inArray(attendance.status, [...there]);

const sumOf = (condition: SQL | undefined) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
const minutesOf = (condition: SQL | undefined) =>
  sql<number>`coalesce(sum(case when ${condition} then ${agendaItems.minutes} else 0 end), 0)`.mapWith(
    Number,
  );

/** Gatherings of the period that took place: opened, not cancelled, over. */
export function wasHeld(networkId: string, { from, to }: Period, now: Temporal.Instant): SQL | undefined {
  return and(
    eq(gatherings.networkId, networkId),
    gte(gatherings.startsAt, instantOf(from, "00:00")),
    lte(gatherings.startsAt, instantOf(to, "23:59")),
    isNotNull(gatherings.openedAt),
    isNull(gatherings.cancelledAt),
    lt(gatherings.endsAt, now),
  );
}

/**
 * Counts a period of a network in a fixed number of statements. A person counts once however often they
 * came; a mentor is whoever is or was one in the network, Nav staff whoever belongs to a unit.
 */
export async function figuresOf(
  read: Reader,
  networkId: string,
  period: Period,
  now: Temporal.Instant,
): Promise<Figures> {
  const held = wasHeld(networkId, period, now);
  const ours = and(held, eq(gatherings.audience, "everyone"));
  const [number] = await read
    .select({
      gatherings: sumOf(eq(gatherings.audience, "everyone")),
      exchanges: sumOf(eq(gatherings.audience, "counsellors")),
    })
    .from(gatherings)
    .where(held);
  const [asked] = await read
    .select({ invited: count(), answered: count(rsvps.invitationId) })
    .from(gatherings)
    .innerJoin(invitations, eq(invitations.gatheringId, gatherings.id))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(and(ours, isNull(invitations.withdrawnAt)));
  const [came] = await read
    .select({ listed: count(), attended: sumOf(wasThere()) })
    .from(gatherings)
    .innerJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .where(ours);
  const isMentor = and(
    eq(memberships.networkId, gatherings.networkId),
    eq(memberships.personId, attendance.personId),
    eq(memberships.role, "mentor"),
  );
  const [mentors] = await read
    .select({ mentors: countDistinct(attendance.personId), workplaces: countDistinct(persons.workplaceId) })
    .from(gatherings)
    .innerJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .innerJoin(memberships, isMentor)
    .innerJoin(persons, eq(persons.id, attendance.personId))
    .where(and(ours, wasThere()));
  const trades = await read
    .select({ trade: workplaces.trade, n: countDistinct(workplaces.id) })
    .from(gatherings)
    .innerJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .innerJoin(memberships, isMentor)
    .innerJoin(persons, eq(persons.id, attendance.personId))
    .innerJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .where(and(ours, wasThere()))
    .groupBy(workplaces.trade);
  const staff = await read
    .select({ kind: units.kind, n: countDistinct(persons.id) })
    .from(gatherings)
    .innerJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .innerJoin(persons, eq(persons.id, attendance.personId))
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(and(ours, wasThere()))
    .groupBy(units.kind);
  const [agenda] = await read
    .select({
      wishesTaken: countDistinct(agendaItems.topicId),
      professionalMinutes: minutesOf(eq(agendaItems.kind, "professional")),
      dialogueMinutes: minutesOf(
        inArray(agendaItems.kind, ["dialogue", "case", "report_back", "nav_asks", "we_tried"]),
      ),
    })
    .from(gatherings)
    .innerJoin(agendaItems, eq(agendaItems.gatheringId, gatherings.id))
    .where(ours);
  const [wished] = await read
    .select({ n: count() })
    .from(topics)
    .where(
      and(
        eq(topics.networkId, networkId),
        gte(topics.proposedOn, period.from),
        lte(topics.proposedOn, period.to),
      ),
    );
  const staffOf = (kind: string) => Number(staff.find((row) => row.kind === kind)?.n ?? 0);
  return {
    gatherings: Number(number?.gatherings ?? 0),
    exchanges: Number(number?.exchanges ?? 0),
    invited: Number(asked?.invited ?? 0),
    answered: Number(asked?.answered ?? 0),
    listed: Number(came?.listed ?? 0),
    attended: Number(came?.attended ?? 0),
    mentors: Number(mentors?.mentors ?? 0),
    workplaces: Number(mentors?.workplaces ?? 0),
    officeStaff: staffOf("office"),
    centreStaff: staffOf("centre"),
    trades: Object.fromEntries(trades.map(({ trade, n }) => [trade, Number(n)])),
    wishes: Number(wished?.n ?? 0),
    wishesTaken: Number(agenda?.wishesTaken ?? 0),
    professionalMinutes: Number(agenda?.professionalMinutes ?? 0),
    dialogueMinutes: Number(agenda?.dialogueMinutes ?? 0),
  };
}
