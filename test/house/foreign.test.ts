/**
 * Two whole networks in two regions. Every text of the second one carries a mark; whoever belongs to the
 * first tries every address and every form with the second one's ids. No mark may be seen and nothing
 * may change. New routes, tables and forms are covered by being there.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDemoNetwork, type DemoContent, readDemoContent } from "../../server/demo/demo.ts";
import { persons } from "../../server/people/tables.ts";
import { shapes } from "../../server/store/shape.ts";
import { cookieOf } from "../house.ts";
import { everything, openDemoHouse } from "./demo-house.ts";
import { type Form, formsOf } from "./forms-in.ts";

const mark = "Xqvz";
const ours = ["kari", "ola", "siri", "leif", "randi", "nina"] as const;
const theirs = ["kari", "ola", "leif", "randi", "nina"] as const;

/** Fields of the content files that hold what people read. */
const words = new Set(
  "name title intro wishes tries minutes summary notes next place job trade municipality text consequence wish paraphrase question say do leads_to reason notice responsible reference owner who_can_change comment".split(
    " ",
  ),
);

/** The same content with a mark before every text a person reads; `name` and `words` of feedback are choices. */
function marked<T>(content: T, isNameWords: boolean, isWordsWords = false): T {
  if (Array.isArray(content)) return content.map((one) => marked(one, isNameWords, isWordsWords)) as T;
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => {
      if (key === "email") return [key, String(value).replace("@demo.", "@fremmed.")];
      const isWords =
        (words.has(key) && (key !== "name" || isNameWords)) || (key === "words" && isWordsWords);
      if (typeof value === "string" && isWords) return [key, `${mark} ${value}`];
      if (key === "item") return [key, `${mark} ${value}`]; // an agenda item, by its title
      if (key === "agreed") return [key, (value as string[]).map((one) => `${mark} ${one}`)];
      if (key === "items" && !Array.isArray(value))
        return [
          key,
          Object.fromEntries(
            Object.entries(value as Record<string, string[]>).map(([title, points]) => [
              `${mark} ${title}`,
              points.map((one) => `${mark} ${one}`),
            ]),
          ),
        ];
      if (key === "words" && typeof value === "object")
        return [
          key,
          Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, `${mark} ${v}`])),
        ];
      return [key, marked(value, isNameWords, isWordsWords)];
    }),
  ) as T;
}

/** Addresses with a proof of their own in them: whoever has the link is meant. */
const carriesProof = /^\/(svar|e-post|evaluering|undersokelse|kal|referat|logg-inn|gruppe|m)\//;
/** Drafts of cases belong to the advisers of every network: one writes, any other approves. */
const isShared = /^\/eksempler\/utkast/;

/** Taking away what is not there, or not one's own, is answered as if it were done; nothing is. */
const answersAlike = /^\/forsok\/[^/]+\/sletting$/;

let house: Awaited<ReturnType<typeof openDemoHouse>>;
const cookies: Record<string, string> = {};
const foreignIds = new Set<string>();
/** One id of each table of the foreign network, and every form its people meet. */
const oneOfEach: string[] = [];
let foreignForms: Form[] = [];
const foreignPages = new Set<string>();

async function allIds(): Promise<Map<string, Set<string>>> {
  const ids = new Map<string, Set<string>>();
  for (const { name, table } of shapes().values()) {
    const rows = (await house.store.read.select().from(table)) as Record<string, unknown>[];
    ids.set(name, new Set(rows.flatMap((row) => (typeof row["id"] === "string" ? row["id"] : []))));
  }
  return ids;
}

beforeAll(async () => {
  house = await openDemoHouse();
  const before = await allIds();
  const content = readDemoContent(house.config.root);
  const foreign: DemoContent = {
    people: marked(content.people, true),
    meetings: marked(content.meetings, true),
    // the register of rules is Nav's, not a network's: everyone who may read rules reads all of them
    learning: { ...marked(content.learning, false), rules: content.learning.rules },
    groups: marked(content.groups, false, true),
    talk: marked(content.talk, false, true),
    evaluations: marked(content.evaluations, false),
  };
  await addDemoNetwork(house, house.mailer, foreign);
  for (const [name, ids] of await allIds()) {
    const fresh = [...ids].filter((id) => !before.get(name)?.has(id));
    for (const id of fresh) foreignIds.add(id);
    if (fresh[0]) oneOfEach.push(fresh[0]);
  }
  for (const key of ours) cookies[key] = await cookieOf(house, await house.idOf(key));
  const people = await house.store.read.select({ id: persons.id, key: persons.emailKey }).from(persons);
  for (const key of theirs) {
    const person = people.find((one) => one.key === `${key}@fremmed.example`);
    cookies[`foreign ${key}`] = await cookieOf(house, person?.id as string);
  }
  const app = await house.app();
  for (const key of theirs) {
    const by = `foreign ${key}`;
    const get = (url: string) => app.inject({ url, headers: { cookie: cookies[by] as string } });
    foreignForms.push(
      ...(await formsOf(get, by, 2, (path, body) => {
        if (
          !carriesProof.test(path) &&
          body.includes(mark) &&
          [...foreignIds].some((id) => path.includes(id))
        )
          foreignPages.add(path);
      })),
    );
  }
  const isAboutThem = ({ action, fields }: Form) =>
    [action, ...fields.map(([, value]) => value)].some((text) =>
      (text.match(/[a-z2-7]{26}/g) ?? []).some((id) => foreignIds.has(id)),
    );
  foreignForms = [
    ...new Map(
      foreignForms
        .filter((form) => isAboutThem(form) && !carriesProof.test(form.action))
        .map((form) => [`${form.action} ${form.fields.map(([name]) => name)}`, form]),
    ).values(),
  ];
}, 120_000);
afterAll(() => house.close());

