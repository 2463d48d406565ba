import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadThemes, parseThemes, themeLabel } from "../../server/learning/themes.ts";
import { root } from "../house.ts";

const theme = `## roller
- nb: Roller
- nn: Roller
- en: Roles
- nb-hint: a
- nn-hint: b
- en-hint: c
- assumption-nb: d
- assumption-nn: e
- assumption-en: f
- words: Ansvar, mitt bord
`;

describe("the themes", () => {
  it("are the fourteen of the file, in three languages", () => {
    expect(loadThemes(join(root, "content"))).toHaveLength(14);
    expect(themeLabel("navorg", "nn")).toBe("Organisering, kapasitet og leiing i Nav");
  });

  it("have their words in small letters", () => {
    expect(parseThemes(theme)[0]?.words).toEqual(["ansvar", "mitt bord"]);
  });

  it.each([
    ["a missing key", theme.replace(/- nn: .*\n/, ""), "line 1: roller lacks"],
    ["an unknown key", theme.replace("- en-hint", "- english"), 'line 7: unknown key "english"'],
    ["a key given twice", `${theme}- nb: Igjen\n`, 'line 12: "nb" stands twice'],
    ["a theme given twice", theme + theme, "line 12: the theme roller stands twice"],
    ["a stray line", `${theme}hei\n`, "line 12: expected"],
    ["an empty file", "", "no theme found"],
  ])("refuse %s, saying where", (_, text, message) => {
    expect(() => parseThemes(text)).toThrow(message);
  });
});
