/** Group mode in real browsers: on one process with SQLite, and on two processes with one PostgreSQL. */
import type { ChildProcess } from "node:child_process";
import { AxeBuilder } from "@axe-core/playwright";
import { and, asc, eq, gt } from "drizzle-orm";
import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { gatherings, minuteItems } from "../../server/gatherings/tables.ts";
import { feedback, feedbackWords } from "../../server/learning/tables.ts";
import { contextFor, phone, startChromium } from "./chromium.ts";
import { groupJourney } from "./group-journey.ts";
import { startProcess, stopProcess } from "./process.ts";
import { openSite } from "./site.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

it("one process: a projector, a facilitator and four phones, from question to minutes, without barriers", async () => {
  const site = await openSite("2026-11-23T09:00:00Z");
  const barriers: string[] = [];
  try {
    const [next] = await site.house.store.read
      .select()
      .from(gatherings)
      .where(gt(gatherings.localDate, "2026-11-23"))
      .orderBy(asc(gatherings.startsAt));
    const gatheringId = next?.id as string;
    site.house.setNow(`${next?.localDate}T12:05:00Z`);
    await groupJourney({
      gatheringId,
      urlOf: () => site.url,
      pageOfAdviser: (_url, viewport) => site.pageOf("kari", viewport),
      strangersPage: () => site.strangersPage(phone),
      look: async (page, name) => {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(500); // colours fade over when the mode changes
          const { violations } = await new AxeBuilder({ page: page as never }).withTags(tags).analyze();
          barriers.push(
            ...violations.map((v) => `${name} ${colorScheme}: ${v.id} ${v.nodes[0]?.target.join(" ")}`),
          );
        }
        await page.emulateMedia({ colorScheme: null });
      },
    });
    expect(barriers).toEqual([]);
    const { read } = site.house.store;
    const lines = await read.select().from(minuteItems).where(eq(minuteItems.gatheringId, gatheringId));
    expect(lines.map(({ words }) => words).join("\n")).toContain(
      "Et direktenummer til veilederen, og en vikar.",
    );
    const given = await read
      .select({ text: feedbackWords.text })
      .from(feedback)
      .innerJoin(feedbackWords, eq(feedbackWords.feedbackId, feedback.id))
      .where(and(eq(feedback.source, "group"), eq(feedback.gatheringId, gatheringId)));
    expect(given.map(({ text }) => text?.split("\n")[0]).sort()).toEqual([
      "Et direktenummer til veilederen, og en vikar.",
      "Nav burde ha fortalt om kassa.",
    ]);
  } finally {
    await site.close();
  }
});

const server = process.env["TEST_DATABASE_URL"];

describe.skipIf(!server)("two processes on one PostgreSQL database", () => {
  const database = `mn_group_${Math.random().toString(36).slice(2, 10)}`;
  const children: ChildProcess[] = [];
  let browser: Browser | undefined;

  const onServer = async (work: (client: pg.Client) => Promise<unknown>, name?: string) => {
    const address = new URL(server as string);
    if (name) address.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: address.toString() });
    await client.connect();
    await work(client);
    await client.end();
  };

  afterAll(async () => {
    await browser?.close();
    for (const child of children) await stopProcess(child);
    await onServer((client) => client.query(`drop database if exists ${database} with (force)`));
  });

  it("agree all the way, with phones, facilitator and projector spread over both", async () => {
    await onServer((client) => client.query(`create database ${database}`));
    const address = new URL(server as string);
    address.pathname = `/${database}`;
    const first = await startProcess(address.toString());
    children.push(first.child);
    const second = await startProcess(address.toString());
    children.push(second.child);
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(new Date());
    let gatheringId = "";
    await onServer(async (client) => {
      const { rows } = await client.query(
        "select id from gatherings where cancelled_at is null and local_date > $1 order by starts_at limit 1",
        [today],
      );
      gatheringId = rows[0].id;
      const [from, to] = [Date.now() - 600_000, Date.now() + 7_200_000];
      await client.query(
        "update gatherings set local_date = $2, starts_at = $3, ends_at = $4 where id = $1",
        [gatheringId, today, from, to],
      );
    }, database);

    browser = await startChromium();
    const contexts: BrowserContext[] = [];
    const open = async (viewport = phone): Promise<Page> => {
      const context = await contextFor(browser as Browser, viewport);
      contexts.push(context);
      return context.newPage();
    };
    await groupJourney({
      gatheringId,
      urlOf: (who) => (who === "leader" || who === 1 || who === 3 ? first.url : second.url),
      pageOfAdviser: async (url, viewport) => {
        const page = await open(viewport);
        await page.goto(`${url}/logg-inn`);
        await page.click("button[value=kari]");
        return page;
      },
      strangersPage: () => open(),
      look: async () => undefined,
    });
  });
});
