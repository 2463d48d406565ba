import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reportBacksFor } from "../../server/learning/agenda.ts";
import { lookAgain, returnEndedTrials } from "../../server/learning/dates.ts";
import { loadLoops } from "../../server/learning/loops.ts";
import { passOn, returnLifted } from "../../server/learning/move.ts";
import { closeDueRounds, openDueRounds } from "../../server/learning/rounds.ts";
import { stateOf } from "../../server/learning/state.ts";
import {
  decisions,
  learningItems,
  referrals,
  roundElectors,
  voteRounds,
  votes,
} from "../../server/learning/tables.ts";
import { castVote, type Vote } from "../../server/learning/votes.ts";
import { outbox } from "../../server/mail/tables.ts";
import { unitLeaders } from "../../server/people/tables.ts";
import { localDate } from "../../server/web/dates.ts";
import { addCast, addMentors, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, decideIt, itemOf, newDecision, recordAttendance, report, send } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
let november: string;
let december: string;
let itemId: string;
let mentors: string[];

beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  mentors = [cast.ola, cast.siri, ...(await addMentors(house.store, cast.network, 4))];
  november = await addGathering(house, cast, "2026-11-10");
  december = await addGathering(house, cast, "2026-12-08");
  await addGathering(house, cast, "2027-01-12");
  await addGathering(house, cast, "2027-02-09");
  ({ itemId } = await itemOf(house, cast));
});
afterEach(() => house.close());

const loop = async () => {
  const [found] = await loadLoops(house.store.read, eq(learningItems.id, itemId));
  return found as NonNullable<typeof found>;
};
const state = async () => stateOf(await loop(), localDate(house.now()).toString());
const last = async () =>
  (await loop()).referrals.at(-1) as Awaited<ReturnType<typeof loop>>["referrals"][number];

const vote = (byId: string, answer: Vote) =>
  house.store.write((tx) => castVote(tx, { itemId, byId, vote: answer }, house.now()));
const tick = (iso: string) => {
  house.setNow(iso);
  return house.store.write(async (tx) => {
    await returnEndedTrials(tx, house.mailer, house.now());
    await lookAgain(tx, house.mailer, house.now());
    await closeDueRounds(tx, house.mailer, house.now());
    await openDueRounds(tx, house.mailer, house.now());
  });
};

/** Sent, decided and presented on 10 November. */
async function reported(changes: Parameters<typeof newDecision>[3] = {}, byId = cast.leif) {
  if ((await loop()).referrals.length === 0) await send(house, cast, itemId, december);
  const facts = newDecision(cast, itemId, (await last()).id, { byId, ...changes });
  const decided = await decideIt(house, facts);
  if (!decided.ok) throw new Error(decided.reason);
  house.setNow("2026-11-10T15:00:00Z");
  await recordAttendance(house, cast, november).catch(() => undefined);
  expect((await report(house, cast, decided.decisionId, november)).ok).toBe(true);
  return decided.decisionId;
}

describe("sending", () => {
  it("puts an item before a leader of one of the network's offices, once, and writes to them", async () => {
    expect(await send(house, cast, itemId, december)).toEqual({ ok: true });
    expect(await send(house, cast, itemId, december)).toEqual({ ok: false, reason: "already-sent" });
    expect(await state()).toBe("sent");
    const mails = await house.store.read.select().from(outbox);
    expect(mails.map((mail) => mail.toName)).toEqual(["Leif Haugen"]);
    expect(mails[0]?.textBody).toContain("8. desember 2026");
    expect(mails[0]?.textBody).not.toContain("Ola");
  });

  it("is refused to someone else's leader and for a gathering that is over", async () => {
    expect(await send(house, cast, itemId, december, cast.randi)).toMatchObject({ reason: "unknown-leader" });
    house.setNow("2026-12-09T09:00:00Z");
    expect(await send(house, cast, itemId, december)).toMatchObject({ reason: "unknown-gathering" });
  });
});

