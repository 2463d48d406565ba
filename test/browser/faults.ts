/** What a machine can see of whether a page bars anyone: axe, and whether something sticks out. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The narrowest screen that WCAG 1.4.10 names. */
export const narrow = { width: 320, height: 640 };

/** Colours are all that differ between light and dark. */
const rules = {
  all: { type: "tag" as const, values: tags },
  colours: { type: "rule" as const, values: ["color-contrast"] },
};

async function axe(page: Page, only: "all" | "words" | "colours"): Promise<string[]> {
  // no frames of others here, so that axe need not open a page of its own to put the parts together
  const builder = new AxeBuilder({ page: page as never }).setLegacyMode(true);
  const { violations } = await builder
    .options({
      ...{
        resultTypes: ["violations"],
        runOnly: only === "colours" ? rules.colours : rules.all,
        iframes: false,
      },
      ...(only === "words" ? { rules: { "color-contrast": { enabled: false } } } : {}),
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")} (${nodes.length})`);
}

/** What is wider than the screen, with the elements that are; pictures and tables may scroll on their own. */
export async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) =>
      one.getBoundingClientRect().right > root.clientWidth + 1);
    const name = (one) => one.tagName.toLowerCase() + (one.className ? "." + String(one.className).trim().split(/\\s+/).join(".") : "");
    return ["sticks out by " + (root.scrollWidth - root.clientWidth) + " px: " + wide.slice(-2).map(name).join(", ")];
  })()`);
}

/**
 * Links and buttons that are called the same and do different things, which nobody can tell apart who
 * goes from one to the next by ear; within a group that has a name of its own they can.
 */
async function sameWords(page: Page): Promise<string[]> {
  if (page.url().includes("/dev/")) return []; // lists of many mails alike, for developers
  return page.evaluate(`(() => {
    const does = new Map();
    for (const one of document.querySelectorAll("main a[href], main button")) {
      const isButton = one.tagName === "BUTTON";
      if (!one.checkVisibility() || (isButton && one.closest("fieldset, [role=group], article[aria-labelledby]"))) continue;
      const name = (one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\\s+/g, " ");
      const what = isButton ? [one.form?.action, one.name, one.value].join(" ") : one.href.split("#")[0];
      does.set(name, (does.get(name) ?? new Set()).add(what));
    }
    return [...does].filter(([, what]) => what.size > 1).map(([name, what]) => what.size + " called «" + name + "»");
  })()`);
}

async function allIn(page: Page, colorScheme: "light" | "dark", only: "all" | "words"): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const found = [...(await axe(page, only)), ...(await sticksOut(page)), ...(await sameWords(page))];
  return colorScheme === "dark" ? found.map((fault) => `dark ${fault}`) : found;
}

/**
 * Everything a machine finds on the page as it stands.
 * @param mode both: all rules in light, colours again in dark; light, dark: all rules in that mode only;
 *   words: all rules but colours, in light, for what has been seen in light in another language
 */
export async function faultsOf(
  page: Page,
  name = new URL(page.url()).pathname,
  mode: "both" | "light" | "dark" | "words" = "both",
): Promise<string[]> {
  const found = await allIn(page, mode === "dark" ? "dark" : "light", mode === "words" ? "words" : "all");
  if (mode === "both") {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    found.push(...(await axe(page, "colours")).map((fault) => `dark ${fault}`));
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return found.map((fault) => `${name}: ${fault}`);
}
