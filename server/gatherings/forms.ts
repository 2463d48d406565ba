/** Forms of this room. */
import { z } from "zod";
import {
  choice,
  count,
  date,
  type FieldErrors,
  line,
  optionalChoice,
  optionalCount,
  optionalLine,
  optionalLink,
  optionalParagraph,
  paragraph,
  readForm,
  ticked,
  time,
} from "../web/forms.ts";
import type { Texts } from "../web/languages.ts";
import type { sharedTexts } from "../web/texts.ts";
import { type AgendaRow, agendaKinds } from "./agenda.ts";
import { type AttendanceEntry, attendanceStatuses } from "./attendance.ts";
import type { GatheringFacts } from "./planning.ts";
import type { SeriesRule } from "./proposals.ts";

type Shared = Texts<typeof sharedTexts>;
type Body = Record<string, unknown>;
/** A form's body; anything else counts as an empty one. */
export const bodyOf = (body: unknown): Body =>
  typeof body === "object" && body !== null ? (body as Body) : {};

/** What can be answered on a page: being there digitally is an answer of its own. */
export const saidWords = ["ja", "digitalt", "kanskje", "nei"] as const;
export type Said = (typeof saidWords)[number];

export const answerForm = z.object({
  svar: choice(...saidWords),
  rekkefolge: count(0, 100_000),
  ord: optionalParagraph(500),
  behov: optionalLine(300),
});

const placeFields = {
  tittel: line(120),
  sted: optionalLine(200),
  lenke: optionalLink(),
  plasser: optionalCount(1, 1000),
  start: time(),
  slutt: time(),
};

export const gatheringForm = z.object({
  ...placeFields,
  nettverk: optionalLine(40),
  hvem: optionalChoice("alle", "veiledere"),
  tema: optionalLine(40),
  innledning: optionalParagraph(2000),
  dato: date(),
});
export function factsFrom(input: z.infer<typeof gatheringForm>): GatheringFacts {
  return {
    title: input.tittel,
    themeSlug: input.tema,
    intro: input.innledning ?? "",
    localDate: input.dato,
    startTime: input.start,
    endTime: input.slutt,
    place: input.sted ?? "",
    link: input.lenke,
    capacity: input.plasser,
  };
}

export const seasonForm = z.object({
  ...placeFields,
  nettverk: line(40),
  hvem: optionalChoice("alle", "veiledere"),
  hvilken: choice("1", "2", "3", "4", "-1"),
  ukedag: choice("1", "2", "3", "4", "5", "6", "7"),
  hver: choice("1", "2", "3"),
  fra: date(),
  til: date(),
});
export type SeasonInput = z.infer<typeof seasonForm>;
export const ruleFrom = (input: SeasonInput): SeriesRule => ({
  nth: Number(input.hvilken),
  weekday: Number(input.ukedag),
  everyMonths: Number(input.hver),
  from: input.fra,
  to: input.til,
});

export const seriesForm = z.object({
  ...placeFields,
  omfang: choice("folgende", "alle"),
  ogsaEgne: ticked(),
  hvilken: choice("1", "2", "3", "4", "-1"),
  ukedag: choice("1", "2", "3", "4", "5", "6", "7"),
});
export type SeriesInput = z.infer<typeof seriesForm>;

export const blackOutForm = z.object({ fra: date(), til: date(), hvorfor: line(60) });

export const cancelForm = z.object({ grunn: paragraph(500) });

export const tryForm = z.object({ prover: paragraph(500), del: ticked(), sett: ticked() });
export const wishForm = z.object({ onske: line(160), sett: ticked() });

const mostRows = 30;
const rowForm = z.object({
  punkt: optionalLine(40),
  slag: choice(...agendaKinds),
  tittel: line(160),
  minutter: count(1, 600),
  leder: optionalLine(40),
  eksempel: optionalLine(80),
  onske: optionalLine(40),
});

/** One line of an agenda as it was typed. */
export interface TypedRow {
  punkt: string;
  slag: string;
  tittel: string;
  minutter: string;
  leder: string;
  eksempel: string;
  /** The wish it came from. */
  onske: string;
}
export const emptyRow: TypedRow = {
  punkt: "",
  slag: "dialogue",
  tittel: "",
  minutter: "",
  leder: "",
  eksempel: "",
  onske: "",
};

/** The lines of an agenda as the browser sent them, numbered from 0; new ones without a title dropped. */
export function typedRows(body: unknown): TypedRow[] {
  const given = bodyOf(body);
  const at = (name: string, i: number) => String(given[`${name}-${i}`] ?? "").trim();
  const rows: TypedRow[] = [];
  for (let i = 0; i < mostRows && `slag-${i}` in given; i++) {
    const names = Object.keys(emptyRow) as (keyof TypedRow)[];
    rows.push(Object.fromEntries(names.map((name) => [name, at(name, i)])) as unknown as TypedRow);
  }
  return rows.filter((row) => row.punkt !== "" || row.tittel !== "");
}

/** Agenda lines → values, or faults named `field-number`. */
export function readRows(
  rows: TypedRow[],
  shared: Shared,
): { ok: true; rows: AgendaRow[] } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const read: AgendaRow[] = [];
  for (const [i, row] of rows.entries()) {
    const form = readForm(rowForm, row, shared);
    if (form.ok) {
      const { punkt: id, slag: kind, tittel: title, minutter: minutes } = form.value;
      const { leder: leadId, eksempel, onske: topicId } = form.value;
      read.push({ id, kind, title, minutes, leadId, caseSlug: kind === "case" ? eksempel : null, topicId });
    } else for (const [name, words] of Object.entries(form.errors)) errors[`${name}-${i}`] = words;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, rows: read };
}

/** One line of the proposals as typed. */
export interface DateLine {
  date: string;
  isTicked: boolean;
}
const oneDate = z.object({ dato: date() });

/** The date lines of the proposals page, numbered from 0. */
export function typedDates(body: unknown): DateLine[] {
  const given = bodyOf(body);
  const lines: DateLine[] = [];
  for (let i = 0; i < 60 && `dato-${i}` in given; i++) {
    lines.push({ date: String(given[`dato-${i}`]).trim(), isTicked: given[`med-${i}`] !== undefined });
  }
  return lines;
}

/** The ticked dates, or faults named `dato-number`. */
export function readDates(lines: DateLine[], shared: Shared, twice: string) {
  const errors: FieldErrors = {};
  const dates: { date: string; line: number }[] = [];
  for (const [i, { date, isTicked }] of lines.entries()) {
    if (!isTicked) continue;
    const form = readForm(oneDate, { dato: date }, shared);
    if (!form.ok) errors[`dato-${i}`] = form.errors["dato"] as string;
    else if (dates.some((other) => other.date === form.value.dato)) errors[`dato-${i}`] = twice;
    else dates.push({ date: form.value.dato, line: i });
  }
  return { dates, errors };
}

const isStatus = (word: unknown): word is AttendanceEntry["status"] =>
  attendanceStatuses.includes(word as AttendanceEntry["status"]);

/** What was tapped for those on the list; who is not on it is left out, an unknown word too. */
export function readAttendance(body: unknown, personIds: string[]): AttendanceEntry[] {
  const given = bodyOf(body);
  return personIds.flatMap((personId) => {
    const status = given[`status-${personId}`];
    return isStatus(status) ? [{ personId, status }] : [];
  });
}
