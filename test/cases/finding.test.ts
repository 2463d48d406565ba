import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCases, type Wanted, wantNothing } from "../../server/cases/finding.ts";
import { loadCases } from "../../server/cases/library.ts";
import { caseCatalogue, caseSources, writtenCases } from "../../server/cases/tables.ts";
import { attendance } from "../../server/gatherings/tables.ts";
import { loadThemes, themeLabel } from "../../server/learning/themes.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import { browserOf, openHouse, root, type TestHouse } from "../house.ts";
import { fileText } from "./desk.ts";

loadThemes(join(root, "content"));
const library = loadCases(join(root, "content"));
const find = (wanted: Partial<Wanted>, discussed: string[] = []) =>
  findCases(library.values(), { ...wantNothing, ...wanted }, "nb", new Set(discussed), themeLabel).map(
    ({ slug }) => slug,
  );

describe("words find a case", () => {
  it.each([
    // the form of the word
    ["lærling", "laerlingene"],
    ["lærlingen", "laerlingene"],
    ["lærlinger", "laerlingene"],
    ["LÆRLINGENE", "laerlingene"],
    // letters one lacks
    ["laerling", "laerlingene"],
    ["kjoekken", "hotellkjokkenet"],
    ["sporsmaal angst", ""],
    ["vaske leiebil", "martin"],
    // the other written form
    ["lærling bakeri", "laerlingene"],
    ["bestillingar", "butikk-og-sprak"],
    ["sykkelverkstad", "naar-det-blir-for-mye"],
    // accents and compounds
    ["kafe", "tuva"],
    ["kafé", "tuva"],
    ["hotell", "hotellkjokkenet"],
    // words that say nothing are no hindrance
    ["hva gjør jeg når lærlingen", "laerlingene"],
    // a theme by its name
    ["taushetsplikt", "barnehagen"],
  ])("%s finds %s", (words, slug) => {
    if (slug === "") expect(find({ words })).toEqual([]);
    else expect(find({ words })).toContain(slug);
  });

  it("puts a word of the title first", () => {
    expect(find({ words: "kassa" })[0]).toBe("tuva");
    expect(find({ words: "lærling" })[0]).toBe("laerlingene");
  });

  it("needs all of them, and finds nothing for what is nowhere", () => {
    expect(find({ words: "tuva kjøleromsdøra" })).toEqual([]);
    expect(find({ words: "ubåt" })).toEqual([]);
  });

  it("does not look through what only the facilitator sees, nor what comes after one's own answer", () => {
    const [tuva] = [library.get("tuva")];
    expect(tuva?.texts.nb.markdown).toContain("bortskjemt");
    expect(find({ words: "bortskjemt" })).toEqual([]);
    expect(tuva?.texts.nb.markdown).toContain("grunnarbeidet");
    expect(find({ words: "grunnarbeidet" })).toEqual([]);
  });

  it("never breaks on what is typed, and never finds more when more is wanted", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.string({ maxLength: 10 }),
        (words, more) => {
          const all = find({ words });
          // Words that say nothing are dropped beside others, so only the telling ones narrow.
          if (words.trim() !== "" && all.length < library.size) {
            for (const slug of find({ words: `${words} xyzzyx${more.replace(/\W/g, "")}` }))
              expect(all).toContain(slug);
          }
          expect(new Set(all).size).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("choices narrow what is found", () => {
  it("by trade, size, theme, minutes and what was discussed, together", () => {
    expect(find({ sector: "barnehage" })).toEqual(["barnehagen"]);
    expect(find({ size: "stor" })).toEqual(["hotellkjokkenet"]);
    expect(find({ theme: "navorg" })).toEqual(["laerlingene"]);
    expect(find({ minutes: 30 })).toEqual([]);
    expect(find({ minutes: 45 })).toHaveLength(7);
    expect(find({ sector: "butikk" })).toHaveLength(3);
    expect(find({ sector: "butikk", notDiscussed: true }, ["tuva"])).toHaveLength(2);
    expect(find({ sector: "butikk", theme: "helse" })).toEqual(["naar-det-blir-for-mye"]);
    expect(find({ sector: "butikk", theme: "helse", words: "kasse" })).toEqual([]);
  });

  it("without any, all are there, in the order of their titles", () => {
    expect(find({})).toEqual([...library.keys()]);
  });
});

const plain = (html: string) => html.replaceAll("&amp;", "&");
let house: TestHouse;
let cast: Cast;
describe("the list of cases", () => {
  beforeEach(async () => {
    house = await openHouse();
    cast = await addCast(house.store);
  });
  afterEach(() => house.close());

  it("keeps what was asked for, and helps when nothing fits", async () => {
    const ola = await browserOf(house, cast.ola);
    const found = await ola.get("/eksempler?sok=laerling&tema=navorg&tid=45");
    expect(found.body).toContain("1 eksempel passer.");
    expect(found.body).toContain('value="laerling"');
    expect(found.body).toMatch(/<option value="navorg" selected>/);
    const none = await ola.get("/eksempler?sok=ub%C3%A5t");
    expect(none.body).toContain("Ingen eksempler passer til alt dette.");
    expect(none.body).toContain("Vis alle eksempler");
    expect((await ola.get("/eksempler?tid=abc&tema=%00x&bransje=ukjent")).statusCode).toBe(404);
    expect((await ola.get("/eksempler?tid=abc&bransje=ukjent&sok=a&sok=b")).statusCode).toBe(200);
  });

  it("comes twenty at a time, each case once, with the same number of statements", async () => {
    const ola = await browserOf(house, cast.ola);
    const get = async (url: string) => {
      house.statements.length = 0;
      const { body } = await ola.get(url);
      return { body, statements: house.statements.length };
    };
    await get("/eksempler");
    const few = await get("/eksempler");
    await house.store.write(async (tx) => {
      for (let i = 0; i < 30; i++) {
        const slug = `skrevet-${i}`;
        const markdown = fileText("tuva", "nb").replace("Tuva vil ikke i kassa", `Eksempel ${i}`);
        await tx.insert(writtenCases).values({ slug, createdAt: house.now(), publishedVersion: 1 });
        const source = {
          slug,
          version: 1,
          language: "nb" as const,
          markdown,
          revision: 1,
          savedAt: house.now(),
        };
        await tx.insert(caseSources).values(source);
      }
      await tx.insert(caseCatalogue).values({ id: "published", stamp: 1 });
    });
    await get("/eksempler"); // the new ones are read once
    const first = await get("/eksempler?bransje=butikk");
    expect(first.statements).toBe(few.statements);
    const more = plain(/href="(\/eksempler\?[^"]*etter=[^"]+)"/.exec(first.body)?.[1] as string);
    const second = await get(more);
    const slugsIn = (body: string) =>
      [...body.matchAll(/<a href="\/eksempler\/([a-z0-9-]+)" class/g)].map((m) => m[1]);
    expect(slugsIn(first.body)).toHaveLength(20);
    expect(new Set([...slugsIn(first.body), ...slugsIn(second.body)]).size).toBe(33);
    expect(second.body).not.toContain("etter=");
  });

  it("leaves out what my networks have discussed, by attendance and not by plan", async () => {
    const held = await addGathering(house, cast, { localDate: "2026-10-13" });
    const ola = await browserOf(house, cast.ola);
    const url = "/eksempler?nytt=ja";
    expect((await ola.get(url)).body).toContain("Tuva vil ikke i kassa");
    await house.store.write((tx) =>
      tx.insert(attendance).values({
        gatheringId: held,
        personId: cast.siri,
        status: "present",
        recordedById: cast.kari,
        recordedAt: house.now(),
      }),
    );
    expect((await ola.get(url)).body).not.toContain("Tuva vil ikke i kassa");
    const stranger = await browserOf(house, cast.strangeMentor);
    expect((await stranger.get(url)).body).toContain("Tuva vil ikke i kassa");
  });

  it("a case's page says where and when own networks discussed it; others' stay unknown", async () => {
    const held = await addGathering(house, cast, { localDate: "2026-10-13" });
    const cancelled = await addGathering(house, cast, { localDate: "2026-09-08", cancelledAt: house.now() });
    await addGathering(house, cast, { localDate: "2026-12-08" });
    await house.store.write(async (tx) => {
      for (const [gatheringId, status] of [
        [held, "digital"],
        [cancelled, "present"],
      ] as const) {
        await tx.insert(attendance).values({
          gatheringId,
          personId: cast.ola,
          status,
          recordedById: cast.kari,
          recordedAt: house.now(),
        });
      }
    });
    const { body } = await (await browserOf(house, cast.ola)).get("/eksempler/tuva");
    expect(body).toContain("Mentornettverk Prøvebyen, tirsdag 13.\u00a0oktober 2026");
    expect(body).not.toContain("8.\u00a0september");
    expect(body).not.toContain("8.\u00a0desember");
    const list = await (await browserOf(house, cast.ola)).get("/eksempler");
    expect(list.body).toContain("Du var med og snakket om det");
    expect((await (await browserOf(house, cast.siri)).get("/eksempler")).body).not.toContain(
      "Du var med og snakka",
    );
    const stranger = await (await browserOf(house, cast.strangeMentor)).get("/eksempler/tuva");
    expect(stranger.body).not.toContain("Prøvebyen");
  });
});
