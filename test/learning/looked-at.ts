/** What an attacker has to look at: all a leader can open or is mailed, and one copy of the database. */
import { asc, eq } from "drizzle-orm";
import { outbox } from "../../server/mail/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { browserOf } from "../house.ts";
import { type Files, rawFiles } from "../raw-files.ts";
import type { World } from "./worlds.ts";

const link = /<a [^>]*href="(\/[^"#]*)/g;

/** Written beforehand for everyone, or of years in which nobody lived. */
const isElsewhere = (path: string) =>
  /^\/(assets|dev|internal|veiledning|eksempler)\/|\?ar=(?!202[678])/.test(path);

/** Everything one person can open, page by page in the order met, and every mail they got. */
export async function viewOf({ house }: World, personId: string): Promise<string[]> {
  const browser = await browserOf(house, personId);
  const seen = new Map<string, string>();
  const waiting = ["/"];
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    if (seen.has(path) || isElsewhere(path)) continue;
    const { body, headers, statusCode } = await browser.get(path);
    seen.set(path, `${path} ${statusCode} ${headers["content-length"]}\n${body}`);
    for (const [, href] of body.matchAll(link)) waiting.push((href as string).replaceAll("&amp;", "&"));
  }
  const mails = await house.store.read
    .select({ subject: outbox.subject, text: outbox.textBody, at: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.personId, personId))
    .orderBy(asc(outbox.createdAt), asc(outbox.subject));
  return [...seen.values(), ...mails.map(({ subject, text, at }) => `${at} ${subject}\n${text}`)];
}

/** A copy of the database as it lies on the disk. SQLite's journal is written into its file first, as by the clock. */
export async function copyOf({ house }: World): Promise<Files> {
  if (engine === "sqlite") await house.store.tidy();
  const files = await rawFiles(house.config.databaseUrl);
  return new Map([...files].filter(([name]) => name !== "database-wal"));
}
