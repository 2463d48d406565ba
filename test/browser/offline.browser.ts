/**
 * A mentor on the underground opens the app from the home screen: two minutes, one hand. When is the next
 * gathering, and where? The case once more; whom to ring. "Ja, jeg kommer", written in a tunnel. What was
 * opened is there and says how old it is; what was written is not lost, and nobody else finds any of it.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { phone } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./site.ts";
import { openTunnel, type Tunnel } from "./tunnel.ts";

let site: Site;
let tunnel: Tunnel;
const pages: Page[] = [];
beforeAll(async () => {
  site = await openSite("2026-11-23T13:05:00Z");
});
afterAll(() => site.close());
beforeEach(async () => {
  tunnel = await openTunnel(site.url);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  await tunnel.close();
});

const gatheringLink = "main a[href^='/samlinger/']";

async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(`${tunnel.url}/logg-inn`);
  await page.click(`button[value=${person}]`);
}

async function pageOf(person: string): Promise<Page> {
  const page = await site.strangersPage(phone);
  page.context().setDefaultTimeout(10_000);
  pages.push(page);
  await signIn(page, person);
  return page;
}

/** The addresses kept on the device. */
const keptOn = (page: Page) =>
  page.evaluate(`(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("sider-"));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  })()`) as Promise<string[]>;

/** Opens a page and waits until the device has it. */
async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(tunnel.url + path);
  await expect.poll(() => keptOn(page), { timeout: 15_000 }).toContain(path);
}

/** A mentor who has opened the front page, the next gathering, a case and whom to ring. Returns the gathering. */
async function onTheWay(page: Page): Promise<string> {
  await openAndKeep(page, "/");
  const gathering = (await page.locator(gatheringLink).first().getAttribute("href")) as string;
  await openAndKeep(page, gathering);
  await openAndKeep(page, "/eksempler/tuva");
  await page.goto(`${tunnel.url}/ring`);
  await expect.poll(() => keptOn(page)).toContain("/ring");
  await expect.poll(() => keptOn(page)).toContain("/uten-nett");
  return gathering;
}

const banner = (page: Page) => page.locator(".as-it-was");

it("what was opened is there without network, says how old it is, and leads on", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  await expect(banner(page).isVisible()).resolves.toBe(false);
  tunnel.set("broken");
  await page.goto(tunnel.url);
  expect(await banner(page).innerText()).toMatch(
    /Slik var siden mandag 23.\u00a0november kl.\s14.05 \(for under en time siden\)/,
  );
  await page.locator(gatheringLink).first().click();
  await page.waitForURL(`**${gathering}`);
  expect(await banner(page).isVisible()).toBe(true);
  const when = await page.locator("main").innerText();
  expect(when).toMatch(/kl. \d/);
  await page.goto(`${tunnel.url}/eksempler/tuva?samling=${gathering.split("/").pop()}`);
  expect(await page.locator("h1").innerText()).toContain("Tuva");
  expect(await banner(page).isVisible()).toBe(true);
  await page.goto(`${tunnel.url}/ring`);
  expect(await page.locator("a[href='tel:113']").isVisible()).toBe(true);
  expect(await banner(page).isVisible()).toBe(true);
  // it looks like itself
  expect(await page.evaluate("getComputedStyle(document.body).fontFamily")).toContain("Source Sans");
  tunnel.set("open");
  await banner(page).getByRole("link", { name: "Prøv igjen" }).click();
  await page.waitForURL("**/ring");
  expect(await banner(page).isVisible()).toBe(false);
});

