import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countTry } from "../../server/people/rate.ts";
import { personRoles, rateCounters, units } from "../../server/people/tables.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { engine } from "../../server/store/engine.ts";
import { openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** What a transaction can do besides what `Tx` lets rooms do. */
interface Raw {
  run(statement: unknown): Promise<unknown>;
}

const aUnit = (name: string) => ({
  id: newId(),
  kind: "office" as const,
  name,
  sortKey: sortKey(name),
  parentId: null,
});

describe("the store", () => {
  it("loses no write when fifty compete, some of which fail", async () => {
    const key = "k";
    const tries = Array.from({ length: 50 }, (_, i) =>
      house.store
        .write(
          async (tx) => {
            await countTry(tx, key, 100, house.now());
            if (i % 5 === 0) throw new Error("changed my mind");
          },
          { inTurnFor: "one-row" },
        )
        .catch(() => "failed"),
    );
    const results = await Promise.all(tries);
    const [row] = await house.store.read.select().from(rateCounters).where(eq(rateCounters.key, key));
    expect(results.filter((r) => r === "failed")).toHaveLength(10);
    expect(row?.tries).toBe(40);
  });

  it.runIf(engine === "sqlite")("answers none of the writes that share a commit when it fails", async () => {
    const writes = ["Nav Nord", "Nav Sør", "Nav Øst"].map((name, i) =>
      house.store.write(async (tx) => {
        await (tx as unknown as Raw).run(sql`PRAGMA defer_foreign_keys = ON`); // found out at the commit
        await tx.insert(units).values(aUnit(name));
        if (i === 1) await tx.insert(personRoles).values({ personId: "nobody", role: "mentor" });
      }),
    );
    const told = await Promise.allSettled(writes);
    const kept = await house.store.read.select().from(units);
    expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(kept).toHaveLength(0);
    await house.store.write((tx) => tx.insert(units).values(aUnit("Nav Vest")));
    expect(await house.store.read.select().from(units)).toHaveLength(1);
  });

  it("keeps what is written beside a write that throws, and answers in turn", async () => {
    const order: string[] = [];
    const write = (name: string, fails: boolean) =>
      house.store
        .write(
          async (tx) => {
            await tx.insert(units).values(aUnit(name));
            if (fails) throw new Error(name);
          },
          { inTurnFor: "one" },
        )
        .then(
          () => order.push(name),
          () => order.push(`not ${name}`),
        );
    await Promise.all(Array.from({ length: 150 }, (_, i) => write(`Nav ${i}`, i % 3 === 0)));
    const kept = await house.store.read.select({ name: units.name }).from(units);
    expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(order.filter((n) => !n.startsWith("not"))));
    expect(kept).toHaveLength(100);
  });

  it("reads and lets others write while many wait their turn for one thing", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const inTurn = Array.from({ length: 30 }, (_, i) =>
      house.store.write(
        async (tx) => {
          if (i === 0 && engine === "postgres") await held; // SQLite has one writer: nobody writes meanwhile
          await tx.insert(units).values(aUnit(`Nav ${i}`));
        },
        { inTurnFor: "one" },
      ),
    );
    expect(await house.store.read.select().from(units)).toHaveLength(0);
    if (engine === "postgres") await house.store.write((tx) => tx.insert(units).values(aUnit("Nav Vest")));
    letGo();
    await Promise.all(inTurn);
    expect(await house.store.read.select().from(units)).toHaveLength(engine === "postgres" ? 31 : 30);
  });

  it("rolls everything back when the work throws", async () => {
    const work = house.store.write(async (tx) => {
      await tx.insert(units).values(aUnit("Nav Nord"));
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await house.store.read.select().from(units)).toHaveLength(0);
  });

  it("refuses a write inside a write instead of waiting for itself", async () => {
    const work = house.store.write(async () => house.store.write(async () => 1));
    await expect(work).rejects.toThrow("inside");
  });

  it("keeps instants to the millisecond and flags as flags", async () => {
    await house.store.write((tx) => countTry(tx, "a", 1, house.now()));
    const [row] = await house.store.read.select().from(rateCounters);
    expect(row?.windowStart.toString()).toBe("2026-11-02T09:00:00Z");
  });

  it("sorts æøå last, aa as å, on both engines", async () => {
    const names = ["Ås", "Aasen", "Åsen", "Zakarias", "Ærlig", "Ørn", "Øst", "Berg", "Čiro", "Cato", "Ask"];
    await house.store.write((tx) => tx.insert(units).values(names.map(aUnit)));
    const rows = await house.store.read
      .select({ name: units.name })
      .from(units)
      .orderBy(units.sortKey, units.name);
    expect(rows.map((r) => r.name)).toEqual([
      "Ask",
      "Berg",
      "Cato",
      "Čiro",
      "Zakarias",
      "Ærlig",
      "Ørn",
      "Øst",
      "Ås",
      "Aasen",
      "Åsen",
    ]);
  });

  it("reads and never writes through store.read", async () => {
    const read = house.store.read as unknown as { run?(q: unknown): unknown };
    if (!read.run) return; // PostgreSQL's pool has no such door
    expect(() => read.run?.(sql`delete from units`)).toThrow("delete from units");
  });
});
