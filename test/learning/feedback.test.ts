import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseStricterNaming, giveFeedback } from "../../server/learning/feedback.ts";
import { feedbackForReview, inboxOf } from "../../server/learning/feedback-queries.ts";
import { wordsForAdviser, wordsForLeaders } from "../../server/learning/item-words.ts";
import { answerParaphrase } from "../../server/learning/paraphrase.ts";
import { feedbackByReceipt } from "../../server/learning/receipt.ts";
import { reviewFeedback, rewriteParaphrase, withoutWords } from "../../server/learning/review.ts";
import {
  feedback,
  feedbackAuthors,
  feedbackReceipts,
  feedbackWords,
  learningLog,
} from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addItem, give, itemOf, newFeedback, newReview, openSealed, review } from "./loop.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const inbox = async (personId: string, date = "2026-11-02") =>
  (await inboxOf(house.store.read, personId, date)).map((row) => row.id);
const answer = (feedbackId: string, byId: string | null, says: "yes" | "no") =>
  house.store.write((tx) => answerParaphrase(tx, { feedbackId, byId, says }, house.now()));
const stricter = (feedbackId: string, byId: string, naming: "named" | "confidential" | "anonymous") =>
  house.store.write((tx) => chooseStricterNaming(tx, { feedbackId, byId, naming }));

describe("giving feedback", () => {
  it("keeps the author of named and confidential feedback, with a date and no time", async () => {
    await give(house, cast, { naming: "named" });
    const [author] = await house.store.read.select().from(feedbackAuthors);
    expect(author).toMatchObject({ personId: cast.ola, givenOn: "2026-11-02" });
  });

  it("keeps nothing of an anonymous author, only a hash and the next Monday", async () => {
    house.setNow("2026-11-04T09:00:00Z");
    const { id, code } = await give(house, cast, { naming: "anonymous", gatheringId: null });
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    expect(await house.store.read.select().from(learningLog)).toEqual([]);
    expect(await house.store.read.select().from(outbox)).toEqual([]);
    expect(await house.store.read.select().from(feedback)).toEqual([]);
    await openSealed(house, "2026-11-09T00:10:00+01:00");
    const [row] = await house.store.read.select().from(feedback);
    expect(row).toMatchObject({ id, naming: "anonymous", visibleFrom: "2026-11-09", gatheringId: null });
    expect(code).toMatch(/^([A-HJ-NP-Z]{4}-){3}[A-HJ-NP-Z]{4}$/);
    const [receipt] = await house.store.read.select().from(feedbackReceipts);
    expect(receipt?.codeHash).not.toContain(code as string);
    expect(await feedbackByReceipt(house.store.read, ` ${code?.toLowerCase().replaceAll("-", " ")}`)).toBe(
      id,
    );
    expect(await feedbackByReceipt(house.store.read, "AAAA-AAAA-AAAA-AAAA")).toBeNull();
  });

  it("is for those in the network", async () => {
    const given = newFeedback(cast, { byId: cast.strangeMentor });
    expect(await house.store.write((tx) => giveFeedback(tx, given, house.now()))).toEqual({
      ok: false,
      reason: "not-a-member",
    });
    expect(await house.store.read.select().from(feedback)).toEqual([]);
  });
});

