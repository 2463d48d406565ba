/** A large network, written in bulk: many people, many gatherings that took place, and attendance. */
import { Temporal } from "temporal-polyfill";
import { attendance, gatherings } from "../../server/gatherings/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { instantOf } from "../../server/web/dates.ts";
import type { Cast } from "../cast.ts";
import type { TestHouse } from "../house.ts";

const batch = 200;

/** Adds `n` mentors named `Åse 00001` and on, members from long ago. Returns their ids, by name. */
export async function addMany(house: TestHouse, cast: Cast, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, newId);
  await house.store.write(async (tx) => {
    for (let from = 0; from < n; from += batch) {
      const some = ids.slice(from, from + batch);
      await tx.insert(persons).values(
        some.map((id, i) => {
          const name = `Åse ${String(from + i + 1).padStart(5, "0")}`;
          const email = `m${from + i + 1}@stor.example`;
          const created = Temporal.Instant.from("2020-01-01T00:00:00Z");
          return { id, name, sortKey: sortKey(name), email, emailKey: email, createdAt: created };
        }),
      );
      await tx.insert(memberships).values(
        some.map((personId) => ({
          networkId: cast.network,
          personId,
          role: "mentor" as const,
          since: "2020-01-01",
        })),
      );
    }
  });
  return ids;
}

/** Adds `n` gatherings that took place, one a day up to yesterday, each with the given people present. */
export async function addHeld(house: TestHouse, cast: Cast, n: number, present: string[]): Promise<string[]> {
  const ids = Array.from({ length: n }, newId);
  const today = house.now().toZonedDateTimeISO("Europe/Oslo").toPlainDate();
  await house.store.write(async (tx) => {
    for (let from = 0; from < n; from += batch) {
      const rows = ids.slice(from, from + batch).map((id, i) => {
        const localDate = today.subtract({ days: n - from - i }).toString();
        return {
          ...{ id, networkId: cast.network, title: `Samling ${from + i + 1}`, localDate, place: "Rommet" },
          ...{ startTime: "13:00", endTime: "15:00" },
          startsAt: instantOf(localDate, "13:00"),
          endsAt: instantOf(localDate, "15:00"),
          createdById: cast.kari,
          createdAt: house.now(),
          openedAt: house.now(),
        };
      });
      await tx.insert(gatherings).values(rows);
      const came = rows.flatMap(({ id: gatheringId }) =>
        present.map((personId) => ({
          ...{ gatheringId, personId, status: "present" as const },
          ...{ recordedById: cast.kari, recordedAt: house.now() },
        })),
      );
      for (let at = 0; at < came.length; at += 1000) {
        await tx.insert(attendance).values(came.slice(at, at + 1000));
      }
    }
  });
  return ids;
}
