import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherings, tries } from "../../server/gatherings/tables.ts";
import { sharedTriesFor } from "../../server/gatherings/try-queries.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let november: string;
let december: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  const openedAt = house.now();
  november = await addGathering(house, cast, { localDate: "2026-11-10", openedAt });
  december = await addGathering(house, cast, { openedAt });
  house.setNow("2026-11-11T09:00:00Z");
});
afterEach(() => house.close());

const rows = () => house.store.read.select().from(tries);
const gathering = async (id: string) =>
  (await house.store.read.select().from(gatherings)).find(
    (row) => row.id === id,
  ) as typeof gatherings.$inferSelect;

describe("what one will try", () => {
  it("is noted on the gathering's page, private unless shared, once however often pressed", async () => {
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get(`/samlinger/${november}`)).body).toContain("Dette prøver jeg til neste gang");
    const note = { nettverk: cast.network, prover: "si fra før jeg blir irritert" };
    const both = await Promise.all([ola.post("/forsok", note), ola.post("/forsok", note)]);
    expect(both.map((one) => one.statusCode)).toEqual([303, 303]);
    expect((await rows()).map((row) => [row.words, row.isShared])).toEqual([[note.prover, false]]);
    const siri = await browserOf(house, cast.siri);
    expect((await siri.get(`/samlinger/${december}`)).body).not.toContain(note.prover);
    expect((await siri.get("/forsok")).body).not.toContain(note.prover);
  });

  it("opens the next gathering when shared, by name, for members alone", async () => {
    const ola = await browserOf(house, cast.ola);
    await ola.post("/forsok", { nettverk: cast.network, prover: "spørre før jeg hjelper", del: "ja" });
    const siri = await browserOf(house, cast.siri);
    const { body } = await siri.get(`/samlinger/${december}`);
    expect([body.includes("spørre før jeg hjelper"), body.includes("Ola Brekke")]).toEqual([true, true]);
    const leif = await browserOf(house, cast.leif);
    expect((await leif.get(`/samlinger/${december}`)).body).not.toContain("spørre før jeg hjelper");
    expect(await sharedTriesFor(house.store.read, await gathering(november))).toEqual([]);
  });

  it("noted on the day of a gathering is for the next one", async () => {
    house.setNow("2026-11-10T14:30:00Z");
    await (await browserOf(house, cast.ola)).post("/forsok", {
      nettverk: cast.network,
      prover: "vente",
      del: "ja",
    });
    expect(await sharedTriesFor(house.store.read, await gathering(november))).toEqual([]);
    expect(await sharedTriesFor(house.store.read, await gathering(december))).toHaveLength(1);
  });

  it("is changed, taken out of sight and deleted by its owner alone", async () => {
    const [ola, siri] = [await browserOf(house, cast.ola), await browserOf(house, cast.siri)];
    await ola.post("/forsok", { nettverk: cast.network, prover: "vente", del: "ja" });
    const id = (await rows())[0]?.id as string;
    expect((await siri.get(`/forsok/${id}`)).statusCode).toBe(404);
    expect((await siri.post(`/forsok/${id}`, { prover: "min" })).statusCode).toBe(404);
    await siri.post(`/forsok/${id}/sletting`);
    expect((await ola.post(`/forsok/${id}`, { prover: "vente litt" })).statusCode).toBe(303);
    expect((await rows()).map((row) => [row.words, row.isShared])).toEqual([["vente litt", false]]);
    const twice = [await ola.post(`/forsok/${id}/sletting`), await ola.post(`/forsok/${id}/sletting`)];
    expect(twice.map((one) => one.statusCode)).toEqual([303, 303]);
    expect(await rows()).toEqual([]);
  });

  it("is refused with a number in it, with everything kept; nothing is noted for a network one is not in", async () => {
    const ola = await browserOf(house, cast.ola);
    const wrong = { nettverk: cast.network, prover: "ringe 40 12 34 56 hver dag", del: "ja" };
    const { statusCode, body } = await ola.post("/forsok", wrong);
    expect([statusCode, body.includes(wrong.prover), / name="del"[^>]* checked/.test(body)]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await ola.post("/forsok", { nettverk: cast.otherNetwork, prover: "x" })).statusCode).toBe(404);
    expect(await rows()).toEqual([]);
  });
});
