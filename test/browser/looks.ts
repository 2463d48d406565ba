/** What a machine sees wrong on a page as it stands, beside what axe does: cut, small, too near, too many. */
import type { Page } from "playwright-core";

/** Least size of words, and of what is pressed (WCAG 2.5.8), in px. */
const least = { words: 12, target: 23.5 };

/**
 * Sideways scroll, words cut off, what stands over the edge, small words, small targets, and how many
 * first headings there are. What is hidden on purpose, and what scrolls by itself, is left out.
 */
export async function looksWrong(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    const wide = root.clientWidth;
    const found = new Set();
    const name = (one) => one.tagName.toLowerCase() + (one.classList.length ? "." + [...one.classList].slice(0, 2).join(".") : "");
    const words = (one) => "«" + (one.textContent || one.value || "").trim().replace(/\\s+/g, " ").slice(0, 40) + "»";
    const isHidden = (one) => !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      one.closest(".aksel-sr-only, .skip, [aria-hidden=true]") || getComputedStyle(one).clipPath !== "none";
    const scrolls = (one) => one.closest(".scroll-x, pre, iframe");
    if (root.scrollWidth > wide) found.add("sideways by " + (root.scrollWidth - wide) + " px");
    const headings = [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length;
    if (headings !== 1) found.add(headings + " first headings");
    for (const one of document.querySelectorAll("body *")) {
      if (isHidden(one)) continue;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      const clips = ["hidden", "clip"].includes(style.overflowX);
      if (clips && one.scrollWidth > one.clientWidth + 1 && one.textContent.trim()) found.add("cut: " + name(one) + " " + words(one));
      if (!scrolls(one) && !one.closest("svg") && (box.right > wide + 1 || box.left < -1)) found.add("over the edge: " + name(one) + " " + words(one));
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (own) {
        const matrix = one.ownerSVGElement && one.getScreenCTM ? one.getScreenCTM() : null;
        const size = parseFloat(style.fontSize) * (matrix ? matrix.a : 1);
        if (size < ${least.words}) found.add("words of " + size.toFixed(1) + " px: " + name(one) + " " + words(one));
      }
      if (one.matches("a[href], button, summary, select, textarea, input:not([type=hidden])") && !one.closest("svg")) {
        const isInText = one.matches("a") && style.display === "inline" && one.parentElement.textContent.trim().length > one.textContent.trim().length + 3;
        const small = Math.min(box.width, box.height);
        const isBox = one.matches("[type=checkbox], [type=radio]");
        if (!isInText && !isBox && small < ${least.target}) found.add("target of " + Math.round(box.width) + " × " + Math.round(box.height) + " px: " + name(one) + " " + words(one));
      }
    }
    return [...found].slice(0, 12);
  })()`);
}
