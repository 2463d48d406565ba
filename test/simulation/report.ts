/**
 * `npm run simulate:year -- [years] [words]`: of the cases with these words in their name, or all, prints what years of a network of eight come to, on average and at
 * the least and most, for the habits learning-loop.md assumes and for weaker and stronger ones.
 */
import { type Habits, ordinary, simulateYear, type Year } from "./year.ts";

const years = Number(process.argv[2] ?? 10);
const words = process.argv[3] ?? "";

const cases: [string, Habits][] = [
  ["eight mentors: six in ten attend, six in ten of those answer, six in ten vote", ordinary],
  ["the same, but only those who answer evaluations vote (about four in ten)", { ...ordinary, votes: 0.36 }],
  ["the same, but the leader seldom answers in time", { ...ordinary, answersInTime: 0.2 }],
  ["six mentors, six in ten attend", { ...ordinary, mentors: 6 }],
  ["six mentors, four in ten attend", { ...ordinary, mentors: 6, attends: 0.4 }],
  ["eight mentors, four in ten attend", { ...ordinary, attends: 0.4 }],
  ["fifteen mentors", { ...ordinary, mentors: 15 }],
];

const rows: [keyof Omit<Year, "states">, string][] = [
  ["evaluations", "evaluations opened and closed"],
  ["evaluationsShown", "  that the network may see"],
  ["pools", "half-years of answers counted"],
  ["poolsShown", "  that the leader may see"],
  ["wholeYearsShown", "  whole years in the place of two too small"],
  ["leaderSees", "years of which the leader sees something"],
  ["feedback", "pieces of feedback"],
  ["items", "learning items"],
  ["decided", "  decided"],
  ["reported", "  reported back"],
  ["roundsOpened", "rounds of votes opened"],
  ["roundsClosed", "  closed"],
  ["roundsWithoutQuorum", "  without a quorum"],
  ["confirmed", "items confirmed at the end of the year"],
  ["unconfirmed", "  asked, too few answered"],
  ["reopened", "  reopened at some time"],
  ["waiting", "items before a leader at the end of the year"],
  ["silent", "  passed by two due gatherings"],
];

for (const [name, habits] of cases.filter(([one]) => one.includes(words))) {
  const all: Year[] = [];
  for (let seed = 1; seed <= years; seed++) {
    all.push(await simulateYear(seed, habits));
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  console.log(`\n${name} (${years} years)`);
  for (const [key, label] of rows) {
    const values = all.map((year) => year[key]).sort((a, b) => a - b);
    const mean = values.reduce((sum, n) => sum + n, 0) / values.length;
    console.log(`  ${label.padEnd(46)}${mean.toFixed(1).padStart(6)}  (${values[0]}–${values.at(-1)})`);
  }
}
