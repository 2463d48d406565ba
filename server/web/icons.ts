/** Aksel's icons as inline SVG. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const drawn = new Map<string, string>();

/**
 * One icon, hidden from assistive technology: the words beside it say what it means.
 * @param name as Aksel names it, such as `ArrowRight`
 * @param className extra classes for the svg element
 */
export function icon(name: string, className = ""): string {
  const key = `${name} ${className}`;
  let svg = drawn.get(key);
  if (!svg) {
    svg = readFileSync(require.resolve(`@navikt/aksel-icons/svg/${name}.svg`), "utf8").replace(
      /^<svg/,
      `<svg aria-hidden="true" focusable="false" class="${className}"`,
    );
    drawn.set(key, svg);
  }
  return svg;
}
