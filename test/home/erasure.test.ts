import { existsSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attendance, invitations, rsvps } from "../../server/gatherings/tables.ts";
import { erasePerson, hindrancesOf } from "../../server/home/erasure.ts";
import { heldGroups } from "../../server/home/holdings-page.ts";
import { feedback, feedbackAuthors, feedbackWords } from "../../server/learning/tables.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import { memberships } from "../../server/networks/tables.ts";
import { auditLog, personRoles, persons, sessions } from "../../server/people/tables.ts";
import { blank } from "../../server/privacy/blank.ts";
import { holdingsOf } from "../../server/privacy/holdings.ts";
import { newId } from "../../server/store/columns.ts";
import { engine } from "../../server/store/engine.ts";
import { shapes } from "../../server/store/shape.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { itemOf, send } from "../learning/loop.ts";
import { anonymous, life, liveAll, traces } from "./life.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** Every value of every column of every table, structured ones and whole mails as text. */
async function everyColumn(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const { name, table } of shapes().values()) {
    const rows: Record<string, unknown>[] = await house.store.read.select().from(table);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        const text = typeof value === "string" ? value : JSON.stringify(value);
        const decoded = column === "raw" ? Buffer.from(text, "base64").toString() : text;
        found.push([`${name}.${column}`, decoded]);
      }
    }
  }
  return found;
}

const where = (columns: [string, string][], trace: string) =>
  columns.filter(([, text]) => text.toLowerCase().includes(trace.toLowerCase())).map(([column]) => column);

async function eraseThroughPage(personId: string) {
  const browser = await browserOf(house, personId);
  return browser.post("/min-side/sletting", { ja: "ja" });
}

