/** Markdown of cases → HTML. No raw HTML, no pictures; links to our own pages or to https only. */
import markdownIt from "markdown-it";
import type { Report } from "./fault.ts";

/** Lines of a file together with the number of the first of them. */
export interface Block {
  lines: string[];
  firstLine: number;
}

const isGoodLink = (href: string) => /^https:\/\/[^\s]+$/.test(href) || /^\/(?![/\\])/.test(href);

// "lheading" would make headings of underlined lines, which no part of a case can be found by.
const markdown = markdownIt({ html: false, linkify: false }).disable([
  "image",
  "code",
  "fence",
  "lheading",
  "table",
]);
// Every link is let through here and judged in `checkLinks`, where the line is known.
markdown.validateLink = () => true;
markdown.renderer.rules["link_open"] = (tokens, index, options, _environment, self) => {
  const token = tokens[index];
  const href = String(token?.attrGet("href"));
  // A draft is shown before it is mended: a link that is refused leads nowhere.
  if (!token || !isGoodLink(href)) return "<a>";
  token.attrSet("class", "aksel-link");
  if (/^https:/.test(href)) token.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

function checkLinks({ lines, firstLine }: Block, report: Report): void {
  for (const block of markdown.parse(lines.join("\n"), {})) {
    for (const token of block.children ?? []) {
      const href = token.type === "link_open" ? String(token.attrGet("href")) : null;
      if (href === null || isGoodLink(href)) continue;
      const at = lines.findIndex((line, i) => i >= (block.map?.[0] ?? 0) && line.includes("]("));
      report(firstLine + Math.max(at, 0), "badLink", href);
    }
  }
}

/** Reports raw HTML and headings of other levels than two and three. */
export function checkLines({ lines, firstLine }: Block, report: Report): void {
  lines.forEach((line, i) => {
    if (/<[a-z/!?]/i.test(line)) report(firstLine + i, "rawHtml");
    if (/!\[/.test(line)) report(firstLine + i, "picture");
    if (/^#(?!#{1,2} )/.test(line)) report(firstLine + i, "headingLevel");
  });
}

/** The HTML of a block; faults in it are reported. */
export function toHtml(block: Block, report: Report): string {
  checkLinks(block, report);
  return markdown.render(block.lines.join("\n")).trim();
}
