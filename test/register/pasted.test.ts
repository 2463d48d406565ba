import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessByCells, underHeadings } from "../../server/register/headings.ts";
import { readList } from "../../server/register/sheet.ts";
import { parsePasted } from "../../server/register/sheet-parse.ts";

const read = (text: string) => {
  const result = parsePasted(text);
  return result.ok ? result.rows : result.reason;
};
const both = [
  ["Åse Ødegård", "aase@firma.example"],
  ["Bo Ærlig Bø", "bo@firma.example"],
];

describe("a pasted list", () => {
  it.each([
    ["cells of a spreadsheet", "Åse Ødegård\taase@firma.example\r\nBo Ærlig Bø\tbo@firma.example\r\n"],
    ["semicolons", "Åse Ødegård; aase@firma.example\nBo Ærlig Bø; bo@firma.example"],
    ["commas", "Åse Ødegård, aase@firma.example\nBo Ærlig Bø, bo@firma.example"],
    ["spaces", "Åse Ødegård aase@firma.example\n  Bo Ærlig Bø  bo@firma.example  "],
    ["brackets on lines", "Åse Ødegård <aase@firma.example>\n\n\nBo Ærlig Bø <bo@firma.example>,\n"],
    ["the line of a mail", "Til: Åse Ødegård <aase@firma.example>; Bo Ærlig Bø <mailto:bo@firma.example>"],
    ["another line of a mail", '"Ødegård, Åse" <aase@firma.example>, Bo Ærlig Bø <bo@firma.example>'],
    ["surname first", "Ødegård, Åse <aase@firma.example>; 'Bo Ærlig Bø' <bo@firma.example>;"],
    ["round brackets", "Åse Ødegård (aase@firma.example)\nBo Ærlig Bø (bo@firma.example)"],
    ["line ends of an old Macintosh", "Åse Ødegård;aase@firma.example\rBo Ærlig Bø;bo@firma.example"],
  ])("as %s is read alike", (_, text) => {
    expect(read(text)).toEqual(both);
  });

  it("of bare addresses keeps each, also between people with names", () => {
    expect(read("a@firma.example; b@firma.example,")).toEqual([["a@firma.example"], ["b@firma.example"]]);
    expect(read("a@firma.example; Bo Bø <b@firma.example>; c@firma.example")).toEqual([
      ["a@firma.example"],
      ["Bo Bø", "b@firma.example"],
      ["c@firma.example"],
    ]);
  });

  it("leaves out nobody it does not understand, and numbers lines as they stand, people in a row as they come", () => {
    expect(parsePasted("Mentorer i vår\n\nÅse Ødegård <aase@firma.example>\nBo uten adresse")).toMatchObject({
      rows: [["Mentorer i vår"], ["Åse Ødegård", "aase@firma.example"], ["Bo uten adresse"]],
      lines: [1, 3, 4],
    });
    expect(parsePasted("Å <a@x.example>; Bo; D <d@x.example>\nC <c@x.example>")).toMatchObject({
      rows: [["Å", "a@x.example"], ["Bo"], ["D", "d@x.example"], ["C", "c@x.example"]],
      lines: [1, 2, 3, 4],
    });
  });

  it("keeps line breaks and quotation marks inside a spreadsheet's cell, and a mark nobody closes", () => {
    expect(read('Navn\tSted\n"Bo ""Bo""\nBø"\tTromsø\n')).toEqual([
      ["Navn", "Sted"],
      ['Bo "Bo" Bø', "Tromsø"],
    ]);
    expect(read('"Bo Bø; bo@firma.example\nÅse; aase@firma.example')).toEqual([
      ['"Bo Bø', "bo@firma.example"],
      ["Åse", "aase@firma.example"],
    ]);
  });

  it("with nothing in it is empty", () => {
    expect([read(""), read(" \r\n\t\n")]).toEqual(["empty", "empty"]);
  });

  it("whatever it is gives every address back, and a number to each row of its own", () => {
    const word = fc.stringMatching(/^[a-zæøåA-ZÆØÅ]{1,8}$/);
    const entry = fc
      .tuple(word, word, fc.integer())
      .map(([a, b, n]) => ({ name: `${a} ${b}`, to: `${a}${n}@x.example` }));
    const written = fc.constantFrom(
      (e: { name: string; to: string }) => `${e.name} <${e.to}>`,
      (e: { name: string; to: string }) => `${e.name}; ${e.to}`,
      (e: { name: string; to: string }) => `${e.name}, ${e.to}`,
      (e: { name: string; to: string }) => e.to,
      (e: { name: string; to: string }) => `${e.name}\t${e.to}`,
    );
    const mark = fc.constantFrom("\n", "\r\n", "; ", ", ", "\n\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, written, mark), { minLength: 1, maxLength: 12 }), (all) => {
        const result = parsePasted(all.map(([one, write, end]) => write(one) + end).join(""));
        if (!result.ok) throw new Error(result.reason);
        const text = result.rows.flat().join(" ");
        expect(all.filter(([one]) => !text.includes(one.to))).toEqual([]);
        expect(new Set(result.lines).size).toBe(result.lines.length);
      }),
    );
  });

  it("of five thousand lines is read in the thread of its own", async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, i) => `Mentor Nummer${i} Sørås\tmentor${i}@firma.example`,
    );
    const result = await readList(lines.join("\r\n"));
    expect(result.ok && [result.rows.length, result.rows[4_999], result.lines[4_999]]).toEqual([
      5_000,
      ["Mentor Nummer4999 Sørås", "mentor4999@firma.example"],
      5_000,
    ]);
  });
});

describe("what its columns hold", () => {
  it("is told by headings in any of the languages, where there are any", () => {
    const sheet = {
      rows: [
        ["E-post", "Namn"],
        ["a@x.example", "Å"],
      ],
      lines: [1, 2],
    };
    expect(underHeadings(sheet)).toEqual({ sheet, columns: ["email", "name"] });
    expect(underHeadings({ rows: [["Navn", "E-post"]], lines: [1] })).toBeNull();
  });

  it("is seen by what stands in them, where there are none; headings are empty then", () => {
    const sheet = { rows: [["a@x.example", "Åse Å", "99 88 77 66", "mentor"]], lines: [4] };
    expect(underHeadings(sheet)).toEqual({
      sheet: { rows: [["", "", "", ""], ...sheet.rows], lines: [0, 4] },
      columns: ["email", "name", "phone", "roles"],
    });
    expect(
      guessByCells([
        ["Åse", "Å", "a@x.example"],
        ["Bo", "Bø-Berg", "b@x.example"],
      ]),
    ).toEqual(["firstName", "lastName", "email"]);
    expect(guessByCells([["Åse Å", "a@x.example", "Å Bakeri"], ["Bo"]])).toEqual(["name", "email", ""]);
  });
});
