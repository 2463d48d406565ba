/** Reminds those who have not voted, once, some days before the round closes. For the clock. */
import { and, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { mailPreferences } from "../people/tables.ts";
import type { Store, Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { type Asked, askedOf, isOpen } from "./asked.ts";
import { recipientsById } from "./recipients.ts";
import { roundElectors, voteRounds, votes } from "./tables.ts";
import { voteReminderMail } from "./vote-mails.ts";

/** Sent so many days before the last day one can vote, or as soon after as the clock runs. */
const daysBefore = 3;
/** A round that opened this lately needs no reminder. */
const hoursOld = 72;

function isDue(asked: Asked, openedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  if (!asked.lastDay || !isOpen(asked, now)) return false;
  const from = Temporal.PlainDate.from(asked.lastDay).subtract({ days: daysBefore }).toString();
  const isOld = Temporal.Instant.compare(openedAt.add({ hours: hoursOld }), now) <= 0;
  return isOld && localDate(now).toString() >= from;
}

/** Those asked who have not answered and who want reminders. */
async function silentOnes(tx: Tx, roundId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: roundElectors.personId, hasReminders: mailPreferences.hasReminders })
    .from(roundElectors)
    .leftJoin(
      votes,
      and(eq(votes.roundId, roundElectors.roundId), eq(votes.personId, roundElectors.personId)),
    )
    .leftJoin(mailPreferences, eq(mailPreferences.personId, roundElectors.personId))
    .where(and(eq(roundElectors.roundId, roundId), isNull(votes.personId)));
  return rows.filter((row) => row.hasReminders !== false).map((row) => row.personId);
}

async function remind(tx: Tx, mailer: Mailer, asked: Asked, now: Temporal.Instant): Promise<number> {
  const marked = await tx
    .update(voteRounds)
    .set({ remindedAt: now })
    .where(and(eq(voteRounds.id, asked.roundId), isNull(voteRounds.remindedAt), isNull(voteRounds.closedAt)))
    .returning({ id: voteRounds.id });
  if (marked.length === 0) return 0;
  const to = await recipientsById(tx, await silentOnes(tx, asked.roundId));
  return mailer.queueAll(
    tx,
    to.map((one) => voteReminderMail(mailer, one, asked, now)),
    now,
  );
}

/** Reminds in each open round whose time has come. Returns how many mails were written. */
export async function remindVoters(store: Store, mailer: Mailer, now: Temporal.Instant): Promise<number> {
  const open = await store.read
    .select({ id: voteRounds.id, openedAt: voteRounds.openedAt })
    .from(voteRounds)
    .where(and(isNull(voteRounds.closedAt), isNull(voteRounds.remindedAt)));
  let written = 0;
  for (const { id, openedAt } of open) {
    const asked = await askedOf(store.read, id);
    if (asked && isDue(asked, openedAt, now)) {
      written += await store.write((tx) => remind(tx, mailer, asked, now), { inTurnFor: asked.itemId });
    }
  }
  return written;
}
