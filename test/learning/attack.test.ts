/**
 * An attack on anonymity by comparing (learning-loop.md section 2, issue "the double loop"): two autumns
 * are lived that differ only in which mentor said what. If everything a leader, or whoever holds one copy
 * of the database, can see is the same in both, no differencing, joining, ordering or timing tells them
 * apart: no attack can do better than guessing.
 */
import { afterAll, describe, expect, it } from "vitest";
import { anonymousText, fixChance, live, type Plot, viewOf, type World } from "./worlds.ts";

const plot: Plot = {
  naming: "anonymous",
  speaker: 0,
  speaksAt: "2026-11-03T10:12:00Z",
  answers: [
    [0, "5"],
    [1, "1"],
    [2, "4"],
    [3, "4"],
    [4, "3"],
  ],
  votes: [
    [0, "ja"],
    [1, "nei"],
    [2, "ja"],
    [3, "delvis"],
  ],
};

/** Each world is lived once: the tests only look. */
const worlds = new Map<string, Promise<World>>();
afterAll(async () => {
  for (const world of worlds.values()) await (await world).house.close();
});

function lived(changes: Partial<Plot>): Promise<World> {
  const key = JSON.stringify(changes);
  const world = worlds.get(key) ?? live({ ...plot, ...changes }, 7);
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

const swap = <T>(rows: readonly (readonly [number, T])[]) =>
  rows.map(([mentor, said]) => [mentor === 0 ? 1 : mentor === 1 ? 0 : mentor, said] as [number, T]);

/** The worlds an attacker wants to tell from the one above. */
const others: [string, Partial<Plot>][] = [
  ["another mentor gave the anonymous piece", { speaker: 1 }],
  ["it was given on another day, by another mentor", { speaker: 4, speaksAt: "2026-11-05T19:47:00Z" }],
  ["two mentors answered the evaluations the other way round", { answers: swap(plot.answers) }],
  ["they answered in another order", { answers: [...plot.answers].reverse() }],
  ["two mentors voted the other way round", { votes: swap(plot.votes) }],
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

/** Each of six worlds is half a year of work. */
const patience = { timeout: 180_000 };

describe("whoever leads", patience, () => {
  it("sees that something was said, and the sums: the attack looks where there is something to find", async () => {
    const seen = (await leadersSee(await lived({}))).join("\n");
    expect(seen).toContain(anonymousText);
    expect(seen).toMatch(/5 (personer|svar|deltakere)|Fem /);
  });

  it.each(others)("sees the same, to the byte and the order, when %s", async (_, changes) => {
    const pages = async (world: World) => (await leadersSee(world)).map((page) => withoutChance(world, page));
    expect(await pages(await lived(changes))).toEqual(await pages(await lived({})));
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
    const naming = "confidential" as const;
    const first = lineUp(await lived({ naming }));
    const second = lineUp(await lived({ naming, speaker: 1 }));
    expect(first["feedback_authors when all of it is over"]?.join()).toContain("mentor-0");
    expect(second["feedback_authors when all of it is over"]?.join()).toContain("mentor-1");
  });

  it.each(others)("finds the same rows in the same places, when %s", async (_, changes) => {
    expect(lineUp(await lived(changes))).toEqual(lineUp(await lived({})));
  });
});
