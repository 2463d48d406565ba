import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dueSlot, leaderSlot, newsSlot } from "../../server/learning/digest-slot.ts";
import { chooseStricterNaming } from "../../server/learning/feedback.ts";
import { queueLeaderDigests } from "../../server/learning/leader-digest.ts";
import { queueNews } from "../../server/learning/news.ts";
import { outbox } from "../../server/mail/tables.ts";
import { chooseMail } from "../../server/people/mail-preference.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { decideIt, give, itemOf, newDecision, newReview, review, send } from "./loop.ts";
import { aYear, type Year } from "./year.ts";

let house: TestHouse;
let year: Year;
beforeEach(async () => {
  house = await openHouse();
  year = await aYear(house);
});
afterEach(() => house.close());

const news = async (iso: string) => {
  house.setNow(iso);
  return queueNews(house.store, house.mailer, house.now());
};
const toLeaders = async (iso: string) => {
  house.setNow(iso);
  return queueLeaderDigests(house.store, house.mailer, house.now());
};
const mails = (kind: string) => house.store.read.select().from(outbox).where(eq(outbox.kind, kind));

describe("the time of a digest", () => {
  const at = (iso: string, slot = newsSlot) =>
    dueSlot(slot, Temporal.Instant.from(iso))?.at.toString() ?? null;

  it("is Thursday at eight in Oslo, summer and winter, for a day", () => {
    expect(at("2026-11-05T06:59:59Z")).toBeNull();
    expect(at("2026-11-05T07:00:00Z")).toBe("2026-11-05T07:00:00Z");
    expect(at("2026-11-06T06:59:59Z")).toBe("2026-11-05T07:00:00Z");
    expect(at("2026-11-06T07:00:00Z")).toBeNull();
    expect(at("2026-07-02T06:00:00Z")).toBe("2026-07-02T06:00:00Z");
  });

  it("is Monday for leaders, also after the night the clock changes", () => {
    expect(at("2026-10-26T06:59:00Z", leaderSlot)).toBeNull();
    expect(at("2026-10-26T07:00:00Z", leaderSlot)).toBe("2026-10-26T07:00:00Z");
    expect(at("2027-03-29T06:00:00Z", leaderSlot)).toBe("2027-03-29T06:00:00Z");
  });
});

