/** What runs when one installs, and how much is run in production. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../house.ts";

type Locked = { hasInstallScript?: boolean; dev?: boolean; optional?: boolean; link?: boolean };
const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

/** Packages that run something of their own when they are installed and that nobody has decided on. */
function undecided(packages: Record<string, Locked>, allowScripts: Record<string, boolean>): string[] {
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length))
    .filter((name) => allowScripts[name] === undefined && name !== "fsevents"); // for another system only
}

it("no dependency runs a script at install that is not decided on in allowScripts", () => {
  const { packages } = read("package-lock.json");
  const { allowScripts } = read("package.json");
  expect(undecided(packages, allowScripts)).toEqual([]);
  const more = { ...packages, "node_modules/a/node_modules/@new/thing": { hasInstallScript: true } };
  expect(undecided(more, allowScripts)).toEqual(["@new/thing"]);
  expect(undecided(packages, {})).toContain("better-sqlite3");
});

it("no package comes from anywhere but the registry, and each has its sum", () => {
  const { packages } = read("package-lock.json") as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  const faults = Object.entries(packages).filter(
    ([path, { resolved, integrity }]) =>
      path !== "" && (!integrity || /^(git|file|http:)/.test(resolved ?? "")),
  );
  expect(faults.map(([path]) => path)).toEqual([]);
});
