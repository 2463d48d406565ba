/** Whoever leaves a network gives back their places in what lies ahead. */
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import type { Store } from "../store/store.ts";
import { withdrawInvitation } from "./invitation.ts";
import { gatherings, invitations, standingAnswers } from "./tables.ts";

/**
 * Takes back a person's invitations to what has not begun: their calendar is told (CANCEL), the link dies
 * and the place goes to the first in line. A yes for the season ends. One transaction per gathering, in
 * its turn; begun again after a halt it goes on where it was.
 * @param who.networkId one network; all of them when left out
 * @returns how many invitations were taken back
 */
export async function leaveGatherings(
  store: Store,
  mailer: Mailer,
  who: { personId: string; networkId?: string },
  now: Temporal.Instant,
): Promise<number> {
  const { personId, networkId } = who;
  await store.write((tx) =>
    tx
      .delete(standingAnswers)
      .where(
        and(
          eq(standingAnswers.personId, personId),
          networkId ? eq(standingAnswers.networkId, networkId) : undefined,
        ),
      ),
  );
  const ahead = await store.read
    .select({ id: invitations.id, gatheringId: invitations.gatheringId })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .where(
      and(
        eq(invitations.personId, personId),
        isNull(invitations.withdrawnAt),
        gt(gatherings.startsAt, now),
        networkId ? eq(gatherings.networkId, networkId) : undefined,
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(invitations.id));
  let count = 0;
  for (const { id, gatheringId } of ahead) {
    const taken = await store.write((tx) => withdrawInvitation(tx, mailer, id, now), {
      inTurnFor: gatheringId,
    });
    if (taken.ok) count++;
  }
  return count;
}
