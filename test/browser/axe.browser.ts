/** WCAG 2.0–2.2 A and AA on the pages of each role's main job, light and dark, in a real browser. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { phone } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
});
afterAll(() => site.close());

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).withTags(tags).analyze();
  return violations.map((v) => `${new URL(page.url()).pathname}: ${v.id}: ${v.nodes[0]?.target.join(" ")}`);
}

/** The first link in the page's main part whose address matches. */
async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(site.url + from);
  const hrefs = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return hrefs.find((href) => pattern.test(href)) ?? from;
}

const id = "[a-z2-7]{26}";
/** The pages of a network that its adviser plans and looks back with. */
async function networkPages(page: Page): Promise<string[]> {
  const network = (await firstLink(page, "/nettverk", /\/ring$/)).replace("/ring", "");
  const letter = `${await firstLink(page, network, /\/avtaler\//)}/brev`;
  const pages = ["ring", "ring/endre", "arshjul", "helse", "rapport", "sperredager"];
  return [...pages.map((one) => `${network}/${one}`), letter];
}
const jobs: Record<string, (page: Page) => Promise<string[]>> = {
  ola: async (page) => [
    "/",
    "/samlinger",
    "/eksempler",
    "/eksempler/tuva",
    "/innspill",
    "/innspill/nytt",
    await firstLink(page, "/samlinger", /arshjul$/),
    (await firstLink(page, "/samlinger", /arshjul$/)).replace("arshjul", "ring"),
    "/personvern",
    "/min-side/e-post",
    "/min-side/kalender",
    await firstLink(page, "/samlinger", new RegExp(`^/samlinger/${id}$`)),
    await firstLink(page, "/innspill", new RegExp(`^/laeringspunkter/${id}$`)),
    await firstLink(page, "/", /^\/evaluering\//),
    await firstLink(page, await firstLink(page, "/evalueringer", /evalueringer$/), /evaluering$/),
  ],
  kari: async (page) => {
    const gathering = await firstLink(page, "/samlinger", new RegExp(`^/samlinger/${id}$`));
    const draft = await firstLink(page, "/eksempler/utkast", /utkast\/(?!nytt|import)/);
    return [
      "/",
      ...(await networkPages(page)),
      "/samlinger/sesong",
      "/samlinger/ny",
      gathering,
      `${gathering}/svar`,
      `${gathering}/invitasjon`,
      `${gathering}/endre`,
      `${gathering}/dagsorden`,
      `${gathering}/e-post`,
      "/samlinger/post",
      "/eksempler?sok=laerling&tid=60",
      "/eksempler/utkast",
      "/eksempler/utkast/nytt",
      "/eksempler/utkast/import",
      draft,
      `${draft}/godkjenning`,
      `${draft}/tekst/nb`,
      `${draft}/visning/nb`,
      "/innspill/innboks",
      "/laeringspunkter",
      await firstLink(page, "/evalueringer", /evalueringer$/),
      await firstLink(page, "/evalueringer", /arsundersokelse$/),
      await firstLink(page, "/innspill/innboks", new RegExp(`^/innspill/${id}$`)),
      await firstLink(page, "/nettverk", /medlemmer\/ny/),
    ];
  },
  leif: async (page) => [
    "/",
    "/laeringspunkter/ko",
    "/evalueringer",
    await firstLink(page, "/laeringspunkter/ko", new RegExp(id)),
  ],
  randi: async () => ["/", "/regler", "/laeringspunkter"],
  amir: async () => ["/", "/personer", "/personer/ny", "/nettverk/nytt"],
};

it.each(Object.keys(jobs))("%s meets no barrier, on a phone, light and dark", async (person) => {
  const page = await site.pageOf(person, phone);
  const faults: string[] = [];
  for (const path of await (jobs[person] as (page: Page) => Promise<string[]>)(page)) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(site.url + path);
      faults.push(...(await faultsOf(page)).map((fault) => `${colorScheme} ${fault}`));
    }
    const over = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (over !== 0) faults.push(`${path} sticks out by ${over} px`);
  }
  expect(faults).toEqual([]);
});
