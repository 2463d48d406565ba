import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readList } from "../../server/register/sheet.ts";
import { decode, delimiterOf, limits, parseSheet } from "../../server/register/sheet-parse.ts";
import { csvLine, csvStart } from "../../server/web/csv.ts";
import { workbook } from "./files.ts";

const text = "Navn;Sted\r\nÅse Ødegård;Tromsø\r\n";
const rows = [
  ["Navn", "Sted"],
  ["Åse Ødegård", "Tromsø"],
];
const read = async (bytes: Uint8Array) => {
  const result = await parseSheet(bytes);
  return result.ok ? result.rows : result.reason;
};

describe("a CSV file", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
    ["commas", Buffer.from(text.replaceAll(";", ","))],
    ["tabs", Buffer.from(text.replaceAll(";", "\t"))],
    ["a first line that says how it is divided", Buffer.from(`sep=;\r\n${text}`)],
    ["line feeds only and empty lines", Buffer.from(text.replaceAll("\r\n", "\n\n"))],
  ])("in %s is read alike", async (_, bytes) => {
    expect(await read(bytes)).toEqual(rows);
  });

  it("keeps quotes, dividers and line breaks inside a cell, and the number of the line", async () => {
    const result = await parseSheet(Buffer.from('Navn;Sted\n"Åse ""Å"" Ø";"her;\nog der"\n\nBo;Bø\n'));
    expect(result).toEqual({
      ok: true,
      rows: [
        ["Navn", "Sted"],
        ['Åse "Å" Ø', "her; og der"],
        ["Bo", "Bø"],
      ],
      lines: [1, 3, 5],
    });
  });

  it("is not divided by what stands in quotes", () => {
    expect(delimiterOf('"a,b,c";d;e\n')).toBe(";");
    expect(decode(Buffer.from([0x80]))).toBe("€");
  });

  it("that we wrote is read as it was, formulas and all", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { minLength: 2, maxLength: 5 }),
        async (cells) => {
          const clean = cells.map((cell) => cell.normalize("NFC").replace(/\s+/g, " ").trim());
          fc.pre(clean.some(Boolean) && !clean.some((cell) => cell.startsWith("'")));
          const file = csvStart + csvLine(clean.map((_, i) => `felt ${i}`)) + csvLine(clean);
          const result = await parseSheet(Buffer.from(file));
          expect(result.ok && result.rows[1]).toEqual(clean);
          expect(
            csvLine(clean)
              .split(";")
              .some((cell) => /^"?[=+\-@|%]/.test(cell)),
          ).toBe(false);
        },
      ),
    );
  });
});

describe("a file that is none", () => {
  it("is refused in words and never throws", async () => {
    expect(await read(Buffer.from(""))).toBe("empty");
    expect(await read(Buffer.from("Navn;Sted\n"))).toBe("empty");
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe("not-readable");
    expect(await read(Buffer.from("PK\u0003\u0004 tull"))).toBe("too-big");
    expect(await read(Buffer.alloc(limits.bytes + 1))).toBe("too-big");
    expect(await read(Buffer.from(`Navn\n${"a\n".repeat(limits.rows + 1)}`))).toBe("too-many-rows");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await parseSheet(bytes);
      }),
    );
  });

  it("cuts huge cells and drops what nobody means to write", async () => {
    const result = await parseSheet(Buffer.from(`Navn;A\n${"x".repeat(50_000)};a\u0000\u202eb\n`));
    expect(result.ok && result.rows[1]?.map((cell) => cell.length)).toEqual([limits.cell, 2]);
  });
});

/** A zip with one part, which says it is so big, and is not. */
function zip(name: string, content: Buffer, saidSize: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(saidSize, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe("a workbook", () => {
  it("is read in a thread of its own", async () => {
    const file = await workbook([
      ["Navn", "Antall", "Dag"],
      ["Åse", 12, null],
    ]);
    expect(await readList(file)).toEqual({
      ok: true,
      rows: [
        ["Navn", "Antall", "Dag"],
        ["Åse", "12", ""],
      ],
      lines: [1, 2],
    });
  });

  it("that unpacks to too much is refused, whatever it says of itself", async () => {
    const bomb = Buffer.alloc(limits.unpacked + 1);
    expect(await read(zip("xl/worksheets/sheet1.xml", bomb, bomb.length))).toBe("too-big");
    expect(await read(zip("xl/worksheets/sheet1.xml", bomb, 1000))).toBe("too-big");
  });

  it("with one cell at the far end of the sheet takes neither memory nor time of ours", async () => {
    const sheet = `<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`;
    const result = await readList(zip("xl/worksheets/sheet1.xml", Buffer.from(sheet), sheet.length));
    expect(result.ok).toBe(false);
  });
});
