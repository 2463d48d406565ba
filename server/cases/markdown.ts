/** Markdown of case files → HTML. No raw HTML, no pictures; links to our own pages or to https only. */
import markdownIt from "markdown-it";

/** Tells where something is wrong in the file at hand, and what to do. */
export type Report = (line: number, words: string) => void;

/** Lines of a file together with the number of the first of them. */
export interface Block {
  lines: string[];
  firstLine: number;
}

const markdown = markdownIt({ html: false, linkify: false }).disable(["image", "code", "fence"]);
// Every link is let through here and judged in `checkLinks`, where the line is known.
markdown.validateLink = () => true;
markdown.renderer.rules["link_open"] = (tokens, index, options, _environment, self) => {
  const token = tokens[index];
  token?.attrSet("class", "aksel-link");
  if (/^https:/.test(String(token?.attrGet("href")))) token?.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

const isGoodLink = (href: string) => /^https:\/\/[^\s]+$/.test(href) || /^\/(?![/\\])/.test(href);

function checkLinks({ lines, firstLine }: Block, report: Report): void {
  for (const block of markdown.parse(lines.join("\n"), {})) {
    for (const token of block.children ?? []) {
      const href = token.type === "link_open" ? String(token.attrGet("href")) : null;
      if (href === null || isGoodLink(href)) continue;
      const at = lines.findIndex((line, i) => i >= (block.map?.[0] ?? 0) && line.includes("]("));
      report(
        firstLine + Math.max(at, 0),
        `the link "${href}" is refused: use https:// or a path of this site`,
      );
    }
  }
}

/** Reports raw HTML and headings of other levels than two and three. */
export function checkLines({ lines, firstLine }: Block, report: Report): void {
  lines.forEach((line, i) => {
    if (/<[a-z/!?]/i.test(line)) {
      report(firstLine + i, "raw HTML is refused: write it in Markdown, and links as [words](https://…)");
    }
    if (/!\[/.test(line)) report(firstLine + i, "pictures are refused: say it in words");
    if (/^#(?!#{1,2} )/.test(line)) report(firstLine + i, 'write headings as "## Part" or "### Step"');
  });
}

/** The HTML of a block; faults in it are reported. */
export function toHtml(block: Block, report: Report): string {
  checkLinks(block, report);
  return markdown.render(block.lines.join("\n")).trim();
}
