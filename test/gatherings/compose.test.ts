import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaOf } from "../../server/gatherings/queries.ts";
import { agendaItems } from "../../server/gatherings/tables.ts";
import { proposeTopic } from "../../server/networks/topic.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast, { openedAt: house.now() });
});
afterEach(() => house.close());

const wish = (words: string, networkId = cast.network) =>
  house.store.write((tx) =>
    proposeTopic(tx, { networkId, words, source: "mentor", byId: cast.ola }, house.now()),
  );
/** The form as the page shows it, with a version. */
async function form(versjon = "1") {
  const lines = await agendaOf(house.store, id);
  const fields = lines.flatMap((line, i) => [
    [`punkt-${i}`, line.id],
    [`slag-${i}`, line.kind],
    [`tittel-${i}`, line.title],
    [`minutter-${i}`, String(line.minutes)],
    [`leder-${i}`, line.leadId ?? ""],
    [`eksempel-${i}`, line.caseSlug ?? ""],
    [`onske-${i}`, line.topicId ?? ""],
  ]);
  return { ...Object.fromEntries(fields), versjon } as Record<string, string>;
}
const titles = async () => (await agendaOf(house.store, id)).map((line) => line.title);

describe("composing an agenda", () => {
  it("shows what waits, and puts a wish on with one press; what was typed beside it is saved too", async () => {
    const topicId = await wish("Når det er vanskelig å si fra");
    const kari = await browserOf(house, cast.kari);
    const page = await kari.get(`/samlinger/${id}/dagsorden`);
    expect(page.body).toContain("Når det er vanskelig å si fra");
    expect(page.body).toContain("35 min ledig");
    const sent = { ...(await form()), "tittel-0": "Endret tittel", handling: `onske-${topicId}` };
    const put = await kari.post(`/samlinger/${id}/dagsorden`, sent);
    expect(put.headers.location).toBe(`/samlinger/${id}/dagsorden#punkt-2`);
    expect(await titles()).toEqual(["Endret tittel", "Tuva", "Når det er vanskelig å si fra"]);
    const after = (await kari.get(`/samlinger/${id}/dagsorden`)).body;
    expect([after.includes("5 min ledig"), after.includes(`value="onske-${topicId}"`)]).toEqual([
      true,
      false,
    ]);
    const siri = await browserOf(house, cast.siri);
    expect((await siri.get("/temaonsker?vis=tatt")).body).toContain("Når det er vanskelig å si fra");
  });

  it("pressed twice puts it on once, and is no quarrel with oneself", async () => {
    const topicId = await wish("Pauser");
    const kari = await browserOf(house, cast.kari);
    const sent = { ...(await form()), handling: `onske-${topicId}` };
    const both = [
      await kari.post(`/samlinger/${id}/dagsorden`, sent),
      await kari.post(`/samlinger/${id}/dagsorden`, sent),
    ];
    expect(both.map((one) => one.statusCode)).toEqual([303, 303]);
    expect(await titles()).toEqual(["Fravær og angst", "Tuva", "Pauser"]);
  });

  it("remembers the wish when saved and moved, never one of another network", async () => {
    const topicId = await wish("Pauser");
    const foreign = await wish("Fremmed", cast.otherNetwork);
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form()), handling: `onske-${topicId}` });
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form("2")), handling: "opp-2" });
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form("3")), handling: `onske-${foreign}` });
    const sent = { ...(await form("4")), "onske-0": foreign, handling: "lagre" };
    expect((await kari.post(`/samlinger/${id}/dagsorden`, sent)).statusCode).toBe(303);
    const rows = await house.store.read.select().from(agendaItems).where(eq(agendaItems.gatheringId, id));
    expect(rows.map((row) => row.topicId).filter(Boolean)).toEqual([topicId]);
  });

  it("opens with what was tried and what Nav answers, and asks a question of Nav's", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form()), handling: "provd" });
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form("2")), handling: "svar" });
    await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form("3")), handling: "eksempel-martin" });
    expect((await agendaOf(house.store, id)).map((line) => line.kind)).toEqual([
      "report_back",
      "we_tried",
      "professional",
      "case",
      "case",
    ]);
    const asked = await kari.post(`/samlinger/${id}/dagsorden`, { ...(await form("4")), handling: "spor" });
    const { body } = await kari.get(String(asked.headers.location).replace(/#.*/, ""));
    expect(body).toMatch(/<option value="nav_asks" selected>/);
  });

  it("puts a wish on and keeps everything typed when a line is wrong", async () => {
    const topicId = await wish("Pauser");
    const kari = await browserOf(house, cast.kari);
    const sent = { ...(await form()), "minutter-0": "mange", handling: `onske-${topicId}` };
    const { statusCode, body } = await kari.post(`/samlinger/${id}/dagsorden`, sent);
    expect([statusCode, body.includes('value="mange"'), body.includes('value="Pauser"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await titles()).toEqual(["Fravær og angst", "Tuva"]);
  });
});
