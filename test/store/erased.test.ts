import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { rules } from "../../server/learning/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { engine } from "../../server/store/engine.ts";
import { openStore } from "../../server/store/store.ts";
import { openHouse, root } from "../house.ts";

it.runIf(engine === "sqlite")("what is erased is not left behind in the file", async () => {
  const house = await openHouse();
  const migrationsFolder = join(root, "migrations");
  const { databaseUrl } = house.config;
  const store = await openStore({ databaseUrl, migrationsFolder });
  const id = newId();
  const words = "Ola ringte sytten ganger";
  await store.write(async (tx) => {
    await tx.insert(rules).values({ id, words, sortKey: words, kind: "law", createdAt: house.now() });
  });
  await store.write(async (tx) => {
    await tx.delete(rules).where(eq(rules.id, id));
  });
  await store.close();
  await house.store.close();
  const file = readFileSync(databaseUrl.replace("file:", ""));
  expect(file.includes(words)).toBe(false);
});
