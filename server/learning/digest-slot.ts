/** When weekly digests go: on a weekday at a time in Oslo, whatever the clock there does that night. */
import { Temporal } from "temporal-polyfill";
import { zone } from "../web/dates.ts";

export interface Slot {
  /** ISO: 1 is Monday. */
  weekday: number;
  /** Local time, HH:MM. */
  time: string;
}

/** Leaders begin the week with what waits for them. */
export const leaderSlot: Slot = { weekday: 1, time: "08:00" };
/** Those who gave feedback hear towards the end of it. */
export const newsSlot: Slot = { weekday: 4, time: "08:00" };

/** A digest whose time went by so long ago is out of season: the next one tells it. */
const hoursInSeason = 24;

/** The moment of this week's slot that has come and is still in season; null at any other time. */
export function dueSlot(slot: Slot, now: Temporal.Instant): { at: Temporal.Instant; date: string } | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const date = today.subtract({ days: (today.dayOfWeek - slot.weekday + 7) % 7 });
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: slot.time }).toInstant();
  const isPast = Temporal.Instant.compare(at, now) <= 0;
  const isInSeason = Temporal.Instant.compare(now, at.add({ hours: hoursInSeason })) < 0;
  return isPast && isInSeason ? { at, date: date.toString() } : null;
}
