import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approveDraft } from "../../server/cases/publication.ts";
import { caseSources, caseVersions, reflections, writtenCases } from "../../server/cases/tables.ts";
import { addCast, addPerson, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { allTicked, beginDraft, fileText, formOf, publish, slugIn } from "./desk.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const tuva = fileText("tuva", "nb")
  .replace("Tuva vil ikke i kassa", "Ny i kassa")
  .replaceAll("Tuva", "Lotte");
const editor = (path: string, language = "nb") => `${path}/tekst/${language}`;
const bySlug = (path: string) => eq(caseSources.slug, slugIn(path));
const versions = () => house.store.read.select().from(caseVersions);

describe("a case written in the browser", () => {
  it("is seen by mentors only after a second adviser has approved and it is published", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const ola = await browserOf(house, cast.ola);
    const address = `/eksempler/${slugIn(path)}`;
    expect((await ola.get(address)).statusCode).toBe(404);
    expect((await ola.get("/eksempler")).body).not.toContain("Ny i kassa");
    await publish(house, path, cast.tore);
    expect((await ola.get("/eksempler")).body).toContain("Ny i kassa");
    const { body } = await ola.get(address);
    expect(body).toContain("Lotte holder en eske knekkebrød");
    expect(body).toContain("Godkjent av rådgiver.");
    expect(body).not.toContain("Tore Vik");
  });

  it("is begun with a title only, and says what is missing", async () => {
    const kari = await browserOf(house, cast.kari);
    const begun = await kari.post("/eksempler/utkast/nytt", {
      sprak: "nb",
      tittel: "Halvferdig",
      revisjon: "0",
    });
    expect(begun.statusCode).toBe(303);
    const { body } = await kari.get(String(begun.headers.location));
    expect(body).toContain("Dette mangler før noen kan godkjenne");
    expect(body).toContain("Delen «Situasjonen» er tom: Skriv den.");
    expect(body).toContain("«Sammendrag» mangler. Fyll ut.");
    const path = String(begun.headers.location);
    expect((await kari.get(`${path}/visning/nb`)).statusCode).toBe(200);
    const tore = await browserOf(house, cast.tore);
    const refused = await tore.post(`${path}/godkjenning`, { ...allTicked, revisjon: "1" });
    expect([refused.statusCode, refused.body.includes("Noe mangler fortsatt")]).toEqual([422, true]);
  });

  it("says what is missing in the adviser's own language", async () => {
    const siv = await house.store.write((tx) =>
      addPerson(tx, { name: "Siv Nynorsk", roles: ["adviser"], language: "nn" }),
    );
    const path = await beginDraft(house, siv, tuva.replace(/## Prøv dette[^#]*/, "## Prøv dette\n\n"));
    expect((await (await browserOf(house, siv)).get(path)).body).toContain(
      "Delen «Prøv dette» er tom: Skriv han.",
    );
  });

  it("is refused where it could not be kept as it is, with everything typed still there", async () => {
    const kari = await browserOf(house, cast.kari);
    const form = formOf(tuva, "nb", 0, {
      "del-situation": "## Spørsmål\nmine",
      lesetid: "mange",
      "hjelp-0": "# Stort",
      "setning-1": "x".repeat(161),
      "del-tryThis": "Ring 912 34 567.",
      sammendrag: "Skriv til ola@demo.example",
    });
    const page = await kari.post("/eksempler/utkast/nytt", form);
    expect(page.statusCode).toBe(422);
    for (const kept of ["## Spørsmål\nmine", "mange", "# Stort", "x".repeat(161), "Ring 912 34 567."]) {
      expect(page.body).toContain(kept);
    }
    for (const name of ["del-situation", "lesetid", "hjelp-0", "setning-1", "del-tryThis", "sammendrag"]) {
      expect(page.body, name).toContain(`href="#${name}"`);
    }
    expect(await house.store.read.select().from(writtenCases)).toEqual([]);
  });

  it("warns the writer and the approver of names and of what points to someone", async () => {
    const telling = "Lærlingen på Kiwi ble sykmeldt i mai.";
    const path = await beginDraft(
      house,
      cast.kari,
      tuva.replace("Hun er kvikk.", `Hun ligner på Anders. ${telling}`),
    );
    const tore = await browserOf(house, cast.tore);
    for (const page of [path, `${path}/godkjenning`]) {
      const { body } = await tore.get(page);
      expect(body).toContain("Anders");
      expect(body).toContain(telling);
    }
  });

  it("keeps the ids of questions, whatever their words become and wherever they move", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    await kari.post(
      editor(path),
      formOf(tuva, "nb", 1, { "setning-0": "Helt andre ord?", handling: "ned-0" }),
    );
    const [source] = await house.store.read.select().from(caseSources).where(bySlug(path));
    const ids = [...(source?.markdown ?? "").matchAll(/\{#(\S+) /g)].map((match) => match[1]);
    expect(ids.slice(0, 2)).toEqual(["torsdag", "hos-tuva"]);
    expect(source?.markdown).toContain("### Helt andre ord? {#hos-tuva ");
  });

  it("takes a question out and puts a new one in with an id of its own", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    const more = {
      "id-5": "",
      "setning-5": "Køen vokser igjen?",
      "slag-5": "open",
      "hjelp-5": "",
      "svar-5": "",
    };
    await kari.post(editor(path), formOf(tuva, "nb", 1, { ...more, handling: "fjern-0" }));
    const [source] = await house.store.read.select().from(caseSources).where(bySlug(path));
    const ids = [...(source?.markdown ?? "").matchAll(/\{#(\S+) /g)].map((match) => match[1]);
    expect(ids).toEqual(["torsdag", "unngaa", "varene", "fra-nav", "koen-vokser-igjen"]);
  });
});

describe("approval", () => {
  const approve = async (path: string, who: string, revision = 1, ticks: object = allTicked) =>
    (await browserOf(house, who)).post(`${path}/godkjenning`, { ...ticks, revisjon: String(revision) });

  it("by whoever wrote is refused, by the page and by the domain, also after someone else wrote too", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const refused = await approve(path, cast.kari);
    expect([refused.statusCode, refused.body.includes("må en annen rådgiver godkjenne")]).toEqual([
      422,
      true,
    ]);
    const tore = await browserOf(house, cast.tore);
    await tore.post(editor(path), formOf(tuva, "nb", 1, { kilde: "Flere samtaler" }));
    const key = { slug: slugIn(path), version: 1, revision: 2 };
    for (const byId of [cast.kari, cast.tore]) {
      const result = await house.store.write((tx) => approveDraft(tx, { ...key, byId }, house.now()));
      expect(result).toEqual({ ok: false, reason: "own" });
    }
    const result = await approve(path, cast.strangeAdviser, 2);
    expect(result.statusCode).toBe(303);
  });

  it("needs every point of the checklist, and keeps what was ticked", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    for (const missing of Object.keys(allTicked)) {
      const { [missing as "diktet"]: _, ...ticks } = allTicked;
      const page = await approve(path, cast.tore, 1, ticks);
      expect(page.statusCode).toBe(422);
      expect(page.body.match(/ checked/g)).toHaveLength(3);
    }
    expect((await versions())[0]?.approvedRevision).toBeNull();
  });

  it("is for the words one has read: it fails when they changed, and falls when they change after", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    await kari.post(editor(path), formOf(tuva, "nb", 1, { kilde: "Nytt" }));
    const late = await approve(path, cast.tore, 1);
    expect([late.statusCode, late.body.includes("Noen har endret teksten")]).toEqual([422, true]);
    expect((await approve(path, cast.tore, 2)).statusCode).toBe(303);
    await kari.post(editor(path), formOf(tuva, "nb", 2, { kilde: "Enda nyere" }));
    const published = await kari.post(`${path}/publisering`);
    expect(published.headers.location).toBe(path);
    expect((await versions())[0]?.publishedAt).toBeNull();
  });

  it("stores who, and tells mentors the role", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    expect((await versions())[0]).toMatchObject({ approvedById: cast.tore, approvedRevision: 1 });
    const [source] = await house.store.read.select().from(caseSources).where(bySlug(path));
    expect(source?.markdown).toContain("\napprovedBy: rådgiver\nstatus: published\n");
  });

  it("saving without a change leaves it standing", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await approve(path, cast.tore);
    await (await browserOf(house, cast.kari)).post(editor(path), formOf(tuva, "nb", 1));
    expect((await versions())[0]).toMatchObject({ revision: 1, approvedRevision: 1 });
  });
});

describe("two who write at once", () => {
  it("the second sees what the first saved, keeps their own words, and may save over it", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    const tore = await browserOf(house, cast.tore);
    await kari.post(editor(path), formOf(tuva, "nb", 1, { "del-tryThis": "- Karis råd." }));
    const mine = formOf(tuva, "nb", 1, { "del-tryThis": "- Tores råd." });
    const page = await tore.post(editor(path), mine);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Kari Nordli lagret mens du skrev");
    expect(page.body).toMatch(/<dt[^>]*>Prøv dette<\/dt><dd[^>]*>- Karis råd\./);
    expect(page.body.match(/<dt/g)).toHaveLength(1);
    expect(page.body).toMatch(/<textarea id="del-tryThis"[^>]*>- Tores råd\.<\/textarea>/);
    const revision = /name="revisjon" value="(\d+)"/.exec(page.body)?.[1];
    expect((await tore.post(editor(path), { ...mine, revisjon: String(revision) })).statusCode).toBe(303);
    const [source] = await house.store.read.select().from(caseSources).where(bySlug(path));
    expect(source?.markdown).toContain("- Tores råd.");
  });

  it("at the very same moment, one wins and one is told", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const writers = await Promise.all([cast.kari, cast.tore].map((who) => browserOf(house, who)));
    const saves = writers.map((browser, i) =>
      browser.post(editor(path), formOf(tuva, "nb", 1, { kilde: `Kilde ${i}` })),
    );
    const statuses = (await Promise.all(saves)).map(({ statusCode }) => statusCode);
    expect(statuses.sort()).toEqual([303, 422]);
  });

  it("writing on after it was published keeps the words and says so", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    const kari = await browserOf(house, cast.kari);
    const page = await kari.post(editor(path), formOf(tuva, "nb", 1, { kilde: "For sent" }));
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("For sent");
    expect(page.body).toContain("Noen publiserte denne utgaven");
  });
});

