/**
 * The way into an empty instance, and into one whose mail or sign-in is down:
 * `npm run -s people:administrator -- "Navn Navnesen" navn@nav.example` registers an administrator, who
 * signs in like everybody else; with `--link` it also prints a link that opens once, within twenty
 * minutes, and notes in the log of access that it did.
 */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "../config.ts";
import { openStore } from "../store/store.ts";
import { audit } from "./audit.ts";
import { addPerson, addRole } from "./person.ts";
import { linkMinutes, makeLink } from "./sign-in.ts";

const args = process.argv.slice(2);
const wantsLink = args.includes("--link");
const [name, email] = args.filter((arg) => arg !== "--link");
if (!name || !email?.includes("@")) {
  console.error('Usage: npm run -s people:administrator -- "Name" address@example.no [--link]');
  process.exit(1);
}
const config = readConfig(process.env);
const store = await openStore({
  databaseUrl: config.databaseUrl,
  migrationsFolder: join(config.root, "migrations"),
});
await store.migrate();
const now = Temporal.Now.instant();
const token = await store.write(async (tx) => {
  const added = await addPerson(tx, { name, email, language: "nb", roles: ["administrator"] }, now);
  const by = { byId: null, personIds: [added.id] };
  if (!added.ok) await audit(tx, { ...by, event: "role-changed" }, now);
  await addRole(tx, added.id, "administrator");
  if (!wantsLink) return null;
  await audit(tx, { ...by, event: "link-printed" }, now);
  return makeLink(tx, added.id, now);
});
await store.close();
console.log("The administrator is registered and can sign in.");
if (token) {
  console.log(`This link opens once, within ${linkMinutes} minutes:\n${config.baseUrl}/logg-inn/${token}`);
}
