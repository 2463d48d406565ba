import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addBlackOut } from "../../server/gatherings/black-out.ts";
import { inviteDue, inviteSeason } from "../../server/gatherings/invite-later.ts";
import { minutesRecipients } from "../../server/gatherings/minutes-queries.ts";
import { proposeDates } from "../../server/gatherings/proposals.ts";
import { planSeason } from "../../server/gatherings/series.ts";
import { blackOuts, gatherings, invitations, series } from "../../server/gatherings/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { addCast, addMember, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invite, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const dates = ["2026-11-10", "2026-12-08", "2027-01-12", "2027-02-09"];
async function plan(audience: "everyone" | "counsellors" = "everyone"): Promise<string> {
  const rule = { nth: 2, weekday: 2, everyMonths: 1, from: "2026-11-01", to: "2027-02-28" };
  const season = {
    ...{ networkId: cast.network, rule, startTime: "13:00", endTime: "15:00", title: "Samling" },
    ...{ place: "Rommet", link: null, capacity: null, audience },
    agenda: [{ kind: "dialogue" as const, title: "Åpen runde", minutes: 60 }],
  };
  const result = await house.store.write((tx) => planSeason(tx, season, dates, cast.kari, house.now()));
  return (result.ok && result.seriesId) || "none";
}
const send = (seriesId: string, how: "gradually" | "all" = "gradually") =>
  house.store.write((tx) => inviteSeason(tx, house.mailer, { seriesId, how, byId: cast.kari }, house.now()));
const all = () => house.store.read.select().from(gatherings).orderBy(asc(gatherings.startsAt));
const mails = async () =>
  (await house.store.read.select().from(outbox)).map(({ toAddress }) => toAddress).sort();
const everyone = ["nina@demo.example", "ola@demo.example", "siri@demo.example"];

describe("days a network does not meet", () => {
  const rule = { nth: 2, weekday: 2, everyMonths: 1, from: "2027-02-01", to: "2027-04-30" };
  it("are skipped with a replacement, and none is proposed on them", () => {
    const off = [{ from: "2027-02-08", to: "2027-02-17", words: "vinterferien" }];
    expect(proposeDates(rule, off)[0]).toEqual({
      ...{ date: "2027-02-09", replacement: "2027-02-02" },
      closed: { reason: "local", holiday: null, words: "vinterferien" },
    });
  });

  it("are written by the network's advisers, once, and taken away again", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = `/nettverk/${cast.network}/sperredager`;
    const day = { fra: "2027-02-08", til: "", hvorfor: "vinterferien" };
    expect((await kari.post(path, day)).statusCode).toBe(303);
    await kari.post(path, day);
    const [row, ...others] = await house.store.read.select().from(blackOuts);
    expect([row?.to, others]).toEqual(["2027-02-08", []]);
    expect((await kari.post(path, { ...day, til: "2027-02-01" })).statusCode).toBe(422);
    const named = await kari.post(path, { ...day, hvorfor: "ring 99887766" });
    expect([named.statusCode, named.body.includes("ring 99887766")]).toEqual([422, true]);
    for (const [person, status] of [
      [cast.strangeAdviser, 404],
      [cast.ola, 403],
    ] as const) {
      expect((await (await browserOf(house, person)).post(path, day)).statusCode).toBe(status);
    }
    await kari.post(`${path}/fjerning`, { dag: row?.id as string });
    expect(await house.store.read.select().from(blackOuts)).toEqual([]);
  });

  it("stand in the proposals in the network's own words", async () => {
    await house.store.write((tx) =>
      addBlackOut(tx, {
        networkId: cast.network,
        from: "2027-03-08",
        to: "2027-03-10",
        words: "årsoppgjøret",
      }),
    );
    const kari = await browserOf(house, cast.kari);
    const query = new URLSearchParams({
      ...{ nettverk: cast.network, hvilken: "2", ukedag: "2", hver: "1", start: "13:00", slutt: "15:00" },
      ...{ fra: "2027-03-01", til: "2027-03-31", tittel: "Samling", sted: "", lenke: "", plasser: "" },
    });
    const { body } = await kari.get(`/samlinger/sesong/forslag?${query}`);
    expect(body).toContain("Tirsdag 9.\u00a0mars 2027 møtes dere ikke (årsoppgjøret). Foreslått i stedet:");
    expect(body).toContain('value="2027-03-16"');
  });
});

