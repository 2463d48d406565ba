/** PostgreSQL dies and comes back, as when it fails over: what was acknowledged is there, and the site goes on. */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { cookieOf, openHouse } from "../house.ts";
import { openPrivatePostgres } from "../private-postgres.ts";
import { makeCrowd } from "./load.ts";
import { startServer } from "./run.ts";

it.runIf(engine === "postgres")(
  "killed under load, twice, and started again: people are told meanwhile, and nothing acknowledged is lost",
  async (context) => {
    const postgres = await openPrivatePostgres();
    if (!postgres) return context.skip("the programs of PostgreSQL are not installed here");
    const { databaseUrl } = postgres;
    const house = await openHouse({}, { databaseUrl, remove: async () => postgres.remove() });
    let kill: (() => Promise<unknown>) | undefined;
    try {
      await house.store.migrate();
      const crowd = await makeCrowd(house);
      const cookie = await cookieOf(house, crowd.siri);
      const NOW = house.now().toString();
      const server = await startServer({ DATABASE_URL: databaseUrl, NOW }, "test/operations/server.ts");
      kill = () => server.kill("SIGKILL");
      const ask = (path: string) =>
        fetch(server.url + path, {
          headers: path.startsWith("/internal/") ? {} : { cookie },
          signal: AbortSignal.timeout(8000),
        });
      const load = crowd.press(server.url);
      for (let i = 0; i < 2; i++) {
        await crowd.moreOfEach();
        postgres.crash();
        const page = await ask("/samlinger");
        expect([page.status, await page.text()]).toEqual([
          503,
          expect.stringMatching(/<html lang="(nb|nn)"/),
        ]);
        expect((await ask("/internal/isready")).status).toBe(503);
        expect((await ask("/internal/isalive")).status).toBe(200);
        expect(await (await ask("/internal/metrics")).text()).toMatch(/^store_up 0$/m);
        await pause(Math.random() * 500);
        postgres.start();
      }
      await crowd.moreOfEach();
      await load.stop();
      expect((await ask("/samlinger")).status).toBe(200);
      expect((await ask("/internal/isready")).status).toBe(200);
      expect(server.child.exitCode).toBeNull();
      await crowd.expectNothingLost();
    } finally {
      await kill?.();
      await house.close();
    }
  },
  90_000,
);

it.runIf(engine === "postgres")(
  "a database that takes connections and says nothing, as behind a network that is cut: a page says so",
  async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as { port: number };
    const sockets = new Set<Socket>();
    silent.on("connection", (socket) => sockets.add(socket));
    const house = await openHouse();
    const lost = await openStore({ databaseUrl: `postgres://x@127.0.0.1:${port}/x`, migrationsFolder: "" });
    const { read } = house.store;
    const app = await house.app();
    house.store.read = lost.read;
    const response = await app.inject({ url: "/samlinger", headers: { cookie: "okt=noe" } });
    expect([response.statusCode, response.body]).toEqual([503, expect.stringContaining("virker ikke")]);
    house.store.read = read;
    for (const socket of sockets) socket.destroy();
    silent.close();
    await lost.close();
    await house.close();
  },
);
