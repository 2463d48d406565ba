import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AgendaRow, minutesBetween, saveAgenda, sumAgenda } from "../../server/gatherings/agenda.ts";
import { rearrange } from "../../server/gatherings/agenda-routes.ts";
import { emptyRow } from "../../server/gatherings/forms.ts";
import { agendaOf } from "../../server/gatherings/queries.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
});
afterEach(() => house.close());

const save = (rows: AgendaRow[], version = 1) =>
  house.store.write((tx) => saveAgenda(tx, { gatheringId: id, version, rows, byId: cast.kari }));
const rowsNow = async () =>
  (await agendaOf(house.store, id)).map(({ leadName: _, ...row }) => row as AgendaRow);

describe("an agenda", () => {
  it("divides into professional part and dialogue, and tells what does not fit", () => {
    const items = [
      { kind: "professional" as const, minutes: 30 },
      { kind: "case" as const, minutes: 45 },
      { kind: "nav_asks" as const, minutes: 20 },
      { kind: "practical" as const, minutes: 35 },
    ];
    const sums = sumAgenda(items, minutesBetween("13:00", "15:00"));
    expect(sums).toEqual({ professional: 30, dialogue: 65, practical: 35, over: 10 });
  });

  it("is saved in its order; kept lines keep their ids, others come and go", async () => {
    const [first, second] = (await rowsNow()) as [AgendaRow, AgendaRow];
    const added: AgendaRow = {
      id: null,
      kind: "dialogue",
      title: "Runde",
      minutes: 20,
      leadId: cast.ola,
      caseSlug: null,
    };
    expect(await save([second, added])).toEqual({ ok: true });
    const after = await agendaOf(house.store, id);
    expect(after.map(({ title, leadName }) => [title, leadName])).toEqual([
      ["Tuva", null],
      ["Runde", "Ola Brekke"],
    ]);
    expect(after[0]?.id).toBe(second.id);
    expect(after.some((line) => line.id === first.id)).toBe(false);
  });

  it("refuses to overwrite what someone else saved, and a gathering that is over", async () => {
    const rows = await rowsNow();
    await save([]);
    expect(await save(rows, 1)).toEqual({ ok: false, reason: "changed" });
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, id));
    });
    expect(await save(rows, 2)).toEqual({ ok: false, reason: "closed" });
    expect(await rowsNow()).toEqual([]);
  });

  it("cannot take a line from another gathering", async () => {
    const other = await addGathering(house, cast, { localDate: "2027-01-12" });
    const [foreign] = await agendaOf(house.store, other);
    await save(
      [{ ...(foreign as AgendaRow & { id: string }), title: "Stjålet" }].map((row) => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        minutes: row.minutes,
        leadId: null,
        caseSlug: null,
      })),
    );
    expect((await agendaOf(house.store, other)).map(({ title }) => title)).toEqual([
      "Fravær og angst",
      "Tuva",
    ]);
    expect((await rowsNow()).map(({ title }) => title)).toEqual(["Stjålet"]);
  });

  it("moves and removes lines, and leaves impossible moves alone", () => {
    const rows = ["a", "b", "c"].map((tittel) => ({ ...emptyRow, tittel }));
    const after = (handling: unknown) =>
      rearrange(rows, handling)
        .map(({ tittel }) => tittel)
        .join("");
    expect(["opp-1", "ned-1", "fjern-0", "opp-0", "ned-2", "opp-9", "lagre", undefined].map(after)).toEqual([
      "bac",
      "acb",
      "bc",
      "abc",
      "abc",
      "abc",
      "abc",
      "abc",
    ]);
  });
});
