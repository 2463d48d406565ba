import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog, persons, sessions, staffIdentities, staffSignIns } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { goThrough, openProvider, type TestProvider } from "./provider.ts";

const base = "http://localhost:3000";
let provider: TestProvider;
let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  provider = await openProvider(`${base}/logg-inn/ansatt/svar`);
});
afterAll(() => provider.close());

const settings = (more: Record<string, string> = {}) => ({
  SIGN_IN: "mail,oidc",
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: "mentornettverk",
  OIDC_CLIENT_SECRET: "a secret of the client",
  ...more,
});
beforeEach(async () => {
  house = await openHouse(settings());
  house.setNow(Temporal.Now.instant().toString());
  cast = await addCast(house.store);
  provider.account = { subject: "a-kari", claims: { email: "Kari@Demo.example", email_verified: true } };
  provider.change = null;
  provider.forge = false;
  provider.isBroken = false;
});
afterEach(() => house.close());

const cookieIn = (response: { headers: Record<string, unknown> }, name: string) =>
  [response.headers["set-cookie"]]
    .flat()
    .map((one) => new RegExp(`^${name}=([^;]+)`).exec(String(one))?.[1])
    .find(Boolean);

/** Goes to the provider and comes back with an answer, which is not delivered yet. */
async function comeBack(path = "/logg-inn/ansatt") {
  const app = await house.app();
  const leaving = await app.inject({ url: path });
  expect(leaving.statusCode).toBe(303);
  const state = cookieIn(leaving, "ansatt") as string;
  const answer = await goThrough(String(leaving.headers.location), base);
  return { state, answer: answer.replace(base, "") };
}

async function deliver({ state, answer }: { state: string; answer: string }) {
  return (await house.app()).inject({ url: answer, headers: { cookie: `ansatt=${state}` } });
}

const signIn = async (path?: string) => deliver(await comeBack(path));
const open = () => house.store.read.select().from(sessions);

describe("signing in with the staff's provider", () => {
  it("opens a session for whom the address belongs to, and goes where they were going", async () => {
    const response = await signIn("/logg-inn/ansatt?til=%2Fsamlinger");
    expect([response.statusCode, response.headers.location]).toEqual([303, "/samlinger"]);
    const [session] = await open();
    expect(session).toMatchObject({ personId: cast.kari, way: "staff" });
    const hours = session?.expiresAt.since(session.createdAt).total("hours");
    expect(hours).toBe(12);
    const [identity] = await house.store.read.select().from(staffIdentities);
    expect(identity).toMatchObject({ issuer: provider.issuer, subject: "a-kari", personId: cast.kari });
    const log = await house.store.read.select().from(auditLog);
    expect(log.map(({ event }) => event)).toEqual(["sign-in-linked"]);
    const page = await (await house.app()).inject({
      url: "/samlinger",
      headers: { cookie: `okt=${cookieIn(response, "okt")}` },
    });
    expect(page.statusCode).toBe(200);
  });

  it("knows them by subject from then on, whatever becomes of the address", async () => {
    await signIn();
    provider.account.claims = { email: "kari.gift@demo.example" };
    expect((await signIn()).statusCode).toBe(303);
    expect((await open()).map(({ personId }) => personId)).toEqual([cast.kari, cast.kari]);
    // the address goes to someone else at the provider: not into Kari's account
    provider.account = { subject: "a-new-one", claims: { email: "kari@demo.example", email_verified: true } };
    expect((await signIn()).statusCode).toBe(403);
  });

  it.each([
    ["someone unknown", { email: "ukjent@nav.example", email_verified: true }],
    ["an address that is not verified", { email: "kari@demo.example", email_verified: false }],
    ["no address", {}],
  ])("tells %s so, and makes no account", async (_who, claims) => {
    provider.account = { subject: "a-stranger", claims };
    const before = (await house.store.read.select().from(persons)).length;
    const response = await signIn();
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain("Vi kjenner deg ikke igjen");
    expect(await open()).toEqual([]);
    expect((await house.store.read.select().from(persons)).length).toBe(before);
  });

  it("lets nobody in who has left", async () => {
    await signIn();
    await house.store.write(async (tx) => {
      await tx.delete(sessions);
      await tx.update(persons).set({ status: "left" }).where(eq(persons.id, cast.kari));
    });
    expect((await signIn()).statusCode).toBe(403);
    expect(await open()).toEqual([]);
  });

  it("asks for the address where the provider does not tell it by itself", async () => {
    provider.change = ({ email, email_verified, ...claims }) => claims;
    expect((await signIn()).statusCode).toBe(303);
    expect((await open()).map(({ personId }) => personId)).toEqual([cast.kari]);
  });

  it("another claim may hold the address", async () => {
    await house.close();
    house = await openHouse(settings({ OIDC_ADDRESS_CLAIM: "preferred_username" }));
    house.setNow(Temporal.Now.instant().toString());
    cast = await addCast(house.store);
    provider.change = (claims) => ({ ...claims, email: undefined, preferred_username: "kari@demo.example" });
    expect((await signIn()).statusCode).toBe(303);
  });
});

