/** Files of people for tests, and a browser that uploads them. */
import { eq } from "drizzle-orm";
import writeXlsxFile from "write-excel-file/node";
import { imports } from "../../server/register/tables.ts";
import { cookieOf, type TestHouse } from "../house.ts";

/** Lines of a file with the usual headings. */
export const csv = (lines: string[], heading = "Navn;E-post;Rolle;Virksomhet;Bransje;Størrelse;Kommune") =>
  Buffer.from([heading, ...lines].join("\r\n"));

/** So many mentors at so many workplaces. */
export const many = (n: number, places: number) =>
  csv(
    Array.from({ length: n }, (_, i) => {
      const place = i % places;
      return `Mentor Nummer${i} Sørås;mentor${i}@firma.example;mentor;Verksted ${place};verksted;liten;Prøvebyen`;
    }),
  );

export async function workbook(rows: (string | number | Date | null)[][]): Promise<Buffer> {
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  const made = (await writeXlsxFile(data as never)) as unknown as { toBuffer(): Promise<Buffer> };
  return made.toBuffer();
}

async function sendForm(house: TestHouse, personId: string, parts: [string, Buffer | string][]) {
  const app = await house.app();
  const boundary = "----test";
  const written = parts.map(([head, body]) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]),
  );
  return app.inject({
    method: "POST",
    url: "/personer/import",
    headers: {
      cookie: await cookieOf(house, personId),
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "sec-fetch-site": "same-origin",
    },
    payload: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
  });
}

/** Sends a file as a browser does. Returns the answer. */
export const upload = (
  house: TestHouse,
  personId: string,
  file: Buffer,
  fields: { nettverk?: string; name?: string } = {},
) =>
  sendForm(house, personId, [
    ['name="nettverk"', fields.nettverk ?? ""],
    [`name="fil"; filename="${fields.name ?? "liste.csv"}"\r\nContent-Type: application/octet-stream`, file],
  ]);

/** Sends what was pasted into the box, with the line ends a browser gives it. Returns the answer. */
export const paste = (house: TestHouse, personId: string, text: string, fields: { nettverk?: string } = {}) =>
  sendForm(house, personId, [
    ['name="nettverk"', fields.nettverk ?? ""],
    ['name="liste"', text.replace(/\r?\n/g, "\r\n")],
  ]);

/** Waits until an import waits for a person, or is over. */
export async function settled(house: TestHouse, id: string) {
  for (let i = 0; i < 600; i++) {
    const [one] = await house.store.read.select().from(imports).where(eq(imports.id, id));
    if (one && !["checking", "moving"].includes(one.state)) return one;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("never settled");
}

/** The import an answer leads to. */
export const idOf = (response: { headers: Record<string, unknown> }) =>
  String(response.headers["location"]).split("/").at(-1) as string;
