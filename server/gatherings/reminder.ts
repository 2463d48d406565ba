/** Reminders: a week before to the silent, the day before to those who said yes or maybe. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mail, Mailer } from "../mail/outbox.ts";
import { outbox } from "../mail/tables.ts";
import type { Reader, Store } from "../store/store.ts";
import {
  type GatheringFacts,
  gatheringFacts,
  type Invitee,
  inviteesOf,
  needsReconfirmation,
  wantsMail,
} from "./invitee.ts";
import type { MailMaking } from "./mail-parts.ts";
import { dayReminderMail, onceKeyOf, type ReminderKind, silentReminderMail } from "./reminder-mails.ts";
import { gatherings, invitations } from "./tables.ts";

interface Rule {
  kind: ReminderKind;
  /** Due so many days before the beginning, at the same time of the day. */
  days: number;
  /** And no more when so many days are left: the process was down, and it would be out of season. */
  until: number;
  isFor: (invitee: Invitee, gathering: GatheringFacts) => boolean;
  compose: (making: MailMaking, invitee: Invitee) => Mail;
}

const isYesOrMaybe = ({ rsvp }: Invitee) => rsvp !== null && rsvp.answer !== "no";

const rules: readonly Rule[] = [
  {
    kind: "reminder-silent",
    days: 7,
    until: 1,
    isFor: ({ rsvp }, gathering) => rsvp === null || needsReconfirmation(rsvp, gathering),
    compose: silentReminderMail,
  },
  { kind: "reminder-day", days: 1, until: 0, isFor: isYesOrMaybe, compose: dayReminderMail },
];

const daysBefore = ({ startsAt, zone }: Pick<GatheringFacts, "startsAt" | "zone">, days: number) =>
  startsAt.toZonedDateTimeISO(zone).subtract({ days }).toInstant();
const isLater = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** Whether the rule's time has come and has not gone. */
function isDue(rule: Rule, gathering: GatheringFacts, now: Temporal.Instant): boolean {
  return !isLater(daysBefore(gathering, rule.days), now) && isLater(daysBefore(gathering, rule.until), now);
}

/** Whether people heard of this time less than a day before the reminder would be due: then it is no help. */
function isFresh(rule: Rule, gathering: GatheringFacts, invitedAt: Temporal.Instant): boolean {
  const { movedAt } = gathering;
  const toldAt = movedAt && isLater(movedAt, invitedAt) ? movedAt : invitedAt;
  return isLater(toldAt, daysBefore(gathering, rule.days).subtract({ hours: 24 }));
}

async function comingSoon(read: Reader, now: Temporal.Instant): Promise<string[]> {
  const rows = await read
    .select({ id: gatherings.id })
    .from(gatherings)
    .where(
      and(
        gt(gatherings.startsAt, now),
        lte(gatherings.startsAt, now.add({ hours: 8 * 24 })),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));
  return rows.map((row) => row.id);
}

/** Those reminded already of this time, so that nothing is composed for them again. */
async function remindedOf(read: Reader, making: MailMaking, { kind }: Rule): Promise<Set<string>> {
  const rows = await read
    .select({ personId: outbox.personId, onceKey: outbox.onceKey })
    .from(outbox)
    .where(and(eq(outbox.gatheringId, making.gathering.id), eq(outbox.kind, kind)));
  const isThis = (row: (typeof rows)[number]) =>
    row.personId !== null && row.onceKey === onceKeyOf(kind, making, row.personId);
  return new Set(rows.filter(isThis).map((row) => row.personId as string));
}

async function invitedAtOf(read: Reader, invitees: readonly Invitee[]) {
  const rows = await read
    .select({ id: invitations.id, invitedAt: invitations.invitedAt })
    .from(invitations)
    .where(
      inArray(
        invitations.id,
        invitees.map(({ invitationId }) => invitationId),
      ),
    );
  return new Map(rows.map((row) => [row.id, row.invitedAt]));
}

/** The reminders of one rule that are due and not written yet. */
async function dueMails(read: Reader, making: MailMaking, rule: Rule): Promise<Mail[]> {
  const { gathering, now } = making;
  if (gathering.cancelledAt || !isDue(rule, gathering, now)) return [];
  const reminded = await remindedOf(read, making, rule);
  const invitees = (await inviteesOf(read, gathering.id)).filter(
    (invitee) =>
      !reminded.has(invitee.id) &&
      !invitee.hasLeft &&
      wantsMail(invitee, "reminder") &&
      rule.isFor(invitee, gathering),
  );
  if (invitees.length === 0) return [];
  const invitedAt = await invitedAtOf(read, invitees);
  return invitees
    .filter(({ invitationId }) => !isFresh(rule, gathering, invitedAt.get(invitationId) ?? now))
    .map((invitee) => rule.compose(making, invitee));
}

/**
 * Writes the reminders that are due, each once per person, gathering, kind and SEQUENCE. Never to a no,
 * never after the start, never to whoever turned them off. A gathering is looked at before it is written
 * to, so that most runs write nothing. For the clock.
 * @returns how many were written
 */
export async function queueReminders(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  let written = 0;
  for (const gatheringId of await comingSoon(store.read, now)) {
    const mailsOf = async (read: Reader) => {
      const making = { mailer, gathering: await gatheringFacts(read, gatheringId), now };
      const mails: Mail[] = [];
      for (const rule of rules) mails.push(...(await dueMails(read, making, rule)));
      return mails;
    };
    if ((await mailsOf(store.read)).length === 0) continue;
    written += await store.write(async (tx) => mailer.queueAll(tx, await mailsOf(tx), now), {
      inTurnFor: gatheringId,
    });
  }
  return written;
}
