/** The guides on paper: whoever prints one gets two sheets at most, with what a guide is for on them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { guideSlugs } from "../../server/web/guide.ts";
import { languages } from "../../server/web/languages.ts";
import { desktop } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
});
afterAll(() => site.close());

const sheetsOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
const margin = { top: "18mm", bottom: "18mm", left: "18mm", right: "18mm" };

it.each(languages)(
  "each guide takes two sheets of A4 at most, with the margins of an office printer, in %s",
  async (language) => {
    const page = await site.strangersPage(desktop);
    await page.context().addCookies([{ name: "sprak", value: language, url: site.url }]);
    for (const slug of Object.values(guideSlugs)) {
      await page.goto(`${site.url}/veiledning/${slug}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect([slug, await page.locator("main h3").count()]).toEqual([slug, expect.toSatisfy((n) => n >= 5)]);
      const sheets = sheetsOf(await page.pdf({ format: "A4", margin }));
      expect([slug, sheets >= 1 && sheets <= 2, sheets]).toEqual([slug, true, sheets]);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("header, footer, main nav").filter({ visible: true }).count()).toBe(0);
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
  },
);

it("a help link on a phone opens the guide at its heading, beside what one is writing", async () => {
  const page = await site.pageOf("ola");
  await page.goto(`${site.url}/innspill/nytt`);
  await page.fill("[name=tekst]", "Ingen tar telefonen.");
  const [guide] = await Promise.all([page.waitForEvent("popup"), page.click("main .help a")]);
  await guide.waitForLoadState();
  const { pathname, hash } = new URL(guide.url());
  expect(pathname + hash).toBe("/veiledning/mentor#navn");
  expect(await guide.locator("#navn").isVisible()).toBe(true);
  expect(await page.inputValue("[name=tekst]")).toBe("Ingen tar telefonen.");
  await page.context().close();
});
