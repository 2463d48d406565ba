/** Files of people for tests, and a browser that uploads them. */
import writeXlsxFile from "write-excel-file/node";
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

/** Sends a file as a browser does. Returns the answer. */
export async function upload(
  house: TestHouse,
  personId: string,
  file: Buffer,
  fields: { nettverk?: string; name?: string } = {},
) {
  const app = await house.app();
  const boundary = "----test";
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from("\r\n")]);
  const payload = Buffer.concat([
    part('Content-Disposition: form-data; name="nettverk"', fields.nettverk ?? ""),
    part(
      `Content-Disposition: form-data; name="fil"; filename="${fields.name ?? "liste.csv"}"\r\nContent-Type: application/octet-stream`,
      file,
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return app.inject({
    method: "POST",
    url: "/personer/import",
    headers: {
      cookie: await cookieOf(house, personId),
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "sec-fetch-site": "same-origin",
    },
    payload,
  });
}