it("a page that was never opened gives way to the list of what is there, which bars nobody", async () => {
  const page = await pageOf("ola");
  await onTheWay(page);
  tunnel.set("broken");
  await page.goto(`${tunnel.url}/innspill`);
  expect(page.url()).toBe(`${tunnel.url}/innspill`);
  await page.locator("[data-kept-list] a").first().waitFor();
  const links = page.locator("[data-kept-list] a");
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const kinds = hrefs.map((href) => href.replace(/[a-z2-7]{26}/, "id")).sort();
  expect(kinds).toEqual(["/", "/eksempler/tuva", "/nettverk/id/ring", "/samlinger/id"]);
  const text = await page.locator("main").innerText();
  expect(text).toContain("denne siden ligger ikke på telefonen");
  expect(text.match(/mandag 23.\u00a0november kl.\s14.05 \(for under en time siden\)/g)).toHaveLength(4);
  expect(text).not.toContain("startskjermen");
  expect(await faultsOf(page)).toEqual([]);
  tunnel.set("open");
  await page.getByRole("link", { name: "Prøv igjen" }).click();
  await page.waitForURL("**/innspill");
  expect(await page.locator("h1").innerText()).not.toContain("Uten nett");
  await page.goto(`${tunnel.url}/uten-nett`);
  expect(await page.locator("main").innerText()).toContain("startskjermen");
  expect(await faultsOf(page)).toEqual([]);
});

it("where the network says nothing, what is kept comes after some seconds", async () => {
  const page = await pageOf("ola");
  await onTheWay(page);
  tunnel.set("silent");
  await page.goto(`${tunnel.url}/ring`);
  expect(await banner(page).isVisible()).toBe(true);
});

it("what a server that is ill says is shown as it is", async () => {
  const page = await pageOf("ola");
  await onTheWay(page);
  tunnel.set("ill");
  await page.goto(`${tunnel.url}/ring`);
  expect(await page.locator("h1").innerText()).toBe("Stedet er nede");
  tunnel.set("open");
  expect(await keptOn(page)).toContain("/ring");
});

const says = (page: Page) => page.locator("[data-offline-says]");
const draftsOn = (page: Page) =>
  page.evaluate(
    "Object.entries(localStorage).map(([key, value]) => key + ' ' + value).join()",
  ) as Promise<string>;

async function writeAnswer(page: Page, gathering: string, words: string): Promise<void> {
  await page.goto(tunnel.url + gathering);
  await page.check("input[name=svar][value=ja]");
  if (!(await page.isVisible("[name=ord]"))) await page.click("details:has([name=ord]) summary");
  await page.fill("[name=ord]", words);
}
const send = (page: Page) => page.locator(`form:has([name=svar]) button[type=submit]`).click();

it.each(["by the road", "by the phone"])(
  "an answer written without network, as told %s, is not lost, and is sent by a press when there is network",
  async (told) => {
    const cutOff = async (isOff: boolean) => {
      if (told === "by the phone") await page.context().setOffline(isOff);
      else tunnel.set(isOff ? "broken" : "open");
    };
    const page = await pageOf("siri");
    await page.request.post(`${tunnel.url}/innstillinger`, { form: { sprak: "nb" } });
    const gathering = await onTheWay(page);
    const words = `Kommer litt etter (${told})`;
    await cutOff(true);
    await writeAnswer(page, gathering, words);
    await send(page);
    expect(await says(page).innerText()).toBe(
      "Ikke sendt. Du er uten nett. Det du skrev, ligger på denne telefonen. Send det når du har nett igjen.",
    );
    expect(await page.inputValue("[name=ord]")).toBe(words);
    expect(await faultsOf(page)).toEqual([]);
    // the app is closed, and opened again above ground
    const later = await page.context().newPage();
    await page.close();
    await later.goto(tunnel.url);
    expect(await says(later).innerText()).toContain("Ikke sendt ennå:");
    await cutOff(false);
    await later.goto(tunnel.url);
    await says(later).getByRole("link").click();
    await later.waitForURL(`**${gathering}`);
    expect(await says(later).innerText()).toContain("Se over, og trykk på knappen for å sende.");
    expect(await later.inputValue("[name=ord]")).toBe(words);
    expect(await later.isChecked("input[name=svar][value=ja]")).toBe(true);
    expect(await faultsOf(later)).toEqual([]);
    await send(later);
    await later.getByText("Svaret er lagret.").waitFor();
    expect(await draftsOn(later)).toBe("");
    expect(await later.inputValue("[name=ord]")).toBe(words);
    expect(await says(later).count()).toBe(0);
  },
);

