/** What was done after a decision: short words, and where it can be read (learning-loop.md section 5). */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { localDate } from "../web/dates.ts";
import { handlesItem } from "./item.ts";
import { log } from "./log.ts";
import { itemById } from "./recipients.ts";
import { decisions, practiceChanges } from "./tables.ts";

export interface NewChange {
  decisionId: string;
  byId: string;
  words: string;
  /** An https address, or null. */
  link: string | null;
}

/**
 * Documents a change of practice after "endre" or "prøve ut". May be done more than once: each adds a line,
 * the same words on the same day one.
 * @returns refused as `not-yours` for anyone but whoever decided and those who handle the item, and as
 * `not-started` for other verdicts and before the start date
 */
export async function recordChange(
  tx: Tx,
  change: NewChange,
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: "not-yours" | "not-started" }> {
  const [decision] = await tx.select().from(decisions).where(eq(decisions.id, change.decisionId));
  const item = decision ? await itemById(tx, decision.itemId) : null;
  if (!decision || !item) return { ok: false, reason: "not-yours" };
  const isTheirs = decision.decidedById === change.byId || (await handlesItem(tx, item, change.byId));
  if (!isTheirs) return { ok: false, reason: "not-yours" };
  const today = localDate(now).toString();
  const isChange = decision.verdict === "change" || decision.verdict === "try";
  if (!isChange || decision.onDate > today) return { ok: false, reason: "not-started" };
  const { byId: recordedById, ...rest } = change;
  const known = await tx.select().from(practiceChanges).where(eq(practiceChanges.itemId, item.id));
  const same = known.find(
    (one) =>
      one.recordedOn === today &&
      one.decisionId === rest.decisionId &&
      one.words === rest.words &&
      one.link === rest.link,
  );
  if (same) return { ok: true, id: same.id };
  const id = newId();
  await tx.insert(practiceChanges).values({ id, itemId: item.id, ...rest, recordedById, recordedOn: today });
  await log(tx, { event: "changed", itemId: item.id, byId: recordedById }, now);
  return { ok: true, id };
}
