/**
 * The way into an empty instance: `npm run -s people:administrator -- "Navn Navnesen" navn@nav.example`
 * registers an administrator, who signs in by mail like everybody else.
 */
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readConfig } from "../config.ts";
import { openStore } from "../store/store.ts";
import { addPerson, addRole } from "./person.ts";

const [name, email] = process.argv.slice(2);
if (!name || !email?.includes("@")) {
  console.error('Usage: npm run -s people:administrator -- "Name" address@example.no');
  process.exit(1);
}
const config = readConfig(process.env);
const store = await openStore({
  databaseUrl: config.databaseUrl,
  migrationsFolder: join(config.root, "migrations"),
});
await store.migrate();
const now = Temporal.Now.instant();
await store.write(async (tx) => {
  const added = await addPerson(tx, { name, email, language: "nb", roles: ["administrator"] }, now);
  await addRole(tx, added.id, "administrator");
});
await store.close();
console.log("The administrator is registered and can sign in.");
