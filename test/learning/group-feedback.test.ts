import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GroupFeedback, giveGroupFeedback } from "../../server/learning/feedback.ts";
import { inboxOf } from "../../server/learning/feedback-queries.ts";
import { wordsForLeaders } from "../../server/learning/item-words.ts";
import { feedback, feedbackAuthors } from "../../server/learning/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering, addItem, newReview, review } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
let gatheringId: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  gatheringId = await addGathering(house, cast, "2026-10-20");
});
afterEach(() => house.close());

const say = (changes: Partial<GroupFeedback> = {}) =>
  house.store.write((tx) =>
    giveGroupFeedback(
      tx,
      {
        networkId: cast.network,
        gatheringId,
        source: "group",
        byId: null,
        text: "Ingen tar telefonen.",
        ...changes,
      },
      house.now(),
    ),
  );

describe("feedback by a group", () => {
  it("comes to the advisers at once, with the gathering and without any person", async () => {
    const given = await say();
    const inbox = await inboxOf(house.store.read, cast.kari, "2026-11-02");
    expect(inbox.map((row) => row.id)).toEqual([given.ok && given.id]);
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    const [row] = await house.store.read.select().from(feedback);
    expect(row).toMatchObject({ gatheringId, source: "group", naming: "named" });
  });

  it("keeps no adviser as the author of what stands in the minutes", async () => {
    const given = await say({ source: "minutes", byId: cast.kari });
    if (!given.ok) throw new Error(given.reason);
    await review(house, newReview(cast, given.id));
    const itemId = await addItem(house, cast, given.id);
    const [words] = await wordsForLeaders(house.store.read, itemId, "2026-11-02");
    expect(words).toMatchObject({ text: "Ingen tar telefonen.", source: "minutes", authorName: null });
  });

  it("goes to the centre's leader when it is about the advisers", async () => {
    await say({ aboutAdviser: true });
    expect(await inboxOf(house.store.read, cast.kari, "2026-11-02")).toEqual([]);
  });

  it("is refused for a gathering of another network, and minutes by anyone but its adviser", async () => {
    expect(await say({ networkId: cast.otherNetwork })).toMatchObject({ reason: "unknown-gathering" });
    expect(await say({ gatheringId: "none" })).toMatchObject({ reason: "unknown-gathering" });
    expect(await say({ source: "minutes", byId: cast.ola })).toMatchObject({ reason: "not-an-adviser" });
    expect(await say({ source: "minutes" })).toMatchObject({ reason: "not-an-adviser" });
    expect(await house.store.read.select().from(feedback)).toEqual([]);
  });
});
