/** Paper is white: nothing dark is printed, whatever the device or the person has chosen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadAssets } from "../../server/web/assets.ts";
import { root } from "../house.ts";

it("has its dark colours on a screen only", () => {
  const name = loadAssets(root)["app.css"] as string;
  const css = readFileSync(join(root, "build/assets", name.split("/").at(-1) as string), "utf8");
  const dark = css.match(/.{14}(?<!,)\.dark(?:,\.dark-theme)?\{--/g) ?? [];
  expect(dark.length).toBeGreaterThan(0);
  expect(dark.filter((one) => !one.includes("@media screen{"))).toEqual([]);
  expect(css).not.toContain("@media (prefers-color-scheme:dark){.auto{--");
});
