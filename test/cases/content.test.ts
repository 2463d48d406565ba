/** The seven cases themselves: whole, alike in both forms, and ready to lead a conversation by. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCases } from "../../server/cases/library.ts";
import { root } from "../house.ts";
import { fileText } from "./desk.ts";

const library = loadCases(join(root, "content"));
const all = [...library.values()].flatMap((one) =>
  (["nb", "nn"] as const).map((language) => [one.slug, language, one.texts[language]] as const),
);
const words = { nb: "minutter", nn: "minutt" } as const;

describe.each(all)("%s in %s", (slug, language, text) => {
  it("has a plan for 25 and one for 45 minutes, from the first minute to the last without a gap", () => {
    for (const minutes of [25, 45]) {
      const step = text.facilitator.find(({ heading }) => heading === `${minutes} ${words[language]}`);
      const spans = [...(step?.html ?? "").matchAll(/<li>(\d+)–(\d+):/g)].map(([, from, to]) => [
        Number(from),
        Number(to),
      ]);
      expect(spans[0]?.[0]).toBe(0);
      expect(spans.at(-1)?.[1]).toBe(minutes);
      for (const [i, span] of spans.entries()) if (i > 0) expect(span[0]).toBe(spans[i - 1]?.[1]);
    }
  });

  it("asks four or five questions, of at least two kinds, one of them for Nav", () => {
    expect(text.questions.length).toBeGreaterThanOrEqual(4);
    expect(text.questions.length).toBeLessThanOrEqual(5);
    expect(new Set(text.questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
    expect(text.questions.some(({ isAboutNav }) => isAboutNav)).toBe(true);
  });

  it("says who does what for the four, asks the single and the double question, and is read in five minutes", () => {
    const leader = language === "nb" ? "Leder" : "Leiar";
    const together = language === "nb" ? "Sammen" : "Saman";
    expect(text.whoDoesWhat.map(({ heading }) => heading)).toEqual(["Mentor", "Nav", leader, together]);
    expect(text.afterthought).toHaveLength(2);
    expect(text.readingMinutes).toBeLessThanOrEqual(5);
  });

  it("writes Nav as Nav, and no word of the other form", () => {
    const strange =
      language === "nb"
        ? /\b(ikkje|korleis|kva|dei|frå)\b/i
        : /\b(ikke|hvordan|hva|jeg|fra|noen|bare|ble|også å|hun)\b/i;
    const plain = fileText(slug, language).replace(/\{#.*\}/g, "");
    expect(plain).not.toMatch(/\bNAV\b/);
    expect(strange.exec(plain)?.[0]).toBeUndefined();
  });
});

it("the people of the cases are nobody else's: no name leads two of them", () => {
  const leads = ["Tuva", "Martin", "Farid", "Jonas", "Hege", "Oda", "Tarik", "Live"];
  for (const name of leads) {
    const cases = [...library.values()].filter((one) =>
      new RegExp(`\\b${name}\\b`).test(one.texts.nb.plainSituation),
    );
    expect([name, cases.length]).toEqual([name, 1]);
  }
});