describe("a network of others", () => {
  it("is whole, or the rest of this file would prove nothing", () => {
    expect(foreignPages.size).toBeGreaterThan(20);
    expect(foreignForms.length).toBeGreaterThan(15);
    expect(oneOfEach.length).toBeGreaterThan(15);
  });

  it("leaves no mark on any page one reaches by links", async () => {
    const app = await house.app();
    const faults: string[] = [];
    for (const by of ours) {
      const get = (url: string) => app.inject({ url, headers: { cookie: cookies[by] as string } });
      await formsOf(get, by, 2, (path, body) => {
        if (body.includes(mark) && !isShared.test(path)) faults.push(`${by} ${path}: ${around(body)}`);
      });
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it("opens none of its pages, by its own addresses", async () => {
    const app = await house.app();
    const faults: string[] = [];
    for (const path of foreignPages) {
      for (const by of ours) {
        const { statusCode, body } = await app.inject({
          url: path,
          headers: { cookie: cookies[by] as string },
        });
        if (statusCode < 400 || body.includes(mark))
          faults.push(`${by} ${path}: ${statusCode} ${around(body)}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it("shows nothing at any address there is, filled with an id of each of its tables", async () => {
    const app = await house.app();
    const faults: string[] = [];
    const routes = app.routeTable.filter(
      ({ method, url, access }) => method === "GET" && url.includes(":") && access !== "public",
    );
    for (const { url, access } of routes) {
      for (const by of ours) {
        if (by === "siri") continue;
        const role = {
          kari: "adviser",
          ola: "mentor",
          leif: "leader",
          randi: "regional_leader",
          nina: "counsellor",
        }[by];
        if (typeof access !== "string" && !access.includes(role as never)) continue;
        for (const id of oneOfEach) {
          const { body } = await app.inject({
            url: url.replace(/:\w+/g, id),
            headers: { cookie: cookies[by] as string },
          });
          if (body.includes(mark)) faults.push(`${by} ${url}: ${around(body)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it("is changed by none of its own forms in the hands of others", async () => {
    const app = await house.app();
    const before = await everything(house);
    const faults: string[] = [];
    for (const form of foreignForms) {
      for (const by of ours) {
        const body = new URLSearchParams(form.fields);
        const { statusCode, body: answer } = await app.inject({
          method: "POST",
          url: form.action,
          headers: {
            cookie: cookies[by] as string,
            "content-type": "application/x-www-form-urlencoded",
            "sec-fetch-site": "same-origin",
          },
          payload: body.toString(),
        });
        const isAddressed = [...foreignIds].some((id) => form.action.includes(id));
        if (isAddressed && statusCode < 400 && !answersAlike.test(form.action))
          faults.push(`${by} ${form.action}: ${statusCode}`);
        if (statusCode >= 500) faults.push(`${by} ${form.action}: ${statusCode}`);
        const shown = answer.replaceAll(/value="[^"]*"|<textarea[\s\S]*?<\/textarea>/g, "");
        if (shown.includes(mark)) faults.push(`${by} ${form.action}: ${around(shown)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(rowsWithForeign(await everything(house))).toEqual(rowsWithForeign(before));
  }, 120_000);
});

const around = (body: string) => {
  const at = body.indexOf(mark);
  return at < 0 ? "" : body.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, " ");
};

/** Rows that hold an id or a text of the foreign network. */
function rowsWithForeign(all: string): string[] {
  return all
    .split("\n")
    .filter(
      (row) => row.includes(mark) || (row.match(/[a-z2-7]{26}/g) ?? []).some((id) => foreignIds.has(id)),
    )
    .sort();
}
