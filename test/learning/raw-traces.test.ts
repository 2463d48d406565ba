/** What lies in the files of a database between the living rows, once what is sealed was sealed anew. */
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { chooseStricterNaming } from "../../server/learning/feedback.ts";
import { sealAnew } from "../../server/learning/seal-anew.ts";
import { engine } from "../../server/store/engine.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { rawFiles } from "../raw-files.ts";
import { openedEvaluation, say } from "../surveys/party.ts";
import { give } from "./loop.ts";
import { aYear } from "./year.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** Six give something anonymous, and answer; each time in which transaction is noted. */
async function writersOfSealed(cast: Cast): Promise<Set<number>> {
  const { mentors, surveyId } = await openedEvaluation(house, cast, 6);
  const client = new pg.Client({ connectionString: house.config.databaseUrl });
  await client.connect();
  const writers = new Set<number>();
  const note = async () => {
    const { rows } = await client.query(
      `select xmin::text as writer from sealed_feedback
       union select xmin::text from ballots where sealed is not null`,
    );
    for (const { writer } of rows) writers.add(Number(writer));
  };
  for (const [i, byId] of mentors.entries()) {
    await give(house, cast, { byId, naming: "anonymous" });
    await note();
    await say(house, surveyId, byId, { steps: `${(i % 5) + 1}`.repeat(5), kommentar: `Ord ${i}` });
    await note();
  }
  await client.end();
  return writers;
}

/** Where a row, living or dead, of a table with sealed rows begins with one of these as who wrote or ended it. */
async function foundIn(writers: ReadonlySet<number>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, bytes] of await rawFiles(house.config.databaseUrl)) {
    if (!/^(sealed_feedback|ballots|pools)($|'s)/.test(name)) continue;
    for (let at = 0; at < bytes.length; at += 8)
      for (const place of [at, at + 4])
        if (writers.has(bytes.readUInt32LE(place))) found.push(`${name} at ${place}`);
  }
  return found;
}

/**
 * As the clock does it, time after time. PostgreSQL keeps dead rows while anybody looks, even somebody who is only
 * just connecting to another database of the same server, as other tests do all the time: the next time they go.
 */
async function sealedAnewUntil(isClean: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await sealAnew(house.store, house.now());
    if (await isClean()) return;
  }
}

it.runIf(engine === "postgres")(
  "PostgreSQL: no transaction that sealed something stands in any file, not between rows nor beside long words",
  async () => {
    const writers = await writersOfSealed(await addCast(house.store));
    expect(writers.size).toBe(12);
    expect(await foundIn(writers)).not.toEqual([]); // one finds them where they are
    await sealedAnewUntil(async () => (await foundIn(writers)).length === 0);
    expect(await foundIn(writers)).toEqual([]);
  },
);

/**
 * Whether an id is followed by a person's, as in an index or a row, with a length between them at most. (Mails
 * to all who may vote have both, with a mark between.)
 */
async function areJoined(id: string, personId: string): Promise<boolean> {
  const files = [...(await rawFiles(house.config.databaseUrl)).values()];
  const pair = new RegExp(`${id}[^.:]{0,2}${personId}`);
  return files.some((bytes) => pair.test(bytes.toString("latin1")));
}

it("nobody who became anonymous is left beside what they gave, and no voter beside a round that is counted", async () => {
  const year = await aYear(house);
  const { itemId, feedbackId } = await year.presented();
  const byId = year.cast.ola;
  await year.vote(itemId, byId, "yes");
  const roundId = (await year.loop(itemId)).rounds[0]?.id as string;
  expect([await areJoined(feedbackId, byId), await areJoined(roundId, byId)]).toEqual([true, true]);
  await house.store.write((tx) => chooseStricterNaming(tx, { feedbackId, byId, naming: "anonymous" }));
  await year.tick("2027-01-11T08:00:00Z");
  const joined = async () => [await areJoined(feedbackId, byId), await areJoined(roundId, byId)];
  await sealedAnewUntil(async () => !(await joined()).includes(true));
  expect(await joined()).toEqual([false, false]);
});
