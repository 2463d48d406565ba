/**
 * Browser input → a value, or one fault per field with everything typed kept. A room's `forms.ts`
 * puts its forms together from these fields.
 */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Texts } from "./languages.ts";
import type { sharedTexts } from "./texts.ts";

/** Field name → what is wrong, in the reader's language. */
export type FieldErrors = Record<string, string>;
/** What was typed, for showing the form again. */
export type Typed = Record<string, string | string[]>;
export type FormResult<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; typed: Typed };

/** Control and bidirectional characters, which nobody means to type; line feed and tab stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
const unmeant = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it may be kept: one kind of line break, nothing invisible, no space around it. */
export function clean(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one !== "string") return "";
  return one.replace(/\r\n?/g, "\n").replace(unmeant, "").normalize("NFC").trim();
}

const cleaned = <S extends z.ZodType>(schema: S) => z.preprocess(clean, schema);
const fault = (code: string) => ({ error: code });

/** A required text on one line. @param max in characters */
export const line = (max = 200) =>
  cleaned(
    z
      .string()
      .min(1, fault("required"))
      .max(max, fault(`tooLong:${max}`))
      .transform((s) => s.replace(/\s+/g, " ")),
  );

/** A text on one line that may be left out: null then. */
export const optionalLine = (max = 200) =>
  cleaned(
    z
      .string()
      .max(max, fault(`tooLong:${max}`))
      .transform((s) => s.replace(/\s+/g, " ") || null),
  );

/** A required text of several lines. */
export const paragraph = (max = 2000) =>
  cleaned(
    z
      .string()
      .min(1, fault("required"))
      .max(max, fault(`tooLong:${max}`)),
  );

/** A text of several lines that may be left out: null then. */
export const optionalParagraph = (max = 2000) =>
  cleaned(
    z
      .string()
      .max(max, fault(`tooLong:${max}`))
      .transform((s) => s || null),
  );

/** One of the given words. */
export const choice = <const W extends string>(...words: readonly W[]) =>
  cleaned(z.enum(words as readonly [W, ...W[]], fault("pickOne")));

/** One of the given words, or null. */
export const optionalChoice = <const W extends string>(...words: readonly W[]) =>
  cleaned(
    z.string().transform((s, context): W | null => {
      if (s === "" || words.includes(s as W)) return (s || null) as W | null;
      context.addIssue("pickOne");
      return z.NEVER;
    }),
  );

/** A local date, YYYY-MM-DD; `8.12.2026` is understood too. */
const isoDate = (s: string): string => {
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(s);
  const iso = norwegian
    ? `${norwegian[3]}-${norwegian[2]?.padStart(2, "0")}-${norwegian[1]?.padStart(2, "0")}`
    : s;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError(s);
  return Temporal.PlainDate.from(iso, { overflow: "reject" }).toString();
};
const localTime = (s: string): string => {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(s);
  if (!match) throw new RangeError(s);
  return Temporal.PlainTime.from(`${match[1]?.padStart(2, "0")}:${match[2]}`).toString({
    smallestUnit: "minute",
  });
};
const parsed = (parse: (s: string) => string, code: string, isOptional: boolean) =>
  cleaned(
    z.string().transform((s, context) => {
      if (s === "" && isOptional) return null;
      try {
        return parse(s);
      } catch {
        context.addIssue(s === "" ? "required" : code);
        return z.NEVER;
      }
    }),
  );

export const date = () => parsed(isoDate, "notADate", false) as z.ZodType<string>;
export const optionalDate = () => parsed(isoDate, "notADate", true);
/** A local time, HH:MM; `13.00` is understood too. */
export const time = () => parsed(localTime, "notATime", false) as z.ZodType<string>;

const wholeNumber = (min: number, max: number, isOptional: boolean) =>
  cleaned(
    z.string().transform((s, context) => {
      if (s === "" && isOptional) return null;
      const digits = s.replace(/[\s\u00a0]/g, "");
      const n = /^[-+]?\d+$/.test(digits) ? Number(digits) : Number.NaN;
      if (s === "") context.addIssue("required");
      else if (!Number.isInteger(n)) context.addIssue("notANumber");
      else if (n < min) context.addIssue(`atLeast:${min}`);
      else if (n > max) context.addIssue(`atMost:${max}`);
      else return n;
      return z.NEVER;
    }),
  );
export const count = (min: number, max: number) => wholeNumber(min, max, false) as z.ZodType<number>;
export const optionalCount = (min: number, max: number) => wholeNumber(min, max, true);

/** A ticked box. */
export const ticked = () => z.preprocess((value) => clean(value) !== "", z.boolean());

/** Several values under one name, at most `most` of them; each cleaned, empty ones dropped. */
export const several = (most = 500) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]).map(clean).filter((s) => s !== ""),
    z.array(z.string().max(200, fault("tooLong:200"))).max(most, fault(`atMost:${most}`)),
  );

/** An address to a page elsewhere, https only; null when left out. */
export const optionalLink = () =>
  cleaned(
    z
      .string()
      .max(500, fault("tooLong:500"))
      .transform((s, context) => {
        if (s === "" || (/^https:\/\/[^\s"<>]+$/.test(s) && URL.canParse(s))) return s || null;
        context.addIssue("notALink");
        return z.NEVER;
      }),
  );

/** An e-mail address. */
export const email = () =>
  cleaned(
    z
      .string()
      .min(1, fault("required"))
      .max(254, fault("tooLong:254"))
      .regex(/^[^\s@<>"',;:()[\]\\]+@[^\s@<>"',;:()[\]\\]+\.[^\s@<>"',;:()[\]\\.]+$/, fault("notAnEmail")),
  );

function inWords(code: string, t: Texts<typeof sharedTexts>): string {
  const [key, ...values] = code.split(":");
  const words = t[key as keyof typeof t] as string | ((...values: string[]) => string) | undefined;
  if (words === undefined) return code;
  return typeof words === "function" ? words(...values) : words;
}

function typedIn(body: Record<string, unknown>): Typed {
  const typed: Typed = Object.create(null);
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "string") typed[name] = value;
    else if (Array.isArray(value)) typed[name] = value.filter((v) => typeof v === "string");
  }
  return typed;
}

/**
 * Reads a submitted form.
 * @param schema an object of the fields above
 * @param body as the browser sent it; anything but a form counts as an empty one
 * @param t the shared texts in the reader's language, for the faults
 */
export function readForm<S extends z.ZodObject>(
  schema: S,
  body: unknown,
  t: Texts<typeof sharedTexts>,
): FormResult<z.infer<S>> {
  const given = Object.fromEntries(typeof body === "object" && body !== null ? Object.entries(body) : []);
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const errors: FieldErrors = {};
  for (const issue of read.error.issues) {
    errors[String(issue.path[0])] ??= inWords(issue.message, t);
  }
  return { ok: false, errors, typed: typedIn(given) };
}
