import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyBallot, hasAnswered, readBallot, withAnswer } from "../../server/surveys/ballot.ts";
import { evaluationQuestions, type Step, scale } from "../../server/surveys/questions.ts";
import { ballots } from "../../server/surveys/tables.ts";
import { seal, unseal } from "../../server/web/sealing.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { ballotRows, close, openedEvaluation, say, surveyRow } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const answersArbitrary = fc.array(
  fc.record({
    steps: fc.array(fc.constantFrom(...scale), { minLength: 5, maxLength: 5 }),
    kommentar: fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { nil: null }),
    onske: fc.option(fc.constantFrom("mer dialog", "æøå", "Ærlig"), { nil: null }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("a ballot", () => {
  it("is the same for the same answers, whatever the order", () => {
    const shuffled = answersArbitrary.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(
          all.map((_, i) => i),
          { minLength: all.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const add = (ballot: ReturnType<typeof emptyBallot>, i: number) => {
          const one = all[i] as (typeof all)[number];
          const steps = Object.fromEntries(evaluationQuestions.map((q, at) => [q, one.steps[at] as Step]));
          return withAnswer(ballot, `person-${i}`, { steps, texts: one });
        };
        const inOrder = all.map((_, i) => i).reduce(add, emptyBallot("evaluation"));
        const otherwise = order.reduce(add, emptyBallot("evaluation"));
        expect(JSON.stringify(otherwise)).toBe(JSON.stringify(inOrder));
      }),
    );
  });

  it("has byte-identical rows in any order of the same answers, sealed and closed", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 4);
    const said = ["12345", "54321", "40404", "55555"].map((steps, i) => ({
      steps,
      kommentar: ["Å, så fint", "Bra", "bra", "Ærlig talt"][i] as string,
    }));
    const seen: string[] = [];
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ];
    for (const order of orders) {
      await house.store.write(async (tx) => {
        await tx.delete(ballots).where(eq(ballots.surveyId, surveyId));
      });
      for (const i of order)
        expect(await say(house, surveyId, mentors[i] as string, said[i])).toEqual({ ok: true });
      seen.push(JSON.stringify(await ballotRows(house, surveyId)));
    }
    expect(new Set(seen).size).toBe(1);
    await close(house, surveyId);
    const rows = await ballotRows(house, surveyId);
    expect(rows.find((row) => row.question === "faglig")?.counts).toEqual([1, 0, 0, 1, 2, 0]);
    expect(rows.find((row) => row.question === "kommentar")?.texts).toEqual(
      [...said.map((s) => s.kommentar)].sort(),
    );
  });

  it("keeps nobody who answered when it has closed, and says nothing while it is open", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    for (const id of mentors) await say(house, surveyId, id, { kommentar: "Hemmelig ord" });
    const open = await ballotRows(house, surveyId);
    expect(open.every((row) => row.sealed && row.counts === null && row.texts === null)).toBe(true);
    expect(JSON.stringify(open)).not.toContain("Hemmelig");
    await close(house, surveyId);
    const closed = await ballotRows(house, surveyId);
    expect(closed.map((row) => row.question)).toEqual([...evaluationQuestions, "kommentar", "onske"].sort());
    expect(closed.every((row) => row.sealed === null)).toBe(true);
    for (const id of mentors) expect(JSON.stringify(closed)).not.toContain(id);
  });

  it("changes in every row with every answer, and by nothing that its size tells", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    const versions: { question: string; sealed: string | null }[][] = [];
    for (const [i, kommentar] of ["", "Kort", "Ei lang melding om ærlege åre øl ".repeat(25)].entries()) {
      await say(house, surveyId, mentors[i] as string, { kommentar });
      versions.push(await ballotRows(house, surveyId));
    }
    const [first, second, third] = versions as [
      (typeof versions)[0],
      (typeof versions)[0],
      (typeof versions)[0],
    ];
    for (const [i, row] of first.entries()) {
      const all = [row.sealed, second[i]?.sealed, third[i]?.sealed];
      expect(new Set(all).size).toBe(3);
      expect(new Set(all.map((one) => one?.length)).size).toBe(1);
    }
  });

  it("begins anew when the secret was changed, so that the survey can go on", async () => {
    const { surveyId, mentors } = await openedEvaluation(house, cast, 3);
    await say(house, surveyId, mentors[0] as string);
    const survey = await surveyRow(house, surveyId);
    const other = await readBallot(house.store.read, "another secret", survey);
    expect(other).toEqual(emptyBallot("evaluation"));
    const row = (await ballotRows(house, surveyId)).find(({ question }) => question === "svart");
    expect(hasAnswered(house.config.secret, surveyId, row?.sealed ?? null, mentors[0] as string)).toBe(true);
    expect(hasAnswered("another secret", surveyId, row?.sealed ?? null, mentors[0] as string)).toBe(false);
  });
});

describe("sealed words", () => {
  it("open again only with the same secret, for the same purpose and unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (words, at) => {
        const sealed = seal("a secret", "ballot 1", words);
        expect(unseal("a secret", "ballot 1", sealed)).toBe(words);
        expect(seal("a secret", "ballot 1", words)).toBe(sealed);
        expect(unseal("a secret", "ballot 2", sealed)).toBeNull();
        expect(unseal("another", "ballot 1", sealed)).toBeNull();
        const bytes = Buffer.from(sealed, "base64url");
        const i = at % bytes.length;
        bytes[i] = (bytes[i] as number) ^ 1;
        expect(unseal("a secret", "ballot 1", bytes.toString("base64url"))).toBeNull();
      }),
    );
    expect(unseal("a secret", "ballot 1", "")).toBeNull();
  });
});