describe("passing on", () => {
  let other: string;
  beforeEach(async () => {
    other = await house.store.write(async (tx) => {
      const id = await addPerson(tx, { name: "Berit Lunde", roles: ["leader"] });
      await tx.insert(unitLeaders).values({ unitId: cast.office, personId: id, isDeputy: true });
      return id;
    });
    await send(house, cast, itemId, december);
  });
  const pass = async (byId: string, toId: string) =>
    house.store.write(async (tx) =>
      passOn(
        tx,
        house.mailer,
        { itemId, referralId: (await last()).id, byId, toId, reason: "Ikke mitt" },
        house.now(),
      ),
    );

  it("is free once, goes to level 2 the second time, and stays where level 2 puts it", async () => {
    expect(await pass(cast.leif, other)).toEqual({ ok: true, toId: other });
    expect(await pass(other, cast.leif)).toEqual({ ok: true, toId: cast.randi });
    expect(await pass(cast.randi, cast.leif)).toEqual({ ok: true, toId: cast.leif });
    expect(await pass(cast.leif, other)).toEqual({ ok: false, reason: "assigned" });
  });

  it("is too late once it is decided", async () => {
    await decideIt(house, newDecision(cast, itemId, (await last()).id));
    expect(await pass(cast.leif, other)).toEqual({ ok: false, reason: "decided" });
  });

  it("leaves the one who passed it on without a say", async () => {
    const before = (await last()).id;
    await pass(cast.leif, other);
    expect(await decideIt(house, newDecision(cast, itemId, before))).toMatchObject({ reason: "moved-on" });
  });
});

describe("deciding", () => {
  beforeEach(() => send(house, cast, itemId, december));

  it("is for the one it was sent to, once; the first decision stands", async () => {
    const { id } = await last();
    expect(await decideIt(house, newDecision(cast, itemId, id, { byId: cast.randi }))).toMatchObject({
      reason: "not-yours",
    });
    const two = await Promise.all([
      decideIt(house, newDecision(cast, itemId, id, { reason: "Den ene" })),
      decideIt(house, newDecision(cast, itemId, id, { reason: "Den andre" })),
    ]);
    expect(two.map((one) => (one.ok ? "ok" : one.reason)).sort()).toEqual(["decided", "ok"]);
    expect(await house.store.read.select().from(decisions)).toHaveLength(1);
    expect(await state()).toBe("decided");
  });

  it("refuses a date behind us and a trial that stops before it starts", async () => {
    const { id } = await last();
    expect(await decideIt(house, newDecision(cast, itemId, id, { onDate: "2026-11-01" }))).toMatchObject({
      reason: "date-passed",
    });
    const backwards = { verdict: "try", onDate: "2026-12-10", stopDate: "2026-12-09" } as const;
    expect(await decideIt(house, newDecision(cast, itemId, id, backwards))).toMatchObject({
      reason: "stop-before-start",
    });
  });

  it("lifts to level 2, who returns it with a reason; it cannot be lifted again", async () => {
    await decideIt(house, newDecision(cast, itemId, (await last()).id, { verdict: "lift" }));
    expect(await last()).toMatchObject({ kind: "lifted", toId: cast.randi });
    const referralId = (await last()).id;
    const back = { itemId, referralId, byId: cast.randi, reason: "Det kan du avgjøre." };
    await house.store.write((tx) => returnLifted(tx, house.mailer, back, house.now()));
    expect(await last()).toMatchObject({ kind: "returned", toId: cast.leif });
    expect(
      await decideIt(house, newDecision(cast, itemId, (await last()).id, { verdict: "lift" })),
    ).toMatchObject({ reason: "nowhere-to-lift" });
  });

  it("comes into force on its date, and a trial without a stop date comes back after six months", async () => {
    await decideIt(house, newDecision(cast, itemId, (await last()).id, { verdict: "try" }));
    house.setNow("2026-12-10T09:00:00Z");
    expect(await state()).toBe("on_trial");
    house.setNow("2027-06-10T09:00:00Z");
    expect(await state()).toBe("trial_over");
    await tick("2027-06-10T10:00:00Z");
    await tick("2027-06-10T11:00:00Z");
    expect((await loop()).referrals.map((one) => one.kind)).toEqual(["sent", "trial_over"]);
    expect(await last()).toMatchObject({ toId: cast.leif, iteration: 2 });
  });
});

