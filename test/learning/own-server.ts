/** On PostgreSQL, databases whose files begin alike to the byte, each on a server of its own. */
import { openStore } from "../../server/store/store.ts";
import { root, type TestDatabase } from "../house.ts";
import { openPrivatePostgres } from "../private-postgres.ts";

export interface OwnServer {
  /** A migrated database on a server that no one else uses. */
  fresh(): Promise<TestDatabase>;
  remove(): void;
}

/** Nothing happens by the server's own clock; what is written need not outlive the machine. */
const settings = {
  ...{ autovacuum: "off", fsync: "off", full_page_writes: "off", jit: "off" },
  ...{ checkpoint_timeout: "1h", shared_buffers: "32MB" },
};

/** Null where the programs of PostgreSQL are not installed. */
export async function openOwnServer(): Promise<OwnServer | null> {
  const first = await openPrivatePostgres(settings);
  if (!first) return null;
  const store = await openStore({ databaseUrl: first.databaseUrl, migrationsFolder: `${root}migrations` });
  await store.migrate();
  await store.close();
  first.stop();
  return {
    fresh: async () => {
      const { databaseUrl, remove } = await first.twin();
      return { databaseUrl, remove: async () => remove() };
    },
    remove: () => first.remove(),
  };
}