describe("who reads it", () => {
  it("is every adviser of the network, anonymous pieces from the Monday on, and nobody else", async () => {
    const { id } = await give(house, cast, { naming: "anonymous" });
    await openSealed(house, "2026-11-08T23:59:00+01:00");
    expect(await inbox(cast.kari, "2026-11-08")).toEqual([]);
    await openSealed(house, "2026-11-09T00:00:00+01:00");
    expect(await inbox(cast.kari, "2026-11-09")).toEqual([id]);
    expect(await feedbackForReview(house.store.read, cast.kari, id, "2026-11-08")).toBeNull();
    for (const person of [cast.strangeAdviser, cast.leif, cast.randi]) {
      expect(await inbox(person, "2026-11-09")).toEqual([]);
    }
  });

  it("is the other advisers when it is about one of them", async () => {
    const { id } = await give(house, cast, { about: cast.kari });
    expect(await inbox(cast.kari)).toEqual([]);
    expect(await inbox(cast.tore)).toEqual([id]);
    expect(await feedbackForReview(house.store.read, cast.kari, id, "2026-11-02")).toBeNull();
    expect(await review(house, newReview(cast, id))).toEqual({ ok: false, reason: "not-yours" });
  });

  it("is the leader above when it is about the only adviser, without the author of confidential feedback", async () => {
    await house.store.write((tx) =>
      tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.tore)),
    );
    const { id } = await give(house, cast, { about: cast.kari });
    expect(await inbox(cast.kari)).toEqual([]);
    expect(await inbox(cast.randi)).toEqual([id]);
    const shown = await feedbackForReview(house.store.read, cast.randi, id, "2026-11-02");
    expect(JSON.stringify(shown)).not.toContain("Ola");
    expect(shown?.authorName).toBeNull();
  });

  it("cannot be a leader when only a paraphrase is allowed", async () => {
    const given = newFeedback(cast, { about: "all", wording: "paraphrase" });
    expect(await house.store.write((tx) => giveFeedback(tx, given, house.now()))).toMatchObject({
      reason: "nobody-to-paraphrase",
    });
  });

  it("is never the adviser it is about, even when it stands in an item", async () => {
    const { id } = await give(house, cast, { about: cast.kari });
    await review(house, newReview(cast, id, { byId: cast.tore }));
    const { itemId, feedbackId } = await itemOf(house, cast);
    const { itemFeedback } = await import("../../server/learning/tables.ts");
    const place = { feedbackId: id, itemId, addedById: cast.tore, addedAt: house.now() };
    await house.store.write((tx) => tx.insert(itemFeedback).values(place));
    const seen = await wordsForAdviser(house.store.read, itemId, cast.kari);
    expect(seen.map((one) => one.feedbackId)).toEqual([feedbackId]);
    expect(await wordsForAdviser(house.store.read, itemId, cast.tore)).toHaveLength(2);
  });
});

describe("choosing stricter", () => {
  it("goes one way only, and only for the author", async () => {
    const { id } = await give(house, cast, { naming: "confidential" });
    expect(await stricter(id, cast.siri, "anonymous")).toMatchObject({ reason: "not-yours" });
    expect(await stricter(id, cast.ola, "named")).toMatchObject({ reason: "not-stricter" });
    expect(await stricter(id, cast.ola, "confidential")).toMatchObject({ reason: "not-stricter" });
  });

  it("to anonymous erases the author, the gathering, the day and the mails about it", async () => {
    house.setNow("2026-11-04T09:00:00Z");
    const { id } = await give(house, cast, { naming: "named", wording: "paraphrase" });
    await review(house, newReview(cast, id, { paraphrase: "En mentor nådde ingen." }));
    expect(await house.store.read.select().from(outbox)).toHaveLength(1);
    const result = await stricter(id, cast.ola, "anonymous");
    expect(result.ok && result.code).toBeTruthy();
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    expect(await house.store.read.select().from(outbox)).toEqual([]);
    const [row] = await house.store.read.select().from(feedback);
    expect(row).toMatchObject({ naming: "anonymous", gatheringId: null, visibleFrom: "2026-11-02" });
    expect(await stricter(id, cast.ola, "anonymous")).toMatchObject({ reason: "not-yours" });
  });
});

describe("reviewing", () => {
  it("happens once", async () => {
    const { id } = await give(house, cast);
    expect(await review(house, newReview(cast, id))).toEqual({ ok: true });
    expect(await review(house, newReview(cast, id, { byId: cast.tore }))).toEqual({
      ok: false,
      reason: "already-reviewed",
    });
  });

  it("asks for a theme, for whom to ring, and for a paraphrase", async () => {
    const { id } = await give(house, cast, { wording: "paraphrase" });
    expect(await review(house, newReview(cast, id, { themeSlug: null }))).toMatchObject({
      reason: "theme-missing",
    });
    expect(await review(house, newReview(cast, id, { outcome: "diverted" }))).toMatchObject({
      reason: "note-missing",
    });
    expect(await review(house, newReview(cast, id))).toMatchObject({ reason: "paraphrase-missing" });
  });

  it("takes others' names out of the words for good", async () => {
    const { id } = await give(house, cast, {
      text: "Per og Persen sa nei. per gikk.",
      wish: "At Per svarer",
    });
    await review(house, newReview(cast, id, { remove: ["Per"] }));
    const [words] = await house.store.read.select().from(feedbackWords);
    expect(words).toMatchObject({ text: "[…] og Persen sa nei. […] gikk.", wish: "At […] svarer" });
    expect(withoutWords("Åse åser", ["åse"])).toBe("[…] åser");
  });

  it("of praise leaves nothing to gather", async () => {
    const { id } = await give(house, cast);
    await review(house, newReview(cast, id, { outcome: "no_action", themeSlug: null }));
    await expect(addItem(house, cast, id)).rejects.toThrow("not-kept");
    expect(await inbox(cast.kari)).toEqual([]);
  });
});

