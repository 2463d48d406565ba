/** Pages for those who enlarge, space out or still the page; and nothing moves by itself while one reads. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desktop, phone } from "./chromium.ts";
import { sticksOut } from "./faults.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let paths: Record<string, string[]>;
beforeAll(async () => {
  site = await openSite("2026-11-23T09:00:00Z");
  const ola = await site.pageOf("ola");
  const gathering = await hrefOn(ola, "/samlinger", /^\/samlinger\/[a-z2-7]{26}$/);
  const item = await hrefOn(ola, "/innspill", /^\/laeringspunkter\/[a-z2-7]{26}$/);
  paths = {
    ola: ["/", gathering, "/innspill", "/innspill/nytt", "/eksempler/tuva", item],
    kari: [
      "/",
      gathering,
      `${gathering}/dagsorden`,
      `${gathering}/svar`,
      "/innspill/innboks",
      "/samlinger/sesong",
    ],
    leif: ["/", "/laeringspunkter/ko", item],
  };
});
afterAll(() => site.close());

async function hrefOn(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(site.url + path);
  const hrefs = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return hrefs.find((href) => pattern.test(href)) as string;
}

/** Texts cut off by the box they stand in, and texts of two elements on top of each other. */
const clippedOrOverlapping = `(() => {
  const shown = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !one.closest(".aksel-sr-only, .skip, details:not([open]) > :not(summary)");
  const leaves = [...document.querySelectorAll("body *")].filter((one) =>
    shown(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ""));
  const name = (one) => one.tagName.toLowerCase() + " «" + one.textContent.trim().slice(0, 40) + "»";
  const faults = [];
  for (const one of leaves) {
    const style = getComputedStyle(one);
    const isCut = (style.overflowX !== "visible" && style.overflowX !== "auto" && one.scrollWidth > one.clientWidth + 1) ||
      (style.overflowY !== "visible" && style.overflowY !== "auto" && one.scrollHeight > one.clientHeight + 1);
    if (isCut && one.clientWidth > 2) faults.push("cut off: " + name(one));
  }
  const boxes = leaves.flatMap((one) => {
    const range = document.createRange();
    return [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim() !== "").flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ one, box }));
    });
  }).filter(({ box }) => box.width > 2 && box.height > 2);
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a.one === b.one || a.one.contains(b.one) || b.one.contains(a.one)) continue;
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    // lines of letters have air above and below: a few pixels are no overlap
    if (wide > 4 && high > Math.min(a.box.height, b.box.height) / 2) faults.push("overlap: " + name(a.one) + " and " + name(b.one));
  }
  return [...new Set(faults)];
})()`;

async function look(page: Page): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const found = [...(await sticksOut(page)), ...((await page.evaluate(clippedOrOverlapping)) as string[])];
  return found.map((fault) => `${pathname}: ${fault}`);
}

const eachPage = async (viewport: typeof phone, see: (page: Page) => Promise<string[]>) => {
  const faults: string[] = [];
  for (const [person, list] of Object.entries(paths)) {
    const page = await site.pageOf(person, viewport);
    for (const path of list) {
      await page.goto(site.url + path);
      faults.push(...(await see(page)).map((fault) => `${person} ${fault}`));
    }
    await page.context().close();
  }
  return faults;
};

it("the look itself sees what is cut off, covered and out of the screen", async () => {
  const page = await site.strangersPage(phone);
  await page.goto(site.url);
  expect(await look(page)).toEqual([]);
  await page.goto("about:blank"); // where no policy forbids style in the elements
  await page.setContent(`<p style="width:50px;height:10px;overflow:hidden">Dette er kuttet av</p>
    <p style="position:absolute;top:200px">Under</p><p style="position:absolute;top:200px">Over</p>
    <p style="width:2000px">Stikker ut</p>`);
  const found = (await look(page)).join("\n");
  for (const fault of ["cut off", "overlap", "sticks out"]) expect(found).toContain(fault);
});

it("with letters of twice the size nothing is cut off, covered or out of the screen", async () => {
  const faults = await eachPage({ width: 640, height: 900 }, async (page) => {
    const size = () =>
      page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)");
    const before = (await size()) as number;
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await size()).toBeCloseTo(2 * before, 0);
    return look(page);
  });
  expect(faults).toEqual([]);
});

it("with the spacing of WCAG 1.4.12 nothing is cut off, covered or out of the screen", async () => {
  const faults = await eachPage(phone, async (page) => {
    await page.evaluate(`for (const one of document.querySelectorAll("body *")) {
      one.style.setProperty("line-height", "1.5", "important");
      one.style.setProperty("letter-spacing", "0.12em", "important");
      one.style.setProperty("word-spacing", "0.16em", "important");
      if (one.tagName === "P") one.style.setProperty("margin-bottom", "2em", "important");
    }`);
    return look(page);
  });
  expect(faults).toEqual([]);
});

it("nothing moves for those who have asked for stillness", async () => {
  const faults = await eachPage(phone, async (page) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    return page.evaluate(`[...document.querySelectorAll("body *")].filter((one) => {
      const style = getComputedStyle(one);
      const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
      return (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) || style.scrollBehavior === "smooth";
    }).map((one) => location.pathname + ": " + one.tagName + "." + one.className)`);
  });
  expect(faults).toEqual([]);
});

it.each([
  ["phone", phone],
  ["desk", desktop],
] as const)("nothing shifts while a page is opened, on a %s", async (_, viewport) => {
  const faults = await eachPage(viewport, async (page) => {
    await page.waitForTimeout(300);
    const shift = await page.evaluate(`new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 100);
    })`);
    return shift === 0 ? [] : [`${new URL(page.url()).pathname} shifted by ${shift}`];
  });
  expect(faults).toEqual([]);
});
