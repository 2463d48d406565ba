import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isReminderDay, remindOfMinutes } from "../../server/gatherings/minutes-reminder.ts";
import { agendaOf } from "../../server/gatherings/queries.ts";
import { gatherings, minuteActions, minuteItems, minutes } from "../../server/gatherings/tables.ts";
import { feedback, feedbackAuthors, feedbackWords } from "../../server/learning/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, invite } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
let path: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  path = `/samlinger/${id}/referat`;
  await invite(house, cast, id, cast.ola, cast.siri);
  house.setNow("2026-12-08T14:10:00Z");
});
afterEach(() => house.close());

/** A form as an adviser fills it in. */
async function form(change: Record<string, string> = {}) {
  const [first] = await agendaOf(house.store, id);
  return {
    ...{ "id-0": "", "agenda-0": first?.id ?? "", "tittel-0": "", "versjon-0": "0" },
    "ord-0": "Ring første dag\nSend melding kvelden før",
    ...{ "tid-0": "", "tslag-0": "agreed", "tiltak-0": "Vi møtes hver måned", "tversjon-0": "0" },
    ...{ "tid-1": "", "tslag-1": "action", "tiltak-1": "Lage kontaktliste", "hvem-1": "ola brekke" },
    ...{ "frist-1": "2027-01-10", "tversjon-1": "0", handling: "lagre", ...change },
  };
}
const stored = () => house.store.read.select().from(minuteItems);
const mails = async (kind = "minutes") => {
  const rows = await house.store.read.select().from(outbox).where(eq(outbox.kind, kind));
  return rows.filter((row) => row.state !== "aborted");
};
const publicPath = async () => /\/referat\/\S+/.exec((await mails())[0]?.textBody ?? "")?.[0] as string;

describe("writing minutes", () => {
  it("keeps outcomes, what was agreed and who does what; a name of the network becomes that person", async () => {
    const kari = await browserOf(house, cast.kari);
    expect((await kari.post(`${path}/skriv`, await form())).headers.location).toBe(path);
    const actions = await house.store.read.select().from(minuteActions);
    expect(actions.map((row) => [row.kind, row.words, row.responsibleId, row.dueOn]).sort()).toEqual([
      ["action", "Lage kontaktliste", cast.ola, "2027-01-10"],
      ["agreed", "Vi møtes hver måned", null, null],
    ]);
    const { body } = await kari.get(path);
    for (const words of ["Send melding kvelden før", "Ola Brekke", "innen\u00a010.\u00a0januar", "Utkast"])
      expect(body).toContain(words);
  });

  it("refuses a phone number with everything kept, and saves nothing", async () => {
    const kari = await browserOf(house, cast.kari);
    const { statusCode, body } = await kari.post(
      `${path}/skriv`,
      await form({ "ord-0": "Ring 40 12 34 56", "frist-1": "snart" }),
    );
    expect(statusCode).toBe(422);
    for (const words of ["Ring 40 12 34 56", "snart", "Vi møtes hver måned", "telefonnummer"])
      expect(body).toContain(words);
    expect(await stored()).toEqual([]);
  });

  it("shows both texts when two wrote at once, saves the rest, and the next save puts them together", async () => {
    const [kari, tore] = [await browserOf(house, cast.kari), await browserOf(house, cast.tore)];
    await kari.post(`${path}/skriv`, await form());
    const late = await tore.post(
      `${path}/skriv`,
      await form({ "ord-0": "Avtal hvem som ringer", "tiltak-0": "Nytt" }),
    );
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain("Kari Nordli endret dette mens du skrev");
    expect(late.body).toMatch(
      /<textarea[^>]*>Ring første dag\nSend melding kvelden før\nAvtal hvem som ringer</,
    );
    expect((await stored()).map((row) => row.words)).toEqual(["Ring første dag\nSend melding kvelden før"]);
    expect((await house.store.read.select().from(minuteActions)).map((row) => row.words)).toContain("Nytt");
    const [row] = await stored();
    const merged = {
      "id-0": row?.id as string,
      "versjon-0": "1",
      "ord-0": "Ring første dag\nAvtal hvem som ringer",
    };
    expect((await tore.post(`${path}/skriv`, await form(merged))).statusCode).toBe(303);
    expect((await stored()).map((one) => one.words)).toEqual([merged["ord-0"]]);
  });

  it("survives the item being taken off the agenda", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    await kari.post(`/samlinger/${id}/dagsorden`, { versjon: "1", handling: "lagre" });
    expect(await agendaOf(house.store, id)).toEqual([]);
    expect((await kari.get(path)).body).toContain("Fravær og angst");
  });

  it("is for the network's advisers, and not for a cancelled gathering", async () => {
    const outsiders = [await browserOf(house, cast.ola), await browserOf(house, cast.strangeAdviser)];
    for (const [i, browser] of outsiders.entries()) {
      expect((await browser.get(`${path}/skriv`)).statusCode).toBe([403, 404][i]);
      expect((await browser.post(`${path}/publisering`)).statusCode).toBe([403, 404][i]);
    }
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, id));
    });
    const kari = await browserOf(house, cast.kari);
    const { statusCode, body } = await kari.post(`${path}/skriv`, await form());
    expect([statusCode, body.includes("avlyst"), body.includes("Vi møtes hver måned")]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await kari.post(`${path}/publisering`)).statusCode).toBe(422);
  });
});

