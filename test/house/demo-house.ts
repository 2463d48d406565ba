/** A house with the demo network in it, and its cast by key. */
import { eq, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import * as cases from "../../server/cases/tables.ts";
import { loadDemo } from "../../server/demo/demo.ts";
import * as gatherings from "../../server/gatherings/tables.ts";
import * as learning from "../../server/learning/tables.ts";
import * as mail from "../../server/mail/tables.ts";
import * as networks from "../../server/networks/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import * as people from "../../server/people/tables.ts";
import * as register from "../../server/register/tables.ts";
import { engine } from "../../server/store/engine.ts";
import * as surveys from "../../server/surveys/tables.ts";
import type { Language } from "../../server/web/languages.ts";
import { openHouse, type TestHouse } from "../house.ts";

export const castKeys = ["kari", "ola", "siri", "leif", "randi", "nina", "amir"] as const;

/** Who goes through every route: what a role may see is not the engine's, so on PostgreSQL a few do. */
export const crawlers: readonly (typeof castKeys)[number][] =
  engine === "postgres" ? ["kari", "ola", "leif"] : castKeys;

export async function openDemoHouse(): Promise<TestHouse & { idOf(key: string): Promise<string> }> {
  const house = await openHouse();
  await loadDemo(house, house.mailer);
  return {
    ...house,
    idOf: async (key) => {
      const email = demoEmail(key) as string;
      const [person] = await house.store.read
        .select({ id: people.persons.id })
        .from(people.persons)
        .where(eq(people.persons.emailKey, email));
      return person?.id as string;
    },
  };
}

export async function speak(house: TestHouse, language: Language): Promise<void> {
  await house.store.write(async (tx) => {
    await tx.update(people.persons).set({ language });
  });
}

/** What a GET may write: sessions, rate counters and the log of access. Everything else is domain data. */
const mayChange = new Set(["sessions", "rate_counters", "audit_log"]);
const tables = Object.values({
  ...cases,
  ...gatherings,
  ...learning,
  ...mail,
  ...networks,
  ...people,
  ...surveys,
  ...register,
}).filter((thing): thing is typeof people.persons => is(thing, Table) && !mayChange.has(getTableName(thing)));

/** Every row of every domain table, in an order of its own. */
export async function everything(house: Pick<TestHouse, "store">): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows = await house.store.read.select().from(table);
    const columns = Object.keys(getTableColumns(table)).length;
    parts.push(getTableName(table), String(columns), ...rows.map((row) => JSON.stringify(row)).sort());
  }
  return parts.join("\n");
}
