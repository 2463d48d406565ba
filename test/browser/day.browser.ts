/**
 * A gathering held and written up: the agenda composed from a wish, people checking in by the code on the
 * wall and by the adviser's list, the clock, two advisers writing the minutes at once, the mail to those
 * who were not there, a line that becomes feedback. Each step is a person's own browser.
 */
import { asc } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { desktop } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let path: string;
let begins: string;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  const all = await site.house.store.read.select().from(gatherings).orderBy(asc(gatherings.startsAt));
  const next = all.find(({ startsAt }) => startsAt.epochMilliseconds > site.house.now().epochMilliseconds);
  path = `${site.url}/samlinger/${next?.id}`;
  begins = next?.startsAt.toString() ?? "";
});
afterAll(() => site.close());

const main = (page: Page) => page.locator("main");
const press = (page: Page, name: string | RegExp) =>
  Promise.all([page.waitForLoadState("load"), main(page).getByRole("button", { name }).first().click()]);
const minutesIn = (minutes: number) => new Date(new Date(begins).getTime() + minutes * 60_000).toISOString();
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(over, page.url()).toBe(0);
}

describe("a gathering, held and written up", () => {
  it("Ola wishes for a topic on his phone; Siri wants it too, with one press", async () => {
    const ola = await site.pageOf("ola");
    await ola.goto(`${site.url}/temaonsker`);
    await ola.fill("[name=onske]", "Når jeg må si fra om noe vanskelig");
    await press(ola, "Legg til ønsket");
    await expectNoSidewaysScroll(ola);
    const siri = await site.pageOf("siri");
    await siri.goto(`${site.url}/temaonsker?vis=lengst`);
    await press(siri, /Dette vil eg òg ?: Når jeg må si fra/);
    expect(await main(siri).innerText()).toContain("To stemmer");
  });

  it("Kari composes the agenda with the keyboard; the minutes change while she types", async () => {
    const page = await site.pageOf("kari", desktop);
    await page.goto(`${path}/dagsorden`);
    const free = () => page.locator("[data-left-words]").innerText();
    const before = await free();
    await page.locator("[name=minutter-3]").focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("25");
    expect(await free()).not.toBe(before);
    expect(await free()).toBe("20 min ledig");
    await main(page)
      .getByRole("button", { name: /Sett på ?: Når jeg må si fra/ })
      .focus();
    await Promise.all([page.waitForLoadState("load"), page.keyboard.press("Enter")]);
    await page.waitForURL(/dagsorden#punkt-/);
    expect(await free()).toBe("10 min for mye");
    expect(await page.locator("[name=minutter-3]").inputValue()).toBe("25");
  });

  it("people check in by the code on the wall; whoever has no phone is tapped by the adviser", async () => {
    site.house.setNow(minutesIn(-20));
    const kari = await site.pageOf("kari");
    await kari.goto(`${path}/qr`);
    await expectNoSidewaysScroll(kari);
    const { checkInToken } = await import("../../server/gatherings/check-in.ts");
    const [next] = (await site.house.store.read.select().from(gatherings)).filter(({ id }) =>
      path.endsWith(id),
    );
    const code = `${site.url}/her/${checkInToken(site.house.config.secret, next as NonNullable<typeof next>)}`;
    await kari.goto(`${path}/oppmote`);
    const grace = await site.strangersPage();
    await grace.goto(code);
    expect(await main(grace).innerText()).not.toContain("Ola");
    await grace.fill("[name=navn]", "hanne sætre");
    await press(grace, "Jeg er her");
    expect(await main(grace).innerText()).toContain("Du er registrert");
    await main(kari)
      .locator("fieldset", { hasText: "Bjørn Tangen" })
      .getByText("Her", { exact: true })
      .click();
    await press(kari, /^Lagre$/);
    await kari.goto(`${path}/i-dag`);
    expect(await main(kari).innerText()).toMatch(/av \d+ er her/);
    await kari.goto(`${path}/oppmote`);
    const hanne = main(kari).locator("fieldset", { hasText: "Hanne Sætre" });
    expect(await hanne.locator("input:checked").getAttribute("value")).toBe("present");
  });

  it("the clock shows what is on; one press goes on and keeps the note", async () => {
    site.house.setNow(minutesIn(7));
    const kari = await site.pageOf("kari");
    await kari.goto(`${path}/i-dag`);
    expect(await main(kari).innerText()).toContain("8 min igjen");
    await kari.locator(".day-line--now textarea").fill("Tre har prøvd noe nytt\nMer om dette neste gang");
    await press(kari, "Gå til neste punkt");
    expect(await kari.locator(".day-now").innerText()).toContain("Tilbakemelding fra Nav");
    await expectNoSidewaysScroll(kari);
  });

  it("two advisers write at once: both texts are shown, and neither is lost", async () => {
    site.house.setNow(minutesIn(130));
    const [kari, tore] = [await site.pageOf("kari", desktop), await site.pageOf("kari")];
    const note = (page: Page) => page.locator("textarea", { hasText: "Tre har prøvd noe nytt" });
    await kari.goto(`${path}/referat/skriv`);
    await tore.goto(`${path}/referat/skriv`);
    await kari.locator("[name=tiltak-0]").fill("Vi møtes en time til");
    await note(kari).fill("Tre har prøvd noe nytt\nKari skrev dette");
    await press(kari, "Lagre og skriv videre");
    await note(tore).fill("Tre har prøvd noe nytt\nDen andre skrev dette");
    await press(tore, "Lagre og skriv videre");
    const both = await note(tore).inputValue();
    expect(both.split("\n")).toEqual(["Tre har prøvd noe nytt", "Kari skrev dette", "Den andre skrev dette"]);
    await expectNoSidewaysScroll(tore);
    await press(tore, /^Lagre$/);
    expect(await main(tore).innerText()).toContain("Vi møtes en time til");
  });

  it("published once, the mail and its link tell whoever was away; a line becomes feedback", async () => {
    const kari = await site.pageOf("kari");
    await kari.goto(`${path}/referat`);
    await site.mail.quiet();
    const before = site.mail.mails.length;
    await press(kari, "Publiser og send");
    expect(await main(kari).innerText()).toContain("publisert og sendt");
    await site.mail.quiet();
    const sent = site.mail.mails.slice(before);
    expect(sent.length).toBeGreaterThan(15);
    const text =
      sent.map((mail) => mail.parsed.text ?? "").find((words) => words.includes("Du er med igjen")) ?? "";
    expect(text).toContain("Vi møtes en time til");
    const away = await site.strangersPage();
    await away.goto(/https?:\/\/\S+\/referat\/\S+/.exec(text)?.[0] as string);
    expect(await main(away).innerText()).toContain("Den andre skrev dette");
    await expectNoSidewaysScroll(away);
    await press(kari, /Send som innspill ?: Den andre skrev dette/);
    await main(kari).getByRole("link", { name: "Sendt som innspill" }).click();
    await kari.waitForURL(/innspill\/innboks/);
    expect(await main(kari).innerText()).toContain("Den andre skrev dette");
  });
});
