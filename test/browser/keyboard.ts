/** A person with a keyboard only: Tab until one is there, then Enter, Space, arrows and letters. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

interface Stop {
  name: string;
  isThere: boolean;
  isSeen: boolean;
  isInView: boolean;
  isForward: boolean;
}

/** Where the focus is: whether it can be seen, lies in view, and comes after where it was. */
const whereFocusIs = (selector: string) => `(() => {
  const here = document.activeElement;
  const before = window.focusBefore;
  window.focusBefore = here;
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const styleOf = (one, part) => getComputedStyle(one, part);
  const marked = (one) => [null, "::before", "::after"].some((part) => outlined(styleOf(one, part)));
  // a box to tick is marked round it and its words, a link that is the whole card round the card
  const around = here.matches("[type=radio],[type=checkbox]") ? [here.nextElementSibling, here.parentElement] : [here.closest(".aksel-link-card")];
  // the browser's own button inside a date field is marked by the browser, out of reach from here
  const isInside = before === here && here.type === "date";
  const box = here.getBoundingClientRect();
  return {
    name: here.tagName + " " + (here.getAttribute("name") ?? here.getAttribute("href") ?? here.textContent.trim().slice(0, 40)),
    isThere: here.matches(${JSON.stringify(selector)}),
    isSeen: isInside || marked(here) || styleOf(here).boxShadow !== "none" || around.filter(Boolean).some(marked),
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isForward: !before?.isConnected || before === document.body || before === here || Boolean(before.compareDocumentPosition(here) & 4),
  };
})()`;

/** Presses Tab until the focus is on what matches; every stop on the way is seen, in view and further on. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor({ state: "attached" });
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const stop = (await page.evaluate(whereFocusIs(selector))) as Stop;
    if (stop.name.startsWith("BODY")) continue;
    expect({ at: stop.name, ...stop }, `${page.url()}: ${stop.name}`).toMatchObject({
      isSeen: true,
      isInView: true,
      isForward: true,
    });
    if (stop.isThere) return;
  }
  throw new Error(`No way by Tab to ${selector} on ${page.url()}`);
}

/** Goes there and presses a key that leads to another page. */
export async function pressAt(page: Page, selector: string, key = "Enter"): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

export async function typeAt(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(words);
}

/** Goes to a group of radio buttons and by arrows to one of them. */
export async function chooseRadio(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let i = 0; i < 8; i++) {
    const now = await page.locator(`[name="${name}"]:checked`).getAttribute("value");
    if (now === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No ${value} among ${name}`);
}

/** Goes to a list and by arrows to an option. */
export async function chooseOption(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `select[name="${name}"]`);
  for (let i = 0; i < 60; i++) {
    if ((await page.locator(`select[name="${name}"]`).inputValue()) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No ${value} in ${name}`);
}

/** After a refusal: the focus is on the summary, Tab leads to its first link, and Enter to the field. */
export async function followFirstError(page: Page, field: string): Promise<void> {
  const focused = () => page.evaluate("document.activeElement.className + ' #' + document.activeElement.id");
  await expect.poll(focused).toContain("aksel-error-summary__heading");
  expect(await page.title()).toMatch(/^Feil: /);
  await tabTo(page, `.aksel-error-summary a[href="#${field}"]`);
  await page.keyboard.press("Enter");
  await expect.poll(focused).toContain(`#${field}`);
  await page.evaluate("window.focusBefore = document.activeElement");
}