describe("those who gave feedback", () => {
  it("hear of it at most weekly, once, and only when something has happened", async () => {
    const { itemId } = await itemOf(house, year.cast); // Monday 2 November, by Ola in confidence
    await send(house, year.cast, itemId, year.gatherings[1] as string);
    expect(await news("2026-11-04T12:00:00Z")).toBe(0);
    const runs = await Promise.all([1, 2, 3].map(() => news("2026-11-05T07:10:00Z")));
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await news("2026-11-05T20:00:00Z")).toBe(0);
    expect(await news("2026-11-12T07:10:00Z")).toBe(0); // nothing new
    const [mail] = await mails("learning-news");
    expect(mail?.personId).toBe(year.cast.ola);
    expect(mail?.textBody).toContain("Hvordan kan en mentor alltid nå noen?");
    expect(mail?.textBody).not.toContain("Ingen tar telefonen"); // nobody's words of feedback
    expect(mail?.headers["List-Unsubscribe"]).toBeTruthy();

    await decideIt(
      house,
      newDecision(year.cast, itemId, (await year.last(itemId))?.id as string, { verdict: "keep" }),
    );
    expect(await news("2026-11-19T07:10:00Z")).toBe(1);
    expect(await mails("learning-news")).toHaveLength(2);
  });

  it("and wrote together get one each; who gave anonymously or left it to a group gets none", async () => {
    const { itemId } = await itemOf(house, year.cast);
    await send(house, year.cast, itemId, year.gatherings[1] as string);
    await give(house, year.cast, { byId: year.cast.siri, naming: "anonymous" });
    await itemOf(house, year.cast, { byId: year.cast.siri, naming: "named", text: "Noe annet" });
    await itemOf(house, year.cast, { byId: year.cast.ola, naming: "named", text: "Enda noe" });
    expect(await news("2026-11-05T07:10:00Z")).toBe(2);
  });

  it("hear that it was read when it goes no further", async () => {
    const { id } = await give(house, year.cast);
    await review(house, newReview(year.cast, id, { outcome: "diverted", note: "Ring veilederen." }));
    await news("2026-11-05T07:10:00Z");
    const [mail] = await mails("learning-news");
    expect(mail?.textBody).toContain("Ett innspill er lest og går ikke videre");
    expect(mail?.textBody).not.toContain("Ring veilederen.");
  });

  it("are told of the last week after a silence of the clock, and nothing out of season", async () => {
    await itemOf(house, year.cast);
    expect(await news("2026-11-06T12:00:00Z")).toBe(0); // Friday: too late for Thursday
    expect(await news("2026-11-12T07:00:00Z")).toBe(0); // more than a week old by now
    expect(await mails("learning-news")).toEqual([]);
  });

  it("get none when they have turned off mail of what changes", async () => {
    await itemOf(house, year.cast);
    await house.store.write((tx) => chooseMail(tx, year.cast.ola, { hasChanges: false }, house.now()));
    expect(await news("2026-11-05T07:10:00Z")).toBe(0);
  });

  it("and would rather be anonymous have their digests emptied, and those not sent yet are not sent", async () => {
    const { feedbackId } = await itemOf(house, year.cast);
    await news("2026-11-05T07:10:00Z");
    const choice = { feedbackId, byId: year.cast.ola, naming: "anonymous" as const };
    const result = await house.store.write((tx) => chooseStricterNaming(tx, choice));
    expect(result.ok).toBe(true);
    const [mail] = await mails("learning-news");
    expect(mail).toMatchObject({ subject: "", textBody: "", htmlBody: "", state: "aborted" });
    expect(await news("2026-11-05T09:00:00Z")).toBe(0);
  });
});

describe("leaders", () => {
  it("hear on Mondays of what waits, the oldest first, once; of nothing when nothing does", async () => {
    expect(await toLeaders("2026-11-02T09:00:00Z")).toBe(0);
    const first = await itemOf(house, year.cast);
    await send(house, year.cast, first.itemId, year.gatherings[0] as string);
    house.setNow("2026-11-02T10:00:00Z");
    const second = await itemOf(house, year.cast, { text: "Noe annet" });
    await send(house, year.cast, second.itemId, year.gatherings[1] as string);
    const runs = await Promise.all([1, 2, 3].map(() => toLeaders("2026-11-09T07:10:00Z")));
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await toLeaders("2026-11-09T20:00:00Z")).toBe(0);
    const [mail] = await mails("learning-waiting-digest");
    expect(mail).toMatchObject({
      personId: year.cast.leif,
      subject: "To spørsmål fra mentorene venter på deg",
    });
    const body = mail?.textBody as string;
    expect(body.indexOf(first.itemId)).toBeLessThan(body.indexOf(second.itemId));
    expect(body).not.toMatch(/Ola|telefonen/);
    for (const { itemId } of [first, second]) {
      const id = (await year.last(itemId))?.id as string;
      await decideIt(house, newDecision(year.cast, itemId, id, { verdict: "keep" }));
    }
    expect(await toLeaders("2026-11-16T07:10:00Z")).toBe(0);
  });

  it("above hear of what those below have not answered", async () => {
    const { itemId } = await itemOf(house, year.cast);
    await send(house, year.cast, itemId, year.gatherings[0] as string);
    await year.tick("2026-12-08T12:00:00Z");
    expect(await toLeaders("2026-12-14T07:10:00Z")).toBe(2);
    const mail = (await mails("learning-waiting-digest")).find((one) => one.personId === year.cast.randi);
    expect(mail?.subject).toBe("Mentorene venter fortsatt på svar");
    expect(mail?.textBody).toContain("Skulle vært besvart til samlingen 10. november.");
  });
});
