import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type AnswerKey,
  answerOf,
  rescueText,
  saveAnswer,
  settleBeside,
} from "../../server/cases/group-answer.ts";
import { mergeTexts } from "../../server/cases/group-merge.ts";
import { writtenOver } from "../../server/cases/group-phone-page.ts";
import { savesOf } from "../../server/cases/group-queries.ts";
import { groupSaves } from "../../server/cases/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { addCast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { openTuva } from "./group.ts";

describe("bringing two texts together", () => {
  it("takes both when they wrote in different places", () => {
    expect(mergeTexts("a b c", "a1 b c", "a b c2")).toBe("a1 b c2");
    expect(mergeTexts("Køen.", "Først: Køen.", "Køen. Og blikkene.")).toBe("Først: Køen. Og blikkene.");
    expect(mergeTexts("", "", "mitt")).toBe("mitt");
    expect(mergeTexts("x", "y", "x")).toBe("y");
  });

  it("leaves it to people when they wrote in the same place", () => {
    expect(mergeTexts("", "ditt", "mitt")).toBeNull();
    expect(mergeTexts("Køen.", "Køen. Du.", "Køen. Jeg.")).toBeNull();
    expect(mergeTexts("abc", "abXc", "abYc")).toBeNull();
  });

  it("loses nothing of what either added", () => {
    const text = fc.string({ maxLength: 30 });
    const insert = fc.tuple(fc.nat(30), fc.string({ minLength: 1, maxLength: 8 }));
    const put = (base: string, [at, words]: [number, string]) => {
      const place = Math.min(at, base.length);
      return base.slice(0, place) + words + base.slice(place);
    };
    fc.assert(
      fc.property(text, insert, insert, (base, theirs, mine) => {
        const merged = mergeTexts(base, put(base, theirs), put(base, mine));
        if (merged === null) return;
        const isSame = put(base, theirs) === put(base, mine);
        const added = theirs[1].length + (isSame ? 0 : mine[1].length);
        expect(merged.length).toBe(base.length + added);
      }),
    );
  });
});

