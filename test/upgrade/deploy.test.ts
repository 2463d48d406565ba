/** While a new release takes over, the old one still serves, on a schema it does not know. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { answerWords, invitations } from "../../server/gatherings/tables.ts";
import { feedback, feedbackWords, learningItems } from "../../server/learning/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { cookieOf, openHouse, root, type TestDatabase } from "../house.ts";
import { type Server, startServer } from "../operations/run.ts";
import { firstProgram } from "./first-program.ts";
import { openFirstRelease } from "./first-release.ts";

let database: TestDatabase;
const running: Server[] = [];
beforeEach(async () => {
  database = await openFirstRelease();
});
afterEach(async () => {
  for (const server of running.splice(0)) if (server.child.exitCode === null) await server.kill("SIGKILL");
  await database.remove();
});

/** A gathering of the first release's rows that lies ahead. */
const gatheringId = "dveq3cf4laaw4fq3gid3klowef";

it("the program of the first release serves while the new one migrates and beside it: nothing acknowledged is lost", async (context) => {
  const first = firstProgram();
  if (!first) return context.skip("this copy has no history to take the first release from");
  const env = { DATABASE_URL: database.databaseUrl, NOW: "2026-11-02T09:00:00Z", SECRET: "s".repeat(40) };
  const serve = async (folder: string) => {
    const server = await startServer(env, "test/operations/server.ts", folder);
    running.push(server);
    return server;
  };
  const old = await serve(first.folder);
  // our own store, not migrated: it reads what both releases have
  const house = await openHouse({ SECRET: env.SECRET }, { ...database, remove: async () => undefined });
  const { read } = house.store;
  const invited = await read
    .select({ id: invitations.id, linkVersion: invitations.linkVersion, personId: invitations.personId })
    .from(invitations)
    .innerJoin(persons, and(eq(persons.id, invitations.personId), ne(persons.status, "left")))
    .where(and(eq(invitations.gatheringId, gatheringId), isNull(invitations.withdrawnAt)))
    .limit(6);
  expect(invited).toHaveLength(6);

  const told = new Map<string, number>();
  const faults: string[] = [];
  const sites = [old.url];
  let n = 0;
  let isOn = true;
  const send = async (url: string, path: string, form: Record<string, string>, cookie = "") => {
    const body = new URLSearchParams(form);
    const response = await fetch(url + path, {
      method: "POST",
      body,
      headers: { cookie },
      redirect: "manual",
    });
    await response.text();
    if (response.status >= 500) faults.push(`POST ${path.split("/")[1]} ${response.status} of ${url}`);
    return response.status;
  };
  const answerOnce = async (url: string, number: number) => {
    const { id, linkVersion } = invited[number % invited.length] as (typeof invited)[number];
    const path = `/svar/${answerToken(env.SECRET, { id, linkVersion })}`;
    const page = await fetch(url + path);
    await page.text();
    if (page.status !== 200) faults.push(`GET /svar ${page.status}`);
    const form = { svar: number % 2 ? "ja" : "nei", rekkefolge: "0", ord: `nummer ${number}`, behov: "" };
    if ((await send(url, path, form)) === 303) told.set(id, number);
  };
  const answering = (async () => {
    while (isOn) {
      const url = sites[++n % sites.length] as string;
      await answerOnce(url, n).catch((error) => {
        if (sites.includes(url)) faults.push(String(error)); // else it was killed meanwhile
      });
    }
  })();
  const more = async () => {
    const until = n + 8;
    for (let tries = 0; n < until && tries < 2000; tries++) await pause(20);
    expect(n).toBeGreaterThanOrEqual(until);
  };
  await more();
  const newer = await serve(root); // it migrates
  sites.push(newer.url);
  await more();

  const mentor = await read
    .select({ id: memberships.personId, networkId: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.role, "mentor"), isNull(memberships.until)))
    .limit(1);
  const { id, networkId } = mentor[0] as (typeof mentor)[number];
  const cookie = await cookieOf(house, id);
  const words = (text: string) => ({
    nettverk: networkId,
    tekst: text,
    folge: "",
    onske: "",
    navn: "named",
    ord: "own",
    gjelder: "none",
  });
  expect(await send(old.url, "/innspill/nytt", words("Sagt til den gamle."), cookie)).toBe(303);
  expect(await send(newer.url, "/innspill/nytt", words("Sagt til den nye."), cookie)).toBe(303);
  sites.splice(0, 1);
  expect(await old.kill("SIGKILL")).toBeNull();
  await more();
  isOn = false;
  await answering;

  expect(faults).toEqual([]);
  for (const [invitationId, number] of told) {
    const [row] = await read.select().from(answerWords).where(eq(answerWords.invitationId, invitationId));
    expect(Number(/\d+/.exec(row?.words ?? "")?.[0])).toBeGreaterThanOrEqual(number);
  }
  const given = await read
    .select({ text: feedbackWords.text, isWaiting: feedback.isWaiting })
    .from(feedback)
    .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
    .where(inArray(feedbackWords.text, ["Sagt til den gamle.", "Sagt til den nye."]));
  expect(given.map(({ isWaiting }) => isWaiting)).toEqual([true, true]);
  expect(
    (await read.select({ lane: learningItems.lane }).from(learningItems)).filter(({ lane }) => !lane),
  ).toEqual([]);
  expect(old.log()).toBe(""); // no job of its clock failed on the new schema either
  await house.close();
  first.remove();
}, 120_000);

