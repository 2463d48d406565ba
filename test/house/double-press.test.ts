/**
 * Every button there is, pressed twice. A person presses once more when nothing seems to happen, and a
 * phone sends again on a poor line: one press and two must end in the same state, with a word for it.
 * New routes are covered by being there: one that nobody could press here must be named, with a reason.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessions as sessionRows } from "../../server/people/tables.ts";
import { engine } from "../../server/store/engine.ts";
import { cookieOf } from "../house.ts";
import { castKeys, openDemoHouse } from "./demo-house.ts";
import { kindOf, plain } from "./forms-in.ts";
import { type Press, pressesIn, ways } from "./presses.ts";
import { rareScenes } from "./rare-scenes.ts";
import { addressesOf, realIds } from "./real-ids.ts";
import { openStage, type Scene, type Stage, type State } from "./stage.ts";

const demoMoment = "2026-11-02T09:00:00Z";
const moment = (iso: string, seconds: number) => new Date(Date.parse(iso) + seconds * 1000).toISOString();

/** A button on a page, in a state of the house. */
interface Place {
  scene: Scene;
  at: string;
  by: string;
  path: string;
  /** Which of the page's buttons. */
  nth: number;
  cookies: Record<string, string>;
  /** What is written in some of its fields, instead of what is usual. */
  fill: Record<string, string>;
  /** How many presses lie before it. */
  depth: number;
}

let house: Awaited<ReturnType<typeof openDemoHouse>>;
let stage: Stage;
let routes: { url: string; pattern: RegExp }[];
const sessions: Record<string, string> = {};
/** Kind of button → where it stands; several, since not everywhere can it be pressed. */
const places = new Map<string, Place[]>();

const routeOf = (action: string) =>
  routes.find(({ pattern }) => pattern.test(action.split("?")[0] as string))?.url ?? `none: ${action}`;
/** Without ids, numbers and what follows a dash, as in `handling=fjern-2`. */
const kind = (text: string) =>
  text
    .replace(/[a-z2-7]{26}/g, "id")
    .replace(/-.*/, "")
    .replace(/\d+/g, "n");
const kindOfPress = ({ action, fields, button }: Press) => {
  const names = [...new Set(fields.map(([name]) => kind(name)))].sort();
  return `${routeOf(action)} ${button.split("=").map(kind).join("=")} (${names.join(", ")})`;
};

async function get({ by, cookies }: Pick<Place, "by" | "cookies">, url: string): Promise<string> {
  const app = await house.app();
  return (await app.inject({ url, headers: { cookie: cookieFor(by, cookies) } })).body;
}
const cookieFor = (by: string, cookies: Record<string, string>) =>
  [sessions[by], cookies[by]].filter(Boolean).join("; ");

