/** Which counsellor a mentor speaks with in a network. */
import { and, eq, isNull } from "drizzle-orm";
import { counsellorLinks, memberships } from "../networks/tables.ts";
import type { Tx } from "../store/store.ts";

export interface CounsellorLink {
  networkId: string;
  mentorId: string;
  counsellorId: string;
}

async function isIn(tx: Tx, networkId: string, personId: string, role: "mentor" | "counsellor") {
  const rows = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, personId),
        eq(memberships.role, role),
        isNull(memberships.until),
      ),
    );
  return rows.length > 0;
}

/**
 * Links them; being linked already changes nothing.
 * @param since local date
 * @returns false unless both are in the network now, as mentor and as counsellor
 */
export async function linkCounsellor(tx: Tx, link: CounsellorLink, since: string): Promise<boolean> {
  const bothAreIn =
    (await isIn(tx, link.networkId, link.mentorId, "mentor")) &&
    (await isIn(tx, link.networkId, link.counsellorId, "counsellor"));
  if (bothAreIn) {
    await tx
      .insert(counsellorLinks)
      .values({ ...link, since })
      .onConflictDoNothing();
  }
  return bothAreIn;
}

/** Takes a link away. Returns whether there was one. */
export async function unlinkCounsellor(tx: Tx, link: CounsellorLink): Promise<boolean> {
  const gone = await tx
    .delete(counsellorLinks)
    .where(
      and(
        eq(counsellorLinks.networkId, link.networkId),
        eq(counsellorLinks.mentorId, link.mentorId),
        eq(counsellorLinks.counsellorId, link.counsellorId),
      ),
    )
    .returning({ id: counsellorLinks.counsellorId });
  return gone.length > 0;
}