describe("last season", () => {
  it("is copied with rule, place and agenda, the same months later on", async () => {
    const id = await plan();
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get("/samlinger/sesong")).body).toContain(`/samlinger/sesong?kopi=${id}`);
    const { body } = await kari.get(`/samlinger/sesong?kopi=${id}`);
    for (const value of ["2027-11-01", "2028-02-29", "Samling", "Rommet", "Åpen runde", "60"]) {
      expect(body).toContain(`value="${value}"`);
    }
  });

  it("of another network is not offered", async () => {
    await plan();
    const stranger = await browserOf(house, cast.strangeAdviser);
    expect((await stranger.get("/samlinger/sesong")).body).not.toContain("kopi=");
  });
});

describe("inviting to a whole season", () => {
  it("mails the first now, and the others by the clock four weeks before, to whoever is a member then", async () => {
    const id = await plan();
    expect(await send(id)).toEqual({ ok: true, now: 1, later: 3 });
    expect(await mails()).toEqual(everyone);
    expect((await all()).map(({ inviteOn }) => inviteOn)).toEqual([
      null,
      "2026-11-10",
      "2026-12-15",
      "2027-01-12",
    ]);
    expect(await inviteDue(house.store, house.mailer, house.now())).toBe(0);
    await house.store.write(async (tx) => {
      const berit = await addPerson(tx, { name: "Berit Ny", roles: ["mentor"] });
      await addMember(tx, cast.network, berit, "mentor");
      await tx.update(memberships).set({ until: "2026-11-05" }).where(eq(memberships.personId, cast.siri));
    });
    house.setNow("2026-11-10T07:00:00Z");
    const both = await Promise.all([1, 2].map(() => inviteDue(house.store, house.mailer, house.now())));
    expect(both.sort()).toEqual([0, 1]);
    expect((await mails()).filter((address) => address === "berit@demo.example")).toHaveLength(1);
    expect((await mails()).filter((address) => address === "siri@demo.example")).toHaveLength(1);
  });

  it("mails all now when asked, and nothing twice", async () => {
    const id = await plan();
    expect(await send(id, "all")).toEqual({ ok: true, now: 4, later: 0 });
    expect(await send(id, "all")).toEqual({ ok: false, reason: "no-drafts" });
    expect(await mails()).toHaveLength(12);
  });

  it("pressed twice at once, or again later, invites once", async () => {
    const id = await plan();
    await Promise.all([send(id), send(id)]);
    await send(id);
    expect(await mails()).toEqual(everyone);
    expect(await house.store.read.select().from(invitations)).toHaveLength(3);
  });

  it("waits while the network has nobody, and says so", async () => {
    await house.store.write(async (tx) => {
      await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.role, "mentor"));
      await tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.role, "counsellor"));
    });
    const id = await plan();
    expect(await send(id)).toEqual({ ok: false, reason: "nobody" });
    const kari = await browserOf(house, cast.kari);
    const page = await kari.get(`/samlinger/serie/${id}/invitasjon`);
    expect(page.body).toContain(`/nettverk/${cast.network}/medlemmer/ny`);
    expect((await kari.post(`/samlinger/serie/${id}/invitasjon`, { naar: "gradvis" })).statusCode).toBe(422);
    expect((await all()).map(({ openedAt }) => openedAt)).toEqual([null, null, null, null]);
  });

  it("follows a date that is moved, and can be stopped", async () => {
    const id = await plan();
    await send(id);
    const kari = await browserOf(house, cast.kari);
    const [, second, third] = await all();
    const path = `/samlinger/${second?.id}`;
    expect((await kari.get(path)).body).toContain(
      "Invitasjonene går ut av seg selv tirsdag 10.\u00a0november 2026",
    );
    await kari.post(path, {
      ...{ versjon: "1", sett: "{}", tittel: "Samling", dato: "2026-12-15", start: "13:00", slutt: "15:00" },
      ...{ sted: "Rommet", lenke: "", plasser: "", tema: "", innledning: "" },
    });
    await kari.post(`/samlinger/${third?.id}/invitasjon/stopp`);
    expect((await all()).map(({ inviteOn }) => inviteOn)).toEqual([null, "2026-11-17", null, "2027-01-12"]);
  });

  it("is for the network's advisers", async () => {
    const path = `/samlinger/serie/${await plan()}/invitasjon`;
    expect((await (await browserOf(house, cast.strangeAdviser)).get(path)).statusCode).toBe(404);
    expect((await (await browserOf(house, cast.ola)).post(path, { naar: "alle" })).statusCode).toBe(403);
    expect(
      (await (await browserOf(house, cast.kari)).get(path.replace(/serie\/\w+/, "serie/finnes-ikke")))
        .statusCode,
    ).toBe(404);
    expect(await mails()).toEqual([]);
  });
});

