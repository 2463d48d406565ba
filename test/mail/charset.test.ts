import { expect, it } from "vitest";
import { decodeText } from "../../server/mail/charset.ts";

const western = new Uint8Array([0x80, 0x20, 0x93, 0xe6, 0xf8, 0xe5, 0x94, 0x20, 0x96, 0x85]);

it("Windows-1252 is read as Windows-1252, by whichever name it goes", () => {
  for (const name of [
    "windows-1252",
    "Windows-1252",
    "cp1252",
    "iso-8859-1",
    "latin1",
    null,
    "us-ascii",
    "x-tull",
  ])
    expect(decodeText(western, name)).toBe("€ “æøå” –…");
});

it("what is UTF-8 stays so, with a wrong label or none, and other sets are as before", () => {
  const bytes = new TextEncoder().encode("blåbær – 100 €");
  for (const name of [null, "utf-8", "us-ascii", "x-tull"])
    expect(decodeText(bytes, name)).toBe("blåbær – 100 €");
  expect(decodeText(new Uint8Array([0xa4]), "iso-8859-15")).toBe("€");
});