it("a draft can be thrown away", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  await page.goto(tunnel.url + gathering);
  const before = await page.inputValue("[name=ord]");
  tunnel.set("broken");
  await writeAnswer(page, gathering, "Kast dette");
  await send(page);
  await says(page).waitFor();
  tunnel.set("open");
  await page.goto(tunnel.url + gathering);
  await says(page).getByRole("button", { name: "Kast det" }).click();
  await expect.poll(() => draftsOn(page)).toBe("");
  await expect.poll(() => page.inputValue("[name=ord]")).toBe(before);
});

it("an answer that was begun without network and never sent is there too", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  tunnel.set("broken");
  await writeAnswer(page, gathering, "Rakk ikke å trykke");
  await page.goto(tunnel.url);
  tunnel.set("open");
  await page.goto(tunnel.url + gathering);
  expect(await page.inputValue("[name=ord]")).toBe("Rakk ikke å trykke");
  // the session ended meanwhile: the pages go, and the words wait for the same person
  await page.context().clearCookies();
  await page.goto(`${tunnel.url}/ring`);
  expect(await keptOn(page)).toEqual([]);
  await signIn(page, "ola");
  await page.goto(tunnel.url + gathering);
  expect(await page.inputValue("[name=ord]")).toBe("Rakk ikke å trykke");
});

it("feedback is kept only while it is to be named; what is not stands in the open page", async () => {
  const page = await pageOf("ola");
  await onTheWay(page);
  await page.goto(`${tunnel.url}/innspill/nytt`);
  await page.fill("[name=tekst]", "Ingen tar telefonen etter klokka tre.");
  const sendIt = () => page.locator("form:has([name=tekst]) button[type=submit]").click();
  tunnel.set("broken");
  for (const naming of ["confidential", "anonymous"]) {
    await page.check(`[name=navn][value=${naming}]`);
    await sendIt();
    await expect
      .poll(() => says(page).innerText())
      .toContain("står her fortsatt, men blir ikke lagret på telefonen");
    expect(await page.inputValue("[name=tekst]")).toContain("Ingen tar telefonen");
    expect(await draftsOn(page)).toBe("");
  }
  await page.check("[name=navn][value=named]");
  await sendIt();
  await expect.poll(() => draftsOn(page)).toContain("Ingen tar telefonen");
  await page.check("[name=navn][value=anonymous]");
  await expect.poll(() => draftsOn(page)).toBe("");
  await page.check("[name=navn][value=named]");
  await expect.poll(() => draftsOn(page)).toContain("Ingen tar telefonen");
  tunnel.set("open");
  await sendIt();
  await page.waitForURL("**/innspill/takk");
  expect(await draftsOn(page)).toBe("");
});

const anythingOn = (page: Page) =>
  page.evaluate(
    `(async () => (await caches.keys()).filter((name) => !name.startsWith("filer-")).join() + Object.keys(localStorage).join())()`,
  );

it("whoever signs out takes everything along, with network and without", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  tunnel.set("broken");
  await writeAnswer(page, gathering, "Bare mitt");
  await send(page);
  await says(page).waitFor();
  tunnel.set("open");
  await page.goto(`${tunnel.url}/ring`);
  await page.click("form[action='/logg-ut'] button");
  await page.getByText("Du er logget ut.").waitFor();
  expect(await anythingOn(page)).toBe("");

  await signIn(page, "ola");
  await onTheWay(page);
  await page.context().setOffline(true);
  await page.click("form[action='/logg-ut'] button");
  expect(await says(page).innerText()).toContain("fortsatt logget inn");
  await expect.poll(() => anythingOn(page)).toBe("");
  await page.goto(`${tunnel.url}/ring`).catch(() => undefined);
  expect(await page.locator("a[href^='tel:']").count()).toBe(0);
});

