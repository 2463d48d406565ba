/** The menu in a real browser: two lines at most on any screen, by keyboard, without faults when open. */
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { castKeys } from "../house/demo-house.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
});
afterAll(() => site.close());

it("takes two lines at most, from 320 px up, in every language", async () => {
  const faults: string[] = [];
  for (const person of castKeys) {
    const page = await site.pageOf(person);
    for (const language of ["nb", "nn", "en"]) {
      await page.goto(site.url);
      await page.click(`button[name=sprak][value=${language}]`);
      for (const width of [320, 360, 390, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const height = (await page.locator("header").boundingBox())?.height ?? 0;
        if (height > 100) faults.push(`${person} ${language} ${width}: ${height} px`);
      }
    }
  }
  expect(faults).toEqual([]);
});

it("opens by keyboard, closes on Escape with the focus back, and has no fault when open", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await site.pageOf("kari");
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url);
    const more = page.locator(".header-more > summary");
    await more.focus();
    await page.keyboard.press("Enter");
    const wishes = page.locator(".header-list a[href='/temaonsker']");
    expect(await wishes.isVisible()).toBe(true);
    const { violations } = await new AxeBuilder({ page: page as never }).include("header").analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    const hasFocus = await page.locator(".header-more > summary:focus").count();
    expect([await wishes.isVisible(), hasFocus]).toEqual([false, 1]);
  }
});
