/** Every test's house reads its own log when it closes (test/house.ts): here that this is not in vain. */
import { expect, it } from "vitest";
import { logging } from "../../server/web/logging.ts";
import { addCast } from "../cast.ts";
import { browserOf, openHouse } from "../house.ts";
import { strangeFields } from "../log-lines.ts";

const routes = new Set(["/svar/:token"]);
const line = (facts: object) => JSON.stringify({ level: 30, time: 1, msg: "answered", ...facts });

it.each([
  ["an address", { to: "ola@demo.example" }, ["to"]],
  ["an address in a message", { msg: "sent to ola@demo.example" }, ["msg"]],
  ["a name", { msg: "answered Ola Brekke" }, ["msg"]],
  ["free text", { text: "Ingen tar telefonen." }, ["text"]],
  ["a token in an address", { route: "/svar/abcdef" }, ["route"]],
  ["a token in a request", { req: { method: "GET", route: "/svar/abcdef" } }, ["req.route"]],
  ["a query", { route: "/svar/:token?svar=ja" }, ["route"]],
  ["where somebody asked from", { req: { method: "GET", remoteAddress: "10.0.0.7" } }, ["req.remoteAddress"]],
  ["the message of an error", { err: { type: "Error", message: "Ola", stack: "" } }, ["err.message"]],
  ["values in a stack", { err: { type: "Error", stack: "    at x (y.ts:1:1)\nparams: Ola" } }, ["err.stack"]],
])("%s would be found", (_, facts, found) => {
  expect(strangeFields(line(facts), routes)).toEqual(found);
});

it("the line of a request and of an error may stand", () => {
  const error = Object.assign(new TypeError("Ola Brekke, ola@demo.example"), { code: "SQLITE_FULL" });
  const { err, req } = logging({ logLevel: "info", isProduction: true }).serializers;
  const request = { method: "POST", routeOptions: { url: "/svar/:token" } };
  const facts = {
    reqId: crypto.randomUUID(),
    err: (err as (error: Error) => object)(error),
    req: req(request as never),
  };
  expect(strangeFields(line({ ...facts, msg: "surprise" }), routes)).toEqual([]);
  expect(
    strangeFields(line({ method: "GET", route: "/svar/:token", status: 200, milliseconds: 3 }), routes),
  ).toEqual([]);
});

it("a house whose log tells of somebody cannot be closed in silence", async () => {
  const house = await openHouse();
  const { ola } = await addCast(house.store);
  await (await browserOf(house, ola)).get("/");
  (await house.app()).log.info({ who: "ola@demo.example" }, "answered");
  await expect(house.close()).rejects.toThrow("logged of somebody");
});

it("a fault with values in it leaves none in the log", async () => {
  const house = await openHouse();
  const cast = await addCast(house.store);
  const browser = await browserOf(house, cast.ola);
  const { write } = house.store;
  const values = new Error("Failed query: insert into persons\nparams: Ola Brekke,ola@demo.example");
  house.store.write = () => Promise.reject(new Error("in vain: Ola Brekke", { cause: values }));
  const response = await browser.post("/min-side/rett", { navn: "Ola B. Brekke", telefon: "", sprak: "nb" });
  expect([response.statusCode, response.body]).toEqual([
    500,
    expect.stringContaining('value="Ola B. Brekke"'),
  ]);
  house.store.write = write;
  await house.close();
});
