/** Cases as files: in, out and back again, and what must not come in. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCaseFile } from "../../server/cases/case-file.ts";
import {
  type CaseFields,
  normalised,
  readFields,
  wordParts,
  writeCase,
} from "../../server/cases/case-source.ts";
import { gatherFaults } from "../../server/cases/fault.ts";
import type { CaseLanguage } from "../../server/cases/parts.ts";
import { caseSources, writtenCases } from "../../server/cases/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, cookieOf, openHouse, root, type TestHouse } from "../house.ts";
import { fileText, publish } from "./desk.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const shipped = readdirSync(join(root, "content/cases")).flatMap((slug) =>
  (["nb", "nn"] as const).map((language) => [slug, language] as const),
);

/** Uploads files, as a browser would. */
async function upload(
  who: string,
  files: { name: string; text: string | Buffer }[],
  fields: Record<string, string> = {},
) {
  const app = await house.app();
  const line = "----grense";
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.map(({ name, text }) =>
      Buffer.concat([
        Buffer.from(
          `--${line}\r\ncontent-disposition: form-data; name="fil"; filename="${name}"\r\ncontent-type: text/markdown\r\n\r\n`,
        ),
        Buffer.from(text),
        Buffer.from("\r\n"),
      ]),
    ),
    Buffer.from(`--${line}--\r\n`),
  ];
  return app.inject({
    method: "POST",
    url: "/eksempler/utkast/import",
    headers: {
      cookie: await cookieOf(house, who),
      "sec-fetch-site": "same-origin",
      "content-type": `multipart/form-data; boundary=${line}`,
    },
    payload: Buffer.concat(parts),
  });
}

/** As it stands after approval and publication in the browser. */
const asPublished = (text: string, language: CaseLanguage) =>
  text.replace(/^approvedBy: .*$/m, `approvedBy: ${language === "nb" ? "rådgiver" : "rådgivar"}`);