describe("an answer is not trusted", () => {
  const refused = async (response: { statusCode: number; body: string }) => {
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain("Innloggingen ble avbrutt");
    expect(await open()).toEqual([]);
  };

  it("twice", async () => {
    const back = await comeBack();
    expect((await deliver(back)).statusCode).toBe(303);
    await house.store.write((tx) => tx.delete(sessions));
    await refused(await deliver(back));
  });

  it("twice at the same time: one gets in", async () => {
    const back = await comeBack();
    const both = await Promise.all([deliver(back), deliver(back)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
    expect(await open()).toHaveLength(1);
  });

  it("in another browser than the one that asked", async () => {
    const { answer } = await comeBack();
    await refused(await (await house.app()).inject({ url: answer }));
    const other = await comeBack();
    await refused(await deliver({ state: other.state, answer }));
  });

  it("with a code that was used already, with a new state", async () => {
    const first = await comeBack();
    await deliver(first);
    await house.store.write((tx) => tx.delete(sessions));
    const second = await comeBack();
    const code = new URL(first.answer, base).searchParams.get("code") as string;
    const mixed = new URL(second.answer, base);
    mixed.searchParams.set("code", code);
    await refused(await deliver({ state: second.state, answer: mixed.pathname + mixed.search }));
  });

  it("after ten minutes", async () => {
    const back = await comeBack();
    house.setNow(house.now().add({ minutes: 10, seconds: 1 }).toString());
    await refused(await deliver(back));
  });

  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ["another nonce", (claims) => ({ ...claims, nonce: "another" })],
    ["no nonce", ({ nonce, ...claims }) => claims],
    ["another issuer", (claims) => ({ ...claims, iss: "https://ond.example" })],
    ["another audience", (claims) => ({ ...claims, aud: "another-client" })],
    ["a time two minutes past", (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 120 })],
  ])("with %s", async (_what, change) => {
    provider.change = change;
    await refused(await signIn());
  });

  it("signed with a key that the provider does not have", async () => {
    provider.forge = true;
    await refused(await signIn());
  });

  it("that names another issuer in the address (RFC 9207)", async () => {
    const back = await comeBack();
    const mixed = new URL(back.answer, base);
    mixed.searchParams.set("iss", "https://ond.example");
    await refused(await deliver({ state: back.state, answer: mixed.pathname + mixed.search }));
  });

  it("of someone who pressed cancel there", async () => {
    const { state } = await comeBack();
    const answer = `/logg-inn/ansatt/svar?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
    await refused(await deliver({ state, answer }));
  });
});

describe("what changes at the provider", () => {
  it("a new key is known at once", async () => {
    expect((await signIn()).statusCode).toBe(303);
    provider.rotate();
    expect((await signIn()).statusCode).toBe(303);
    provider.rotate();
    expect((await signIn()).statusCode).toBe(303);
  });

  it("clocks may differ by some seconds", async () => {
    const seconds = Math.floor(Date.now() / 1000);
    provider.change = (claims) => ({ ...claims, iat: seconds + 15, exp: seconds - 15 });
    expect((await signIn()).statusCode).toBe(303);
  });

  it("it is down: a clear page, before and after", async () => {
    const back = await comeBack();
    provider.isBroken = true;
    const after = await deliver(back);
    expect([after.statusCode, after.body.includes("svarer ikke")]).toEqual([503, true]);
    await house.close();
    house = await openHouse(settings({ OIDC_ISSUER: "http://127.0.0.1:9" }));
    const before = await (await house.app()).inject({ url: "/logg-inn/ansatt" });
    expect([before.statusCode, before.body.includes("svarer ikke")]).toEqual([503, true]);
    expect((await (await house.app()).inject({ url: "/logg-inn" })).statusCode).toBe(200);
  });
});

describe("ways in by setting", () => {
  it("mail alone has no door for staff", async () => {
    const mail = await openHouse();
    const app = await mail.app();
    expect((await app.inject({ url: "/logg-inn/ansatt" })).statusCode).not.toBe(303);
    expect((await app.inject({ url: "/logg-inn" })).body).not.toContain("ansatt i Nav");
    await mail.close();
  });

  it("oidc alone mails no links, but a link from the command line opens", async () => {
    const staff = await openHouse(settings({ SIGN_IN: "oidc" }));
    const app = await staff.app();
    const page = await app.inject({ url: "/logg-inn" });
    expect(page.body).toContain("Logg inn som ansatt i Nav");
    expect(page.body).not.toContain('name="epost"');
    const asked = await app.inject({
      method: "POST",
      url: "/logg-inn",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      payload: "epost=kari%40demo.example",
    });
    expect(asked.statusCode).toBe(404);
    await staff.close();
  });

  it("signing out says how to sign out at the provider as well", async () => {
    const token = cookieIn(await signIn(), "okt");
    const app = await house.app();
    const headers = { cookie: `okt=${token}`, "sec-fetch-site": "same-origin" };
    const out = await app.inject({ method: "POST", url: "/logg-ut", headers });
    expect(out.headers.location).toBe("/logg-ut/ansatt");
    const page = await app.inject({ url: "/logg-ut/ansatt" });
    expect(page.body).toContain(`${provider.issuer}/session/end`);
    expect(await open()).toEqual([]);
  });
});

it("what is kept on the way goes when it is used, and no code, state or verifier is logged or shown", async () => {
  const back = await comeBack();
  expect(await house.store.read.select().from(staffSignIns)).toHaveLength(1);
  const response = await deliver(back);
  expect(await house.store.read.select().from(staffSignIns)).toEqual([]);
  const code = new URL(back.answer, base).searchParams.get("code") as string;
  expect(`${response.headers.location} ${response.body}`).not.toContain(code);
});
