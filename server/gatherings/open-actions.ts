/** What people said they would do, made ready for printing. */
import { localDate, shortDate } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import type { Moment } from "./desk.ts";
import type { openActions } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";

export interface OpenAction {
  id: string;
  words: string;
  who: string | null;
  due: string | null;
  isOverdue: boolean;
  mayMark: boolean;
}

/** @param isAdviser advisers mark anyone's as done; others only what is theirs */
export function actionCards(
  rows: Awaited<ReturnType<typeof openActions>>,
  viewerId: string,
  isAdviser: boolean,
  { language, now }: Pick<Moment, "language" | "now">,
): OpenAction[] {
  const m = inLanguage(minutesTexts, language);
  const today = localDate(now).toString();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    who: row.who,
    due: row.dueOn ? m.due(shortDate(row.dueOn, language, now)) : null,
    isOverdue: row.dueOn !== null && row.dueOn < today,
    mayMark: isAdviser || row.responsibleId === viewerId,
  }));
}
