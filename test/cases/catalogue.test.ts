/** One way to find a case, in every process, in every version. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../../server/app.ts";
import { casePage, fresh } from "../../server/cases/case-page.ts";
import {
  type Catalogue,
  caseCard,
  caseChoices,
  keepFileCases,
  openCatalogue,
} from "../../server/cases/catalogue.ts";
import { CaseFileError, loadCases } from "../../server/cases/library.ts";
import { caseSources } from "../../server/cases/tables.ts";
import { outbox } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering } from "../gatherings/party.ts";
import { browserOf, cookieOf, openHouse, root, type TestHouse } from "../house.ts";
import { beginDraft, fileText, formOf, publish, slugIn } from "./desk.ts";

let house: TestHouse;
let cast: Cast;
const files = loadCases(join(root, "content"));
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const written = fileText("tuva", "nb").replace("Tuva vil ikke i kassa", "Ny i kassa");

describe("the catalogue", () => {
  it("gives agendas and invitations title, minutes and path, of files and written cases alike", async () => {
    const path = await beginDraft(house, cast.kari, written);
    const catalogue = openCatalogue(house.store, files);
    const slug = slugIn(path);
    expect(await caseCard(catalogue, slug, "nb")).toBeNull();
    await publish(house, path, cast.tore);
    expect(await caseCard(catalogue, slug, "en")).toEqual({
      title: "Ny i kassa",
      minutes: 5,
      path: `/eksempler/${slug}`,
    });
    expect((await caseCard(catalogue, "tuva", "nn"))?.title).toBe("Tuva vil ikkje sitje i kassa");
    expect((await caseChoices(catalogue, "nb")).map(({ title }) => title)).toContain("Ny i kassa");
    expect(await caseChoices(catalogue, "nb")).toHaveLength(8);
  });

  it("of another process knows at once what this one publishes, changes and withdraws", async () => {
    const other: Catalogue = openCatalogue(house.store, files);
    const path = await beginDraft(house, cast.kari, written);
    const slug = slugIn(path);
    expect(await other.find(slug)).toBeNull();
    await publish(house, path, cast.tore);
    expect((await other.find(slug))?.version).toBe(1);
    const kari = await browserOf(house, cast.kari);
    await kari.post(`${path}/utgave`);
    await kari.post(`${path}/tekst/nb`, formOf(written, "nb", 1, { tittel: "Andre utgave" }));
    await publish(house, path, cast.tore, 2);
    expect((await other.find(slug))?.texts.nn.title).toBe("Andre utgave");
    expect((await other.find(slug, 1))?.texts.nb.title).toBe("Ny i kassa");
    await kari.post(`${path}/tilbaketrekking`);
    expect(await other.find(slug)).toBeNull();
    expect((await other.find(slug, 2))?.texts.nb.title).toBe("Andre utgave");
  });

  it("of a second app over the same store shows the same page", async () => {
    const second = await buildApp(house);
    const path = await beginDraft(house, cast.kari, written);
    await publish(house, path, cast.tore);
    const cookie = await cookieOf(house, cast.ola);
    const page = await second.inject({ url: `/eksempler/${slugIn(path)}`, headers: { cookie } });
    expect([page.statusCode, page.body.includes("Ny i kassa")]).toEqual([200, true]);
    await second.close();
  });

  it("does not give drafts, in any version", async () => {
    const path = await beginDraft(house, cast.kari, written);
    expect(await openCatalogue(house.store, files).find(slugIn(path), 1)).toBeNull();
  });

  it("costs one small read while nothing changes", async () => {
    const catalogue = openCatalogue(house.store, files);
    await publish(house, await beginDraft(house, cast.kari, written), cast.tore);
    await catalogue.published();
    house.statements.length = 0;
    await catalogue.published();
    expect(house.statements).toHaveLength(1);
  });
});

describe("a new version of a file", () => {
  let content: string;
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), "mentornettverk-content-"));
    cpSync(join(root, "content/themes.md"), join(content, "themes.md"));
    cpSync(join(root, "content/cases/tuva"), join(content, "cases/tuva"), { recursive: true });
  });
  afterEach(() => rmSync(content, { recursive: true }));
  const edit = (how: (text: string) => string) => {
    for (const language of ["nb", "nn"]) {
      const file = join(content, `cases/tuva/${language}.md`);
      writeFileSync(file, how(readFileSync(file, "utf8")));
    }
  };
  const start = () => keepFileCases(house.store, loadCases(content), house.now());

  it("leaves the old one to be found, with its questions", async () => {
    await start();
    edit((text) =>
      text
        .replace("version: 1", "version: 2")
        .replace(/### .* \{#hos-tuva/, "### Hva nå? {#hos-tuva")
        .replace("{#torsdag kind=choice nav=no}", "{#torsdag kind=choice nav=yes}"),
    );
    await start();
    const catalogue = openCatalogue(house.store, loadCases(content));
    expect((await catalogue.find("tuva"))?.texts.nb.questions[0]?.sentence).toBe("Hva nå?");
    const old = await catalogue.find("tuva", 1);
    expect(old?.texts.nb.questions[0]?.sentence).toContain("Hvordan tror du det er å være Tuva");
    const page = casePage({
      ...fresh,
      case: (await catalogue.find("tuva")) as NonNullable<typeof old>,
      language: "nb",
      now: house.now(),
      own: [{ version: 1, questionId: "hos-tuva", words: "Før.", choice: null, writtenAt: house.now() }],
      earlier: [old as NonNullable<typeof old>],
      themeLabel: (slug) => slug,
    });
    expect(page.older[0]).toMatchObject({ words: "Før.", version: 1 });
    expect(page.older[0]?.question).toContain("Hvordan tror du det er å være Tuva");
    expect(page.othersSaid).toBeNull();
  });

  it("is demanded when the questions change: the start stops with file and line", async () => {
    await start();
    edit((text) => text.replace("{#torsdag kind=choice nav=no}", "{#torsdag kind=choice nav=yes}"));
    const error = await start().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CaseFileError);
    expect((error as Error).message.split("\n")[0]).toBe(
      'content/cases/tuva/nb.md:9: the questions changed since version 1 was published: raise "version"',
    );
  });

  it("is not demanded for a mended word", async () => {
    await start();
    edit((text) => text.replace("melka", "mjølka"));
    await start();
    await start();
    const rows = await house.store.read.select().from(caseSources);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ language }) => language === "nb")?.markdown).toContain("mjølka");
  });

  it("started twice at once keeps each text once", async () => {
    await Promise.all([start(), start()]);
    expect(await house.store.read.select().from(caseSources)).toHaveLength(2);
  });
});

describe("what earlier groups shared", () => {
  it("stands beside one's own answer to the open question, and nowhere before it", () => {
    const tuva = files.get("tuva") as NonNullable<ReturnType<typeof files.get>>;
    const shared = [
      { words: "Vi øvde i en stille time.", choice: null },
      { words: "", choice: "Jeg lar være å spørre." },
    ];
    const reading = {
      ...fresh,
      case: tuva,
      language: "nb" as const,
      now: house.now(),
      themeLabel: (s: string) => s,
    };
    const own = [
      { version: 1, questionId: "hos-tuva", words: "Mitt.", choice: null, writtenAt: house.now() },
    ];
    const before = casePage({ ...reading, open: "hos-tuva", shared });
    expect(before.questions.flatMap((question) => question.shared)).toEqual([]);
    const after = casePage({ ...reading, open: "hos-tuva", shared, own });
    expect(after.questions[0]?.shared).toEqual(["Vi øvde i en stille time.", "Jeg lar være å spørre."]);
    expect(after.questions[1]?.shared).toEqual([]);
    expect(casePage({ ...reading, open: "torsdag", own }).questions[0]?.sharedHref).toContain(
      "sporsmal=hos-tuva",
    );
  });
});

it("a written case on the agenda is linked, with its reading time, on the page and in the invitation", async () => {
  const path = await beginDraft(house, cast.kari, written);
  await publish(house, path, cast.tore);
  const gathering = await addGathering(house, cast);
  const kari = await browserOf(house, cast.kari);
  const agenda = {
    versjon: "1",
    handling: "lagre",
    "slag-0": "case",
    "tittel-0": "Eksempel",
    "minutter-0": "40",
    "punkt-0": "",
  };
  const current = /name="versjon" value="(\d+)"/.exec(
    (await kari.get(`/samlinger/${gathering}/dagsorden`)).body,
  )?.[1];
  const saved = await kari.post(`/samlinger/${gathering}/dagsorden`, {
    ...agenda,
    versjon: String(current),
    "eksempel-0": slugIn(path),
  });
  expect(saved.statusCode).toBe(303);
  const page = await kari.get(`/samlinger/${gathering}`);
  expect(page.body).toContain(`href="/eksempler/${slugIn(path)}?samling=${gathering}"`);
  await kari.post(`/samlinger/${gathering}/invitasjon`, { person: [cast.ola] });
  const [mail] = await house.store.read.select().from(outbox).where(eq(outbox.kind, "invitation"));
  expect(mail?.textBody).toContain(`/eksempler/${slugIn(path)}`);
  expect(mail?.textBody).toContain("Ny i kassa");
  expect(mail?.textBody).toContain("fem minutter");
});
