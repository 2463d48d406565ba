/** Faults of a case: where, which, and in whose words. */
import { inLanguage, type Language } from "../web/languages.ts";
import { faultTexts } from "./fault-texts.ts";

export type FaultKey = keyof typeof faultTexts;

/** Something wrong, not yet in words. */
export interface Fault {
  /** Of the file, counted from 1. */
  line: number;
  key: FaultKey;
  values: (string | number)[];
}

/** Tells where something is wrong in the text at hand, what, and with which values. */
export type Report = (line: number, key: FaultKey, ...values: (string | number)[]) => void;

/** What is wrong and what to do. */
export function faultInWords({ key, values }: Pick<Fault, "key" | "values">, language: Language): string {
  const words = inLanguage(faultTexts, language)[key] as
    | string
    | ((...values: (string | number)[]) => string);
  return typeof words === "function" ? words(...values) : words;
}

/** A report that gathers into a list. */
export function gatherFaults(): { faults: Fault[]; report: Report } {
  const faults: Fault[] = [];
  return { faults, report: (line, key, ...values) => faults.push({ line, key, values }) };
}
