/**
 * A whole season by someone who has never seen the site: from an empty network, through the first people,
 * to invitations sent by real mail. Presses and fields are counted; they must stay few.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetwork, enterNetwork } from "../../server/networks/network.ts";
import { addPerson } from "../../server/people/person.ts";
import { phone } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  const { store, now } = site.house;
  await store.write(async (tx) => {
    const facts = { name: "Mentornettverket i Fjellbyen", region: "Nav Fjell", centre: "Nav senter Fjell" };
    const networkId = await createNetwork(tx, { ...facts, offices: ["Nav Fjellbyen"] }, now());
    const eva = { name: "Eva Ny", email: "eva@demo.example", language: "nb" as const };
    const { id } = await addPerson(tx, { ...eva, roles: ["adviser"] }, now());
    await enterNetwork(tx, { networkId, personId: id, role: "adviser", since: "2026-11-20" });
  });
});
afterAll(() => site.close());

/** What a person does on the way: presses and fields filled in. */
const done = { presses: 0, fields: 0 };
async function press(page: Page, role: "button" | "link", name: string | RegExp) {
  done.presses++;
  const exact = typeof name === "string";
  await Promise.all([
    page.waitForLoadState("load"),
    page.locator("main").getByRole(role, { name, exact }).first().click(),
  ]);
}
async function fill(page: Page, label: string | RegExp, value: string) {
  done.fields++;
  await page.locator("main").getByLabel(label).first().fill(value);
}

async function signedIn(): Promise<Page> {
  const page = await site.strangersPage(phone);
  await page.goto(`${site.url}/logg-inn`);
  await page.fill("[name=epost]", "eva@demo.example");
  await page.locator("main form:has([name=epost]) button").first().click();
  const mail = await site.mail.mailTo("eva@demo.example", "");
  await page.goto(/https?:\/\/\S+\/logg-inn\/\S+/.exec(mail.parsed.text ?? "")?.[0] as string);
  await page.locator("main form button").first().click();
  await page.waitForURL(`${site.url}/`);
  return page;
}

const peopleToAdd = [
  ["Ida Berg", "ida@fjell.example", "Fjell Bakeri"],
  ["Jon Lie", "jon@fjell.example", "Fjell Trevare"],
] as const;

describe("a season from an empty network", () => {
  let page: Page;
  it("is planned on a phone without choosing anything but the place", async () => {
    page = await signedIn();
    await press(page, "link", "Planlegg en sesong");
    await fill(page, /^Sted/, "Rådhuset, møterom 2");
    await press(page, "button", "Foreslå datoer");
    expect(await page.locator("main").innerText()).toContain("er i sommerferien");
    await press(page, "button", "Lag utkast til samlingene");
    expect(await page.locator("main").innerText()).toContain("Det er ingen i nettverket å invitere ennå");
    expect(done).toEqual({ presses: 3, fields: 1 });
  });

  it("leads to where people are added, and back to the invitations", async () => {
    await press(page, "link", "Legg til folk");
    for (const [index, [name, email, workplace]] of peopleToAdd.entries()) {
      if (index > 0) await page.goto(`${page.url()}/medlemmer/ny`);
      await fill(page, "Navn", name);
      await fill(page, /^E-postadresse/, email);
      await page.fill("[name=arbeidsplass]", workplace);
      await page.fill("[name=bransje]", "håndverk");
      await page.selectOption("[name=storrelse]", "small");
      await page.fill("[name=kommune]", "Fjellbyen");
      done.fields += 4;
      await press(page, "button", "Lagre");
    }
  });

  it("is invited to with one press: the first by mail now, the others later by themselves", async () => {
    done.presses = 0;
    done.fields = 0;
    await page.goto(`${site.url}/samlinger`);
    await press(page, "link", "Mentorsamling");
    await press(page, "link", "Inviter til hele serien");
    const text = await page.locator("main").innerText();
    expect(text).toContain("to personer kan inviteres");
    expect(text).toContain("Her står ikke deltakelse i avtalen");
    await press(page, "button", "Send til to personer");
    expect(done).toEqual({ presses: 3, fields: 0 });
    const mail = await site.mail.mailTo("ida@fjell.example", "8. desember");
    expect(mail.raw).toContain("BEGIN:VCALENDAR");
    expect(await page.locator("main").innerText()).toContain("De neste går ut av seg selv");
    await page.goto(`${site.url}/samlinger`);
    const drafts = await page.locator("main").getByText("Utkast", { exact: true }).count();
    expect(drafts).toBeGreaterThanOrEqual(9);
  });

  it("sends the next by the clock, four weeks before, to whoever is a member by then", async () => {
    site.house.setNow("2026-12-15T08:00:00Z");
    const { inviteDue } = await import("../../server/gatherings/invite-later.ts");
    await inviteDue(site.house.store, site.house.mailer, site.house.now());
    await site.mail.mailTo("jon@fjell.example", "12. januar");
  });
});

describe("sheets for the wall", () => {
  const pagesOf = (pdf: Buffer) => /\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/s.exec(pdf.toString("latin1"))?.[1];

  it("whom to ring and the year wheel print on one page each", async () => {
    const page = await site.pageOf("kari", phone);
    await page.goto(`${site.url}/ring`);
    const network = new URL(page.url()).pathname.replace("/ring", "");
    for (const path of [`${network}/ring`, `${network}/arshjul`]) {
      await page.goto(site.url + path);
      expect([path, pagesOf(await page.pdf({ format: "A4" }))]).toEqual([path, "1"]);
    }
  });
});
