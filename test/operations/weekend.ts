/**
 * A weekend in the life of a network, in which most of what the clock does is due in the nights: to be
 * lived through on different weekends, by one process, by two, or by some that die.
 */
import { asc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { type Job, jobsOf } from "../../server/clock.ts";
import { halfYears, offers } from "../../server/gatherings/tables.ts";
import { couplingHalfYears, feedback, learningItems, learningLog } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { persons } from "../../server/people/tables.ts";
import { erasures } from "../../server/privacy/tables.ts";
import { surveys } from "../../server/surveys/tables.ts";
import { zone } from "../../server/web/dates.ts";
import type { House } from "../../server/web/house.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { addGathering, answer, invite } from "../gatherings/party.ts";
import type { TestHouse } from "../house.ts";
import { give, itemOf, send } from "../learning/loop.ts";
import { addHeld } from "../surveys/party.ts";

export interface Weekend {
  /** Its Sunday. */
  sunday: Temporal.PlainDate;
  cast: Cast;
  /** On the Monday, from 13:00 on. */
  mondayGathering: string;
}

const on = (sunday: Temporal.PlainDate, days: number) => sunday.add({ days }).toString();
const at = (sunday: Temporal.PlainDate, days: number, time: string) =>
  Temporal.PlainDateTime.from(`${on(sunday, days)}T${time}`)
    .toZonedDateTime(zone)
    .toInstant();

/** Everything up to the Saturday evening. */
export async function prepareWeekend(house: TestHouse, date: string): Promise<Weekend> {
  const sunday = Temporal.PlainDate.from(date);
  const setTime = (days: number, time: string) => house.setNow(at(sunday, days, time).toString());
  const cast = await addCast(house.store);
  const mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
  const [first, second, third] = mentors.slice(2) as [string, string, string];
  setTime(-120, "09:00");
  await addHeld(house, cast, mentors, on(sunday, -118)); // in the half-year before
  setTime(-10, "09:00");
  const plan = async (days: number, startTime: string, endTime: string, capacity: number | null = null) => {
    const times = { localDate: on(sunday, days), startTime, endTime, capacity };
    const id = await addGathering(house, cast, times);
    await invite(house, cast, id, ...mentors);
    return id;
  };
  const saturday = await plan(-1, "13:00", "15:00");
  for (const id of mentors.slice(0, 4)) await answer(house, saturday, id);
  const full = await plan(0, "13:00", "15:00", 2);
  for (const id of [cast.ola, cast.siri, first, second, third]) await answer(house, full, id);
  const mondayGathering = await plan(1, "13:00", "15:00");
  for (const id of [cast.ola, third]) await answer(house, mondayGathering, id);
  await plan(7, "02:30", "04:00"); // whoever is silent hears a week before: at half past two that night
  const { itemId } = await itemOf(house, cast);
  await send(house, cast, itemId, mondayGathering);
  setTime(-1, "10:00");
  for (const byId of [cast.ola, cast.siri]) await give(house, cast, { byId, naming: "anonymous" });
  setTime(-1, "17:00");
  await answer(house, full, cast.ola, { answer: "no" }); // her place is offered down the line all night
  return { sunday, cast, mondayGathering };
}

/** From Saturday evening to Monday morning: every hour, and every ten minutes while the clock may change. */
export function ticksOf(sunday: Temporal.PlainDate): Temporal.Instant[] {
  const [from, to] = [at(sunday, -1, "20:00"), at(sunday, 1, "09:00")];
  const [nightFrom, nightTo] = [at(sunday, 0, "01:00"), at(sunday, 0, "04:00")];
  const isIn = (moment: Temporal.Instant) =>
    Temporal.Instant.compare(moment, nightFrom) >= 0 && Temporal.Instant.compare(moment, nightTo) < 0;
  const ticks: Temporal.Instant[] = [];
  for (let tick = from; Temporal.Instant.compare(tick, to) <= 0; ) {
    ticks.push(tick);
    tick = tick.add({ minutes: isIn(tick) ? 10 : 60 });
  }
  return ticks;
}

/** What is not about the weekend: sending has tests of its own, and most of what ends by age takes days. */
const leftOut = ["send mail", "go on with imports", "sweep imports", "make people findable"];
const isLeftOut = (name: string) => leftOut.includes(name) || /^(end (?!trials)|clear )/.test(name);

/** A process with a clock of its own: runs every job once. @param minutes its clock is so far ahead */
export function makeClock({ config, store, templates }: House, mailer: TestHouse["mailer"], minutes = 0) {
  let time = Temporal.Instant.fromEpochMilliseconds(0);
  const house = { config, store, templates, now: () => time };
  const jobs: Job[] = jobsOf(house, mailer, makeTransport(config)).filter(({ name }) => !isLeftOut(name));
  return {
    names: jobs.map(({ name }) => name),
    run: async (name: string, now: Temporal.Instant) => {
      time = now.add({ minutes });
      await jobs.find((job) => job.name === name)?.run();
    },
  };
}

/** What came of it, in words that are the same for every weekend: who, which, on what day and at what hour. */
export async function whatHappened(house: TestHouse, { sunday }: Weekend): Promise<string[]> {
  const { read } = house.store;
  const names = new Map(
    (await read.select({ id: persons.id, name: persons.name }).from(persons)).map(({ id, name }) => [
      id,
      name.replace(/^M\S+ /, ""),
    ]),
  );
  const day = (date: string) => sunday.until(Temporal.PlainDate.from(date), { largestUnit: "day" }).days;
  const moment = (instant: Temporal.Instant) => {
    const local = instant.toZonedDateTimeISO(zone);
    const isNight = local.hour === 2 || local.hour === 3; // which of them there is, the clock decides
    return `day ${day(local.toPlainDate().toString())} ${isNight ? "2–3" : local.hour}`;
  };
  const from = at(sunday, -1, "18:00");
  const mails = (await read.select().from(outbox)).filter(
    ({ createdAt }) => Temporal.Instant.compare(createdAt, from) >= 0,
  );
  const said = mails.map(({ kind, personId, createdAt, notBefore, state }) => {
    const who = names.get(personId ?? "") ?? "nobody";
    const when = kind === "offer" ? "" : `${moment(createdAt)} goes ${moment(notBefore)} `; // hours from now on
    return `mail ${when}${kind} ${who} ${state}`;
  });
  const open = await read.select().from(surveys);
  const shown = await read.select({ from: feedback.visibleFrom, naming: feedback.naming }).from(feedback);
  const nights = await read.select().from(erasures);
  const items = await read.select({ lane: learningItems.lane }).from(learningItems);
  const events = await read.select({ event: learningLog.event }).from(learningLog);
  const passed = await read.select({ outcome: offers.outcome }).from(offers);
  return [
    ...said,
    ...open.map((one) => `survey ${day(one.openedOn)} to ${day(one.closesOn)}, reminds ${day(one.remindOn)}`),
    ...shown.map((one) => `feedback ${one.naming} seen from ${day(one.from)}`),
    ...nights.map((one) => `erased ${day(one.night)} ${moment(one.startedAt)} ${one.endedAt !== null}`),
    ...items.map(({ lane }) => `item ${lane}`),
    ...events.map(({ event }) => `log ${event}`),
    ...passed.map(({ outcome }) => `offer ${outcome}`),
  ].sort();
}

/** The counts that stay, as stored. */
export async function countsOf(house: TestHouse, networkId: string): Promise<unknown[]> {
  const { read } = house.store;
  const { networkId: _, ...columns } = {
    networkId: halfYears.networkId,
    half: halfYears.half,
    countedOn: halfYears.countedOn,
    gatherings: halfYears.gatherings,
    workplaces: halfYears.workplaces,
  };
  return [
    ...(await read
      .select(columns)
      .from(halfYears)
      .where(eq(halfYears.networkId, networkId))
      .orderBy(asc(halfYears.half))),
    ...(await read
      .select({
        half: couplingHalfYears.halfYear,
        counts: couplingHalfYears.counts,
        on: couplingHalfYears.countedOn,
      })
      .from(couplingHalfYears)
      .where(eq(couplingHalfYears.networkId, networkId))
      .orderBy(asc(couplingHalfYears.halfYear))),
  ];
}
