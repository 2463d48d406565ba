/** SQLite without room: people are told, what they wrote is kept before them, and nothing acknowledged is lost. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { cookieOf, openHouse, type TestHouse } from "../house.ts";
import { limitedDisk, mountedDisk, type SmallDisk } from "./full-disk.ts";
import { type Crowd, makeCrowd } from "./load.ts";
import { type Server, startServer } from "./run.ts";

const words = "Telefonen er stengt.\nIngen ringjer «opp» att <b>æøå</b>.";

describe.runIf(engine === "sqlite").each([
  ["a disk with not a byte left", () => mountedDisk(16)],
  ["a file that may not grow", () => limitedDisk("data.db-wal")],
])("%s", (_name, open) => {
  let disk: SmallDisk | null = null;
  let house: TestHouse;
  let crowd: Crowd;
  let server: Server | undefined;
  beforeEach(async (context) => {
    disk = open();
    if (!disk) return context.skip("this user may not mount, or there is no prlimit");
    house = await openHouse(
      {},
      { databaseUrl: `file:${disk.folder}/data.db`, remove: async () => disk?.remove() },
    );
    await house.store.migrate();
    crowd = await makeCrowd(house);
  });
  afterEach(async () => {
    if (server?.child.exitCode === null) await server.kill("SIGKILL");
    if (disk) await house.close();
  });
  it("pages are served, writers are told plainly and keep their words; it goes on by itself, and killed while full nothing is lost", async () => {
    // the next day: each session is to be noted as used, which no page may fail for
    const NOW = house.now().add({ hours: 24 }).toString();
    server = await startServer({ DATABASE_URL: house.config.databaseUrl, NOW }, "test/operations/server.ts");
    const { url } = server;
    const pid = server.child.pid as number;
    const cookie = await cookieOf(house, crowd.siri);
    const give = async () => {
      const form = { nettverk: crowd.network, tekst: words, folge: "", onske: "" };
      const body = new URLSearchParams({ ...form, navn: "named", ord: "own", gjelder: "none" });
      const response = await fetch(`${url}/innspill/nytt`, {
        method: "POST",
        body,
        headers: { cookie },
        redirect: "manual",
      });
      return { response, page: await response.text() };
    };
    const load = crowd.press(url);
    await crowd.moreOfEach();

    disk?.fill(pid);
    let told = await give();
    // the journal may have room in it that was taken before
    for (let tries = 0; tries < 200 && told.response.status === 303; tries++) told = await give();
    expect(told.response.status).toBe(503);
    expect(told.response.headers.get("retry-after")).toBe("30");
    expect(told.page).toContain("Dette verkar ikkje akkurat no"); // in her language
    expect(told.page).toContain("Ingen ringjer «opp» att &lt;b&gt;æøå&lt;/b&gt;.");
    expect(told.page).toMatch(/<form method="post" action="\/innspill\/nytt"/);
    expect(told.page).toContain('name="navn" value="named"');
    for (const path of ["/", "/samlinger", "/logg-inn", "/internal/isready"]) {
      expect([path, (await fetch(url + path, { headers: { cookie } })).status]).toEqual([path, 200]);
    }
    await pause(300);
    expect(server.child.exitCode).toBeNull();

    disk?.empty(pid);
    await crowd.moreOfEach();
    expect((await give()).response.status).toBe(303);
    disk?.fill(pid);
    await pause(200);
    await server.kill("SIGKILL");
    await load.stop();
    disk?.empty(pid);
    await crowd.expectNothingLost();
  }, 240_000);
});
