import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConfigError, readConfig } from "../../server/config.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const settings = { DKIM_DOMAIN: "demo.example", DKIM_SELECTOR: "mail2026", DKIM_KEY: privateKey };

/** RFC 6376 section 3.4.2: lower-case name, unfolded, runs of space as one, none around. */
const relaxedHeader = (header: string) => {
  const [name, ...rest] = header.replace(/\r\n(?=[ \t])/g, "").split(":");
  return `${name?.toLowerCase().trim()}:${rest
    .join(":")
    .replace(/[ \t]+/g, " ")
    .trim()}`;
};
/** RFC 6376 section 3.4.4. */
const relaxedBody = (body: string) =>
  `${body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(\r\n)*$/, "")}\r\n`;

/** What a receiver finds: which headers the signature covers, and whether headers and body are as signed. */
function verified(raw: string) {
  const split = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? "";
  const tag = (name: string) =>
    (new RegExp(`[;:\\s]${name}=([^;]*)`).exec(signature.replace(/\r\n[ \t]*/g, " "))?.[1] ?? "").replace(
      /\s/g,
      "",
    );
  const signed = tag("h").toLowerCase().split(":");
  const left = [...headers];
  const covered = signed.flatMap((name) => {
    const at = left.findLastIndex((header) => header.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const own = relaxedHeader(signature.replace(/([;\s]b=)[^;]*$/, "$1"));
  const text = `${covered.map(relaxedHeader).join("\r\n")}\r\n${own}`;
  const body = createHash("sha256")
    .update(relaxedBody(raw.slice(split + 4)), "latin1")
    .digest("base64");
  return {
    signed,
    domain: tag("d"),
    selector: tag("s"),
    isBodyWhole: body === tag("bh"),
    isHeadWhole: verify(
      "sha256",
      Buffer.from(text, "latin1"),
      createPublicKey(publicKey),
      Buffer.from(tag("b"), "base64"),
    ),
  };
}

describe("a signed invitation", () => {
  let house: TestHouse;
  let cast: Cast;
  let office: PostOffice;
  beforeEach(async () => {
    house = await openHouse(settings);
    cast = await addCast(house.store);
    office = await openPostOffice();
  });
  afterEach(async () => {
    await office.close();
    await house.close();
  });

  it("verifies, unsubscribing headers included, and no longer when one of them is changed", async () => {
    const id = await addGathering(house, cast, { title: "Når Åse ikke kommer – igjen ".repeat(4) });
    await invite(house, cast, id, cast.ola);
    const transport = makeTransport({ ...house.config, smtpUrl: office.url });
    await deliverDue(house.store, transport, house.now);
    transport.close();
    const raw = office.raw[0] as string;
    const found = verified(raw);
    expect(found).toMatchObject({
      domain: "demo.example",
      selector: "mail2026",
      isBodyWhole: true,
      isHeadWhole: true,
    });
    for (const name of ["from", "subject", "message-id", "list-unsubscribe", "list-unsubscribe-post"]) {
      expect(found.signed).toContain(name);
    }
    expect(verified(raw.replace("List-Unsubscribe=One-Click", "List-Unsubscribe=Two")).isHeadWhole).toBe(
      false,
    );
    expect(verified(raw.replace("/stopp>", "/stop>")).isHeadWhole).toBe(false);
    expect(verified(raw.replace("METHOD:REQUEST", "METHOD:CANCEL_")).isHeadWhole).toBe(true);
  });
});

describe("the settings", () => {
  const faults = (env: Record<string, string>) => {
    try {
      return readConfig({ NODE_ENV: "test", ...env }).dkim;
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };

  it("are all or none, and a key that can be read, whole or as a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "dkim-"));
    const file = join(folder, "key.pem");
    writeFileSync(file, privateKey);
    const { DKIM_KEY: _, ...withoutKey } = settings;
    expect(faults({})).toBeNull();
    expect(faults({ ...settings, DKIM_KEY: privateKey.replaceAll("\n", "\\n") })).toMatchObject({
      privateKey,
    });
    expect(faults({ ...withoutKey, DKIM_KEY_FILE: file })).toMatchObject({
      selector: "mail2026",
      privateKey,
    });
    expect(faults({ DKIM_DOMAIN: "demo.example" })).toEqual([
      "DKIM_SELECTOR: is required to sign mail",
      "DKIM_KEY: the key, or DKIM_KEY_FILE with its path, is required to sign mail",
    ]);
    expect(faults({ ...settings, DKIM_KEY: "nonsense" })).toEqual([
      "DKIM_KEY: must be a private key in PEM that can be read",
    ]);
    expect(faults({ ...withoutKey, DKIM_KEY_FILE: join(folder, "none") })).toEqual([
      "DKIM_KEY_FILE: must be a private key in PEM that can be read",
    ]);
    rmSync(folder, { recursive: true });
  });
});
