/**
 * An attack on anonymity by comparing (learning-loop.md section 2, issue "the double loop"): a year of a
 * network is lived in worlds that differ only in which mentor said what. If everything a leader sees, and
 * every byte that lies in the files of the database, is the same in two of them, but for what is sealed, no
 * differencing, joining, ordering or timing tells them apart: no attack can do better than guessing. With six
 * mentors and with fifteen. `raw-traces` and `seal-anew` look at what a visit just before would tell.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engine } from "../../server/store/engine.ts";
import { type Files, unlikePages } from "../raw-files.ts";
import { type OwnServer, openOwnServer } from "./own-server.ts";
import { differences } from "./seen.ts";
import { anonymousText, live, moments, type Plot, type World } from "./worlds.ts";

const of6: Plot = {
  mentors: 6,
  naming: "anonymous",
  speaker: 0,
  speaksAt: "2027-02-02T10:12:00Z",
  answers: [
    [0, 4],
    [1, 0],
    [2, 3],
    [3, 3],
    [4, 2],
  ],
  votes: [
    [0, "ja"],
    [1, "nei"],
    [2, "ja"],
    [3, "delvis"],
  ],
  copiedAt: moments,
};
/** So many that the counts of votes are shown, and nothing is told as “de fleste”. */
const of15: Plot = {
  ...of6,
  mentors: 15,
  answers: [...of6.answers, [5, 1], [7, 4], [9, 0], [10, 2], [12, 3], [14, 1]],
  votes: [...of6.votes, [4, "ja"], [6, "ja"], [8, "nei"], [10, "ikke-meg"], [13, "delvis"]],
  copiedAt: ["on the Monday it is opened", "while the evaluation is open", "when all of it is over"],
};
/** So few in each half-year that the leader sees the whole year instead. */
const thin: Plot = {
  ...of6,
  answers: of6.answers.slice(0, 4),
  copiedAt: ["when the first half-year is counted", "when all of it is over"],
};

const swapped = (mentor: number) => (mentor === 0 ? 1 : mentor === 1 ? 0 : mentor);
const swap = <T>(rows: readonly (readonly [number, T])[]) =>
  rows.map(([mentor, said]) => [swapped(mentor), said] as [number, T]);
/** Two exchange what they say; who votes after whom stays: on PostgreSQL a person's row keeps when somebody last wrote of them. */
const exchange = <T>(rows: readonly (readonly [number, T])[]) =>
  rows.map(([mentor], i) => [mentor, rows[swapped(i)]?.[1]] as [number, T]);
const otherWayRound = ({ answers, votes }: Plot) => ({
  answers: swap([...answers].reverse()),
  votes: exchange(votes),
});

/** The worlds an attacker wants to tell from the ones above. */
const others: [string, Plot, Partial<Plot>][] = [
  [
    "another mentor of six gave the anonymous pieces, on another day",
    of6,
    { speaker: 4, speaksAt: "2027-02-04T19:47:00Z" },
  ],
  [
    "two of six answered and voted the other way round, and all answered in another order",
    of6,
    otherWayRound(of6),
  ],
  ["two of four in a thin network answered the other way round", thin, { answers: swap(thin.answers) }],
  [
    "another mentor of fifteen gave the anonymous pieces, two answered and voted the other way round",
    of15,
    { speaker: 11, ...otherWayRound(of15) },
  ],
];

let server: OwnServer | null = null;
beforeAll(async () => {
  if (engine === "postgres") server = await openOwnServer();
});
afterAll(() => server?.remove());

/** Each world is lived once: the tests only look. */
const worlds = new Map<string, Promise<World>>();
function lived(plot: Plot): Promise<World> {
  const key = JSON.stringify(plot);
  const world =
    worlds.get(key) ?? (server?.fresh() ?? Promise.resolve(undefined)).then((at) => live(plot, at));
  worlds.set(key, world);
  return world;
}

/** Each of seven worlds is a year of work. */
const patience = { timeout: 240_000 };

describe("whoever leads", patience, () => {
  it.each([
    ["six", of6, ["5 ulike personer", "Den årlige undersøkelsen"]],
    ["a thin six", thin, ["5 ulike personer", "Hele 2027"]],
    ["fifteen", of15, ["11 ulike personer", "Den årlige undersøkelsen"]],
  ])(
    "sees what was said, and the sums, of %s: the attack looks where there is something to find",
    async (_, plot, sums) => {
      const seen = (await lived(plot)).seen.join("\n");
      for (const words of [anonymousText, "Første halvår 2027", "Andre halvår 2027", ...sums])
        expect(seen).toContain(words);
    },
  );

  it.each(others)("sees the same, to the byte and the order, when %s", async (_, plot, changes) => {
    const [one, other] = [await lived(plot), await lived({ ...plot, ...changes })];
    expect(one.seen.length).toBeGreaterThan(20);
    expect(differences(one.seen, other.seen)).toEqual([]);
  });
});

describe("whoever holds one copy of the database", patience, () => {
  it("finds the author of what was given in confidence: the attack can succeed", async (context) => {
    if (engine === "postgres" && !server)
      return context.skip("the programs of PostgreSQL are not installed here");
    const moment = "on the Monday it is opened";
    const confidential: Plot = { ...of6, naming: "confidential", copiedAt: [moment], isOverThen: true };
    const [one, other] = [await lived(confidential), await lived({ ...confidential, speaker: 1 })];
    const unlike = unlikePages(one.copies[moment] as Files, other.copies[moment] as Files);
    expect(unlike.join("\n")).toMatch(
      engine === "postgres" ? /^feedback_authors, page 0/ : /^database, page/,
    );
  });

  it.each(others)("finds the same in the same places, to the byte, when %s", async (_, plot, changes) => {
    const [one, other] = [await lived(plot), await lived({ ...plot, ...changes })];
    expect(Object.keys(one.copies)).toEqual(plot.copiedAt);
    const unlike = plot.copiedAt.map((moment) => ({
      moment,
      pages: unlikePages(one.copies[moment] as Files, other.copies[moment] as Files),
    }));
    expect(unlike.filter(({ pages }) => pages.length > 0)).toEqual([]);
  });
});
