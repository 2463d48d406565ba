/**
 * A case discussed in groups, as people do it: a projector, a facilitator's phone and four phones at the
 * tables, through two questions, with a network that drops, a page that is reloaded and two people who
 * write at once.
 */
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

export interface Room {
  /** The gathering of today that Tuva is discussed at. */
  gatheringId: string;
  /** Where each asks: with two processes the phones are spread over both. */
  urlOf(who: "leader" | "screen" | number): string;
  /** A page signed in as the facilitator. */
  pageOfAdviser(url: string, viewport: { width: number; height: number }): Promise<Page>;
  strangersPage(): Promise<Page>;
  /** Called where a page should be without barriers. */
  look(page: Page, name: string): Promise<void>;
}

/** The network is away for so long; a minute in real life, with the same code behind it. */
const awayFor = 5000;
/** Pages follow within two seconds; the machine that tests may be busy. */
const soon = { timeout: 15_000 };

const main = (page: Page) => page.locator("main");
const sees = (page: Page, text: string) => main(page).getByText(text).first().waitFor(soon);
const status = (page: Page) => page.locator("#status");
const saysSaved = (page: Page) =>
  expect.poll(() => status(page).innerText(), soon).toContain("Alt er lagret");
const answerField = (page: Page) => page.locator("form[data-answer] [name=ord]");
const showsAnswer = (page: Page, text: string) =>
  expect.poll(() => answerField(page).inputValue(), soon).toContain(text);

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(over, page.url()).toBe(0);
}

async function join(room: Room, n: number, code: string, group: number): Promise<Page> {
  const page = await room.strangersPage();
  await page.goto(`${room.urlOf(n)}/gruppe?kode=${code}`);
  await expectNoSidewaysScroll(page);
  if (n === 1) await room.look(page, "join");
  await page.click(`button[name=gruppe][value="${group}"]`);
  await sees(page, "Du er med.");
  return page;
}

const open = (leader: Page, question: string) =>
  leader
    .locator("#del-sporsmal li", { hasText: question })
    .locator("form:has([name=handling][value=apne]) button")
    .click();
const press = (leader: Page, handling: string) => leader.click(`#del-na button[value=${handling}]`);