describe("publishing", () => {
  it("sends once to the network and those invited, and the link opens without signing in", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    const ola = await browserOf(house, cast.ola);
    expect((await ola.get(path)).body).not.toContain("Lage kontaktliste");
    const twice = await Promise.all([kari.post(`${path}/publisering`), kari.post(`${path}/publisering`)]);
    expect(twice.map((one) => one.statusCode)).toEqual([303, 303]);
    const sent = await mails();
    expect(sent.map((mail) => mail.personId).sort()).toEqual(
      [cast.kari, cast.tore, cast.ola, cast.siri, cast.nina].sort(),
    );
    const nynorsk = sent.find((mail) => mail.personId === cast.siri)?.textBody;
    for (const words of ["Dette vart vi samde om", "Ola Brekke: Lage kontaktliste (innan 10. januar 2027)"])
      expect(nynorsk).toContain(words);
    const stranger = await browserOf(house, null);
    const { statusCode, body } = await stranger.get(await publicPath());
    expect([statusCode, body.includes("Lage kontaktliste")]).toEqual([200, true]);
    expect(body).not.toContain("Send som innspill");
    expect((await ola.get(path)).body).toContain("Lage kontaktliste");
  });

  it("is refused while there is nothing, and before the gathering has begun", async () => {
    const kari = await browserOf(house, cast.kari);
    const empty = await kari.post(`${path}/publisering`);
    expect([empty.statusCode, empty.body.includes("ingenting å publisere")]).toEqual([422, true]);
    await kari.post(`${path}/skriv`, await form());
    house.setNow("2026-12-08T11:00:00Z");
    const early = await kari.post(`${path}/publisering`);
    expect([early.statusCode, early.body.includes("har ikke begynt")]).toEqual([422, true]);
    expect(await mails()).toEqual([]);
  });

  it("asks once about names that are nobody's in the network, and not about those that are", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form({ "ord-0": "Vi takket Ola Brekke for kaffen" }));
    const words = (await stored())[0];
    await kari.post(
      `${path}/skriv`,
      await form({ "id-0": words?.id as string, "versjon-0": "1", "ord-0": "Vi snakket om Berit Hansen" }),
    );
    const asked = await kari.post(`${path}/publisering`);
    expect([asked.statusCode, asked.body.includes("<li>Berit Hansen</li>")]).toEqual([422, true]);
    expect(asked.body).not.toContain("<li>Ola Brekke</li>");
    expect((await kari.post(`${path}/publisering`, { sett: "ja" })).statusCode).toBe(303);
    expect(await mails()).toHaveLength(5);
  });

  it("can be corrected afterwards, marked as such, without a new mail", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    await kari.post(`${path}/publisering`);
    house.setNow("2026-12-10T09:00:00Z");
    const [row] = await stored();
    await kari.post(
      `${path}/skriv`,
      await form({ "id-0": row?.id as string, "versjon-0": "1", "ord-0": "Ring andre dag" }),
    );
    const { body } = await (await browserOf(house, cast.ola)).get(path);
    expect([body.includes("Ring andre dag"), body.includes("Rettet 10.\u00a0desember")]).toEqual([
      true,
      true,
    ]);
    expect(await mails()).toHaveLength(5);
  });

  it("has a link that can be made worthless, and none that can be made up", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    await kari.post(`${path}/publisering`);
    const link = await publicPath();
    const stranger = await browserOf(house, null);
    expect((await stranger.get(link)).statusCode).toBe(200);
    for (const other of [`${link.slice(0, -1)}x`, `/referat/${id}`, `/referat/${id}.`]) {
      expect((await stranger.get(other)).body).not.toContain("Lage kontaktliste");
    }
    await kari.post(`${path}/lenke`);
    expect((await stranger.get(link)).body).not.toContain("Lage kontaktliste");
  });

  it("by a link that is renewed once when its button is pressed twice", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    await kari.post(`${path}/publisering`);
    const before = (await kari.get(path)).body;
    const versjon = /name="versjon" value="(\d+)"/.exec(before)?.[1] as string;
    await kari.post(`${path}/lenke`, { versjon });
    const fresh = /href="(\/referat\/[^"]+)"/.exec((await kari.get(path)).body)?.[1] as string;
    await kari.post(`${path}/lenke`, { versjon });
    expect((await (await browserOf(house, null)).get(fresh)).body).toContain("Lage kontaktliste");
    expect(before).not.toContain(fresh);
  });

  it("by the link for ninety days; then the page says how to get in, and whoever signs in reads on", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    await kari.post(`${path}/publisering`);
    const stranger = await browserOf(house, null);
    const link = await publicPath();
    house.setNow("2027-03-08T14:10:00Z");
    expect((await stranger.get(link)).statusCode).toBe(200);
    house.setNow("2027-03-08T14:10:01Z");
    const closed = await stranger.get(link);
    expect([closed.statusCode, closed.body.includes("Lage kontaktliste")]).toEqual([410, false]);
    for (const words of ["virker i 90 dager", `href="${path}"`, "Logg inn og les"])
      expect(closed.body).toContain(words);
    const later = await browserOf(house, cast.kari);
    const { body } = await later.get(path);
    expect(body).toContain("Lage kontaktliste");
    expect(body).not.toContain(`"${link}"`);
  });
});

