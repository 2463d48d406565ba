import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptDeclaration, loadDeclaration } from "../../server/people/declaration.ts";
import { acceptances } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, cookieOf, openHouse, root, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const declaration = loadDeclaration(join(root, "content"));
const location = (response: { headers: Record<string, unknown> }) => response.headers["location"];

describe("a mentor who has not accepted the declaration", () => {
  it("meets it on every inner page, and goes on from where they were", async () => {
    const ola = await browserOf(house, cast.ola, false);
    for (const path of ["/", "/samlinger", "/eksempler", "/innspill/nytt"]) {
      const response = await ola.get(path);
      const back = path === "/" ? "" : `?til=${encodeURIComponent(path)}`;
      expect([path, response.statusCode, location(response)]).toEqual([
        path,
        303,
        `/taushetserklaering${back}`,
      ]);
    }
    expect(location(await ola.post("/innspill/nytt", { tekst: "Hei" }))).toBe("/taushetserklaering");
    const page = await ola.get("/taushetserklaering?til=%2Fsamlinger");
    expect(page.body).toContain("Taushetserklæring");
    expect(page.body).toContain("Jeg lover det");
    expect(location(await ola.post("/taushetserklaering", { til: "/samlinger" }))).toBe("/samlinger");
    expect((await ola.get("/samlinger")).statusCode).toBe(200);
    const stored = await house.store.read.select().from(acceptances);
    expect(stored).toEqual([{ personId: cast.ola, version: declaration.version, acceptedAt: house.now() }]);
    expect((await ola.get("/taushetserklaering")).body).toContain("Du lovet dette");
  });

  it("still reaches sign-in, privacy, their own data and the way out", async () => {
    const ola = await browserOf(house, cast.ola, false);
    for (const path of ["/personvern", "/min-side", "/min-side/alt"]) {
      expect([path, (await ola.get(path)).statusCode]).toEqual([path, 200]);
    }
    expect(location(await ola.post("/logg-ut"))).toBe("/");
  });

  it("is asked again when the version is another one", async () => {
    await house.store.write((tx) => acceptDeclaration(tx, cast.ola, "1998-01", house.now()));
    expect((await (await browserOf(house, cast.ola, false)).get("/samlinger")).statusCode).toBe(303);
  });

  it("twice is once, and leads to no other site", async () => {
    const ola = await browserOf(house, cast.ola, false);
    expect(location(await ola.post("/taushetserklaering", { til: "//ond.example" }))).toBe("/");
    await ola.post("/taushetserklaering");
    expect(await house.store.read.select().from(acceptances)).toHaveLength(1);
  });
});

it("Nav's staff are not asked", async () => {
  for (const person of [cast.kari, cast.nina, cast.leif, cast.amir]) {
    expect((await (await browserOf(house, person, false)).get("/samlinger")).statusCode).toBe(200);
  }
  await (await browserOf(house, cast.kari)).post("/taushetserklaering");
  expect(await house.store.read.select().from(acceptances)).toEqual([]);
});

it("knowing who asks and what they have accepted takes one statement", async () => {
  const app = await house.app();
  const cookie = await cookieOf(house, cast.ola);
  await app.inject({ url: "/personvern", headers: { cookie } });
  house.statements.length = 0;
  await app.inject({ url: "/personvern", headers: { cookie } });
  expect(house.statements).toHaveLength(1);
});

it("files whose versions differ, or that lack one, stop the start", () => {
  const copy = mkdtempSync(join(tmpdir(), "content-"));
  cpSync(join(root, "content/declaration"), join(copy, "declaration"), { recursive: true });
  const file = join(copy, "declaration/nn.md");
  const words = readFileSync(file, "utf8");
  writeFileSync(file, words.replace(/version: .*/, 'version: "2099-01"'));
  expect(() => loadDeclaration(copy)).toThrow("version is 2099-01");
  writeFileSync(file, "Berre ord.");
  expect(() => loadDeclaration(copy)).toThrow("must begin with version and title");
  rmSync(copy, { recursive: true });
});
