import { describe, expect, it } from "vitest";
import { z } from "zod";
import { count, readForm } from "../../server/web/forms.ts";
import { inLanguage } from "../../server/web/languages.ts";
import { sharedTexts } from "../../server/web/texts.ts";

const t = inLanguage(sharedTexts, "nb");
const plasser = z.object({ plasser: count(0, 100_000) });

describe("a number", () => {
  it.each([
    ["12", 12],
    [" 1 000 ", 1000],
    ["1\u00a0000", 1000],
    ["+7", 7],
  ])("%j is one", (typed, value) => {
    expect(readForm(plasser, { plasser: typed }, t)).toEqual({ ok: true, value: { plasser: value } });
  });

  it.each(["0x10", "1e3", "0b1", "Infinity", "1.0", "tolv"])("%j is none", (typed) => {
    expect(readForm(plasser, { plasser: typed }, t)).toMatchObject({ ok: false, typed: { plasser: typed } });
  });
});

it("a field named __proto__ is a field like any other", () => {
  const form = readForm(plasser, JSON.parse('{"__proto__":["a"],"plasser":"x"}'), t);
  const typed = form.ok ? null : form.typed;
  expect(Array.isArray(Object.getPrototypeOf(typed))).toBe(false);
});
