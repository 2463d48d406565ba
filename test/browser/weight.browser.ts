/** What goes over the wire to a mentor's phone: the program as it is built and started, and a browser of its own. */
import { type ChildProcess, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../house.ts";
import { contextFor, phone, startChromium } from "./chromium.ts";
import { startProcess, stopProcess } from "./process.ts";

const folder = mkdtempSync(join(tmpdir(), "mentornettverk-weight-"));
let url: string;
let child: ChildProcess | undefined;
let browser: Browser;

beforeAll(async () => {
  // full compression, as `npm run build` does it
  execFileSync(process.execPath, ["--import", "tsx", "server/web/build-assets.ts"], { cwd: root });
  ({ url, child } = await startProcess(`file:${join(folder, "data.db")}`));
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  if (child) await stopProcess(child);
  rmSync(folder, { recursive: true, force: true });
});

interface Weight {
  requests: number;
  bytes: number;
  html: number;
}

/** Everything that comes over the wire while `path` is opened, headers included, as the browser counts it. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  const weight: Weight = { requests: 0, bytes: 0, html: 0 };
  const documents = new Set<string>();
  const cached = new Set<string>();
  client.on("Network.requestServedFromCache", ({ requestId }) => cached.add(requestId));
  client.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Document") documents.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId) || encodedDataLength === 0) return;
    weight.requests += 1;
    weight.bytes += encodedDataLength;
    if (documents.has(requestId)) weight.html += encodedDataLength;
  });
  await page.goto(url + path, { waitUntil: "networkidle" });
  await client.detach();
  return weight;
}

/** A page that is signed in but has nothing of ours kept. */
async function freshPage(): Promise<Page> {
  const signingIn = await contextFor(browser, phone);
  const first = await signingIn.newPage();
  await first.goto(`${url}/logg-inn`);
  await first.click("button[value=ola]");
  const context = await contextFor(browser, phone);
  await context.addCookies(await signingIn.cookies());
  await signingIn.close();
  return context.newPage();
}

async function gatheringPath(): Promise<string> {
  const page = await freshPage();
  await page.goto(`${url}/samlinger`);
  const hrefs = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  await page.context().close();
  return hrefs.find((href) => /^\/samlinger\/[a-z2-7]{26}$/.test(href)) as string;
}

it.each(["the front page", "the gathering's page"])(
  "a mentor opens %s: 70 KB in 6 requests, and 15 KB the next time",
  async (name) => {
    const path = name === "the front page" ? "/" : await gatheringPath();
    const other = name === "the front page" ? await gatheringPath() : "/";
    const page = await freshPage();
    const first = await weigh(page, path);
    const second = await weigh(page, other);
    console.info(name, { first, second });
    expect(first.html).toBeGreaterThan(1000);
    expect(first.bytes).toBeLessThanOrEqual(70 * 1024);
    expect(first.requests).toBeLessThanOrEqual(6);
    expect(second.bytes).toBeLessThanOrEqual(15 * 1024);
  },
);

it("the words of a mentor's page weigh no more than 8 KB", async () => {
  const page = await freshPage();
  const heavy: string[] = [];
  for (const path of [
    "/",
    await gatheringPath(),
    "/samlinger",
    "/innspill",
    "/innspill/nytt",
    "/eksempler",
    "/temaonsker",
    "/forsok",
  ]) {
    const { html } = await weigh(page, path);
    console.info(path, html);
    if (html > 8 * 1024) heavy.push(`${path}: ${html}`);
  }
  expect(heavy).toEqual([]);
});
