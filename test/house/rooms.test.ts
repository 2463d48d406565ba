import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";
import { root } from "../house.ts";

/** Each room may import those before it; the first four know no room. */
const order = [
  "store",
  "calendar",
  "web",
  "privacy",
  "mail",
  "people",
  "networks",
  "gatherings",
  "surveys",
  "cases",
  "register",
  "learning",
  "home",
];
/** From another room these doors are open: reads, tables and the domain; not these. */
const closed = /\/(routes|[a-z-]+-routes|forms|texts|[a-z-]+-texts|mails)\.ts$/;
const base = ["store", "privacy", "calendar", "web", "mail"];
const seesEverything = ["demo"];

const files = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" }).filter((f) =>
  f.endsWith(".ts"),
);

function importsOf(file: string): string[] {
  const code = readFileSync(join(root, "server", file), "utf8");
  return [...code.matchAll(/from "(\.[^"]+)"/g)].map((m) =>
    relative(join(root, "server"), resolve(dirname(join(root, "server", file)), m[1] as string)),
  );
}

it("rooms import one way, and only queries, tables and domain files of each other", () => {
  const faults = files.flatMap((file) => {
    const room = file.split("/")[0] as string;
    if (!file.includes("/") || seesEverything.includes(room)) return [];
    return importsOf(file).flatMap((imported) => {
      const other = imported.split("/")[0] as string;
      if (other === room || !imported.includes("/"))
        return imported === "config.ts" || other === room ? [] : [`${file} imports ${imported}`];
      if (order.indexOf(other) > order.indexOf(room))
        return [`${file} looks into the later room ${imported}`];
      if (!base.includes(other) && closed.test(imported))
        return [`${file} uses ${imported}, which is ${other}'s own`];
      return [];
    });
  });
  expect(faults).toEqual([]);
});

it("every room is in the order", () => {
  const rooms = new Set(files.filter((f) => f.includes("/")).map((f) => f.split("/")[0] as string));
  expect([...rooms].filter((room) => !order.includes(room) && !seesEverything.includes(room))).toEqual([]);
});

it("nobody but the store knows an engine", () => {
  const faults = files.filter(
    (file) =>
      !file.startsWith("store/") &&
      /drizzle-orm\/(sqlite-core|pg-core|better-sqlite3|node-postgres)/.test(
        readFileSync(join(root, "server", file), "utf8"),
      ),
  );
  expect(faults).toEqual([]);
});