describe("a line of the minutes", () => {
  it("becomes feedback from the group with one press, once, with nobody as its author", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    const { body } = await kari.get(path);
    const line = {
      punkt: /name="punkt" value="([^"]+)"/.exec(body)?.[1] as string,
      linje: /name="linje" value="([^"]+)"/.exec(body)?.[1] as string,
    };
    await Promise.all([kari.post(`${path}/innspill`, line), kari.post(`${path}/innspill`, line)]);
    const given = await house.store.read.select().from(feedback);
    expect(given.map((row) => [row.source, row.gatheringId])).toEqual([["minutes", id]]);
    expect((await house.store.read.select().from(feedbackWords)).map((row) => row.text)).toEqual([
      "Ring første dag",
    ]);
    expect(await house.store.read.select().from(feedbackAuthors)).toEqual([]);
    expect((await kari.get(path)).body).toContain("Sendt som innspill");
    const gone = await kari.post(`${path}/innspill`, { ...line, linje: "x" });
    expect([gone.statusCode, (await house.store.read.select().from(feedback)).length]).toEqual([303, 1]);
  });
});

describe("what is to be done", () => {
  it("stands on the next gathering's page until it is done, by whoever it is up to or the adviser", async () => {
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/skriv`, await form());
    const next = await addGathering(house, cast, { localDate: "2027-01-12", openedAt: house.now() });
    const ola = await browserOf(house, cast.ola);
    const shows = async () => (await ola.get(`/samlinger/${next}`)).body.includes("Lage kontaktliste");
    expect(await shows()).toBe(false);
    await kari.post(`${path}/publisering`);
    expect(await shows()).toBe(true);
    const actions = await house.store.read.select().from(minuteActions);
    const action = actions.find((row) => row.kind === "action")?.id as string;
    const siri = await browserOf(house, cast.siri);
    expect((await siri.post(`/gjoremal/${action}/gjort`, { gjort: "ja" })).statusCode).toBe(404);
    for (const _ of [1, 2]) await ola.post(`/gjoremal/${action}/gjort`, { gjort: "ja", samling: next });
    expect(await shows()).toBe(false);
    await kari.post(`/gjoremal/${action}/gjort`, { gjort: "nei" });
    expect(await shows()).toBe(true);
  });
});

describe("the reminder", () => {
  const remind = () => remindOfMinutes(house.store, house.mailer, house.now());

  it("comes the day after, by day, once, to the advisers; and stops when minutes are out or will not be", async () => {
    expect(await remind()).toBe(0);
    house.setNow("2026-12-09T04:00:00Z");
    expect(await remind()).toBe(0);
    house.setNow("2026-12-09T09:00:00Z");
    expect([await remind(), await remind()]).toEqual([2, 0]);
    expect((await mails("minutes-reminder")).map((mail) => mail.personId).sort()).toEqual(
      [cast.kari, cast.tore].sort(),
    );
    await (await browserOf(house, cast.kari)).post(`${path}/ingen`);
    house.setNow("2026-12-11T09:00:00Z");
    expect(await remind()).toBe(0);
    expect((await house.store.read.select().from(minutes)).map((row) => row.outcome)).toEqual(["none"]);
  });

  it("grows rarer, rests at weekends and makes up for it on Monday", async () => {
    expect(Array.from({ length: 30 }, (_, day) => day).filter(isReminderDay)).toEqual([1, 3, 7, 14, 21, 28]);
    const friday = await addGathering(house, cast, { localDate: "2026-12-18", openedAt: house.now() });
    await house.store.write(async (tx) => {
      await tx.insert(minutes).values({ gatheringId: id, outcome: "none", byId: cast.kari, at: house.now() });
    });
    house.setNow("2026-12-19T09:00:00Z");
    expect(await remind()).toBe(0);
    house.setNow("2026-12-21T09:00:00Z");
    expect(await remind()).toBe(2);
    expect((await mails("minutes-reminder")).every((mail) => mail.gatheringId === friday)).toBe(true);
  });

  it("does not trouble anyone about a cancelled gathering, nor about one of last spring", async () => {
    await addGathering(house, cast, { localDate: "2026-05-12", openedAt: house.now() });
    await house.store.write(async (tx) => {
      await tx.update(gatherings).set({ cancelledAt: house.now() }).where(eq(gatherings.id, id));
    });
    house.setNow("2026-12-09T09:00:00Z");
    expect(await remind()).toBe(0);
  });
});

it("takes the same number of statements to read, write and run, however much is written", async () => {
  const kari = await browserOf(house, cast.kari);
  const paths = [path, `${path}/skriv`, `/samlinger/${id}/i-dag`, `/samlinger/${id}/dagsorden`];
  const counts = async () => {
    const numbers: number[] = [];
    for (const one of paths) {
      house.statements.length = 0;
      expect((await kari.get(one)).statusCode).toBe(200);
      numbers.push(house.statements.length);
    }
    return numbers;
  };
  await kari.post(`${path}/skriv`, await form());
  await counts();
  const few = await counts();
  for (let i = 0; i < 12; i++) {
    const more = {
      "agenda-0": "",
      "tittel-0": `Utenom ${i}`,
      "tiltak-0": `Enige ${i}`,
      "tiltak-1": `Gjøre ${i}`,
    };
    await kari.post(`${path}/skriv`, await form(more));
  }
  expect(await counts()).toEqual(few);
});

describe("the page of a gathering without minutes", () => {
  it("says where and when they come: to the adviser that they write them, and nothing when there will be none", async () => {
    const kari = await browserOf(house, cast.kari);
    const ola = await browserOf(house, cast.ola);
    const seen = async (moment: string) => {
      house.setNow(moment);
      const pages = [await kari.get(`/samlinger/${id}`), await ola.get(`/samlinger/${id}`)];
      const words = ["skriver du referatet her", "Referatet kommer her", "Det kommer her"];
      return pages.map(({ body }) => words.filter((said) => body.includes(said)));
    };
    const ahead = [["skriver du referatet her"], ["Referatet kommer her"]];
    expect(await seen("2026-12-01T09:00:00Z")).toEqual(ahead);
    expect(await seen("2026-12-08T13:00:00Z")).toEqual(ahead);
    expect(await seen("2026-12-09T09:00:00Z")).toEqual([[], ["Det kommer her"]]);
    await house.store.write((tx) =>
      tx.insert(minutes).values({ gatheringId: id, outcome: "none", at: house.now(), byId: cast.kari }),
    );
    expect(await seen("2026-12-09T09:00:00Z")).toEqual([[], []]);
  });
});