describe("the counsellors' own meetings", () => {
  it("are begun from the page on how the network is doing, with the form filled for them", async () => {
    const kari = await browserOf(house, cast.kari);
    const path = "/samlinger/sesong?hvem=veiledere";
    expect((await kari.get(`/nettverk/${cast.network}/helse`)).body).toContain(path);
    const { body } = await kari.get(path);
    expect(body).toContain('value="Utvekslingsmøte"');
    expect(body).toMatch(/value="veiledere"[^>]*checked/);
  });

  it("are planned the same way, and only counsellors are invited", async () => {
    const id = await plan("counsellors");
    expect((await house.store.read.select().from(series)).map(({ audience }) => audience)).toEqual([
      "counsellors",
    ]);
    await send(id, "all");
    expect(new Set(await mails())).toEqual(new Set(["nina@demo.example"]));
    const [first] = await all();
    const { body } = await (await browserOf(house, cast.kari)).get(`/samlinger/${first?.id}/invitasjon`);
    expect(body).not.toContain("Ola Brekke");
  });

  it("are not shown to mentors anywhere, but to counsellors, advisers and leaders", async () => {
    await send(await plan("counsellors"), "all");
    const [first] = await all();
    const isShown = async (person: string, path: string) =>
      (await (await browserOf(house, person)).get(path)).body.includes(String(first?.id));
    expect((await (await browserOf(house, cast.ola)).get(`/samlinger/${first?.id}`)).statusCode).toBe(404);
    for (const path of ["/samlinger", "/", `/nettverk/${cast.network}/arshjul`]) {
      expect([path, await isShown(cast.ola, path)]).toEqual([path, false]);
      expect([path, await isShown(cast.nina, path)]).toEqual([path, true]);
      expect([path, await isShown(cast.leif, path)]).toEqual([path, true]);
    }
  });
});

describe("minutes of the counsellors' own meeting", () => {
  it("go to no mentor", async () => {
    await send(await plan("counsellors"), "all");
    const [first] = await all();
    if (!first) throw new Error("no gathering");
    const to = await minutesRecipients(house.store.read, first);
    expect(to.map(({ name }) => name).sort()).toEqual(["Kari Nordli", "Nina Dahl", "Tore Vik"]);
    const everyone = await minutesRecipients(house.store.read, { ...first, audience: "everyone" });
    expect(everyone.map(({ name }) => name)).toContain("Ola Brekke");
  });
});