export async function groupJourney(room: Room): Promise<void> {
  const leader = await room.pageOfAdviser(room.urlOf("leader"), { width: 360, height: 740 });
  await leader.goto(`${room.urlOf("leader")}/eksempler/tuva/gruppe?samling=${room.gatheringId}`);
  await room.look(leader, "start");
  await main(leader).locator("form button[type=submit]").click();
  await leader.waitForURL(/\/leder$/);
  const path = new URL(leader.url()).pathname.replace(/\/leder$/, "");
  const screen = await room.pageOfAdviser(room.urlOf("screen"), { width: 1920, height: 1080 });
  await screen.goto(`${room.urlOf("screen")}${path}/skjerm`);
  const code = (await screen.locator(".group-code").innerText()).replace(/\s/g, "");
  await room.look(screen, "screen, lobby");

  // two phones in group 1, one each in 2 and 3
  const phones: Page[] = [];
  for (const [i, group] of [1, 1, 2, 3].entries()) phones.push(await join(room, i + 1, code, group));
  const [ann, bo, cato, dina] = phones as [Page, Page, Page, Page];
  await sees(screen, "Grupper: 3 · telefoner: 4");
  await sees(leader, "2 telefoner");
  await ann.click("button[name=antall][value='4']");
  await bo.getByText("Dere er fire").first().waitFor(soon);

  // the first question: everyone sees it
  await open(leader, "Hva burde Nav ha gjort");
  for (const page of [...phones, screen]) await sees(page, "Hva burde Nav ha gjort");
  await answerField(ann).fill("Nav burde ha fortalt om kassa.");
  await saysSaved(ann);
  await showsAnswer(bo, "fortalt om kassa");
  await ann.check("[name=nav]");
  await expect.poll(() => bo.isChecked("[name=nav]"), soon).toBe(true);
  await room.look(ann, "phone, open");
  await expectNoSidewaysScroll(ann);

  // one phone loses the network while typing, another is reloaded before it has saved
  const network = cato.context() as BrowserContext;
  await network.setOffline(true);
  await answerField(cato).pressSequentially("Et direktenummer til veilederen");
  await expect.poll(() => status(cato).innerText(), soon).toContain("Ingen forbindelse");
  await cato.waitForTimeout(awayFor);
  await answerField(cato).pressSequentially(", og en vikar.");
  await answerField(dina).pressSequentially("En plan på papir.");
  await dina.reload();
  await showsAnswer(dina, "En plan på papir.");
  await saysSaved(dina);
  await sees(screen, "2 av 3 grupper har svart");
  await network.setOffline(false);
  await saysSaved(cato);
  expect(await answerField(cato).inputValue()).toBe("Et direktenummer til veilederen, og en vikar.");
  await sees(screen, "3 av 3 grupper har svart");
  await sees(leader, "3 av 3 grupper har svart");

  // sealed: nobody has another group's words
  for (const page of [screen, leader, cato, dina])
    expect(await page.content()).not.toContain("fortalt om kassa");
  await press(leader, "lukk");
  for (const page of phones) await sees(page, "Spørsmålet er stengt.");
  await press(leader, "vis");
  for (const page of [...phones, screen, leader])
    await sees(page, "Et direktenummer til veilederen, og en vikar.");
  await room.look(cato, "phone, revealed");
  await expectNoSidewaysScroll(cato);

  // sorted by buttons, with the keyboard; marked; the group's own mark has become feedback
  await leader.fill("[name=navn]", "Å nå fram");
  await leader.keyboard.press("Enter");
  await leader.locator("[name=bunke].group-toggle", { hasText: "Å nå fram" }).first().waitFor(soon);
  const article = leader.locator("article", { hasText: "Et direktenummer" });
  await article.locator("[name=bunke].group-toggle", { hasText: "Å nå fram" }).focus();
  await leader.keyboard.press("Enter");
  await expect
    .poll(() => article.locator(".group-toggle[aria-pressed=true]").first().innerText(), soon)
    .toBe("Å nå fram");
  await article.locator("[name=hvem][value=nav]").click();
  await article.locator("[name=hvem][aria-pressed=true]").waitFor(soon);
  await leader.locator("article", { hasText: "fortalt om kassa" }).getByText("Sendt til Nav").waitFor(soon);
  await article.getByRole("button", { name: "Send til Nav som innspill" }).click();
  await article.getByText("Sendt til Nav").waitFor(soon);
  await sees(screen, "Å nå fram");
  await room.look(leader, "leader, sorting");
  await room.look(screen, "screen, answers");
  await expectNoSidewaysScroll(leader);

  // the second question: two phones of one group write in the same place at once
  await open(leader, "Køen vokser igjen");
  await answerField(bo).waitFor(soon);
  await sees(bo, "Køen vokser igjen");
  await sees(ann, "Køen vokser igjen");
  await (bo.context() as BrowserContext).setOffline(true);
  await answerField(bo).fill("Vi to i samme kasse.");
  await ann.check("[name=valg][value='1']");
  await answerField(ann).fill("Ti rolige minutter.");
  await saysSaved(ann);
  await (bo.context() as BrowserContext).setOffline(false);
  await sees(bo, "Noen i gruppa lagret noe annet mens du skrev");
  await room.look(bo, "phone, conflict");
  await sees(ann, "Vi to i samme kasse."); // beside the answer, for the whole group to see
  await bo.click("[data-settle=both]");
  await saysSaved(bo);
  await showsAnswer(ann, "Vi to i samme kasse.");
  await showsAnswer(ann, "Ti rolige minutter.");
  await expect.poll(() => ann.getByText("Kom ikke med i svaret").count(), soon).toBe(0);
  await press(leader, "lukk");
  await press(leader, "vis");
  for (const page of [...phones, screen]) await sees(page, "Ti rolige minutter.");

  // into the minutes, and on paper
  await main(leader).getByRole("button", { name: "Legg i referatet" }).click();
  await sees(leader, "ligger i referatet");
  await leader.goto(`${room.urlOf("leader")}${path}/resultat`);
  await sees(leader, "Ti rolige minutter.");
  await sees(leader, "Å nå fram");
  await room.look(leader, "result");
}