/** What a statement of a migration would take away from a release that runs beside it; null for nothing. */
function takesAway(statement: string, newTables: ReadonlySet<string>): string | null {
  const sql = statement.replace(/--.*$/gm, "").replace(/\s+/g, " ").trim();
  if (sql === "" || /^(CREATE TABLE|CREATE INDEX|DROP INDEX|INSERT INTO|UPDATE) /i.test(sql)) return null;
  const table = /(?:ON|ALTER TABLE) (?:"public"\.)?["`]?(\w+)/i.exec(sql)?.[1] ?? "";
  if (/^(CREATE UNIQUE INDEX|ALTER TABLE .* ADD CONSTRAINT) /i.test(sql) && newTables.has(table)) return null;
  const isColumn = /^ALTER TABLE \S+ ADD (COLUMN )?(?!CONSTRAINT)/i.test(sql);
  if (isColumn && (!/NOT NULL/i.test(sql) || /DEFAULT/i.test(sql))) return null;
  // a reference from a new column is null in rows of a release that does not know it
  if (/^ALTER TABLE .* ADD CONSTRAINT \S+ FOREIGN KEY/i.test(sql)) return null;
  return sql;
}

const tablesIn = (statements: string[]) =>
  new Set(statements.flatMap((one) => /CREATE TABLE ["`]?(\w+)/i.exec(one)?.[1] ?? []));

it.each(["sqlite", "postgres"])(
  "migrations of %s after the first only add: the release before goes on meanwhile",
  (engine) => {
    const folder = join(root, "migrations", engine);
    const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));
    const tags = (journal.entries as { tag: string }[]).map(({ tag }) => tag);
    expect(tags.length).toBeGreaterThan(1);
    for (const tag of tags.slice(1)) {
      const statements = readFileSync(join(folder, `${tag}.sql`), "utf8").split("--> statement-breakpoint");
      const newTables = tablesIn(statements);
      expect([tag, statements.flatMap((one) => takesAway(one, newTables) ?? [])]).toEqual([tag, []]);
    }
  },
);

it.each([
  "DROP TABLE `persons`;",
  "ALTER TABLE `persons` DROP COLUMN `email`;",
  'ALTER TABLE "persons" RENAME COLUMN "email" TO "address";',
  "ALTER TABLE `__new_persons` RENAME TO `persons`;",
  "ALTER TABLE `persons` ADD `shoe_size` integer NOT NULL;",
  'ALTER TABLE "persons" ALTER COLUMN "phone" SET NOT NULL;',
  "CREATE UNIQUE INDEX `persons_phone` ON `persons` (`phone`);",
  'ALTER TABLE "persons" ADD CONSTRAINT "phone_once" UNIQUE("phone");',
])("%s would be refused", (statement) => {
  expect(takesAway(statement, new Set(["others"]))).toBe(statement);
});