describe("out and in again", () => {
  it.each(shipped)("%s/%s is written as it was read, byte for byte", (slug, language) => {
    expect(normalised(fileText(slug, language), language)).toBe(fileText(slug, language));
  });

  it("a file that shipped is downloaded as it is", async () => {
    const kari = await browserOf(house, cast.kari);
    const file = await kari.get("/eksempler/martin/fil/nn");
    expect(file.body).toBe(fileText("martin", "nn"));
    expect(file.headers["content-disposition"]).toBe('attachment; filename="martin.nn.md"');
    expect((await kari.get("/eksempler/martin/fil/en")).statusCode).toBe(404);
  });

  it("two files are read in, published, and come out as they went in", async () => {
    const texts = { nb: fileText("hotellkjokkenet", "nb"), nn: fileText("hotellkjokkenet", "nn") };
    const done = await upload(cast.kari, [
      { name: "a.md", text: texts.nb.replaceAll("\n", "\r\n") },
      { name: "b.md", text: texts.nn },
    ]);
    expect(done.statusCode).toBe(303);
    const path = String(done.headers.location);
    await publish(house, path, cast.tore);
    const kari = await browserOf(house, cast.kari);
    for (const language of ["nb", "nn"] as const) {
      const file = await kari.get(`${path.replace("/utkast", "")}/fil/${language}`);
      expect(file.body).toBe(asPublished(texts[language], language));
    }
  });

  it("brings no approval with it, whatever it says", async () => {
    const done = await upload(cast.kari, [{ name: "tuva.md", text: fileText("tuva", "nb") }]);
    const [source] = await house.store.read
      .select()
      .from(caseSources)
      .where(eq(caseSources.slug, String(done.headers.location).split("/").at(-1) as string));
    expect(source?.markdown).toContain("\nstatus: draft\n");
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${done.headers.location}/publisering`);
    expect((await kari.get(String(done.headers.location))).body).toContain("Venter på godkjenning");
  });

  it("is pasted just as well, and replaces the text of a draft nobody has touched meanwhile", async () => {
    const kari = await browserOf(house, cast.kari);
    const done = await kari.post("/eksempler/utkast/import", { tekst: fileText("tuva", "nb") });
    const slug = String(done.headers.location).split("/").at(-1) as string;
    const other = { til: slug, tekst: fileText("martin", "nb") };
    const stale = await kari.post("/eksempler/utkast/import", { ...other, revisjon: "7" });
    expect([stale.statusCode, stale.body.includes("Martin melder seg syk")]).toEqual([422, true]);
    expect((await kari.post("/eksempler/utkast/import", { ...other, revisjon: "1" })).statusCode).toBe(303);
    expect((await kari.get(`/eksempler/utkast/${slug}`)).body).toContain("Martin melder seg syk");
  });

  const word = fc.stringMatching(/^[a-zæøåA-ZÆØÅé0-9«»"':#?!.,\\{}[\]()*&|>%@`-]{1,12}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const part = fc.array(line, { minLength: 0, maxLength: 4 }).map((lines) =>
    lines
      .filter((one) => !/^#/.test(one))
      .join("\n\n")
      .trim(),
  );
  const question = fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/),
    sentence: line,
    kind: fc.constantFrom("open", "choice", "roleplay"),
    isAboutNav: fc.boolean(),
    help: part.map((text) => text.replace(/^- /gm, "")),
    choices: fc.array(line, { minLength: 2, maxLength: 4 }),
  });
  const fields = fc.record({
    title: line,
    summary: fc.oneof(line, fc.constant("")),
    readingMinutes: fc.option(fc.integer({ min: 1, max: 10 })),
    discussionMinutes: fc.option(fc.integer({ min: 10, max: 120 })),
    sectors: fc.array(line, { maxLength: 3 }),
    workplaceSizes: fc.subarray(["liten", "middels", "stor"]),
    themes: fc.subarray(["helse", "roller", "motiv"]),
    version: fc.integer({ min: 1, max: 99 }),
    language: fc.constantFrom("nb" as const, "nn" as const),
    source: line,
    approvedBy: fc.constantFrom("rådgiver", "ikke godkjent"),
    status: fc.constantFrom("draft" as const, "published" as const),
    parts: fc.record(Object.fromEntries(wordParts.map((name) => [name, part]))),
    questions: fc.array(question, { maxLength: 4 }),
  });

  it("whatever is typed, nothing changes on the way to Markdown and back", () => {
    fc.assert(
      fc.property(fields, (typed) => {
        const given = {
          ...typed,
          questions: typed.questions.map((one) => ({
            ...one,
            choices: one.kind === "choice" ? one.choices : [],
          })),
        } as CaseFields;
        const text = writeCase(given);
        expect(readFields(text, given.language)).toEqual(given);
        expect(normalised(text, given.language)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what must not come in", () => {
  const nb = fileText("tuva", "nb");
  const lineOf = (start: string) => nb.split("\n").findIndex((line) => line.startsWith(start)) + 1;

  it.each([
    ["an unknown theme", nb.replace("mestring,", "mestre,"), lineOf("themes:"), "Temaet «mestre» er ukjent"],
    [
      "a question id twice",
      nb.replace("{#torsdag ", "{#hos-tuva "),
      lineOf("### Køen"),
      "To spørsmål har samme merke",
    ],
    ["a missing part", nb.replace("## Prøv dette", ""), 0, "Delen «Prøv dette» mangler"],
    [
      "raw HTML",
      nb.replace("Tenk på kroppen", "<script>alert(1)</script>"),
      lineOf("Tenk på"),
      "HTML kan ikke brukes",
    ],
    [
      "a picture",
      nb.replace("Tenk på kroppen", "![x](https://ond.example/x.png)"),
      lineOf("Tenk på"),
      "Bilder kan ikke",
    ],
    [
      "a script link",
      nb.replace("Tenk på kroppen", "[x](javascript:alert)"),
      lineOf("Tenk på"),
      "Lenka «javascript:alert»",
    ],
    [
      "a data link",
      nb.replace("Tenk på kroppen", "[x](data:text/html,x)"),
      lineOf("Tenk på"),
      "Lenka «data:text/html,x»",
    ],
    ["a text that is too long", nb.replace("Tenk på kroppen", "å ".repeat(8000)), 1, "Teksten er for lang"],
    ["YAML that is none", nb.replace("sectors: [butikk]", "sectors: [butikk"), 0, "kan ikke leses"],
    [
      "what is not constructed",
      nb.replace("constructed: true", "constructed: false"),
      lineOf("constructed"),
      "konstruerte",
    ],
  ])("%s is refused with file and line, and the text is still there", async (_what, text, line, words) => {
    const page = await upload(cast.kari, [{ name: "mitt eksempel.md", text }]);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain(words);
    if (line > 0) expect(page.body).toContain(`mitt eksempel.md, linje ${line}</dt>`);
    expect(page.body).toContain("Klokka er ti over fire.");
    expect(await house.store.read.select().from(writtenCases)).toEqual([]);
  });

  it.each([
    ["nothing", [], {}, "Velg en fil, eller lim inn teksten."],
    [
      "a language nobody knows",
      [{ name: "a.md", text: nb.replace("language: nb", "language: se") }],
      {},
      "hvilket språk",
    ],
    ["the same language twice", [{ name: "a.md", text: nb }], { tekst: nb }, "på samme språk"],
    ["a picture", [{ name: "a.png", text: Buffer.from([0x89, 0x50, 0xff, 0xfe, 0]) }], {}, "ikke tekst"],
    ["a flood", [{ name: "a.md", text: "x".repeat(200_000) }], {}, "for stor"],
    [
      "a phone number",
      [{ name: "a.md", text: nb.replace("Tenk på kroppen", "Ring 912 34 567") }],
      {},
      "telefonnummer",
    ],
    [
      "languages unlike each other",
      [
        { name: "a.md", text: nb },
        { name: "b.md", text: fileText("tuva", "nn").replace("{#torsdag ", "{#onsdag ") },
      ],
      {},
      "Gjør dem like",
    ],
  ])("%s is refused in words", async (_what, files, fields, words) => {
    const page = await upload(
      cast.kari,
      files as { name: string; text: string }[],
      fields as Record<string, string>,
    );
    expect([page.statusCode, page.body.includes(words)]).toEqual([422, true]);
    expect(await house.store.read.select().from(writtenCases)).toEqual([]);
  });

  it("a draft with a script, a link that runs something, or HTML is harmless where it is shown", async () => {
    const kari = await browserOf(house, cast.kari);
    const form = {
      sprak: "nb",
      tittel: "<script>alert(1)</script>",
      revisjon: "0",
      "del-situation":
        "<img src=x onerror=alert(1)>\n\n[klikk](javascript:alert(1)) [data](data:text/html,<script>) [//ond](//ond.example) <https://ond.example/x> ![b](https://ond.example/b.png)",
    };
    const path = String((await kari.post("/eksempler/utkast/nytt", form)).headers.location);
    for (const page of [path, `${path}/visning/nb`, `${path}/tekst/nb`, "/eksempler/utkast"]) {
      const { body, statusCode } = await kari.get(page);
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/<script>alert|<img|href="(javascript|data|\/\/)|src="https/);
    }
  });

  const hostile = fc.oneof(
    fc.constantFrom(
      ...[
        ">".repeat(3000),
        "- ".repeat(3000),
        "[".repeat(4000),
        "*a".repeat(3000),
        "`".repeat(4001),
        "_".repeat(5000),
      ],
      ...[
        "[x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "&#106;avascript:",
      ],
      ...[
        "<svg/onload=alert(1)>",
        "<!--",
        "<![CDATA[",
        "a\n===\n",
        "| a |\n|:-|\n| b |",
        "![x](//ond.example)",
      ],
      ...[
        '[x](https://ond.example/"onclick="alert(1))',
        '[x](/ok"onmouseover=alert(1))',
        "[x](\\\\ond.example)",
      ],
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );

  it("whatever stands in a part, it becomes text, or a link that runs nothing", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (pieces) => {
        const text = nb.replace("Tenk på kroppen, køen og hvem som ser på.", () => pieces.join("\n\n"));
        const { report } = gatherFaults();
        const html =
          readCaseFile(text, "nb", report)
            ?.questions.map((question) => question.html)
            .join("") ?? "";
        const tags = html.match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<\/?(p|ul|ol|li|em|strong|s|code|pre|blockquote|hr|br|h[1-6])( start="\d+")?>$|^<\/a>$|^<a( href="(https:\/\/|\/(?![/\\]))[^"<>]*" class="aksel-link"( rel="noopener noreferrer")?)?( title="[^"]*")?>$|^<a href="[^"]*"( title="[^"]*")? class="aksel-link"( rel="noopener noreferrer")?>$/,
          );
          expect(tag).not.toMatch(/href="(?!https:\/\/|\/(?![/\\]))/);
        }
      }),
      { numRuns: 300 },
    );
  });

  const yaml = fc.constantFrom(
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    `title: ${"[".repeat(5000)}`,
    "title: !!js/function 'function(){}'",
    "__proto__: {x: 1}",
    "? [a]\n: b",
    "title: |\n  a\n  b",
    "- a\n- b",
    "42",
    "",
    "title: 2020-01-01",
    "title: \u0000",
  );

  it("whatever stands at the top, it is refused and nothing breaks", () => {
    fc.assert(
      fc.property(fc.oneof(yaml, fc.string({ maxLength: 200 })), (top) => {
        const { faults, report } = gatherFaults();
        expect(readCaseFile(`---\n${top}\n---\n## Situasjonen\n`, "nb", report)).toBeNull();
        expect(faults.length).toBeGreaterThan(0);
        expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
        readFields(`---\n${top}\n---\n`, "nb");
      }),
    );
  });
});
