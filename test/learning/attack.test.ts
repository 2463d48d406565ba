/**
 * An attack on anonymity by comparing (learning-loop.md section 2, issue "the double loop"): two years of a
 * network are lived that differ only in which mentor said what. If everything a leader, or whoever holds one
 * copy of the database, can see is the same in both, no differencing, joining, ordering or timing tells them
 * apart: no attack can do better than guessing. With six mentors and with fifteen.
 */
import { afterAll, describe, expect, it } from "vitest";
import { viewOf } from "./looked-at.ts";
import { differences } from "./seen.ts";
import { anonymousText, fixChance, live, moments, type Plot, type World } from "./worlds.ts";

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

/** Each world is lived once: the tests only look. */
const worlds = new Map<string, Promise<World>>();
afterAll(async () => {
  for (const world of worlds.values()) await (await world).house.close();
});

function lived(plot: Plot): Promise<World> {
  const key = JSON.stringify(plot);
  const world = worlds.get(key) ?? live(plot, 7);
  worlds.set(key, world);
  return world;
}

/** What both kinds of leader see, each page with its address, bytes and order. */
const views = new Map<World, Promise<string[]>>();
function leadersSee(world: World): Promise<string[]> {
  const view = views.get(world) ?? lookAround(world);
  views.set(world, view);
  return view;
}

async function lookAround(world: World): Promise<string[]> {
  const stop = fixChance(8);
  try {
    return [...(await viewOf(world, world.cast.leif)), ...(await viewOf(world, world.cast.randi))];
  } finally {
    stop();
  }
}

/** So few in each half-year that the leader sees the whole year instead. */
const thin: Plot = {
  ...of6,
  answers: of6.answers.slice(0, 4),
  copiedAt: ["when the first half-year is counted", "when all of it is over"],
};

const swap = <T>(rows: readonly (readonly [number, T])[]) =>
  rows.map(([mentor, said]) => [mentor === 0 ? 1 : mentor === 1 ? 0 : mentor, said] as [number, T]);

/** The worlds an attacker wants to tell from the one above. */
const others: [string, Plot, Partial<Plot>][] = [
  ["another mentor of six gave the anonymous pieces", of6, { speaker: 1 }],
  [
    "they were given on another day, by another of six",
    of6,
    { speaker: 4, speaksAt: "2027-02-04T19:47:00Z" },
  ],
  ["two of six answered evaluations and survey the other way round", of6, { answers: swap(of6.answers) }],
  ["the six answered in another order", of6, { answers: [...of6.answers].reverse() }],
  ["two of six voted the other way round", of6, { votes: swap(of6.votes) }],
  ["two of four in a thin network answered the other way round", thin, { answers: swap(thin.answers) }],
  ["another mentor of fifteen gave the anonymous pieces", of15, { speaker: 11 }],
  [
    "two of fifteen answered and voted the other way round, and in another order",
    of15,
    { answers: swap([...of15.answers].reverse()), votes: swap(of15.votes) },
  ],
];

/**
 * Random ids and what is sealed say nothing; where chance is drawn in another order they differ. A
 * mentor's id stays who it is.
 */
function withoutChance(world: World, text: string): string {
  const known = new Map(world.mentors.map((id, i) => [id, `mentor-${i}`]));
  return text
    .replace(/[a-z2-7]{26}/g, (id) => known.get(id) ?? "#")
    .replace(/[A-Za-z0-9+/_-]{200,}={0,2}/g, "~")
    .replace(/[0-9a-f]{64}/g, "~");
}

/** Each of twelve worlds is a year of work. */
const patience = { timeout: 240_000 };

describe("whoever leads", patience, () => {
  it.each([
    ["six", of6, ["5 ulike personer", "Den årlige undersøkelsen"]],
    ["a thin six", thin, ["5 ulike personer", "Hele 2027"]],
    ["fifteen", of15, ["11 ulike personer", "Den årlige undersøkelsen"]],
  ])(
    "sees what was said, and the sums, of %s: the attack looks where there is something to find",
    async (_, plot, sums) => {
      const seen = (await leadersSee(await lived(plot))).join("\n");
      for (const words of [anonymousText, "Første halvår 2027", "Andre halvår 2027", ...sums])
        expect(seen).toContain(words);
    },
  );

  it.each(others)("sees the same, to the byte and the order, when %s", async (_, plot, changes) => {
    const pages = async (world: World) => (await leadersSee(world)).map((page) => withoutChance(world, page));
    const [one, other] = [await pages(await lived(plot)), await pages(await lived({ ...plot, ...changes }))];
    expect(differences(one, other)).toEqual([]);
  });
});

/** Copies as an attacker would line them up: who is who is known, chance is not. */
function lineUp(world: World): Record<string, string[]> {
  const copies = Object.entries(world.copies).flatMap(([moment, copy]) =>
    Object.entries(copy).map(([table, rows]) => [
      `${table} ${moment}`,
      rows.map((row) => withoutChance(world, row)),
    ]),
  );
  return Object.fromEntries(copies);
}

describe("whoever holds one copy of the database", patience, () => {
  it("finds the author of what was given in confidence: the attack can succeed", async () => {
    const confidential: Plot = { ...of6, naming: "confidential", copiedAt: ["when all of it is over"] };
    const first = lineUp(await lived(confidential));
    const second = lineUp(await lived({ ...confidential, speaker: 1 }));
    expect(first["feedback_authors when all of it is over"]?.join()).toContain("mentor-0");
    expect(second["feedback_authors when all of it is over"]?.join()).toContain("mentor-1");
  });

  it.each(others)("finds the same rows in the same places, when %s", async (_, plot, changes) => {
    const [one, other] = [await lived(plot), await lived({ ...plot, ...changes })];
    expect(Object.keys(one.copies)).toEqual(plot.copiedAt);
    expect(differences(lineUp(one), lineUp(other))).toEqual([]);
  });
});