describe("the answer of a group", () => {
  let house: TestHouse;
  let key: AnswerKey;
  beforeEach(async () => {
    house = await openHouse();
    const session = await openTuva(house, await addCast(house.store));
    await session.phone(1);
    await session.open();
    key = session.keyOf(1);
  });
  afterEach(() => house.close());

  const nothing = { words: "", choice: null };
  const save = (words: string, seenVersion: number, seen: string, choice: number | null = null) =>
    house.store.write(
      (tx) => saveAnswer(tx, key, { words, choice, seenVersion, seen: { words: seen, choice: null } }),
      { inTurnFor: key.sessionId },
    );
  const current = () => house.store.write((tx) => answerOf(tx, key));
  const saves = async () => {
    const answer = await current();
    return answer ? savesOf(house.store, { ...key, id: answer.id }) : [];
  };

  it("is one, whoever of the group saves", async () => {
    expect(await save("Køen", 0, "")).toEqual({ ok: true, version: 1, isMerged: false });
    expect(await save("Køen og blikkene", 1, "Køen")).toEqual({ ok: true, version: 2, isMerged: false });
    expect(await save("Køen og blikkene", 2, "Køen og blikkene")).toMatchObject({ ok: true, version: 2 });
    expect(await current()).toMatchObject({ words: "Køen og blikkene", version: 2 });
  });

  it("that two wrote at once keeps the first, and gives the other both", async () => {
    await save("Vår tekst", 0, "");
    expect(await save("Min tekst", 0, "")).toEqual({
      ok: false,
      reason: "conflict",
      current: { words: "Vår tekst", choice: null, version: 1 },
    });
    expect((await saves()).filter(({ outcome }) => outcome === "beside")).toMatchObject([
      { words: "Min tekst" },
    ]);
    await save("Min tekst", 0, "");
    expect((await saves()).filter(({ outcome }) => outcome === "beside")).toHaveLength(1);
  });

  it("settles what stood beside it when it comes in, by a button or by writing", async () => {
    await save("Vår", 0, "");
    await save("Min", 0, "");
    const [beside] = (await saves()).filter(({ outcome }) => outcome === "beside");
    const settle = (isTakenIn: boolean) =>
      house.store.write((tx) => settleBeside(tx, key, { saveId: beside?.id as string, isTakenIn }));
    expect(await settle(true)).toEqual({ ok: true });
    expect(await settle(true)).toEqual({ ok: false, reason: "gone" });
    expect(await current()).toMatchObject({ words: "Vår\n\nMin", version: 2 });
    await save("Tredje", 0, "");
    await save("Vår, Min og Tredje", 2, "Vår\n\nMin");
    expect((await saves()).filter(({ outcome }) => outcome === "beside")).toEqual([]);
  });

  it("is not taken in when both together are too long", async () => {
    await save("a".repeat(1500), 0, "");
    await save("b".repeat(1500), 0, "");
    const [beside] = (await saves()).filter(({ outcome }) => outcome === "beside");
    const settled = await house.store.write((tx) =>
      settleBeside(tx, key, { saveId: beside?.id as string, isTakenIn: true }),
    );
    expect(settled).toEqual({ ok: false, reason: "too-long" });
  });

  it("keeps two different alternatives apart, and takes one that only one of them changed", async () => {
    await save("", 0, "", 1);
    expect(await save("", 0, "", 2)).toMatchObject({ ok: false, reason: "conflict" });
    expect(await save("Fordi", 0, "")).toMatchObject({ ok: true });
    expect(await current()).toMatchObject({ words: "Fordi", choice: 1 });
  });

  it("can be found again after someone emptied it", async () => {
    await save("Et godt svar", 0, "");
    await save("", 1, "Et godt svar");
    expect(writtenOver(await saves(), "")).toEqual(["Et godt svar"]);
  });

  it("gets the text of a phone that had lost its place", async () => {
    await house.store.write((tx) => rescueText(tx, key, { ...nothing, words: "Fra den tapte" }));
    expect(await current()).toMatchObject({ words: "Fra den tapte" });
    await house.store.write((tx) => rescueText(tx, key, { ...nothing, words: "Enda en" }));
    expect((await saves()).map(({ words, outcome }) => [words, outcome])).toContainEqual([
      "Enda en",
      "beside",
    ]);
  });

  it("loses no acknowledged text, in whatever order the phones of a group save", async () => {
    const words = fc.stringMatching(/^[a-zæøå]{1,6}$/);
    /** Which of four phones does what: looks, writes on what it saw, or writes over it. */
    const step = fc.tuple(fc.nat(3), fc.constantFrom("look", "add", "begin", "over"), words);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, isAtOnce) => {
        await house.store.write(async (tx) => {
          await tx.delete(groupSaves);
        });
        const start = (await current()) ?? { words: "", version: 0 };
        const phones = Array.from({ length: 4 }, () => ({ words: start.words, version: start.version }));
        const acknowledged: string[] = [];
        const handedBack: string[] = [];
        const act = async ([at, how, more]: [number, string, string]) => {
          const phone = phones[at] as { words: string; version: number };
          if (how === "look") {
            const now = await current();
            if (now) Object.assign(phone, { words: now.words, version: now.version });
            return;
          }
          const text =
            how === "add" ? `${phone.words} ${more}` : how === "begin" ? `${more} ${phone.words}` : more;
          const sent = text.trim().slice(0, 2000);
          const result = await save(sent, phone.version, phone.words);
          if (result.ok) acknowledged.push(sent);
          else handedBack.push(sent);
        };
        if (isAtOnce) await Promise.all(steps.map(act));
        else for (const one of steps) await act(one);
        // What stood at the start was kept when it was saved, in a row this test deleted.
        const kept = [
          start.words,
          ...(await saves()).map((one) => one.words),
          (await current())?.words ?? "",
        ];
        const shown = writtenOver(await saves(), (await current())?.words ?? "");
        for (const text of acknowledged) expect(kept).toContain(text);
        for (const text of handedBack) expect(kept).toContain(text);
        expect(shown.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: engine === "postgres" ? 12 : 60 },
    );
  });
});
