/**
 * The main job, end to end: a season planned, mentors invited by real mail and answering without
 * signing in, a case read, feedback given, a leader deciding on a phone, the answer reported back,
 * the mentors voting. Each step is a person's own browser.
 */
import ICAL from "ical.js";
import ical from "node-ical";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, phone } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
});
afterAll(() => site.close());

const main = (page: Page) => page.locator("main");
const press = (page: Page, name: string) =>
  Promise.all([
    page.waitForLoadState("load"),
    main(page).getByRole("button", { name, exact: true }).first().click(),
  ]);

/** Nothing may stick out sideways, on any page of the story. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(over, page.url()).toBe(0);
}

function linkIn(text: string, answer: string): string {
  const link = new RegExp(`https?://\\S+/svar/\\S+svar=${answer}`).exec(text)?.[0];
  if (!link) throw new Error(`no link to answer ${answer} in the mail`);
  return link;
}

/** Start, in UTC, as two independent readers of iCalendar see it. */
function startsOf(text: string): string[] {
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent") as ICAL.Component,
  );
  const other = Object.values(ical.parseICS(text)).find((part) => part?.type === "VEVENT") as { start: Date };
  return [event.startDate.toJSDate().toISOString(), other.start.toISOString()];
}

describe("the story", () => {
  let winter: string;
  let summer: string;
  let itemPath: string;

  it("Kari plans a season; nothing is sent before she says so", async () => {
    const page = await site.pageOf("kari", desktop);
    await site.mail.quiet();
    const before = site.mail.mails.length;
    await page.goto(`${site.url}/samlinger/sesong`);
    await page.selectOption("[name=hvilken]", "3");
    await page.selectOption("[name=ukedag]", "4");
    await page.fill("[name=fra]", "2027-01-01");
    await page.fill("[name=til]", "2027-07-31");
    await page.fill("[name=tittel]", "Torsdagssamling");
    await press(page, "Foreslå datoer");
    const text = await main(page).innerText();
    expect(text).toContain("juli");
    expect(await page.locator("input[type=checkbox]:checked").count()).toBeGreaterThanOrEqual(6);
    await main(page).locator("form button[type=submit]").first().click();
    await page.waitForURL(/\/samlinger\/serie\/[^/]+\/invitasjon$/);
    await page.goto(`${site.url}/samlinger`);
    expect(await main(page).getByText("Torsdagssamling").count()).toBeGreaterThanOrEqual(6);
    const links = main(page).getByRole("link", { name: "Torsdagssamling" });
    const hrefs = await links.evaluateAll((all) => all.map((a) => (a as unknown as { href: string }).href));
    winter = hrefs[0] as string;
    summer = hrefs.at(-1) as string;
    expect(site.mail.mails.length).toBe(before);
  });

  it("she invites; each mail carries a calendar entry for 13.00 in Oslo, winter and summer", async () => {
    const page = await site.pageOf("kari", desktop);
    for (const gathering of [winter, summer]) {
      await page.goto(`${gathering}/invitasjon`);
      await main(page).getByRole("button", { name: /^Send/ }).first().click();
      await page.waitForLoadState("load");
    }
    const inJanuary = await site.mail.mailTo("ola@demo.example", "21. januar");
    const inJune = await site.mail.mailTo("ola@demo.example", "17. juni");
    const calendarOf = (raw: { parsed: { attachments: { contentType: string; content: Buffer }[] } }) =>
      raw.parsed.attachments
        .find((a) => a.contentType === "text/calendar" || a.contentType === "application/ics")
        ?.content.toString("utf8") ?? "";
    expect(startsOf(calendarOf(inJanuary))).toEqual(Array(2).fill("2027-01-21T12:00:00.000Z"));
    expect(startsOf(calendarOf(inJune))).toEqual(Array(2).fill("2027-06-17T11:00:00.000Z"));
    expect(inJanuary.parsed.from?.value[0]?.address).toBe("mentornettverk@demo.example");
  });

  it("Ola answers from the mail on his phone, without signing in", async () => {
    const mail = await site.mail.mailTo("ola@demo.example", "21. januar");
    const page = await site.strangersPage(phone);
    await page.goto(linkIn(mail.parsed.text ?? "", "ja"));
    await expectNoSidewaysScroll(page);
    expect(await page.locator("[name=svar]:checked").getAttribute("value")).toBe("ja");
    await main(page).locator("summary").first().click();
    await page.fill("[name=ord]", "Jeg tar med kake");
    await main(page).locator("form button[type=submit]").first().click();
    await page.waitForURL(/kvittering/);
    await expectNoSidewaysScroll(page);
    const kari = await site.pageOf("kari", desktop);
    await kari.goto(`${winter}/svar`);
    expect(await main(kari).innerText()).toContain("Jeg tar med kake");
  });

  it("Siri reads nynorsk in her mail and on the page behind it", async () => {
    const mail = await site.mail.mailTo("siri@demo.example", "21. januar");
    const page = await site.strangersPage(phone);
    await page.goto(linkIn(mail.parsed.text ?? "", "nei"));
    expect(await page.getAttribute("html", "lang")).toBe("nn");
    await main(page).locator("form button[type=submit]").first().click();
    await page.waitForURL(/kvittering/);
  });

  it("Kari moves it, and later cancels another: those invited get both by mail", async () => {
    const page = await site.pageOf("kari", desktop);
    await page.goto(`${winter}/endre`);
    await page.fill("[name=dato]", "2027-01-28");
    await press(page, "Lagre");
    site.house.setNow("2026-11-23T09:15:00Z");
    const moved = await site.mail.mailTo("ola@demo.example", "28. januar");
    expect(moved.raw).toMatch(/SEQUENCE:1/);
    await page.goto(`${summer}/avlysning`);
    await page.fill("[name=grunn]", "Lokalet er opptatt");
    await main(page).locator("form button[type=submit]").first().click();
    await page.waitForLoadState("load");
    const cancelled = await site.mail.mailTo("siri@demo.example", "Avlyst");
    expect(cancelled.raw).toMatch(/method=CANCEL/i);
  });

  it("Ola signs in by mail, reads Tuva and keeps a thought for himself", async () => {
    const page = await site.strangersPage(phone);
    await page.goto(`${site.url}/eksempler/tuva`);
    await page.fill("[name=epost]", "ola@demo.example");
    await press(page, "Send meg en lenke");
    const mail = await site.mail.mailTo("ola@demo.example", "logge inn");
    await page.goto(/https?:\/\/\S+\/logg-inn\/\S+/.exec(mail.parsed.text ?? "")?.[0] as string);
    await press(page, "Logg inn");
    await page.waitForURL(/eksempler\/tuva/);
    await expectNoSidewaysScroll(page);
    await main(page).locator("summary").first().click();
    const field = main(page).locator("textarea").first();
    await field.fill("Jeg ville stått ved siden av henne den første timen.");
    await field.locator("xpath=ancestor::form").locator("button[type=submit]").first().click();
    await page.waitForLoadState("load");
    expect(await main(page).locator("textarea").first().inputValue()).toContain("stått ved siden av henne");
    expect(await main(page).innerText()).toContain("Lagret");
    await expectNoSidewaysScroll(page);
  });

  it("Ola gives feedback in under a minute; a phone number is refused and nothing typed is lost", async () => {
    const page = await site.pageOf("ola", phone);
    await page.goto(`${site.url}/innspill/nytt`);
    await expectNoSidewaysScroll(page);
    await page.fill("[name=tekst]", "Ring meg på 412 34 567. Ingen svarer etter klokka tre.");
    await press(page, "Send innspillet").catch(() => press(page, "Send"));
    expect(await page.inputValue("[name=tekst]")).toContain("412 34 567");
    expect(await page.title()).toMatch(/^Feil: |Gi innspill/);
    await page.fill(
      "[name=tekst]",
      "Ingen svarer på telefonen etter klokka tre, og da er det vi som står der.",
    );
    await page.check("[name=navn][value=confidential]");
    await main(page).locator("form button[type=submit]").last().click();
    await page.waitForURL(/takk/);
  });

  it("Kari reviews it, makes it a question to Nav and sends it to Leif", async () => {
    const page = await site.pageOf("kari", desktop);
    await page.goto(`${site.url}/innspill/innboks`);
    await main(page)
      .getByRole("link", { name: /Ingen svarer på telefonen/ })
      .click();
    await page.selectOption("[name=tema]", "tilgjengelighet");
    await main(page).locator("form[action$=gjennomgang] button[type=submit]").click();
    await page.waitForLoadState("load");
    await page.fill("[name=sporsmal]", "Hvem svarer mentoren etter klokka tre?");
    await main(page).locator("form[action$=laeringspunkt] button[type=submit]").click();
    await page.waitForLoadState("load");
    await page.goto(`${site.url}/laeringspunkter`);
    await main(page).getByRole("link", { name: "Hvem svarer mentoren etter klokka tre?" }).click();
    await page.waitForURL(/laeringspunkter\/[a-z2-7]{26}/);
    itemPath = new URL(page.url()).pathname;
    await page.goto(`${site.url}${itemPath}/send`);
    await page.selectOption("[name=leder]", {
      label: await page.locator("[name=leder] option", { hasText: "Leif Haugen" }).first().innerText(),
    });
    await main(page).locator("form[action$=send] button[type=submit]").click();
    await page.waitForLoadState("load");
    await site.mail.mailTo("leif@demo.example", "");
  });

  it("Leif decides on his phone: four fields, and the author's name is not there", async () => {
    const page = await site.pageOf("leif", phone);
    await page.goto(`${site.url}${itemPath}/beslutning`);
    await expectNoSidewaysScroll(page);
    expect(await main(page).innerText()).not.toContain("Brekke");
    await main(page).locator("form[action$=beslutning] button[type=submit]").click();
    await page.waitForLoadState("load");
    expect(await page.title()).toMatch(/^Feil: /);
    await page.check("[name=utfall][value=change]");
    await page.fill("[name=grunn]", "Vi setter opp en vakttelefon til klokka fem. Det koster lite.");
    await page.selectOption("[name=regel]", { index: 1 });
    await page.check("[name=regelsyn][value=doubted]");
    await page.fill("[name=dato]", "2026-11-23");
    await main(page).locator("form[action$=beslutning] button[type=submit]").click();
    await page.waitForLoadState("load");
    await expectNoSidewaysScroll(page);
    await site.mail.mailTo("ola@demo.example", "");
  });

  it("it stands on the next agenda, is reported back, and Ola votes; nobody can set the state", async () => {
    const kari = await site.pageOf("kari", desktop);
    await kari.goto(`${site.url}/samlinger`);
    await main(kari).getByRole("link", { name: "Rett person på rett plass" }).first().click();
    await kari.waitForURL(/samlinger\/[a-z2-7]{26}/);
    const gathering = kari.url();
    expect(await main(kari).innerText()).toContain("Hvem svarer mentoren etter klokka tre?");

    site.house.setNow("2026-12-01T15:00:00Z");
    await kari.goto(`${site.url}${itemPath}`);
    await main(kari).locator("form[action$=meldt-tilbake] button[type=submit]").click();
    await kari.waitForLoadState("load");
    expect(await main(kari).innerText()).toMatch(/oppmøte/i);

    await kari.goto(`${gathering}/oppmote`);
    await main(kari).locator("button[name=handling][value=lagre]").click();
    await kari.waitForLoadState("load");
    await kari.goto(`${site.url}${itemPath}`);
    await main(kari).locator("form[action$=meldt-tilbake] button[type=submit]").click();
    await kari.waitForLoadState("load");

    const ola = await site.pageOf("ola", phone);
    await ola.goto(`${site.url}${itemPath}`);
    await expectNoSidewaysScroll(ola);
    expect(await main(ola).innerText()).toContain("vakttelefon");
    await main(ola).getByRole("button", { name: "Ja, jeg merker det" }).click();
    await ola.waitForLoadState("load");
    expect(
      await main(ola).getByRole("button", { name: "Ja, jeg merker det" }).getAttribute("aria-pressed"),
    ).toBe("true");
    expect(await main(ola).innerText()).not.toMatch(/Bekreftet/);
  });
});
