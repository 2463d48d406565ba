/**
 * The seal, from outside: every route there is, asked as everyone there is, and nowhere another group's
 * answer before the facilitator reveals it.
 */
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf } from "../../server/cases/group-answer.ts";
import * as caseTables from "../../server/cases/tables.ts";
import * as gatheringTables from "../../server/gatherings/tables.ts";
import * as learning from "../../server/learning/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { addCast, type Cast } from "../cast.ts";
import { cookieOf, openHouse, type TestHouse } from "../house.ts";
import { openTuva } from "./group.ts";

const marker = "Hemmelighetsmerket";
/** Enough to search by; a page that echoes it has given nothing away. */
const begun = marker.slice(0, 12);
let house: TestHouse;
let cast: Cast;
let session: Awaited<ReturnType<typeof openTuva>>;
/** Who asks, by the cookie they carry. */
const askers: Record<string, string> = {};
let answerId = "";

beforeAll(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  session = await openTuva(house, cast);
  askers["stranger"] = "";
  askers["a phone of another group"] = await session.phone(2);
  askers["a phone of its own"] = await session.phone(1);
  const other = await openTuva(house, cast);
  askers["a phone of another session"] = await other.phone(1);
  for (const key of [
    "kari",
    "tore",
    "ola",
    "siri",
    "nina",
    "leif",
    "randi",
    "amir",
    "strangeAdviser",
  ] as const) {
    askers[key] = await cookieOf(house, cast[key]);
    // one may be signed in and hold a phone of another group at the same time
    if (key === "kari" || key === "ola")
      askers[`${key} with a phone`] = `${askers[key]}; ${askers["a phone of another group"]}`;
  }
  await session.size(1, 4);
  await session.open();
  await session.save(session.keyOf(1), marker, { isAboutNav: true, mayShare: true });
  answerId = (await house.store.write((tx) => answerOf(tx, session.keyOf(1))))?.id as string;
});
afterAll(() => house.close());

/** Ids by the name a route gives them, so that every address leads to what there is. */
function fill(url: string): string[] {
  const { sessionId, gatheringId } = session;
  const byStart: [RegExp, string][] = [
    [/^\/gruppe\/:id/, sessionId],
    [/^\/samlinger\/:id/, gatheringId],
    [/^\/nettverk\/:id/, cast.network],
    [/./, sessionId],
  ];
  const id = (byStart.find(([start]) => start.test(url)) as [RegExp, string])[1];
  return [
    url
      .replace(/:slug/g, "tuva")
      .replace(/:question/g, "hos-tuva")
      .replace(/:round/g, "1")
      .replace(/:personId/g, cast.ola)
      .replace(/:id/g, id)
      .replace(/:\w+/g, answerId)
      .replace("*", "x"),
  ];
}

const queries = [
  "",
  `?samling=%G&q=${begun}&sok=${begun}&sporsmal=hos-tuva&runde=2&gruppe=1&vis=alle&svar=%A&format=csv`,
];
const forms = () => [
  "",
  `ord=${begun}&versjon=0&sett=`, // a conflict hands back both texts
  `svar=${answerId}&handling=nav`,
  `svar=${answerId}&handling=del`,
  `svar=${answerId}&handling=godkjenn`,
  `svar=${answerId}&hvem=nav&bunke=&telefon=1&gruppe=2&antall=5&navn=A&sporsmal=hos-tuva&runde=1`,
  `sporsmal=hos-tuva&runde=2&handling=apne`,
  `sporsmal=hos-tuva&runde=1&handling=lukk`,
  `sporsmal=hos-tuva&runde=1&handling=tid`,
];

/** Those who may read the marker: the phones of the group itself. */
const mayRead = new Set(["a phone of its own"]);
/** Where answers of groups live, are read from or are carried to: everyone asks there. Elsewhere these do, one of each kind. */
const near = /^\/(gruppe|eksempler|samlinger|innspill|laeringspunkter|nettverk)/;
const tellTale = new Set([
  "stranger",
  "a phone of another group",
  "kari with a phone",
  "ola",
  "leif",
  "amir",
]);
/** What ends the session or lets the reader in by right: not part of breaking the seal. */
const notPressed = new Set([
  "/gruppe/:id/slutt",
  "/gruppe/:id/kode",
  "/gruppe/:id/telefon",
  "/logg-ut",
  "/gruppe",
]);

