/** Two advisers at once: what the other changed, and what the form shows then. */
import type { Typed } from "../web/forms.ts";
import type { P } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import type { GatheringFacts } from "./planning.ts";

type TypedFacts = Record<keyof typeof labels, string>;
const labels = {
  tittel: "title",
  tema: "theme",
  innledning: "intro",
  dato: "date",
  start: "starts",
  slutt: "ends",
  sted: "place",
  lenke: "link",
  plasser: "capacity",
} as const satisfies Record<string, keyof P>;

/** A gathering as its form shows it. */
export function factsTyped(facts: GatheringFacts): TypedFacts {
  return {
    tittel: facts.title,
    tema: facts.themeSlug ?? "",
    innledning: facts.intro,
    dato: facts.localDate,
    start: facts.startTime,
    slutt: facts.endTime,
    sted: facts.place,
    lenke: facts.link ?? "",
    plasser: facts.capacity === null ? "" : String(facts.capacity),
  };
}

/** What the form showed when it was opened, as it carries it; nothing sensible when someone tampered. */
export function seenIn(body: unknown): { version: number; text: string; facts: Typed } {
  const { versjon, sett } = bodyOf(body);
  const text = typeof sett === "string" ? sett : "{}";
  try {
    return { version: Number(versjon), text, facts: bodyOf(JSON.parse(text)) as Typed };
  } catch {
    return { version: Number(versjon), text: "{}", facts: {} };
  }
}

/**
 * Brings two edits together: what the editor typed stays; a field they left as it was takes what the
 * other one saved. `changes` tells what that one did, in words.
 */
export function mergeEdits(typed: Typed, seen: Typed, current: TypedFacts, p: P) {
  const merged: Typed = { ...typed };
  const changes: string[] = [];
  for (const [name, label] of Object.entries(labels) as [
    keyof TypedFacts,
    (typeof labels)[keyof TypedFacts],
  ][]) {
    const before = String(seen[name] ?? "");
    if (before === current[name]) continue;
    changes.push(p.changedFrom(p[label], before || p.empty, current[name] || p.empty));
    if (String(typed[name] ?? "").replace(/\r\n/g, "\n") === before) merged[name] = current[name];
  }
  return { typed: merged, changes };
}
