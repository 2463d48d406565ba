/** What one copy of the database tells of who answered what: nothing beyond what the page says. */
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { closeDueSurveys, mailOpenSurveys, remindOfSurveys } from "../../server/surveys/due.ts";
import { ballots, pools } from "../../server/surveys/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { everything } from "../house/demo-house.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { rawBytes } from "../raw-files.ts";
import { afterClosing, openedEvaluation, ports, say, surveyRow } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** Each answers in their own way, with words of their own: any join would show. */
const answersOf = (mentors: string[]) =>
  mentors.map((id, i) => ({
    id,
    said: { steps: `${(i % 5) + 1}`.repeat(5), kommentar: `Hemmelegord${i}`, onske: `Ynskje${i}` },
  }));

/** The system columns of the ballot's rows: where they lie, and which transaction wrote them. */
async function placesOf(): Promise<{ place: string; question: string }[]> {
  const place = engine === "sqlite" ? sql<string>`rowid` : sql<string>`xmin::text`;
  const rows = await house.store.read.select({ place, question: ballots.question }).from(ballots);
  return rows.map((row) => ({ ...row, place: String(row.place) }));
}

describe("answering", () => {
  it("changes nothing in the database but the ballot, whose rows change together", async () => {
    const { mentors, surveyId } = await openedEvaluation(house, cast, 6);
    await mailOpenSurveys(house.store, house.mailer, ports, house.now());
    const withoutBallots = async () =>
      (await everything(house))
        .split("\n")
        .filter((line) => !line.includes('"sealed"'))
        .join("\n");
    const before = await withoutBallots();
    for (const { id, said } of answersOf(mentors).slice(0, 4)) await say(house, surveyId, id, said);
    expect(await withoutBallots()).toBe(before);
    const places = await placesOf();
    expect(places).toHaveLength(8);
    if (engine === "postgres") expect(new Set(places.map(({ place }) => place)).size).toBe(1);
    else {
      // written in the order of the form, whoever answered what
      const inOrder = places
        .sort((a, b) => Number(a.place) - Number(b.place))
        .map(({ question }) => question);
      expect(inOrder.join()).toBe("faglig,utveksling,dialog,tid,kunnskap,kommentar,onske,svart");
    }
  });

  it("leaves no words and no list of people in any file, not even in rows that were replaced", async () => {
    const { mentors, surveyId } = await openedEvaluation(house, cast, 6);
    for (const { id, said } of answersOf(mentors).slice(0, 5)) await say(house, surveyId, id, said);
    const bytes = await rawBytes(house.config.databaseUrl);
    expect(bytes.includes(surveyId)).toBe(true);
    for (const { said } of answersOf(mentors)) {
      expect(bytes.includes(said.kommentar)).toBe(false);
      expect(bytes.includes(said.onske)).toBe(false);
    }
    const inList = (id: string) => bytes.includes(`"${id}"`);
    expect(mentors.filter(inList)).toEqual([]);
    expect(bytes.includes("[0,0,0,1")).toBe(false);
  });
});

describe("a closed evaluation", () => {
  it("has no column in which those who answered stand and those who did not do not", async () => {
    const { mentors, surveyId } = await openedEvaluation(house, cast, 8);
    await mailOpenSurveys(house.store, house.mailer, ports, house.now());
    const [answered, silent] = [mentors.slice(0, 4), mentors.slice(4)];
    for (const { id, said } of answersOf(mentors).slice(0, 4)) await say(house, surveyId, id, said);
    house.setNow("2026-11-08T09:00:00Z");
    expect(await remindOfSurveys(house.store, house.mailer, ports, house.now())).toBe(4);
    house.setNow((await afterClosing(house, surveyId)).toString());
    expect(await closeDueSurveys(house.store, house.config.secret, house.now())).toBe(1);

    // The words one is searched by depend on the random names of these people alone.
    const lines = (await everything(house)).split("\n").filter((line) => !line.startsWith('{"word":'));
    const standing = (id: string) => lines.filter((line) => line.includes(id)).length;
    const counts = new Set([...answered, ...silent].map(standing));
    expect(counts.size).toBe(1);
    const all = lines.join("\n");
    expect(all).toContain("Hemmelegord0");
    // the comments and wishes that remain stand in no row with a person
    for (const line of lines.filter((one) => /Hemmelegord|Ynskje/.test(one))) {
      for (const id of mentors) expect(line).not.toContain(id);
    }
  });

  it("hands on who answered sealed, and the half-year forgets them when it is counted", async () => {
    const { mentors, surveyId } = await openedEvaluation(house, cast, 6);
    for (const { id, said } of answersOf(mentors)) await say(house, surveyId, id, said);
    house.setNow((await afterClosing(house, surveyId)).toString());
    await closeDueSurveys(house.store, house.config.secret, house.now());
    const [pool] = await house.store.read.select().from(pools);
    expect(pool).toMatchObject({ halfYear: "2026-2", respondents: null, counts: null });
    for (const id of mentors) expect(JSON.stringify(pool)).not.toContain(id);
    expect((await surveyRow(house, surveyId)).answers).toBe(6);
  });
});
