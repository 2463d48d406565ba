/** The register of governing rules. */
import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { newId, sortKey } from "../store/columns.ts";
import type { Tx } from "../store/store.ts";
import { rules } from "./tables.ts";

export const ruleKinds = [
  "unwritten",
  "routine",
  "circular",
  "target",
  "budget",
  "regulation",
  "law",
] as const;

/** The words for each kind, among the item texts. */
export const kindKeys = {
  unwritten: "kindUnwritten",
  routine: "kindRoutine",
  circular: "kindCircular",
  target: "kindTarget",
  budget: "kindBudget",
  regulation: "kindRegulation",
  law: "kindLaw",
} as const;

export interface NewRule {
  words: string;
  kind: (typeof ruleKinds)[number];
  reference?: string | null;
  owner?: string | null;
  whoCanChange?: string | null;
}

/** Puts a rule into the register; one with the same words is the same rule. Returns its id. */
export async function addRule(tx: Tx, rule: NewRule, now: Temporal.Instant): Promise<string> {
  const key = sortKey(rule.words);
  const [known] = await tx.select({ id: rules.id }).from(rules).where(eq(rules.sortKey, key));
  if (known) return known.id;
  const id = newId();
  await tx.insert(rules).values({ id, ...rule, sortKey: key, createdAt: now });
  return id;
}
