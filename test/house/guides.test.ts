/** The guides: whole in three languages, true to the words on the pages, and linked to from where they help. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GuideFileError, guideNames, guideSlugs, loadGuides } from "../../server/web/guide.ts";
import { languages } from "../../server/web/languages.ts";
import { browserOf, root } from "../house.ts";
import { openDemoHouse, speak } from "./demo-house.ts";
import { texts, textTables } from "./text-tables.ts";

const content = join(root, "content");
const guides = loadGuides(content);
const quoted = { nb: /«([^»]+)»/g, nn: /«([^»]+)»/g, en: /“([^”]+)”/g };
/** What a guide puts between quotes that is no word on our pages. */
const notOurs = {
  nb: ["Godta", "den andre tirsdagen, hver måned"],
  nn: ["Godta", "den andre tysdagen, kvar månad"],
  en: ["Accept", "the second Tuesday, every month"],
};

describe("each guide", () => {
  it.each(guideNames)(
    "%s has five things to do, who reads, and what to do when something is wrong",
    (name) => {
      const { headings } = guides[name].nb;
      const [first, ...rest] = headings;
      const things = rest.slice(
        0,
        rest.findIndex(({ level }) => level === 2),
      );
      expect([first?.name, things.length]).toEqual(["gjor", 5]);
      expect(
        headings.filter(({ name }) => name === "leser" || name === "galt").map(({ level }) => level),
      ).toEqual([2, 2]);
    },
  );

  it.each(languages)("names what stands on the pages as the pages do, in %s", async (language) => {
    const onPages = (await textTables()).flatMap(({ tables }) =>
      tables.flatMap((table) => texts(table, language)),
    );
    const inAll = onPages.join("\n").toLowerCase();
    const strange = guideNames.flatMap((name) =>
      [
        ...guides[name][language].html.matchAll(quoted[language]),
        ...guides[name][language].html.matchAll(/<strong>([^<]+\?)<\/strong>/g), // questions of a form
      ]
        .map(([, words]) => words as string)
        .filter((words) => !notOurs[language].includes(words) && !inAll.includes(words.toLowerCase()))
        .map((words) => `${name}: ${words}`),
    );
    expect(strange).toEqual([]);
  });
});

describe("a broken guide", () => {
  const folder = mkdtempSync(join(tmpdir(), "guides-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const broken = (change: (text: string) => string) => {
    cpSync(join(content, "guides"), join(folder, "guides"), { recursive: true });
    const file = join(folder, "guides/mentor/nn.md");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    return () => loadGuides(folder);
  };

  it.each([
    [
      "a heading missing in one language",
      (text: string) => text.replace(/### 5.*\n/, ""),
      /nn\.md: its headings/,
    ],
    ["a heading without a name", (text: string) => text.replace(" {#galt}", ""), /needs level two or three/],
    ["the same name twice", (text: string) => text.replace("{#galt}", "{#gjor}"), /of its own/],
    ["no title", (text: string) => text.replace(/^title:.*$/m, ""), /must begin with a title/],
  ])("with %s is refused, with the file and what is wrong", (_, change, says) => {
    expect(broken(change)).toThrow(GuideFileError);
    expect(broken(change)).toThrow(says);
  });

  it("shows raw HTML as text", () => {
    const html = broken((text) => `${text}\n<script>x</script>\n`)().mentor.nn.html;
    expect(html).toContain("&lt;script&gt;");
    loadGuides(content);
  });
});

describe("the page", () => {
  let house: Awaited<ReturnType<typeof openDemoHouse>>;
  beforeAll(async () => {
    house = await openDemoHouse();
  });
  afterAll(() => house.close());

  it("opens with one's own guide, the others one press away, also before the declaration and signed out", async () => {
    const first = {
      ola: "mentor",
      kari: "adviser",
      nina: "counsellor",
      leif: "leader",
      randi: "leader",
      amir: "administrator",
    } as const;
    for (const [key, name] of Object.entries(first)) {
      const { body } = await (await browserOf(house, await house.idOf(key))).get("/veiledning");
      expect([key, body.includes(`>${guides[name].nb.title}</h1>`)]).toEqual([key, true]);
      for (const slug of Object.values(guideSlugs)) expect(body).toContain(`href="/veiledning/${slug}"`);
    }
    const stranger = await browserOf(house, null);
    expect((await stranger.get("/veiledning")).body).toContain(guides.mentor.nb.title);
    expect((await stranger.get("/veiledning/finnes-ikke")).statusCode).toBe(404);
  });

  it.each(languages)("is whole in %s", async (language) => {
    await speak(house, language);
    const browser = await browserOf(house, await house.idOf("ola"));
    for (const name of guideNames) {
      const { body } = await browser.get(`/veiledning/${guideSlugs[name]}`);
      for (const heading of guides[name][language].headings) expect(body).toContain(`id="${heading.name}"`);
    }
  });
});

it("every help link in a view leads to a heading there is, and every knot we know of has one", () => {
  const views = readdirSync(join(root, "views"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".eta"),
  );
  const places = views.flatMap((file) =>
    [...readFileSync(join(root, "views", file), "utf8").matchAll(/part\('help', \{ to: '([^']+)' \}\)/g)].map(
      ([, place]) => [file, place as string] as const,
    ),
  );
  const missing = places.filter(([, place]) => {
    const [name, heading] = place.split("#") as [(typeof guideNames)[number], string];
    return !guides[name]?.nb.headings.some((one) => one.name === heading);
  });
  expect(missing).toEqual([]);
  expect(new Set(places.map(([file]) => file))).toEqual(
    new Set([
      "cases/group-start.eta",
      "gatherings/season.eta",
      "learning/decide.eta",
      "learning/give.eta",
      "learning/item.eta",
      "learning/naming.eta",
      "learning/send.eta",
      "learning/vote.eta",
      "learning/said.eta",
      "register/import-new.eta",
      "surveys/gathering.eta",
      "surveys/pools.eta",
    ]),
  );
});
