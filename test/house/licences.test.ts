import { expect, it } from "vitest";
import { isKnown, packagesOf } from "../../server/licences.ts";
import { root } from "../house.ts";

it("every package has a licence that somebody has looked at", () => {
  const packages = packagesOf(root);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter((one) => !isKnown(one))).toEqual([]);
});

it("an unknown licence, none, and one for tools in what we run are not let through", () => {
  const some = { name: "noe", version: "1.0.0", isTool: false };
  expect(isKnown({ ...some, licence: "MIT" })).toBe(true);
  expect(isKnown({ ...some, licence: "(GPL-3.0 OR MIT)" })).toBe(true);
  for (const licence of ["", "UNLICENSED", "AGPL-3.0", "(MIT AND AGPL-3.0)", "MPL-2.0"]) {
    expect([licence, isKnown({ ...some, licence })]).toEqual([licence, false]);
  }
  expect(isKnown({ ...some, isTool: true, licence: "MPL-2.0" })).toBe(true);
  expect(isKnown({ ...some, name: "ical.js", licence: "AGPL-3.0" })).toBe(false);
});