const boundary = "----grense";
const fileOf = (value: string) => (value === "" ? "" : "Navn;E-post\nGry Nordmo;gry.nordmo@ny.example\n");
function bodyOf({ fields, isMultipart }: Press): { type: string; payload: string } {
  if (!isMultipart) {
    return { type: "application/x-www-form-urlencoded", payload: new URLSearchParams(fields).toString() };
  }
  const parts = fields.map(([name, value]) => {
    const isFile = name === "fil";
    const file = isFile ? `; filename="${value === "" ? "" : "folk.csv"}"\r\nContent-Type: text/csv` : "";
    const content = isFile ? fileOf(value) : value;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: `${parts.join("")}--${boundary}--\r\n`,
  };
}

async function send({ by, cookies }: Place, press: Press) {
  const app = await house.app();
  const { type, payload } = bodyOf(press);
  const headers = { cookie: cookieFor(by, cookies), "content-type": type, "sec-fetch-site": "same-origin" };
  return app.inject({ method: "POST", url: press.action, headers, payload });
}

const mostPlaces = 4;
const mostRare = 16;
/** On every page there is, and settled where they first work. */
const everywhere = /^\/(innstillinger|logg-ut|demo\/inn)$/;
const queue: string[] = [];
/** Notes the buttons of a page that are of a kind not met so often yet. @param isRare looked for on purpose: first */
function note(body: string, place: Omit<Place, "nth" | "scene">, keep: () => Scene, isRare = false): void {
  for (const [nth, press] of pressesIn(body, "as shown").entries()) {
    const key = kindOfPress(press);
    const known = places.get(key) ?? [];
    const isKnown = known.some(({ path, by }) => path === place.path && by === place.by && !isRare);
    const most = everywhere.test(press.action) || place.depth > 0 ? 1 : isRare ? mostRare : mostPlaces;
    if (isKnown || known.length >= most) continue;
    if (known.length === 0) queue.push(key);
    const found = { ...place, scene: keep(), nth };
    places.set(key, isRare ? [found, ...known] : [...known, found]);
  }
}

/** Follows every link, and each kind of page a few times. */
async function crawl(by: string, starts: string[], scene: Scene): Promise<void> {
  const seen = new Set<string>();
  const perKind = new Map<string, number>();
  const waiting = ["/", ...starts];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const times = perKind.get(kindOf(path)) ?? 0;
    // one learning item is not like another: there are as many kinds of them as they have states
    const most = /^\/(laeringspunkter|innspill)\//.test(path) ? 40 : 3;
    if (seen.has(path) || times >= most || /^\/(assets|internal|dev|demo)\//.test(path)) continue;
    seen.add(path);
    perKind.set(kindOf(path), times + 1);
    const place = { at: demoMoment, by, path, cookies: {}, fill: {}, depth: 0 };
    const body = await get(place, path);
    note(body, place, () => scene);
    for (const [, href] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) waiting.push(plain(href as string));
  }
}

async function addRareScenes(base: Scene): Promise<void> {
  for (const { at = demoMoment, arrange } of rareScenes) {
    stage.goBack(base);
    house.setNow(at);
    const {
      pages,
      cookies = {},
      fill = {},
    } = await arrange(house, (path, by) => get({ by, cookies: {} }, path));
    const scene = stage.keep();
    for (const [by, path] of pages) {
      const place = { at, by, path, cookies, fill, depth: 0 };
      note(await get(place, path), place, () => scene, true);
    }
  }
}

/** Rows that tell when and how often something was done, and nothing of what is. */
const untold = new Set(["audit_log", "rate_counters"]);
const isUntold = (table: string, column: string) => untold.has(table) || renewed.has(`${table}.${column}`);
/** Moments that a second press may renew, and counters that tell open pages to look again. */
const renewed = new Set([
  "attendance.recorded_at",
  "case_versions.approved_at",
  "gatherings.line_counter", // gives out places in line; one's own stays
  "group_groups.version",
  "group_sessions.staff_version",
  "group_sessions.version",
  "import_rows.person_id", // rows are looked at anew, and get new names for people who are not there yet
  "mail_preferences.changed_at",
  "reflections.written_at",
  "rsvps.said_at",
  "standing_answers.said_at",
]);

interface Outcome {
  key: string;
  route: string;
  first: number;
  second: number;
  /** What the second press changed. */
  more: string[];
  /** Rows that two presses at once made more than one press, by table. */
  atOnce: string[];
  statusesAtOnce: number[];
}
const outcomes: Outcome[] = [];

const counts = (state: State) =>
  new Map([...state].filter(([table]) => !untold.has(table)).map(([table, rows]) => [table, rows.length]));

/** Goes to the place and fills the form in; null when the button is not there in this way of filling it. */
async function pressAt(place: Place, way: (typeof ways)[number]): Promise<Press | null> {
  stage.goBack(place.scene);
  house.setNow(place.at);
  const press = pressesIn(await get(place, place.path), way)[place.nth];
  if (!press) return null;
  const own = press.fields.filter(([name]) => place.fill[name] === undefined);
  return { ...press, fields: [...own, ...Object.entries(place.fill)] };
}

/** Presses until something comes of it, then once more. @returns whether something came of it */
async function pressTwice(key: string, place: Place, way: (typeof ways)[number]): Promise<boolean> {
  const press = await pressAt(place, way);
  if (!press) return false;
  const before = stage.state();
  const first = await send(place, press);
  const once = stage.state();
  if (stage.differences(before, once, (table) => untold.has(table)).length === 0) return false;
  if (first.statusCode === 303 && place.depth < 3) {
    const path = String(first.headers.location);
    let kept: Scene | undefined;
    const next = { ...place, path, depth: place.depth + 1 };
    note(await get(next, path), next, () => (kept ??= stage.keep()));
  }
  const onceMore = stage.state(); // a page that was looked at may have noted that it was
  house.setNow(moment(place.at, 2));
  const second = await send(place, press);
  const more = stage.differences(onceMore, stage.state(), isUntold);
  stage.goBack(place.scene);
  house.setNow(place.at);
  const both = await Promise.all([send(place, press), send(place, press)]);
  const [one, two] = [counts(once), counts(stage.state())];
  const atOnce = [...two].flatMap(([table, n]) =>
    n === one.get(table) ? [] : `${table}: ${one.get(table)} → ${n}`,
  );
  outcomes.push({
    ...{
      key,
      route: routeOf(press.action),
      first: first.statusCode,
      second: second.statusCode,
      more,
      atOnce,
    },
    statusesAtOnce: both.map(({ statusCode }) => statusCode),
  });
  return true;
}

async function pressEverywhere(key: string): Promise<void> {
  for (const place of places.get(key) ?? []) {
    for (const way of ways) if (await pressTwice(key, place, way)) return;
  }
}

/** Buttons that could not be pressed to any effect here, and where they are pressed twice instead. */
const notHere: Record<string, string> = {};

/** Answers that are right here: the thing pressed on is gone, and the page says that it is probably done. */
const otherwise: Record<string, number> = {
  "/samlinger/:id/sletting": 404,
  "/eksempler/utkast/:slug/kasting": 404,
  "/ny-adresse/:token": 410,
  "/innspill/kvittering": 200, // a page that must not have the code in its address
};
/** Each press signs in, in the demo only. */
const eachTime = new Set(["/demo/inn"]);

describe.runIf(engine === "sqlite")("every button, pressed twice", () => {
  beforeAll(async () => {
    house = await openDemoHouse();
    const app = await house.app();
    await app.ready();
    routes = app.routeTable
      .filter(({ method }) => method === "POST")
      .map(({ url }) => ({ url, pattern: new RegExp(`^${url.replace(/:\w+/g, "[^/]+")}$`) }))
      .sort((a, b) => a.url.split(":").length - b.url.split(":").length);
    const ids = await realIds(house);
    for (const key of castKeys) sessions[key] = await cookieOf(house, await house.idOf(key));
    const longLived = { expiresAt: house.now().add({ hours: 24 * 365 }) };
    await house.store.write((tx) => tx.update(sessionRows).set(longLived));
    stage = openStage(house.config.databaseUrl);
    const base = stage.keep();
    const gets = app.routeTable.filter(({ method }) => method === "GET");
    const starts = gets.flatMap(({ url }) => addressesOf(url, ids));
    for (const by of [...castKeys, "nobody"]) await crawl(by, starts, base);
    await addRareScenes(base);
    for (let next = queue.shift(); next; next = queue.shift()) await pressEverywhere(next);
  }, 500_000);
  afterAll(async () => {
    stage.close();
    await house.close();
  });

  it("every address that takes a form is pressed to some effect, or it says where else", () => {
    const pressed = new Set(outcomes.map(({ route }) => route));
    const missing = routes.map(({ url }) => url).filter((url) => !pressed.has(url));
    expect(missing.sort()).toEqual(Object.keys(notHere).sort());
  });

  it("the second press is answered with a page, and never with a fault of ours", () => {
    const isFine = ({ second, route }: Outcome) =>
      second === 303 || second === 422 || second === otherwise[route];
    const faults = outcomes.filter((one) => !isFine(one)).map(({ key, second }) => `${key}: ${second}`);
    expect(faults).toEqual([]);
  });

  it("two presses leave what one press leaves", () => {
    const faults = outcomes.filter(({ more, route }) => more.length > 0 && !eachTime.has(route));
    expect(faults.map(({ key, more }) => [key, ...more.map((line) => line.slice(0, 300))])).toEqual([]);
  });

  it("two presses at once leave as many rows as one, and neither fails", () => {
    const failed = ({ statusesAtOnce }: Outcome) => statusesAtOnce.some((status) => status >= 500);
    const isMore = ({ atOnce, route }: Outcome) => atOnce.length > 0 && !eachTime.has(route);
    const faults = outcomes.filter((one) => failed(one) || isMore(one));
    expect(faults.map(({ key, atOnce, statusesAtOnce }) => [key, ...atOnce, ...statusesAtOnce])).toEqual([]);
  });
});