describe("reporting back", () => {
  let decisionId: string;
  beforeEach(async () => {
    await send(house, cast, itemId, december);
    const decided = await decideIt(house, newDecision(cast, itemId, (await last()).id, { verdict: "keep" }));
    decisionId = decided.ok ? decided.decisionId : "";
  });

  it("is refused before the gathering begins and until attendance is recorded", async () => {
    expect(await report(house, cast, decisionId, november)).toMatchObject({ reason: "not-started" });
    house.setNow("2026-11-10T12:00:00Z");
    expect(await report(house, cast, decisionId, november)).toMatchObject({ reason: "no-attendance" });
    await recordAttendance(house, cast, november);
    expect(await report(house, cast, decisionId, november)).toMatchObject({ ok: true });
    expect(await report(house, cast, decisionId, november)).toMatchObject({ reason: "already" });
    expect(await state()).toBe("reported");
  });

  it("is refused at a gathering that began before the decision, and in another network", async () => {
    const october = await addGathering(house, cast, "2026-10-13");
    const elsewhere = await addGathering(house, cast, "2026-11-03", cast.otherNetwork);
    house.setNow("2026-11-10T15:00:00Z");
    expect(await report(house, cast, decisionId, october)).toMatchObject({ reason: "before-decision" });
    expect(await report(house, cast, decisionId, elsewhere)).toMatchObject({ reason: "unknown-gathering" });
  });
});

describe("voting", () => {
  it("asks at once whether the reason is understood, and later whether a change is noticed", async () => {
    await reported({ verdict: "change", onDate: "2026-12-01" });
    expect((await loop()).rounds).toHaveLength(0);
    await tick("2026-12-08T11:59:00Z");
    expect((await loop()).rounds).toHaveLength(0);
    await tick("2026-12-08T12:00:00Z");
    expect((await loop()).rounds).toMatchObject([{ question: "difference", openedAtGatheringId: december }]);
  });

  it("opens at the first gathering after the start, however late the clock or the adviser is", async () => {
    await send(house, cast, itemId, december);
    const change = newDecision(cast, itemId, (await last()).id, { onDate: "2026-12-01" });
    const decided = await decideIt(house, change);
    await recordAttendance(house, cast, november);
    house.setNow("2026-12-09T09:00:00Z");
    await report(house, cast, decided.ok ? decided.decisionId : "", november);
    await tick("2026-12-20T09:00:00Z");
    expect((await loop()).rounds).toMatchObject([{ openedAtGatheringId: december }]);
  });

  it("is for mentors active when the round opened, and no one else", async () => {
    await reported({ verdict: "keep" });
    const [late] = await addMentors(house.store, cast.network, 1);
    for (const person of [late as string, cast.kari, cast.leif, cast.nina, cast.strangeMentor]) {
      expect(await vote(person, "yes")).toEqual({ ok: false, reason: "not-asked" });
    }
  });

  it("counts one vote per person, the last, closes the day before the second gathering, and forgets who", async () => {
    await reported({ verdict: "keep" });
    await vote(cast.ola, "no");
    for (const person of mentors) await vote(person, "yes");
    await vote(cast.siri, "not_me");
    await tick("2027-01-10T22:59:00Z");
    expect(await state()).toBe("reported");
    house.setNow("2027-01-10T23:00:00Z"); // the eleventh has begun in Oslo
    expect(await vote(cast.ola, "no")).toEqual({ ok: false, reason: "closed" });
    await tick("2027-01-10T23:00:00Z");
    await tick("2027-01-11T09:00:00Z");
    const [round] = await house.store.read.select().from(voteRounds);
    expect(round).toMatchObject({ electors: 6, yes: 5, partly: 0, no: 0, notMe: 1 });
    expect(await house.store.read.select().from(votes)).toEqual([]);
    expect(await house.store.read.select().from(roundElectors)).toEqual([]);
    expect(await state()).toBe("confirmed");
  });

  it("is not confirmed when fewer than three are affected", async () => {
    await reported({ verdict: "keep" });
    await vote(cast.ola, "yes");
    await vote(cast.siri, "yes");
    await tick("2027-01-11T09:00:00Z");
    expect(await state()).toBe("unconfirmed");
  });

  it("goes back to the leader on a low score, the second time to level 2", async () => {
    await reported({ verdict: "keep" });
    for (const person of mentors) await vote(person, "no");
    await tick("2027-01-11T09:00:00Z");
    expect(await state()).toBe("reopened");
    expect(await last()).toMatchObject({ kind: "reopened", toId: cast.leif, fromName: null, iteration: 2 });

    const january = (await loop()).referrals.at(-1)?.id as string;
    const again = newDecision(cast, itemId, january, { verdict: "keep", onDate: "2027-06-11" });
    const decided = await decideIt(house, again);
    const gathering = await addGathering(house, cast, "2027-01-20");
    await addGathering(house, cast, "2027-03-09");
    house.setNow("2027-01-20T15:00:00Z");
    await recordAttendance(house, cast, gathering);
    await report(house, cast, decided.ok ? decided.decisionId : "", gathering);
    for (const person of mentors) await vote(person, "no");
    await tick("2027-03-08T09:00:00Z");
    expect(await last()).toMatchObject({ kind: "reopened", toId: cast.randi, iteration: 3 });
    expect((await house.store.read.select().from(referrals)).length).toBe(3);
  });

  it("asks once more on a score between, then reopens", async () => {
    await addGathering(house, cast, "2027-03-09");
    await reported({ verdict: "keep" });
    for (const person of mentors) await vote(person, "partly");
    await tick("2027-01-11T09:00:00Z");
    expect(await state()).toBe("reported");
    await tick("2027-01-12T12:00:00Z");
    expect((await loop()).rounds).toHaveLength(2);
    for (const person of mentors) await vote(person, "partly");
    await tick("2027-03-08T09:00:00Z");
    expect(await state()).toBe("reopened");
  });
});