describe("a paraphrase", () => {
  const words = async (itemId: string, today: string) =>
    (await wordsForLeaders(house.store.read, itemId, today)).map((one) => one.paraphrase);

  it("reaches leaders on the author's yes, or after seven days of silence", async () => {
    const one = await itemOf(house, cast, { wording: "paraphrase" });
    expect(await words(one.itemId, "2026-11-08")).toEqual([null]);
    expect(await words(one.itemId, "2026-11-09")).toEqual(["En mentor nådde ingen."]);
    const other = await itemOf(house, cast, { wording: "paraphrase" });
    expect(await answer(other.feedbackId, cast.siri, "yes")).toMatchObject({ reason: "not-yours" });
    expect(await answer(other.feedbackId, cast.ola, "yes")).toEqual({ ok: true });
    expect(await words(other.itemId, "2026-11-02")).toEqual(["En mentor nådde ingen."]);
    expect(await answer(other.feedbackId, cast.ola, "no")).toMatchObject({ reason: "too-late" });
  });

  it("is held back by a no until a new one is written", async () => {
    const { feedbackId, itemId } = await itemOf(house, cast, { wording: "paraphrase" });
    const rewrite = () =>
      house.store.write((tx) =>
        rewriteParaphrase(tx, house.mailer, { feedbackId, byId: cast.kari, words: "Ny." }, house.now()),
      );
    expect(await rewrite()).toMatchObject({ reason: "not-asked-for" });
    await answer(feedbackId, cast.ola, "no");
    expect(await words(itemId, "2027-01-01")).toEqual([null]);
    expect(await rewrite()).toEqual({ ok: true });
    expect(await words(itemId, "2026-11-03")).toEqual([null]);
    expect(await words(itemId, "2026-11-09")).toEqual(["Ny."]);
  });
});

describe("what leaders read", () => {
  it("holds no author who is not named and no words that were to be paraphrased", async () => {
    const choices = fc.record({
      naming: fc.constantFrom("named", "confidential", "anonymous" as const),
      wording: fc.constantFrom("own", "paraphrase" as const),
      says: fc.constantFrom("yes", "no", null),
      days: fc.constantFrom("2026-11-09", "2026-11-12", "2026-11-30"),
    });
    const secret = "Ordrett hemmelighet";
    await fc.assert(
      fc.asyncProperty(choices, async ({ naming, wording, says, days }) => {
        house.setNow("2026-11-02T09:00:00Z");
        const { id } = await give(house, cast, {
          naming,
          wording,
          text: secret,
          wish: secret,
          consequence: secret,
        });
        await openSealed(house, "2026-11-09T09:00:00Z");
        const facts = newReview(cast, id, { paraphrase: "Omskrevet" });
        await house.store.write((tx) => reviewFeedback(tx, house.mailer, facts, house.now()));
        const itemId = await addItem(house, cast, id);
        if (says && wording === "paraphrase")
          await answer(id, naming === "anonymous" ? null : cast.ola, says);
        const rows = JSON.stringify(await wordsForLeaders(house.store.read, itemId, days));
        expect(rows.includes(cast.ola)).toBe(false);
        if (naming !== "named") expect(rows).not.toContain("Ola");
        expect(rows.includes(secret)).toBe(wording === "own");
        const isReleased = says === "yes" || (says === null && days >= "2026-11-16");
        expect(rows.includes("Omskrevet")).toBe(wording === "paraphrase" && isReleased);
      }),
      { numRuns: 40 },
    );
  });
});