it("whoever comes after on the same device finds nothing, however the one before left", async () => {
  const page = await pageOf("ola");
  const gathering = await onTheWay(page);
  tunnel.set("broken");
  await writeAnswer(page, gathering, "Bare mitt");
  await send(page);
  await says(page).waitFor();
  tunnel.set("open");

  // the session is over: the first answer says so
  await page.context().clearCookies();
  await page.goto(`${tunnel.url}/ring`);
  await page.waitForURL("**/logg-inn**");
  expect(await keptOn(page)).toEqual([]);
  await signIn(page, "nina");
  expect(await anythingOn(page)).not.toContain("utkast");
  tunnel.set("broken");
  await page.goto(`${tunnel.url}/ring`);
  expect(await page.locator("a[href^='tel:']").count()).toBe(0);

  // another has signed in meanwhile, in the same browser
  tunnel.set("open");
  await page.goto(`${tunnel.url}/ring`);
  await expect.poll(() => keptOn(page)).toContain("/ring");
  const other = await pageOf("ola");
  await page.context().addCookies(await other.context().cookies());
  await page.goto(`${tunnel.url}/samlinger`);
  await expect.poll(() => keptOn(page)).toContain("/samlinger");
  expect(await keptOn(page)).not.toContain("/ring");
});

it("whoever signs in meets no page of the one before, however slow the first page is", async () => {
  const page = await pageOf("ola");
  await onTheWay(page);
  tunnel.set("last");
  await page.evaluate(`(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/demo/inn" });
    form.append(Object.assign(document.createElement("input"), { name: "person", value: "siri" }));
    document.body.append(form);
    form.submit();
  })()`);
  await page.waitForTimeout(6000);
  tunnel.set("broken");
  const next = await page.context().newPage();
  await next.goto(tunnel.url).catch(() => undefined);
  expect(await next.getByText("Hei, Ola").count()).toBe(0);
});

it("devices with the worker of before let go of it, and pages of before a release look like themselves", async () => {
  const page = await pageOf("ola");
  await page.evaluate(`(async () => {
    await navigator.serviceWorker.register("/ring-uten-nett.js", { scope: "/nettverk/" });
    for (const name of ["ring", "filer-gammel"]) await caches.open(name);
  })()`);
  await page.goto(`${tunnel.url}/ring`);
  await expect.poll(() => keptOn(page), { timeout: 15_000 }).toContain("/ring");
  const scopes = `navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => new URL(scope).pathname))`;
  await expect.poll(() => page.evaluate(scopes)).toEqual(["/"]);
  const names = (await page.evaluate("caches.keys()")) as string[];
  expect(names.filter((name) => !name.startsWith("sider-"))).toEqual([
    expect.stringMatching(/^filer-(?!gammel)/),
  ]);
  const path = new URL(page.url()).pathname;
  await page.evaluate(`(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("sider-")));
    const kept = await cache.match("${path}");
    const html = (await kept.text()).replaceAll(/app\\.\\w{12}\\./g, "app.000000000000.");
    await cache.put("${path}", new Response(html, { headers: kept.headers }));
  })()`);
  tunnel.set("broken");
  await page.goto(tunnel.url + path);
  expect(await page.locator("link[rel=stylesheet]").getAttribute("href")).toContain("000000000000");
  expect(await banner(page).innerText()).toContain("(for under en time siden)");
  expect(await page.evaluate("getComputedStyle(document.body).fontFamily")).toContain("Source Sans");
});

it("a device that can keep nothing shows pages all the same, and says that what was written stands in the page", async () => {
  const page = await pageOf("ola");
  await page.context().addInitScript(`
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  `);
  await page.goto(tunnel.url);
  const gathering = (await page.locator(gatheringLink).first().getAttribute("href")) as string;
  await writeAnswer(page, gathering, "Står her");
  await page.context().setOffline(true);
  await send(page);
  expect(await says(page).innerText()).toContain("La siden stå åpen");
  expect(await page.inputValue("[name=ord]")).toBe("Står her");
});
