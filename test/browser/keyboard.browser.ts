/** The main job of each role without a mouse: a mentor says and votes, an adviser passes it on, a leader decides. */
import { isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { voteRounds } from "../../server/learning/tables.ts";
import { desktop } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import { chooseOption, chooseRadio, followFirstError, pressAt, tabTo, typeAt } from "./keyboard.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
});
afterAll(() => site.close());

const words = "Ingen tar telefonen etter klokka tre, og da er det vi som står der.";
const question = "Hvem tar telefonen etter klokka tre?";
let itemPath: string;

describe("with a keyboard only", () => {
  it("the first stop on a page is the way past the menu, and it works", async () => {
    const page = await site.pageOf("ola", desktop);
    await page.goto(site.url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#innhold");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("innhold");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

  it("a mentor answers an invitation", async () => {
    const page = await site.pageOf("ola", desktop);
    await page.goto(`${site.url}/samlinger`);
    await pressAt(page, "main a[href^='/samlinger/']:not([href$=kalender])");
    const notices = await page.locator("main [role=status]").count();
    await chooseRadio(page, "svar", "nei");
    await pressAt(page, "main form[action$=svar] button[type=submit]");
    expect(await page.locator("[name=svar]:checked").getAttribute("value")).toBe("nei");
    expect(await page.locator("main [role=status]").count()).toBe(notices + 1);
  });

  it("a mentor gives feedback: refused at first, led from the summary to the field, and through", async () => {
    const page = await site.pageOf("ola", desktop);
    await page.goto(`${site.url}/innspill`);
    await pressAt(page, "main a[href^='/innspill/nytt']");
    await pressAt(page, "main form[action='/innspill/nytt'] button[type=submit]");
    await followFirstError(page, "tekst");
    await page.keyboard.type(words);
    await chooseRadio(page, "navn", "confidential");
    await pressAt(page, "main form[action='/innspill/nytt'] button[type=submit]");
    expect(page.url()).toContain("/innspill/takk");
  });

  it("a mentor votes on whether anything has changed", async () => {
    const { read } = site.house.store;
    const [round] = await read.select().from(voteRounds).where(isNull(voteRounds.closedAt));
    const page = await site.pageOf("ola", desktop);
    await page.goto(`${site.url}/laeringspunkter/${round?.itemId}`);
    await pressAt(page, "main .vote-choices button");
    expect(await page.locator("main button[aria-pressed=true]").count()).toBe(1);
  });

  it("an adviser reviews it, makes it a question and sends it", async () => {
    const page = await site.pageOf("kari", desktop);
    await page.goto(`${site.url}/innspill/innboks`);
    const link = page.locator("main a", { hasText: words.slice(0, 30) }).first();
    const href = await link.getAttribute("href");
    await pressAt(page, `main a[href='${href}']`);
    await pressAt(page, "form[action$=gjennomgang] button[type=submit]");
    await followFirstError(page, "tema");
    await chooseOption(page, "tema", "tilgjengelighet");
    await pressAt(page, "form[action$=gjennomgang] button[type=submit]");
    await typeAt(page, "[name=sporsmal]", question);
    await pressAt(page, "form[action$=laeringspunkt] button[type=submit]");
    itemPath = new URL(page.url()).pathname;
    await pressAt(page, "main a[href$='/send']");
    expect(await faultsOf(page)).toEqual([]);
    await pressAt(page, "form[action$=send] button[type=submit]");
    expect(new URL(page.url()).pathname).toBe(itemPath);
  });

  it("an adviser composes the agenda: minutes, order, one more item", async () => {
    const page = await site.pageOf("kari", desktop);
    await page.goto(`${site.url}/samlinger`);
    await pressAt(page, "main a[href^='/samlinger/']:not([href$=ny]):not([href$=sesong]):not([href$=post])");
    await pressAt(page, "main a[href$='/dagsorden']");
    const titles = () =>
      page
        .locator("[name^=tittel-]")
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
    const before = await titles();
    await typeAt(page, "[name=minutter-1]", "25");
    await pressAt(page, "button[value=opp-1]");
    const swapped = await titles();
    expect(swapped.slice(0, 2)).toEqual([before[1], before[0]]);
    expect(await page.locator("[name=minutter-0]").inputValue()).toBe("25");
    // the focus stays where one was working
    expect(page.url()).toMatch(/#punkt-0$/);
    await page.evaluate("window.focusBefore = undefined");
    await tabTo(page, "#punkt-0 *");
  });

  it("a leader decides: refused at first, then four fields", async () => {
    const page = await site.pageOf("leif", desktop);
    await page.goto(`${site.url}/laeringspunkter/ko`);
    await pressAt(page, `main a[href^='${itemPath}']`);
    if (!page.url().endsWith("/beslutning")) await pressAt(page, "main a[href$='/beslutning']");
    await pressAt(page, "form[action$=beslutning] button[type=submit]");
    await followFirstError(page, "utfall");
    await page.keyboard.press("Space");
    await typeAt(page, "[name=grunn]", "Vi setter opp en vakttelefon til klokka fem. Det koster lite.");
    await tabTo(page, "select[name=regel]");
    await page.keyboard.press("ArrowDown");
    await chooseRadio(page, "regelsyn", "doubted");
    // a day that reads the same in every order of day and month
    await tabTo(page, "[name=dato]");
    await page.keyboard.type("12122026");
    await pressAt(page, "form[action$=beslutning] button[type=submit]");
    expect(page.url()).not.toContain("beslutning");
    expect(await page.locator("main").innerText()).toContain("Svaret er sendt");
    await page.goto(site.url + itemPath);
    expect(await page.locator("main").innerText()).toContain("vakttelefon");
  });
});