describe("before the answers are revealed", () => {
  it("no request of any kind, from anyone, gives another group's answer", async () => {
    const app = await house.app();
    const leaks: string[] = [];
    let asked = 0;
    const look = async (who: string, method: "GET" | "HEAD" | "POST", url: string, payload?: string) => {
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(askers[who] ? { cookie: askers[who] } : {}),
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
        },
        ...(payload === undefined ? {} : { payload }),
      });
      asked++;
      const all = response.body + JSON.stringify(response.headers);
      if (all.includes(marker)) leaks.push(`${who} ${method} ${url} ${payload ?? ""}`);
      if (response.statusCode >= 500) leaks.push(`${who} ${method} ${url}: ${response.statusCode}`);
    };
    // what stops an answer is no query of one engine: a few of the askers tell whether PostgreSQL says the same
    const all =
      engine === "postgres" ? ["stranger", "ola with a phone", "kari with a phone"] : Object.keys(askers);
    for (const who of all.filter((key) => !mayRead.has(key))) {
      for (const { method, url } of app.routeTable) {
        if (method !== "GET" && method !== "HEAD" && method !== "POST") continue;
        if (!near.test(url) && !tellTale.has(who)) continue;
        for (const path of fill(url)) {
          if (method === "POST") {
            if (notPressed.has(url)) continue;
            const isNear = url.startsWith("/gruppe") || url.startsWith("/eksempler");
            for (const form of isNear ? forms() : forms().slice(0, 3)) await look(who, "POST", path, form);
          } else
            for (const query of method === "HEAD" ? [""] : queries)
              await look(
                who,
                method,
                path + query.replace("%G", session.gatheringId).replace("%A", answerId),
              );
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(2000);
  }, 240_000);

  it("the group's own phones do get it", async () => {
    const app = await house.app();
    const { body } = await app.inject({
      url: `/gruppe/${session.sessionId}`,
      headers: { cookie: askers["a phone of its own"] as string },
    });
    expect(body).toContain(marker);
  });

  it("nothing of it stands in any other table: not in feedback, not in minutes", async () => {
    const tables = Object.values({ ...learning, ...gatheringTables, ...caseTables }).filter(
      (thing): thing is typeof learning.feedback => is(thing, Table),
    );
    const holding: string[] = [];
    for (const table of tables) {
      expect(Object.keys(getTableColumns(table)).length).toBeGreaterThan(0);
      const rows = await house.store.read.select().from(table);
      if (JSON.stringify(rows).includes(marker)) holding.push(getTableName(table));
    }
    expect(holding.sort()).toEqual(["group_answers", "group_saves"]);
  });
});

describe("when the facilitator reveals", () => {
  it("everyone in the room gets it, and the mark for Nav becomes feedback once", async () => {
    const app = await house.app();
    const post = () =>
      app.inject({
        method: "POST",
        url: `/gruppe/${session.sessionId}/sporsmal`,
        headers: {
          cookie: askers["kari"] as string,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
        },
        payload: "sporsmal=hos-tuva&runde=1&handling=vis",
      });
    await Promise.all([post(), post()]);
    for (const [who, path] of [
      ["a phone of another group", `/gruppe/${session.sessionId}`],
      ["kari", `/gruppe/${session.sessionId}/leder`],
      ["tore", `/gruppe/${session.sessionId}/skjerm`],
      ["ola", `/gruppe/${session.sessionId}/resultat`],
    ] as const) {
      const { body } = await app.inject({ url: path, headers: { cookie: askers[who] as string } });
      expect([who, body.includes(marker)]).toEqual([who, true]);
    }
    const words = await house.store.read.select().from(learning.feedbackWords);
    expect(words.filter(({ text }) => text?.includes(marker))).toHaveLength(1);
    expect(await house.store.read.select().from(learning.feedbackAuthors)).toEqual([]);
    for (const who of ["strangeAdviser", "amir", "stranger", "a phone of another session"]) {
      const { body } = await app.inject({
        url: `/gruppe/${session.sessionId}/resultat`,
        headers: askers[who] ? { cookie: askers[who] } : {},
      });
      expect([who, body.includes(marker)]).toEqual([who, false]);
    }
  });
});
