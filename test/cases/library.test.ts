import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CaseFileError, loadCases } from "../../server/cases/library.ts";
import { root } from "../house.ts";

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "mentornettverk-content-"));
  cpSync(join(root, "content/themes.md"), join(content, "themes.md"));
  cpSync(join(root, "content/cases/tuva"), join(content, "cases/tuva"), { recursive: true });
});
afterEach(() => rmSync(content, { recursive: true }));

type Edit = (text: string) => string;

function edit(file: "nb" | "nn", how: Edit): void {
  const path = join(content, `cases/tuva/${file}.md`);
  const before = readFileSync(path, "utf8");
  const after = how(before);
  expect(after, "the edit changes the file").not.toBe(before);
  writeFileSync(path, after);
}

function faults(): string[] {
  try {
    loadCases(content);
    return [];
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    return error.message.split("\n");
  }
}

/** The number of the line in tuva/nb.md that begins so, as the file ships. */
function lineOf(start: string, language = "nb"): number {
  const lines = readFileSync(join(root, `content/cases/tuva/${language}.md`), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(start)) + 1;
}

const swap =
  (from: string | RegExp, to: string): Edit =>
  (text) =>
    text.replace(from, to);

describe("the cases that ship", () => {
  it("are seven, all whole in both languages", () => {
    const library = loadCases(join(root, "content"));
    expect([...library.keys()].sort()).toEqual([
      "barnehagen",
      "butikk-og-sprak",
      "hotellkjokkenet",
      "laerlingene",
      "martin",
      "naar-det-blir-for-mye",
      "tuva",
    ]);
  });
});

