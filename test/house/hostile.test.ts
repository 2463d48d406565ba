/** What no browser sends: every form and every address, filled with nonsense, as the right role. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBatches } from "../../server/learning/batch.ts";
import { shapes } from "../../server/store/shape.ts";
import type { Access, Role } from "../../server/web/access.ts";
import { cookieOf } from "../house.ts";
import { castKeys, openDemoHouse } from "./demo-house.ts";
import { type Form, formsOf, kindOf } from "./forms-in.ts";

const castOf: Record<Role, string> = {
  mentor: "ola",
  adviser: "kari",
  counsellor: "nina",
  leader: "leif",
  regional_leader: "randi",
  administrator: "amir",
};

let house: Awaited<ReturnType<typeof openDemoHouse>>;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  house = await openDemoHouse();
  for (const key of castKeys) cookies[key] = await cookieOf(house, await house.idOf(key));
  forms = await findForms();
});
afterAll(() => house.close());

/** Every kind of form in the demo, once per person, by following links. */
let forms: Form[] = [];
async function findForms(): Promise<Form[]> {
  const app = await house.app();
  await app.ready();
  const found = new Map<string, Form>();
  for (const by of castKeys) {
    const get = (url: string) => app.inject({ url, headers: { cookie: cookies[by] as string } });
    for (const form of await formsOf(get, by)) found.set(`${by} ${kindOf(form.action)}`, form);
  }
  const met = [...found.values()].filter(({ action }) => action !== "/logg-ut");
  return [...met, ...unmetForms(app.routeTable, met)];
}

/** Addresses that take a form but that nobody of the demo meets: filled with ids and fields met elsewhere. */
function unmetForms(routes: { method: string; url: string; access: Access }[], met: Form[]): Form[] {
  const paths = met.map(({ action }) => action.split("?")[0] as string);
  const fits = (url: string) => {
    const pattern = new RegExp(`^${url.replace(/:\w+/g, "[^/]+")}$`);
    return paths.some((path) => pattern.test(path));
  };
  const all = new Map(met.flatMap(({ fields }) => fields));
  const idsLike = (url: string) => {
    const start = url.slice(0, url.indexOf(":"));
    return paths
      .find((path) => path.startsWith(start) && path !== start)
      ?.slice(start.length)
      .split("/")[0];
  };
  return routes
    .filter(({ method, url }) => method === "POST" && !["/logg-ut", "/demo/inn"].includes(url) && !fits(url))
    .map(({ url, access }) => ({
      by: typeof access === "string" ? "kari" : (castOf[access[0] as Role] as string),
      action: url.replace(/:\w+/, idsLike(url) ?? "a".repeat(26)).replace(/:\w+/g, "a".repeat(26)),
      fields: [...all],
    }));
}

const nonsense = fc.oneof(
  fc.constantFrom(
    ...["", " ", "\u0000", "a\u0000b", "\u202eabc", "\u0085", "\ufeff", "\ud800", "__proto__", "constructor"],
    ...["<script>alert(1)</script>", "' or 1=1 --", "%00", "2026-02-30", "31.12.2027", "0000-00-00", "25:61"],
    ...["-1", "1e3", "NaN", "0x10", "99999999999999999999", "javascript:alert(1)", "https://x.no/\u0000"],
    ...["a".repeat(26), "x".repeat(6000), "a@b.no\r\nBcc: c@d.no", "\r\n".repeat(300), "[object Object]"],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
/** What ends a body that no browser made. */
const tails = [
  "",
  "",
  "&__proto__=a&__proto__=b",
  "&constructor.prototype.x=1",
  "&=%&%ff=%fe%zz",
  "&tekst=%ff%00",
];

const encoded = (text: string) =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replaceAll("%EF%BF%BD", "%ED%A0%80");

async function post(by: string, url: string, payload: string, type = "application/x-www-form-urlencoded") {
  const app = await house.app();
  const cookie = cookies[by] as string;
  const headers = { cookie, "content-type": type, "sec-fetch-site": "same-origin" };
  return app.inject({ method: "POST", url, headers, payload });
}

/** Mail as it goes out and comes in has its own line ends and lengths, and is made from what is checked. */
const isMail = /^(outbox|incoming)$/;

/** Every text that is stored, in whatever table, with where it stands. */
async function storedTexts(): Promise<[string, string][]> {
  const texts: [string, string][] = [];
  for (const { name, table } of shapes().values()) {
    if (isMail.test(name)) continue;
    for (const row of await house.store.read.select().from(table)) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === "string") texts.push([`${name}.${column}`, value]);
      }
    }
  }
  return texts;
}