describe("versions", () => {
  it("a published one is not edited; a new one begins from it, and mentors read the old one meanwhile", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.get(editor(path))).statusCode).toBe(404);
    await kari.post(`${path}/utgave`);
    expect((await kari.post(`${path}/utgave`)).headers.location).toBe(path);
    expect(await versions()).toHaveLength(2);
    await kari.post(
      editor(path),
      formOf(tuva, "nb", 1, { tittel: "Ny i kassa, igjen", "setning-0": "Hva nå?" }),
    );
    const ola = await browserOf(house, cast.ola);
    const address = `/eksempler/${slugIn(path)}`;
    expect((await ola.get(address)).body).not.toContain("Hva nå?");
    await publish(house, path, cast.tore, 2);
    expect((await ola.get(address)).body).toContain("Hva nå?");
  });

  it("an answer stays with its version, beside the question it was given to", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    const ola = await browserOf(house, cast.ola);
    const address = `/eksempler/${slugIn(path)}`;
    await ola.post(`${address}/refleksjon/hos-tuva`, { "ord-hos-tuva": "Til den første." });
    await ola.post(`${address}/refleksjon/torsdag`, { "valg-torsdag": "2", "ord-torsdag": "" });
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/utgave`);
    await kari.post(editor(path), formOf(tuva, "nb", 1, { "setning-0": "Hva nå?" }));
    await publish(house, path, cast.tore, 2);
    const { body } = await ola.get(address);
    const older = body.slice(body.indexOf("Det du skrev til en tidligere utgave"));
    expect(older).toContain("Hvordan tror du det er å være Lotte i det øyeblikket du spør om kassa?");
    expect(older).toContain("Til den første.");
    expect(older).toContain("Jeg setter meg ned med henne og spør hva ved kassa som er verst.");
    expect(await house.store.read.select().from(reflections)).toMatchObject([
      { caseVersion: 1 },
      { caseVersion: 1 },
    ]);
  });

  it("withdrawn, it leaves the list; those who wrote to it keep their words; it can come back", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    const ola = await browserOf(house, cast.ola);
    const address = `/eksempler/${slugIn(path)}`;
    await ola.post(`${address}/refleksjon/hos-tuva`, { "ord-hos-tuva": "Mine ord." });
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/tilbaketrekking`);
    expect((await ola.get("/eksempler")).body).not.toContain("Ny i kassa");
    const mine = await ola.get(address);
    expect([mine.statusCode, mine.body.includes("Mine ord.")]).toEqual([200, true]);
    expect(mine.body).toContain("å være Lotte i det øyeblikket");
    expect((await (await browserOf(house, cast.siri)).get(address)).statusCode).toBe(404);
    expect(await house.store.read.select().from(caseSources).where(bySlug(path))).toHaveLength(1);
    await kari.post(`${path}/publisering`);
    expect((await ola.get("/eksempler")).body).toContain("Ny i kassa");
  });

  it("a draft can be thrown away, a published version cannot", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    expect((await kari.post(`${path}/kasting`)).headers.location).toBe("/eksempler/utkast");
    expect(await house.store.read.select().from(writtenCases)).toEqual([]);
    const other = await beginDraft(house, cast.kari, tuva);
    await publish(house, other, cast.tore);
    await kari.post(`${other}/kasting`);
    expect(await versions()).toHaveLength(1);
    await kari.post(`${other}/utgave`);
    await kari.post(`${other}/kasting`);
    expect(await versions()).toHaveLength(1);
  });
});