describe("a broken case file stops the start, with file, line and what to do:", () => {
  const nb = "content/cases/tuva/nb.md";
  const situation = lineOf("## Situasjonen");
  const themes = lineOf("themes:");
  const first = lineOf("### Hvordan tror du");
  const second = lineOf("### Køen vokser igjen");
  const broken: [string, Edit, string][] = [
    ["a missing part", swap("## Prøv dette", ""), 'the part "## Prøv dette" is missing: add it'],
    [
      "an unknown part",
      swap("## Prøv dette", "## Prøv"),
      `${nb}:${lineOf("## Prøv dette")}: the part "## Prøv" is unknown`,
    ],
    [
      "a part twice",
      swap("## Prøv dette", "## Spørsmål"),
      `${nb}:${lineOf("## Prøv dette")}: the part "## Spørsmål" is there twice`,
    ],
    [
      "an empty part",
      swap(/## Prøv dette\n[^#]*/, "## Prøv dette\n\n"),
      `${nb}:${lineOf("## Prøv dette")}: the part "## Prøv dette" is empty`,
    ],
    [
      "an unknown theme",
      swap("mestring,", "mestre,"),
      `${nb}:${themes}: the theme "mestre" is unknown: use a slug of content/themes.md`,
    ],
    [
      "constructed not true",
      swap("constructed: true", "constructed: false"),
      `${nb}:${lineOf("constructed:")}: "constructed" must be true`,
    ],
    [
      "an unknown key",
      swap("status:", "state: x\nstatus:"),
      `${nb}:${lineOf("status:")}: "state" is unknown: remove it`,
    ],
    ["a missing key", swap(/^summary:.*\n/m, ""), '"summary" is missing: add it'],
    [
      "the wrong language",
      swap("language: nb", "language: nn"),
      `${nb}:${lineOf("language:")}: "language" is nn, but the file is nb.md`,
    ],
    [
      "an over-long title",
      swap(/^title: .*/m, `title: ${"lang ".repeat(17)}`),
      `${nb}:2: "title" may have at most 80 characters`,
    ],
    [
      "an over-long situation",
      swap("Tuva holder en eske", `${"ord ".repeat(400)}Tuva`),
      `${nb}:${situation}: the situation has`,
    ],
    ["an over-long file", swap("Tuva holder en eske", "å".repeat(14_000)), `${nb}:1: the file is too long`],
    ["YAML that is none", swap("sectors: [butikk]", "sectors: [butikk"), "the front matter is not YAML"],
    ["no front matter", swap("---\n", ""), `${nb}:1: the front matter is missing`],
    [
      "a malformed question id",
      swap("{#hos-tuva ", "{#Hos_Tuva "),
      `${nb}:${first}: the question id "Hos_Tuva" is wrong`,
    ],
    [
      "a question id twice",
      swap("{#torsdag ", "{#hos-tuva "),
      `${nb}:${second}: the question id "hos-tuva" is there twice`,
    ],
    ["a question without its marks", swap(/ \{#hos-tuva .*/, ""), `${nb}:${first}: write the question as`],
    [
      "an unknown kind",
      swap("{#hos-tuva kind=open", "{#hos-tuva kind=quiz"),
      `${nb}:${first}: the kind "quiz" is unknown`,
    ],
    [
      "a choice without alternatives",
      swap("{#hos-tuva kind=open", "{#hos-tuva kind=choice"),
      `${nb}:${first}: a choice needs two to eight`,
    ],
    [
      "raw HTML",
      swap("Tenk på kroppen", "<b>Tenk</b> på kroppen"),
      `${nb}:${lineOf("Tenk på kroppen")}: HTML cannot be used`,
    ],
    ["a script", swap("Tenk på kroppen", "<script>alert(1)</script>"), "HTML cannot be used"],
    [
      "a link that runs script",
      swap("Tenk på kroppen", "[Tenk](javascript:alert(1))"),
      `${nb}:${lineOf("Tenk på kroppen")}: the link "javascript:alert(1)" cannot be used`,
    ],
    [
      "a link without https",
      swap("Tenk på kroppen", "[Tenk](http://example.no)"),
      'the link "http://example.no" cannot be used',
    ],
    [
      "a link to another host without its scheme",
      swap("Tenk på kroppen", "[Tenk](//example.no)"),
      'the link "//example.no" cannot be used',
    ],
    ["a picture", swap("Tenk på kroppen", "![Tenk](/bilde.png)"), "pictures cannot be used"],
    [
      "a heading of another level",
      swap("### Fire måneder", "#### Fire måneder"),
      `${nb}:${lineOf("### Fire")}: write headings as`,
    ],
  ];
  it.each(broken)("%s", (_what, how, words) => {
    edit("nb", how);
    expect(faults().join("\n")).toContain(words);
    expect(faults()[0]).toMatch(/^content\/cases\/tuva\/n[bn]\.md:\d+: .+/);
  });

  it("a missing language", () => {
    rmSync(join(content, "cases/tuva/nn.md"));
    expect(faults()).toEqual(["content/cases/tuva/nn.md:1: the file is missing: every case is in nb and nn"]);
  });

  it.each([
    ["another id", swap("{#torsdag ", "{#onsdag "), lineOf("### Køen", "nn"), "{#onsdag kind=choice nav=no}"],
    ["another kind", swap("{#hos-tuva kind=open", "{#hos-tuva kind=roleplay"), 0, "kind=roleplay"],
    ["another nav", swap("kind=open nav=yes", "kind=open nav=no"), 0, "make them alike"],
    [
      "another version",
      swap("version: 1", "version: 2"),
      lineOf("version:", "nn"),
      '"version" is 2, in nb.md 1: make them alike',
    ],
    ["an alternative fewer", swap(/^- Eg lèt vere.*\n/m, ""), 0, "with 3 alternatives"],
    ["a step fewer", swap(/^### Fire månader.*\n/m, ""), 1, "steps in the situation"],
  ])("nn that has %s than nb", (_what, how, line, words) => {
    edit("nn", how);
    const [fault] = faults();
    expect(fault).toContain(words);
    expect(fault).toContain(line ? `content/cases/tuva/nn.md:${line}:` : "content/cases/tuva/nn.md:");
  });

  it("all faults at once, so that one round of mending is enough", () => {
    edit("nb", (text) => text.replace("mestring,", "mestre,").replace("{#hos-tuva ", "{#Hos "));
    expect(faults().length).toBeGreaterThanOrEqual(2);
  });
});

describe("links in a case", () => {
  it("to other hosts tell them nothing; to our own pages are plain", () => {
    edit("nb", swap("Tenk på kroppen", "[Tenk](https://example.no/a) og [les](/eksempler/martin)"));
    edit("nn", swap("Tenk på kroppen", "[Tenk](https://example.no/a) og [les](/eksempler/martin)"));
    const html = loadCases(content).get("tuva")?.texts.nb.questions[0]?.html;
    expect(html).toContain('<a href="https://example.no/a" class="aksel-link" rel="noopener noreferrer">');
    expect(html).toContain('<a href="/eksempler/martin" class="aksel-link">');
  });

  it("a draft is checked but not shown", () => {
    for (const language of ["nb", "nn"] as const) edit(language, swap("status: published", "status: draft"));
    expect(loadCases(content).size).toBe(0);
  });
});