describe("the agenda", () => {
  const agenda = (gatheringId: string) => reportBacksFor(house.store.read, gatheringId, "nb", house.now());

  it("carries a decision at the next gathering alone; at the one after it when that went by without", async () => {
    await send(house, cast, itemId, december);
    await decideIt(house, newDecision(cast, itemId, (await last()).id));
    expect(await agenda(november)).toHaveLength(1);
    expect(await agenda(december)).toEqual([]);
    house.setNow("2026-11-11T09:00:00Z");
    expect(await agenda(december)).toMatchObject([{ state: "Nav endrer dette" }]);
  });

  it("carries a decision from the next gathering on, and keeps it where it was presented", async () => {
    await send(house, cast, itemId, december);
    expect(await agenda(november)).toEqual([]);
    const decided = await decideIt(house, newDecision(cast, itemId, (await last()).id));
    const card = { path: `/laeringspunkter/${itemId}`, state: "Nav endrer dette" };
    expect(await agenda(november)).toMatchObject([card]);
    house.setNow("2026-11-10T15:00:00Z");
    await recordAttendance(house, cast, november);
    await report(house, cast, decided.ok ? decided.decisionId : "", november);
    expect(await agenda(november)).toMatchObject([card]);
    expect(await agenda(december)).toEqual([]);
  });

  it("goes into the minutes with its reason, and nothing goes there that was presented elsewhere", async () => {
    await send(house, cast, itemId, december);
    const given = newDecision(cast, itemId, (await last()).id);
    const decided = await decideIt(house, given);
    house.setNow("2026-12-08T15:00:00Z");
    await recordAttendance(house, cast, december);
    const kari = await browserOf(house, cast.kari);
    const minutes = async () => (await kari.get(`/samlinger/${december}/referat`)).body;
    expect(await minutes()).toContain("Nav endrer dette");
    expect(await minutes()).not.toContain(given.reason);
    await report(house, cast, decided.ok ? decided.decisionId : "", december);
    expect(await minutes()).toContain(given.reason);
  });

  it("says that Nav has not answered when two due gatherings have passed", async () => {
    const january = await addGathering(house, cast, "2027-01-05");
    await send(house, cast, itemId, november);
    expect(await agenda(december)).toEqual([]);
    expect(await agenda(january)).toEqual([]); // December has not passed it by yet
    house.setNow("2026-12-09T09:00:00Z");
    expect((await agenda(january))[0]?.state).toMatch(/^Nav har ikke svart ennå\. .*to samlinger\. Tema: /);
  });
});
