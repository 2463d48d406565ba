/** Reads of what people try: one's own, and what was shared with the network. */
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, max, ne, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { networks } from "../networks/tables.ts";
import { persons } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import type { Gathering } from "./queries.ts";
import { gatherings, tries } from "./tables.ts";

export interface TryKey {
  notedOn: string;
  id: string;
}

const ownQuery = (read: Reader) =>
  read
    .select({
      id: tries.id,
      words: tries.words,
      isShared: tries.isShared,
      notedOn: tries.notedOn,
      networkName: networks.name,
    })
    .from(tries)
    .innerJoin(networks, eq(networks.id, tries.networkId))
    .where(
      and(
        eq(tries.personId, sql.placeholder("personId")),
        afterKey("desc", tries.notedOn, tries.id, {
          value: sql.placeholder("notedOn"),
          id: sql.placeholder("id"),
        }),
      ),
    )
    .orderBy(desc(tries.notedOn), desc(tries.id))
    .limit(sql.placeholder("size"));

/** Newer than any. */
const first: TryKey = { notedOn: "9999-12-31", id: "~" };

/** One's own notes, newest first, a page at a time. */
export async function ownTries(
  read: Reader,
  { personId, after, size }: { personId: string; after: TryKey | null; size: number },
) {
  return prepared({ read }, "tries-own", ownQuery, { personId, size, ...(after ?? first) });
}

/** One's own note; null for anyone else's. */
export async function ownTry(read: Reader, personId: string, id: string) {
  const [row] = await read
    .select()
    .from(tries)
    .where(and(eq(tries.id, id), eq(tries.personId, personId)));
  return row ?? null;
}

const mostShown = 50;
/** When there was no gathering before: this many days back. */
const daysBeforeFirst = 90;

const sharedQuery = (read: Reader) => {
  const before = read
    .select({ localDate: max(gatherings.localDate) })
    .from(gatherings)
    .where(
      and(
        eq(gatherings.networkId, sql.placeholder("networkId")),
        lt(gatherings.startsAt, sql.placeholder("startsAt")),
        eq(gatherings.audience, "everyone"),
        isNotNull(gatherings.openedAt),
        isNull(gatherings.cancelledAt),
      ),
    );
  return read
    .select({ name: persons.name, words: tries.words })
    .from(tries)
    .innerJoin(persons, eq(persons.id, tries.personId))
    .where(
      and(
        eq(tries.networkId, sql.placeholder("networkId")),
        eq(tries.isShared, true),
        gte(tries.notedOn, sql`coalesce((${before}), ${sql.placeholder("first")})`),
        lt(tries.notedOn, sql.placeholder("localDate")),
        ne(persons.status, "left"),
      ),
    )
    .orderBy(asc(tries.notedOn), asc(tries.id))
    .limit(mostShown);
};

/**
 * What was shared with the network between the gathering before and this one. A note made on the day of
 * a gathering is for the next one.
 */
export async function sharedTriesFor(
  read: Reader,
  { networkId, localDate, startsAt }: Pick<Gathering, "networkId" | "localDate" | "startsAt">,
): Promise<{ name: string; words: string }[]> {
  const first = Temporal.PlainDate.from(localDate).subtract({ days: daysBeforeFirst }).toString();
  return prepared({ read }, "tries-shared", sharedQuery, { networkId, localDate, startsAt, first });
}
