/** Private reflections: written, written over and deleted by their owner only. */
import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../store/store.ts";
import { reflections } from "./tables.ts";

export interface ReflectionKey {
  personId: string;
  caseSlug: string;
  caseVersion: number;
  questionId: string;
}

/**
 * Keeps a reflection, in place of the person's earlier one on the same question of the same version.
 * The text has passed the guard (domain.md section 6).
 * @param reflection.choice which alternative, counted from 0; null where there are none
 */
export async function keepReflection(
  tx: Tx,
  reflection: ReflectionKey & { words: string; choice: number | null },
  now: Temporal.Instant,
): Promise<void> {
  const { words, choice } = reflection;
  await tx
    .insert(reflections)
    .values({ ...reflection, writtenAt: now })
    .onConflictDoUpdate({
      target: [reflections.personId, reflections.caseSlug, reflections.caseVersion, reflections.questionId],
      set: { words, choice, writtenAt: now },
    });
}

/** Deletes the person's own reflection. @returns whether there was one */
export async function deleteReflection(tx: Tx, key: ReflectionKey): Promise<boolean> {
  const deleted = await tx
    .delete(reflections)
    .where(
      and(
        eq(reflections.personId, key.personId),
        eq(reflections.caseSlug, key.caseSlug),
        eq(reflections.caseVersion, key.caseVersion),
        eq(reflections.questionId, key.questionId),
      ),
    )
    .returning({ questionId: reflections.questionId });
  return deleted.length > 0;
}