describe("two languages", () => {
  it("one begins as a copy of the other, and what holds for both is said once", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/sprak`, { sprak: "nn" });
    const { body } = await kari.get(editor(path, "nn"));
    expect(body).toContain(">Hva andre grupper har sagt</label>"); // the form speaks the writer's language
    expect(body).toContain("Overskriftene Mentor, Nav, Leiar og Saman,"); // and names what the case must have
    const more = { "id-5": "", "setning-5": "Og så?", "slag-5": "open", "hjelp-5": "", "svar-5": "" };
    await kari.post(editor(path), formOf(tuva, "nb", 1, { ...more, samtaletid: "60", tema: ["helse"] }));
    const sources = await house.store.read.select().from(caseSources).where(bySlug(path));
    const nn = sources.find(({ language }) => language === "nn");
    expect(nn?.markdown).toContain("discussionMinutes: 60");
    expect(nn?.markdown).toContain("themes: [helse]");
    expect(nn?.markdown).toContain("### Og så? {#og-sa kind=open nav=no}");
    expect((await versions())[0]?.faultCount).toBe(0);
    await kari.post(`${path}/sprakfjerning`, { sprak: "nn" });
    expect(await house.store.read.select().from(caseSources).where(bySlug(path))).toHaveLength(1);
  });

  it("a case in one form only is read by all, marked with its language", async () => {
    const path = await beginDraft(house, cast.kari, tuva);
    await publish(house, path, cast.tore);
    const { body } = await (await browserOf(house, cast.siri)).get(`/eksempler/${slugIn(path)}`);
    expect(body).toMatch(/<h1[^>]+lang="nb">Ny i kassa/);
    expect(body).toContain("Dette dømet finst berre på bokmål.");
  });
});

describe("the rooms where cases are written", () => {
  it.each(["ola", "nina", "leif", "randi", "amir"] as const)("are closed to %s", async (who) => {
    const path = await beginDraft(house, cast.kari, tuva);
    const browser = await browserOf(house, cast[who]);
    for (const page of ["", "/godkjenning", "/tekst/nb", "/visning/nb", "/fil/nb"]) {
      expect((await browser.get(`${path}${page}`)).statusCode).toBe(403);
    }
    for (const act of ["/godkjenning", "/publisering", "/tilbaketrekking", "/kasting", "/tekst/nb"]) {
      expect((await browser.post(`${path}${act}`, { ...allTicked, revisjon: "1" })).statusCode).toBe(403);
    }
    expect((await browser.get("/eksempler/tuva/fil/nb")).statusCode).toBe(403);
  });

  it("do not show the buttons to whoever may only read", async () => {
    expect((await (await browserOf(house, cast.ola)).get("/eksempler")).body).not.toContain(
      "/eksempler/utkast",
    );
  });

  it("ask the store as often for many drafts as for one, twenty to a page", async () => {
    const kari = await browserOf(house, cast.kari);
    await beginDraft(house, cast.kari, tuva);
    const statementsOf = async () => {
      house.statements.length = 0;
      await kari.get("/eksempler/utkast");
      return house.statements.length;
    };
    const few = await statementsOf();
    for (let i = 0; i < 22; i++) await beginDraft(house, cast.kari, tuva);
    expect(await statementsOf()).toBe(few);
    const first = await kari.get("/eksempler/utkast");
    const more = /href="(\?etter=[^"]+)"/.exec(first.body)?.[1] as string;
    const second = await kari.get(`/eksempler/utkast${more}`);
    const linksIn = (body: string) =>
      [...body.matchAll(/href="(\/eksempler\/utkast\/ny-i-kassa[^"]+)"/g)].map((m) => m[1]);
    expect(new Set([...linksIn(first.body), ...linksIn(second.body)]).size).toBe(23);
  });
});