describe("forms filled with nonsense", () => {
  it("give no 500, pollute nothing, and store no control characters and nothing endless", async () => {
    expect(forms.length).toBeGreaterThan(30);
    const faults = new Set<string>();
    const filled = fc.tuple(
      fc.constantFrom(...forms),
      fc.array(fc.tuple(fc.nat(), fc.oneof(nonsense, fc.tuple(nonsense, nonsense))), { maxLength: 3 }),
      fc.constantFrom(...tails),
    );
    await fc.assert(
      fc.asyncProperty(filled, async ([form, changes, tail]) => {
        const values = form.fields.map(([name, value]) => [name, [value]] as [string, string[]]);
        for (const [at, change] of changes) {
          const field = values[at % Math.max(1, values.length)];
          if (field) field[1] = [change].flat();
        }
        const body = values.flatMap(([name, all]) => all.map((one) => `${encoded(name)}=${encoded(one)}`));
        const { statusCode } = await post(form.by, form.action, body.join("&") + tail);
        if (statusCode >= 500)
          faults.add(
            `${form.by} ${kindOf(form.action)} ${body.join("&").slice(0, 300)}${tail}: ${statusCode}`,
          );
      }),
      { numRuns: 300 },
    );
    expect([...faults]).toEqual([]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    await house.store.write((tx) => openBatches(tx, house.now().add({ hours: 24 * 8 })));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
    const unmeant = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
    // what is sealed is padded, so that its size tells nothing
    const mostIn = (where: string) =>
      where.endsWith(".sealed") ? 500_000 : where === "case_sources.markdown" ? 14_000 : 4000;
    const wrong = (await storedTexts()).filter(
      ([where, text]) => unmeant.test(text) || text.length > mostIn(where),
    );
    expect(wrong.map(([where]) => where)).toEqual([]);
  });

  it("reach every address that takes a form", async () => {
    const app = await house.app();
    const unreached = app.routeTable.filter(
      ({ method, url }) =>
        method === "POST" &&
        !["/logg-ut", "/demo/inn"].includes(url) &&
        !forms.some(({ action }) => new RegExp(`^${url.replace(/:\w+/g, "[^/]+")}(\\?|$)`).test(action)),
    );
    expect(unreached.map(({ url }) => url)).toEqual([]);
  });

  it("of another kind – JSON, nothing, a list – are no 500 either", async () => {
    const faults: string[] = [];
    const bodies: [string, string][] = [
      ["application/json", '{"__proto__":{"x":1},"navn":{"a":1},"tekst":["a",{}],"svar":null}'],
      ["application/json", "[]"],
      ["application/json", '"ord"'],
      ["application/json", "{"],
      ["text/plain", "tekst=a"],
      ["multipart/form-data; boundary=x", "--x--"],
      ["application/x-www-form-urlencoded", ""],
      ["", ""],
    ];
    for (const form of forms) {
      for (const [type, body] of bodies) {
        const { statusCode } = await post(form.by, form.action, body, type);
        if (statusCode >= 500)
          faults.push(`${form.by} ${kindOf(form.action)} ${type} ${body}: ${statusCode}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe("addresses made of nonsense", () => {
  const pieces = [
    "%00",
    "a%00b",
    "%ff",
    "%E2%98%83",
    "%2e%2e%2f",
    "__proto__",
    "x".repeat(290),
    "x".repeat(3000),
    "'",
    "%0d%0aX:1",
    ".",
  ];
  const names = [
    "etter",
    "kommende",
    "sok",
    "til",
    "nettverk",
    "samling",
    "sporsmal",
    "svar",
    "nettverk-0",
    "slag-0",
  ];
  const queries = [
    "%00",
    "%ff",
    "99999999999999999999",
    "1.",
    ".",
    "-",
    "1-a",
    "99999999999999-a",
    "__proto__",
    "%E2%98%83",
  ];

  it("are no 500 for those who may go there, with GET or HEAD", async () => {
    const app = await house.app();
    const faults: string[] = [];
    for (const { method, url, access } of app.routeTable) {
      if (method !== "GET") continue;
      const key = typeof access === "string" ? "kari" : castOf[access[0] as Role];
      const ask = async (path: string, how: "GET" | "HEAD") => {
        const { statusCode } = await app.inject({
          url: path,
          method: how,
          headers: { cookie: cookies[key] as string },
        });
        if (statusCode >= 500) faults.push(`${key} ${how} ${path.slice(0, 120)}: ${statusCode}`);
      };
      if (/[:*]/.test(url)) {
        for (const piece of pieces) await ask(url.replace(/:\w+|\*/g, piece), "GET");
        continue;
      }
      await ask(url, "HEAD");
      for (const query of queries) {
        await ask(`${url}?${names.map((name) => `${name}=${query}`).join("&")}`, "GET");
        await ask(`${url}?${names.map((name) => `${name}=x&${name}=${query}`).join("&")}`, "GET");
      }
    }
    expect(faults).toEqual([]);
  });

  it("that cannot be read are told so in words, and are not repeated", async () => {
    const app = await house.app();
    const { statusCode, body } = await app.inject({
      url: "/innspill/%ff",
      headers: { "accept-language": "en" },
    });
    expect([statusCode, body.includes("%ff")]).toEqual([404, false]);
    expect(body).toContain("not");
  });

  it("with a NUL in them are pages that do not exist", async () => {
    const app = await house.app();
    for (const url of ["/samlinger/%00", "/innspill/a%00b", "/personer?sok=%00", "/logg-inn/%00", "/%00"]) {
      const { statusCode } = await app.inject({ url, headers: { cookie: cookies["amir"] as string } });
      expect([url, statusCode]).toEqual([url, 404]);
    }
  });
});