describe("a room too small for those who said yes", () => {
  const form = async (id: string, change: Record<string, string>) => {
    const [row] = await house.store.read.select().from(gatherings).where(eq(gatherings.id, id));
    return {
      ...{ versjon: String(row?.version), sett: "{}", tittel: "Når noen ikke kommer", dato: "2026-12-08" },
      ...{ start: "13:00", slutt: "15:00", sted: "Møterom 3, Storgata 1", lenke: "", plasser: "2", tema: "" },
      ...change,
    };
  };
  async function full() {
    const id = await addGathering(house, cast, { capacity: 2 });
    await invite(house, cast, id, cast.ola, cast.siri, cast.nina);
    for (const person of [cast.ola, cast.siri, cast.nina]) await answer(house, id, person);
    return id;
  }
  const placements = async (id: string) => {
    const all = [];
    for (const person of [cast.ola, cast.siri, cast.nina]) all.push(await placeOf(house, id, person));
    return all;
  };
  const kinds = async (personId: string) =>
    (await house.store.read.select().from(outbox).where(eq(outbox.personId, personId)))
      .filter(({ state }) => state === "queued")
      .map(({ kind, textBody }) => [
        kind,
        textBody.includes("står på venteliste") || textBody.includes("ventelista"),
      ]);

  it("is first told, with who it is, and nothing is changed", async () => {
    const id = await full();
    const kari = await browserOf(house, cast.kari);
    const answered = await kari.post(`/samlinger/${id}`, await form(id, { plasser: "1", sted: "Kottet" }));
    expect(answered.statusCode).toBe(422);
    for (const words of ['name="venteliste"', "Siri Åsheim", 'value="Kottet"'])
      expect(answered.body).toContain(words);
    expect(await placements(id)).toEqual(["seat", "seat", "waiting"]);
  });

  it("with the adviser's yes: who asked first keeps the place, the others stand before those who wait", async () => {
    const id = await full();
    await sendAll(house);
    const kari = await browserOf(house, cast.kari);
    const sent = await form(id, { plasser: "1", sted: "Kottet", venteliste: "ja" });
    expect((await kari.post(`/samlinger/${id}`, sent)).statusCode).toBe(303);
    expect((await kari.post(`/samlinger/${id}`, sent)).statusCode).toBe(303);
    expect(await placements(id)).toEqual(["seat", "waiting", "waiting"]);
    expect([await kinds(cast.ola), await kinds(cast.siri)]).toEqual([[["moved", false]], [["moved", true]]]);
    const bigger = await form(id, { plasser: "2", sted: "Kottet" });
    await kari.post(`/samlinger/${id}`, bigger);
    expect(await placements(id)).toEqual(["seat", "seat", "waiting"]);
  });

  it("without a move: those who lost their place are told in a mail of their own, the others not", async () => {
    const id = await full();
    await sendAll(house);
    const kari = await browserOf(house, cast.kari);
    await kari.post(`/samlinger/${id}`, await form(id, { plasser: "1", venteliste: "ja" }));
    expect([await kinds(cast.ola), await kinds(cast.siri), await kinds(cast.nina)]).toEqual([
      [],
      [["waiting", true]],
      [],
    ]);
  });
});

describe("what can no longer be planned", () => {
  it("is not open by its address when cancelled, nor when it has begun", async () => {
    const cancelled = await addGathering(house, cast, { cancelledAt: house.now(), cancelReason: "Snø" });
    const begun = await addGathering(house, cast, {
      localDate: "2026-11-02",
      startTime: "09:00",
      endTime: "12:00",
      openedAt: house.now(),
    });
    const kari = await browserOf(house, cast.kari);
    for (const id of [cancelled, begun]) {
      for (const page of ["endre", "avlysning", "invitasjon"]) {
        const { statusCode, headers } = await kari.get(`/samlinger/${id}/${page}`);
        expect([page, statusCode, headers.location]).toEqual([page, 303, `/samlinger/${id}`]);
      }
    }
    expect((await kari.get(`/samlinger/${cancelled}/dagsorden`)).statusCode).toBe(303);
    const { body } = await kari.get(`/samlinger/${cancelled}`);
    expect(body).not.toContain(`/samlinger/${cancelled}/endre`);
  });
});
