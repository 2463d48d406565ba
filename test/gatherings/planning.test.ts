import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToMinutes } from "../../server/gatherings/minutes.ts";
import {
  cancelGathering,
  changeGathering,
  createGathering,
  deleteDraft,
  type GatheringFacts,
} from "../../server/gatherings/planning.ts";
import { agendaItems, gatherings } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { answer, invite, mailsTo, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
const facts: GatheringFacts = {
  title: "Fravær",
  themeSlug: null,
  intro: "",
  localDate: "2026-12-08",
  startTime: "13:00",
  endTime: "15:00",
  place: "Kantina",
  link: null,
  capacity: 1,
};
const create = (change: Partial<GatheringFacts> = {}) =>
  house.store.write((tx) =>
    createGathering(
      tx,
      { networkId: cast.network, facts: { ...facts, ...change }, agenda: [], byId: cast.kari },
      house.now(),
    ),
  );
const gathering = async () => {
  const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, id));
  return row as typeof gatherings.$inferSelect;
};
const edit = async (change: Partial<GatheringFacts>, version?: number) => {
  const given = { gatheringId: id, version: version ?? (await gathering()).version, byId: cast.kari };
  return house.store.write((tx) =>
    changeGathering(tx, house.mailer, { ...given, facts: { ...facts, ...change } }, house.now()),
  );
};
const cancel = () =>
  house.store.write((tx) =>
    cancelGathering(tx, house.mailer, { gatheringId: id, reason: "Snøstorm", byId: cast.kari }, house.now()),
  );
const queued = async () => (await house.store.read.select().from(outbox)).filter((m) => m.state === "queued");

beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  const created = await create();
  if (created.ok) id = created.id;
});
afterEach(() => house.close());

describe("creating", () => {
  it("twice with the same title and time gives one draft", async () => {
    expect(await create()).toEqual({ ok: true, id });
    expect(await house.store.read.select().from(gatherings)).toHaveLength(1);
  });

  it("refuses another at the same time, the past, and an end before the start", async () => {
    expect(await create({ title: "Noe annet" })).toEqual({ ok: false, reason: "taken", gatheringId: id });
    expect(await create({ localDate: "2026-11-01" })).toEqual({ ok: false, reason: "past" });
    expect(await create({ endTime: "13:00" })).toEqual({ ok: false, reason: "end-before-start" });
  });
});

describe("changing", () => {
  it("nothing sends nothing and changes nothing", async () => {
    await invite(house, cast, id, cast.ola);
    await sendAll(house);
    expect(await edit({})).toEqual({ ok: true, change: null });
    expect(await gathering()).toMatchObject({ version: 1, sequence: 0, revision: 0 });
    expect(await queued()).toEqual([]);
  });

  it("time raises the sequence and asks everyone again", async () => {
    await invite(house, cast, id, cast.ola);
    await sendAll(house);
    expect(await edit({ startTime: "12:00" })).toEqual({ ok: true, change: "material" });
    const changed = await gathering();
    expect(changed).toMatchObject({ version: 2, sequence: 1, revision: 1 });
    expect(changed.startsAt.toString()).toBe("2026-12-08T11:00:00Z");
    expect((await mailsTo(house, cast.ola)).at(-1)?.kind).toBe("moved");
  });

  it("words keep the sequence; a draft tells nobody", async () => {
    expect(await edit({ title: "Fravær og angst" })).toEqual({ ok: true, change: "text" });
    expect(await gathering()).toMatchObject({ sequence: 0, revision: 1 });
    expect(await queued()).toEqual([]);
  });

  it("more room seats the first in line", async () => {
    await invite(house, cast, id, cast.ola, cast.siri);
    await answer(house, id, cast.ola);
    await answer(house, id, cast.siri);
    expect(await placeOf(house, id, cast.siri)).toBe("waiting");
    expect(await edit({ capacity: 2 })).toEqual({ ok: true, change: "quiet" });
    expect(await placeOf(house, id, cast.siri)).toBe("seat");
  });

  it("less room than those seated is refused", async () => {
    await edit({ capacity: 2 });
    await invite(house, cast, id, cast.ola, cast.siri);
    await answer(house, id, cast.ola);
    await answer(house, id, cast.siri);
    expect(await edit({ capacity: 1 })).toEqual({ ok: false, reason: "too-small", seated: 2 });
  });

  it("what someone else saved in between is refused, with what stands there", async () => {
    await edit({ place: "Biblioteket" });
    const late = await edit({ title: "Min tittel" }, 1);
    expect(late).toMatchObject({
      ok: false,
      reason: "changed",
      current: { place: "Biblioteket", version: 2 },
    });
    expect((await gathering()).title).toBe("Fravær");
  });

  it("into the past, after the start, or once cancelled is refused", async () => {
    expect(await edit({ localDate: "2026-11-01" })).toEqual({ ok: false, reason: "past" });
    house.setNow("2026-12-08T12:00:00Z");
    expect(await edit({ title: "For sent" })).toEqual({ ok: false, reason: "begun" });
    house.setNow("2026-12-01T12:00:00Z");
    await cancel();
    expect(await edit({ title: "Avlyst" })).toEqual({ ok: false, reason: "cancelled" });
  });
});

describe("cancelling and deleting", () => {
  it("cancelling tells those invited, once", async () => {
    await invite(house, cast, id, cast.ola);
    await sendAll(house);
    expect(await cancel()).toEqual({ ok: true });
    expect(await cancel()).toEqual({ ok: false, reason: "cancelled" });
    const mails = await queued();
    expect(mails.map((mail) => [mail.personId, mail.calendarMethod])).toEqual([[cast.ola, "CANCEL"]]);
    expect(mails[0]?.textBody).toContain("Snøstorm");
    expect(await gathering()).toMatchObject({ sequence: 1, cancelReason: "Snøstorm" });
  });

  it("is refused after the start", async () => {
    house.setNow("2026-12-08T12:00:00Z");
    expect(await cancel()).toEqual({ ok: false, reason: "begun" });
  });

  it("a cancelled one leaves its time free", async () => {
    await cancel();
    expect(await create({ title: "I stedet" })).toMatchObject({ ok: true });
  });

  it("only a draft nobody was invited to can be deleted", async () => {
    const other = await create({ localDate: "2027-01-12" });
    if (!other.ok) throw new Error("refused");
    expect(await house.store.write((tx) => deleteDraft(tx, other.id))).toEqual({ ok: true });
    await invite(house, cast, id, cast.ola);
    expect(await house.store.write((tx) => deleteDraft(tx, id))).toEqual({ ok: false, reason: "invited" });
    const left = await house.store.read.select({ id: gatherings.id }).from(gatherings);
    expect(left).toEqual([{ id }]);
    expect(await house.store.read.select().from(agendaItems)).toEqual([]);
  });

  it("a draft with minutes stays, with a word about it", async () => {
    const lines = ["Vi ble enige"];
    const given = { gatheringId: id, agendaItemId: null, heading: "Annet", lines };
    await house.store.write((tx) => addToMinutes(tx, given, house.now()));
    const kari = await browserOf(house, cast.kari);
    const pressed = await kari.post(`/samlinger/${id}/sletting`);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, `/samlinger/${id}/avlysning`]);
    expect(await house.store.read.select({ id: gatherings.id }).from(gatherings)).toEqual([{ id }]);
  });
});
