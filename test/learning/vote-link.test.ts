import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { roundElectors, voteRounds, votes } from "../../server/learning/tables.ts";
import { voteToken } from "../../server/learning/vote-link.ts";
import { remindVoters } from "../../server/learning/vote-reminder.ts";
import { outbox } from "../../server/mail/tables.ts";
import { chooseMail } from "../../server/people/mail-preference.ts";
import { persons } from "../../server/people/tables.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
beforeEach(async () => {
  house = await openHouse();
  year = await aYear(house);
});
afterEach(() => house.close());

const mails = (kind: string) => house.store.read.select().from(outbox).where(eq(outbox.kind, kind));
/** The path in the mail a person got. */
async function linkOf(personId: string): Promise<string> {
  const mail = (await mails("vote")).find((one) => one.personId === personId);
  return /https?:\/\/[^/]+(\/stemme\/\S+)/.exec(mail?.textBody ?? "")?.[1] as string;
}
const given = () => house.store.read.select().from(votes);

describe("when a round opens", () => {
  it("each mentor active then gets one mail, with the question, the answer and a link of their own", async () => {
    await year.presented({ verdict: "keep", reason: "Det koster for mye." });
    const sent = await mails("vote");
    expect(sent.map((mail) => mail.personId).sort()).toEqual([...year.mentors].sort());
    expect(new Set(sent.map((mail) => /stemme\/\S+/.exec(mail.textBody)?.[0])).size).toBe(6);
    expect(sent[0]?.textBody).toContain("Det koster for mye.");
    expect(sent[0]?.headers["List-Unsubscribe"]).toContain("/stopp>");
    const siri = sent.find((mail) => mail.personId === year.cast.siri);
    expect(siri?.subject).toBe("Forstår du kvifor Nav ikkje endrar dette?");
    await year.tick("2026-11-20T09:00:00Z");
    expect(await mails("vote")).toHaveLength(6);
  });
});

describe("the link", () => {
  it("opens a page without signing in and votes for nobody until one presses; a new press changes it", async () => {
    await year.presented();
    const path = await linkOf(year.cast.ola);
    const anyone = await browserOf(house, null);
    for (const suffix of ["", "?svar=ja"]) expect((await anyone.get(path + suffix)).statusCode).toBe(200);
    expect(await given()).toEqual([]);
    expect((await anyone.post(path, { svar: "nei" })).headers.location).toBe(path);
    await anyone.post(path, { svar: "ja" });
    expect(await given()).toMatchObject([{ personId: year.cast.ola, vote: "yes" }]);
    expect((await anyone.get(path)).body).toMatch(/value="ja" aria-pressed="true"/);
    expect((await anyone.post(path, { svar: "kanskje" })).statusCode).toBe(303);
    expect(await given()).toHaveLength(1);
  });

  it("is in the person's own language", async () => {
    await year.presented();
    const page = await (await browserOf(house, null)).get(await linkOf(year.cast.siri));
    expect(page.body).toContain('<html lang="nn"');
  });

  it("is worth nothing when it is cut, made up, another's, or its owner has left", async () => {
    await year.presented();
    const [round] = await house.store.read.select().from(voteRounds);
    const { secret } = house.config;
    const own = voteToken(secret, round?.id as string, year.cast.ola);
    const anothers = own.replace(year.cast.ola, year.cast.siri);
    const anyone = await browserOf(house, null);
    for (const token of [own.slice(0, -1), "x", "a.b.c", anothers]) {
      expect((await anyone.get(`/stemme/${token}`)).statusCode).toBe(410);
      expect((await anyone.post(`/stemme/${token}`, { svar: "ja" })).statusCode).toBe(410);
    }
    await house.store.write(async (tx) => {
      await tx.update(persons).set({ status: "left" }).where(eq(persons.id, year.cast.ola));
    });
    expect((await anyone.post(`/stemme/${own}`, { svar: "ja" })).statusCode).toBe(410);
    expect(await given()).toEqual([]);
  });

  it("gives no vote to someone who was not an active mentor when the round opened", async () => {
    await year.presented();
    const [round] = await house.store.read.select().from(voteRounds);
    const path = `/stemme/${voteToken(house.config.secret, round?.id as string, year.cast.kari)}`;
    const anyone = await browserOf(house, null);
    expect((await anyone.get(path)).body).toContain("Du er ikke spurt i denne runden");
    await anyone.post(path, { svar: "ja" });
    expect(await given()).toEqual([]);
  });

  it("says that the round is over, from its day on and after it is counted", async () => {
    await year.presented();
    const path = await linkOf(year.cast.ola);
    const anyone = await browserOf(house, null);
    house.setNow("2027-01-10T22:59:00Z");
    expect((await anyone.get(path)).body).toContain("Hva synes du?");
    house.setNow("2027-01-10T23:00:00Z");
    expect((await anyone.get(path)).body).toContain("Runden er over");
    await anyone.post(path, { svar: "ja" });
    expect(await given()).toEqual([]);
    await year.tick("2027-01-11T09:00:00Z");
    expect(await house.store.read.select().from(roundElectors)).toEqual([]);
    expect((await anyone.get(path)).body).toContain("Runden er over");
  });

  it("is for one round: an earlier one votes in no later one", async () => {
    const { itemId } = await year.presented();
    const first = await linkOf(year.cast.ola);
    await year.all(itemId, "partly");
    await year.tick("2027-01-11T09:00:00Z");
    await year.tick("2027-01-12T13:00:00Z");
    expect(await house.store.read.select().from(voteRounds)).toHaveLength(2);
    const anyone = await browserOf(house, null);
    await anyone.post(first, { svar: "ja" });
    expect(await given()).toEqual([]);
  });
});

describe("the reminder", () => {
  const remind = (iso: string) => {
    house.setNow(iso);
    return remindVoters(house.store, house.mailer, house.now());
  };

  it("comes once, some days before the end, to those who have not answered and want reminders", async () => {
    const { itemId } = await year.presented();
    await year.vote(itemId, year.cast.ola, "not_me");
    const quiet = year.mentors[2] as string;
    await house.store.write((tx) => chooseMail(tx, quiet, { hasReminders: false }, house.now()));
    expect(await remind("2027-01-06T22:00:00Z")).toBe(0);
    const runs = await Promise.all([1, 2, 3].map(() => remind("2027-01-06T23:30:00Z")));
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(4);
    expect(await remind("2027-01-09T09:00:00Z")).toBe(0);
    const to = (await mails("vote-reminder")).map((mail) => mail.personId);
    expect(to).not.toContain(year.cast.ola);
    expect(to).not.toContain(quiet);
    expect(new Set(to).size).toBe(4);
  });

  it("does not come when nobody knows yet when the round closes, nor when it is over", async () => {
    await year.presented();
    expect(await remind("2027-01-11T09:00:00Z")).toBe(0);
  });
});
