/**
 * `npm run -s licences`: every package this runs or is built with, and its licence, read from
 * `package-lock.json` and `node_modules`, without the network. Fails on a licence nobody has looked at.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Licences that ask no more than to be named, for what one runs; `tools` are for what one builds with. */
const known = new Set([
  ...["MIT", "MIT-0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "BlueOak-1.0.0"],
  ...["OFL-1.1", "CC0-1.0", "Unlicense", "Zlib", "Python-2.0", "EUPL-1.1+"],
]);
const knownForTools = new Set([...known, "MPL-2.0", "CC-BY-4.0", "LGPL-3.0-or-later"]);
/** Others that were looked at, one by one, and why they may be used. */
const lookedAt: Record<string, { licence: string; because: string }> = {
  argparse: { licence: "PSF-2.0", because: "asks to be named, no more" },
  "date-holidays": {
    licence: "(ISC AND CC-BY-3.0)",
    because: "the holidays come from Wikipedia, which the README names",
  },
  "ical.js": { licence: "MPL-2.0", because: "used as it is: only changes to its own files must be shared" },
};

export interface Package {
  name: string;
  version: string;
  licence: string;
  isTool: boolean;
}

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
}

function licenceIn(folder: string): string {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return "";
  const { license, licenses } = JSON.parse(readFileSync(file, "utf8")) as {
    license?: string | { type?: string };
    licenses?: { type?: string }[];
  };
  const one = typeof license === "string" ? license : license?.type;
  return one ?? licenses?.map(({ type }) => type).join(" OR ") ?? "";
}

/** Every package of the lock file with its licence; empty when it tells none. */
export function packagesOf(root: string): Package[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path !== "" && !link)
    .map(([path, { version = "", license, dev, devOptional }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? licenceIn(join(root, path)),
      isTool: dev === true || devOptional === true,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a licence, which may be a choice or several together (SPDX), is one we know. */
export function isKnown({ name, licence, isTool }: Package): boolean {
  if (lookedAt[name]?.licence === licence) return true;
  const list = isTool ? knownForTools : known;
  const words = licence.replace(/[()]/g, "");
  return words.split(" OR ").some((choice) => choice.split(" AND ").every((one) => list.has(one.trim())));
}

function run(): void {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, "package-lock.json"))) root = dirname(root);
  const packages = packagesOf(root);
  for (const { name, version, licence, isTool } of packages) {
    console.log(`${licence.padEnd(24)} ${name}@${version}${isTool ? " (to build and test with)" : ""}`);
  }
  const unknown = packages.filter((one) => !isKnown(one));
  if (unknown.length === 0) return;
  console.error(
    `Nobody has looked at these licences: ${unknown.map(({ name, licence }) => `${name} (${licence || "none"})`).join(", ")}`,
  );
  process.exitCode = 1;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) run();