describe("after 'delete me', for someone who did everything", () => {
  it("no column of any table holds their name, their address or a word they owned", async () => {
    const id = await liveAll(house, cast);
    const before = await everyColumn();
    expect(traces().filter((trace) => where(before, trace).length === 0)).toEqual([]);
    const response = await eraseThroughPage(id);
    expect([response.statusCode, response.headers.location]).toEqual([303, "/"]);
    const after = await everyColumn();
    const left = traces().flatMap((trace) => where(after, trace).map((column) => `${column}: ${trace}`));
    expect(left).toEqual([]);
  });

  it.runIf(engine === "sqlite")(
    "nor do the bytes of the file and its journal, while it is open",
    async () => {
      const id = await liveAll(house, cast);
      await house.store.tidy();
      const file = house.config.databaseUrl.replace("file:", "");
      const bytes = () =>
        Buffer.concat([file, `${file}-wal`].filter((one) => existsSync(one)).map((one) => readFileSync(one)));
      const isThere = (trace: string) => bytes().includes(trace);
      expect(traces().filter((trace) => !isThere(trace))).toEqual([]);
      const raw = (await house.store.read.select().from(incoming)).map((row) => row.raw?.slice(0, 60) ?? "-");
      expect(raw.filter((one) => !isThere(one))).toEqual([]);
      await eraseThroughPage(id);
      expect([...traces(), ...raw].filter(isThere)).toEqual([]);
    },
  );

  it("what happened stays: who came is a number, feedback is still there, others' words too", async () => {
    const id = await liveAll(house, cast);
    const authored = await house.store.read
      .select()
      .from(feedbackAuthors)
      .where(eq(feedbackAuthors.personId, id));
    await eraseThroughPage(id);
    const read = house.store.read;
    expect(await read.select().from(attendance).where(eq(attendance.personId, id))).toHaveLength(1);
    expect(await read.select().from(feedback)).toHaveLength(4);
    const texts = (await read.select().from(feedbackWords)).map(({ text }) => text);
    expect(texts.filter((text) => text === blank)).toHaveLength(3);
    expect(texts).toContain(anonymous.text);
    expect(authored).toHaveLength(3);
    const [row] = await read.select().from(memberships).where(eq(memberships.personId, id));
    expect(row?.until).toBe("2026-11-10");
    expect((await read.select().from(persons).where(eq(persons.id, cast.kari)))[0]?.name).toBe("Kari Nordli");
    const log = await read.select().from(auditLog).where(eq(auditLog.personId, id));
    expect(log.map(({ event }) => event)).toContain("person-deleted");
  });

  it("nobody is signed in as them, no link opens, no mail goes out, and their place goes on", async () => {
    const id = await liveAll(house, cast);
    const browser = await browserOf(house, id);
    await browser.post("/min-side/sletting", { ja: "ja" });
    expect((await browser.get("/samlinger")).headers.location).toContain("/logg-inn");
    const read = house.store.read;
    expect(await read.select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
    expect(await read.select().from(personRoles).where(eq(personRoles.personId, id))).toEqual([]);
    expect(await read.select().from(outbox).where(eq(outbox.personId, id))).toEqual([]);
    const mine = await read.select().from(invitations).where(eq(invitations.personId, id));
    expect(mine.filter((one) => one.linkVersion < 1000)).toEqual([]);
    const [ola] = await read.select().from(rsvps).where(eq(rsvps.personId, cast.ola));
    expect(ola?.placement).toBe("seat");
    const link = await browser.post("/logg-inn", { epost: life.email });
    expect(link.statusCode).toBe(303);
    expect(await read.select().from(outbox).where(eq(outbox.kind, "sign-in"))).toEqual([]);
  });

  it("mail to and from their address goes too, where nobody knew that it was theirs", async () => {
    const id = await liveAll(house, cast);
    const raw = Buffer.from(`From: ${life.email}\r\n\r\nKlippfiskord ukjent`).toString("base64");
    await house.store.write(async (tx) => {
      const came = { messageKey: "ukjent", receivedAt: house.now(), outcome: "human" as const };
      const said = { fromAddress: life.email.toLowerCase(), words: "Klippfiskord ukjent", raw };
      await tx.insert(incoming).values({ id: newId(), ...came, ...said, isWaiting: true });
      const [mail] = await tx.select().from(outbox).where(eq(outbox.personId, id)).limit(1);
      const copy = { ...(mail as typeof outbox.$inferSelect), personId: null, onceKey: null };
      const to = { toAddress: life.email, messageId: "ukjent@her.example", state: "queued" as const };
      await tx.insert(outbox).values({ ...copy, ...to, id: newId() });
    });
    await eraseThroughPage(id);
    const [mail] = await house.store.read.select().from(incoming).where(eq(incoming.messageKey, "ukjent"));
    expect(mail).toMatchObject({ fromAddress: null, words: null, raw: null, isWaiting: false });
    const sent = await house.store.read
      .select()
      .from(outbox)
      .where(eq(outbox.messageId, "ukjent@her.example"));
    expect(sent).toEqual([]);
  });

  it("the same address may register again as someone new", async () => {
    const id = await liveAll(house, cast);
    await eraseThroughPage(id);
    const kari = await browserOf(house, cast.kari);
    const again = { navn: life.name, epost: life.email, sprak: "nb", rolle: "mentor" };
    expect((await kari.post(`/nettverk/${cast.network}/medlemmer`, again)).statusCode).toBe(303);
    const found = await house.store.read.select().from(persons).where(eq(persons.name, life.name));
    expect(found).toHaveLength(1);
    expect(found[0]?.id).not.toBe(id);
  });
});

describe("deleting oneself", () => {
  it("needs a tick, and twice is once", async () => {
    const ola = await browserOf(house, cast.ola);
    const page = await ola.post("/min-side/sletting");
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Kryss av for at du vil slette.");
    const facts = { personId: cast.ola, byId: cast.ola };
    const both = await Promise.all([
      erasePerson(house.store, house.mailer, facts, house.now()),
      erasePerson(house.store, house.mailer, facts, house.now()),
    ]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const again = await erasePerson(house.store, house.mailer, facts, house.now());
    expect(again).toEqual({ ok: false, reason: "gone" });
  });

  it("leaves a namesake's name where it is", async () => {
    const { addPerson } = await import("../cast.ts");
    await house.store.write((tx) => addPerson(tx, { name: "Zara Brekke", roles: ["mentor"] }));
    const other = await house.store.write(async (tx) => {
      const id = await addPerson(tx, { name: "Zora Brekke", roles: ["mentor"] });
      await tx.update(persons).set({ name: "Ola Brekke", sortKey: "ola brekke" }).where(eq(persons.id, id));
      return id;
    });
    await addGathering(house, cast, { title: "Ola Brekke forteller" });
    await eraseThroughPage(cast.ola);
    const [row] = await house.store.read.select().from(persons).where(eq(persons.id, other));
    expect(row?.name).toBe("Ola Brekke");
    expect(where(await everyColumn(), "Ola Brekke forteller")).toEqual(["gatherings.title"]);
  });

  it("is refused to the only adviser of a network, a leader with items waiting, the only administrator", async () => {
    const read = house.store.read;
    expect(await hindrancesOf(read, cast.ola)).toEqual([]);
    expect(await hindrancesOf(read, cast.kari)).toEqual([]); // Tore is there
    expect(await hindrancesOf(read, cast.strangeAdviser)).toEqual([
      { kind: "only-adviser", networks: ["Mentornettverk Annetsteds"] },
    ]);
    expect(await hindrancesOf(read, cast.amir)).toEqual([{ kind: "only-administrator" }]);
    const { itemId } = await itemOf(house, cast);
    await send(house, cast, itemId, await addGathering(house, cast));
    expect(await hindrancesOf(read, cast.leif)).toEqual([{ kind: "waiting-items", count: 1 }]);

    const gro = await browserOf(house, cast.strangeAdviser);
    const refused = await gro.post("/min-side/sletting", { ja: "ja" });
    expect(refused.headers.location).toBe("/min-side/sletting");
    const page = await gro.get("/min-side/sletting");
    expect(page.body).toContain("Du er eneste rådgiver i Mentornettverk Annetsteds.");
    expect(page.body).not.toContain("Slett meg nå");
    const [row] = await read.select().from(persons).where(eq(persons.id, cast.strangeAdviser));
    expect(row?.erasedAt).toBeNull();
  });
});

describe("an administrator", () => {
  it("erases someone who asks, after a tick, and it is noted who did it", async () => {
    const amir = await browserOf(house, cast.amir);
    const path = `/personer/${cast.ola}/sletting`;
    expect((await amir.get(path)).body).toContain("Slett Ola Brekke");
    expect((await amir.post(path)).statusCode).toBe(422);
    expect((await amir.post(path, { ja: "ja" })).headers.location).toBe("/personer");
    const [row] = await house.store.read.select().from(persons).where(eq(persons.id, cast.ola));
    expect(row?.erasedAt).not.toBeNull();
    const log = await house.store.read.select().from(auditLog).where(eq(auditLog.event, "person-deleted"));
    expect(log).toMatchObject([{ byId: cast.amir, personId: cast.ola }]);
    expect((await amir.get(path)).statusCode).toBe(404);
    expect((await amir.get("/personer")).body).not.toContain(cast.ola);
    expect((await amir.get(`/personer/${cast.amir}/sletting`)).headers.location).toBe("/min-side/sletting");
    const hindered = `/personer/${cast.strangeAdviser}/sletting`;
    expect((await amir.get(hindered)).body).toContain("eneste rådgiver i Mentornettverk Annetsteds");
    expect((await amir.post(hindered, { ja: "ja" })).headers.location).toBe(hindered);
  });

  it("alone may", async () => {
    for (const who of [cast.kari, cast.leif, cast.siri]) {
      const response = await (await browserOf(house, who)).post(`/personer/${cast.ola}/sletting`, {
        ja: "ja",
      });
      expect(response.statusCode).toBe(403);
    }
  });
});

describe("everything held about a person", () => {
  it("holds each of their words, once looked for, and no word of another's", async () => {
    const id = await liveAll(house, cast);
    await house.store.write((tx) =>
      tx.insert(outbox).values({
        kind: "x",
        personId: cast.ola,
        toAddress: "ola@demo.example",
        toName: "Ola Brekke",
        subject: "Bare til Ola",
        textBody: "Bare til Ola",
        htmlBody: "",
        headers: {},
        messageId: "x@demo",
        state: "queued",
        notBefore: house.now(),
        createdAt: house.now(),
      }),
    );
    const browser = await browserOf(house, id);
    const json = await browser.get("/min-side/alt.json");
    expect(json.headers["content-disposition"]).toContain("attachment");
    const own = traces().filter((trace) => trace.startsWith("Klippfiskord"));
    expect(own.filter((trace) => !json.body.includes(trace))).toEqual([]);
    for (const one of [life.name, life.email, life.phone, life.jobTitle]) expect(json.body).toContain(one);
    expect(json.body).not.toContain("Bare til Ola");
    expect(json.body).not.toContain(anonymous.text);
    for (const { tokenHash } of await house.store.read.select().from(sessions)) {
      expect(json.body).not.toContain(tokenHash);
    }
    const text = await browser.get("/min-side/alt.txt");
    expect(own.filter((trace) => !text.body.includes(trace))).toEqual([]);
    const page = await browser.get("/min-side/alt");
    expect(own.filter((trace) => !page.body.includes(trace))).toEqual([]);
    expect(page.body).toContain("Anonyme innspel");
    const log = await house.store.read.select().from(auditLog).where(eq(auditLog.personId, id));
    expect(log.filter(({ event }) => event === "own-data-downloaded")).toHaveLength(1);
  });

  it("does not tell an adviser that there is feedback about them, nor a mentor who else is invited", async () => {
    await liveAll(house, cast);
    const kari = JSON.stringify(await holdingsOf(house.store.read, cast.kari));
    expect(kari).not.toContain("Klippfiskord");
    expect(kari).not.toContain("isAboutAdviser");
    const ola = JSON.stringify(await holdingsOf(house.store.read, cast.ola));
    expect(ola).not.toContain("Siri");
    expect(ola).not.toContain("Klippfiskord");
  });
});

it("words that look like a date, and are none, stand as they were written", () => {
  const row = {
    a: "2026-02-28",
    b: "2026-02-31",
    c: "2026-99-99T99:99Z",
    d: "2026-12-08T12:05:00Z",
    e: "__proto__",
  };
  const [group] = heldGroups([{ table: "feedback_words", as: "own", rows: [row], isCut: false }], "nb");
  expect(group?.rows[0]?.map(({ value }) => value)).toEqual([
    "lørdag 28.\u00a0februar 2026",
    "2026-02-31",
    "2026-99-99T99:99Z",
    "tirsdag 8.\u00a0desember 2026, 13.05",
    "__proto__",
  ]);
});
