/** The demo network's content files, as they are written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { AgendaKind } from "../gatherings/tables.ts";
import type { Role } from "../web/access.ts";
import type { Language } from "../web/languages.ts";

type Key = string;

export interface DemoNetwork {
  units: { key: Key; kind: "region" | "centre" | "office"; name: string; parent: Key | null }[];
  workplaces: {
    key: Key;
    name: string;
    trade: string;
    size: "liten" | "middels" | "stor";
    municipality: string;
  }[];
  network: {
    name: string;
    centre: Key;
    offices: Key[];
    place: string;
    capacity: number;
    start: string;
    end: string;
  };
  ring: {
    section: "day" | "after_hours" | "acute";
    label: string;
    phone: string;
    note: string | null;
    deputy: string | null;
    deputy_phone: string | null;
  }[];
  black_outs: { words: string; starts_in_months: number; days: number }[];
  agreements: {
    workplace: Key;
    takes_part: boolean;
    since_months_ago: number;
    hours_freed_per_month: number | null;
  }[];
  contacts: { workplace: Key; name: string; email: string; language: Language }[];
  /** Mentor → counsellor. */
  counsellors: Record<Key, Key>;
  ask_again: Key[];
  people: {
    key: Key;
    name: string;
    email: string;
    language: Language;
    roles: Role[];
    unit: Key | null;
    workplace: Key | null;
    job: string | null;
    phone?: string;
    status: "active" | "finished" | "interested";
    leads?: Key;
    deputy_for?: Key;
  }[];
}

export interface DemoAgendaItem {
  kind: AgendaKind;
  title: string;
  minutes: number;
  lead: Key | null;
  case: string | null;
}
interface DemoGathering {
  key: Key;
  title: string;
  theme: string | null;
  intro: string;
  agenda: DemoAgendaItem[];
}
export type DemoPast = DemoGathering & {
  attended: Record<"present" | "digital" | "excused" | "absent", Key[]>;
};
export type DemoComing = DemoGathering & {
  invited: boolean;
  answers: Record<"yes" | "digital" | "maybe" | "no", Key[]>;
  words: Record<Key, string>;
};
export interface DemoGatherings {
  past: DemoPast[];
  coming: DemoComing[];
}

export interface DemoLearning {
  rules: {
    key: Key;
    text: string;
    kind: "law" | "regulation" | "circular" | "routine" | "budget" | "target" | "unwritten";
    reference: string | null;
    owner: string;
    who_can_change: string;
  }[];
  feedback: {
    key: Key;
    author: Key | null;
    source: "free" | "group" | "minutes";
    name: "named" | "confidential" | "anonymous";
    words: "own" | "paraphrase";
    after: Key;
    text: string;
    consequence: string | null;
    wish: string | null;
    theme: string;
    paraphrase: string | null;
    state: "received" | "reviewed" | "in_item";
  }[];
  items: {
    key: Key;
    theme: string;
    question: string;
    gap: { say: string; do: string; leads_to: string } | null;
    feedback: Key[];
    created_after: Key;
    sent: { to: Key; after: Key; due: Key } | null;
    decision: {
      by: Key;
      after: Key;
      verdict: "change" | "try" | "keep" | "lift";
      reason: string;
      rule: Key;
      rule_view: "kept" | "doubted";
      start_days_after: number;
      stop_days_after: number | null;
      notice: string | null;
      responsible: string | null;
      hours_freed: number | null;
    } | null;
    reported: { at: Key } | null;
    votes: Record<"yes" | "partly" | "no" | "not_me", Key[]> | null;
  }[];
}

export interface DemoTalk {
  wishes: {
    by: Key | null;
    days_ago: number;
    words: string;
    votes: Key[];
    on?: { gathering: Key; item: string };
  }[];
  tries: { by: Key; days_after: { gathering: Key; days: number }; words: string; shared: boolean }[];
  minutes: {
    gathering: Key;
    agreed: string[];
    actions: {
      words: string;
      who: Key | null;
      name?: string;
      due_days: number;
      done_days: number | null;
    }[];
    items: Record<string, string[]>;
  }[];
}

export interface DemoEvaluations {
  evaluations: { after: Key; answers: { by: Key; steps: string; comment?: string; wish?: string }[] }[];
  yearly: {
    weeks_ago: number;
    by: Key;
    answers: { by: Key; steps: string; comment?: string; wish?: string }[];
  };
}

type DemoFile = "network" | "groups" | "gatherings" | "learning" | "evaluations" | "talk";

/** Reads one of the demo's files from the content folder. */
export function readDemo<T>(root: string, name: DemoFile): T {
  return parse(readFileSync(join(root, "content/demo", `${name}.yaml`), "utf8")) as T;
}
