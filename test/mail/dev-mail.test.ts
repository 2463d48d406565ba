import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mail } from "../../server/mail/outbox.ts";
import { outbox } from "../../server/mail/tables.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const mail = (n: number): Mail => ({
  kind: "sign-in",
  to: { id: "ola", name: "Ola <b>Brekke</b>", email: "ola@demo.example", language: "nn" },
  subject: `Nummer ${n}`,
  paragraphs: ["Trykk under."],
  links: [{ label: "Ja", url: "http://localhost:3000/svar/abc?svar=ja" }],
});
const queue = (n: number) =>
  house.store.write(async (tx) => {
    for (let i = 1; i <= n; i++) await house.mailer.queue(tx, mail(i), house.now().add({ seconds: i }));
  });

describe("the demo's mail", () => {
  it("is listed newest first, a page at a time, none twice and none lost", async () => {
    await queue(45);
    const browser = await browserOf(house, null);
    const seen: string[] = [];
    for (let path: string | undefined = "/dev/mail"; path; ) {
      const { body } = await browser.get(path);
      seen.push(...[...body.matchAll(/>(Nummer \d+)</g)].map((match) => match[1] as string));
      path = /href="(\/dev\/mail\?etter=[^"]+)"/.exec(body)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => `Nummer ${45 - i}`));
  });

  it("is shown with links to press in the text, and framed under a policy of its own", async () => {
    await queue(1);
    const [row] = await house.store.read.select().from(outbox);
    const browser = await browserOf(house, null);
    const page = await browser.get(`/dev/mail/${row?.id}`);
    expect(page.body).toContain('href="http://localhost:3000/svar/abc?svar=ja"');
    expect(page.body).toContain("Ola &lt;b&gt;Brekke");
    expect(page.headers["content-security-policy"]).toMatch(/;frame-src 'self'$/);
    const framed = await browser.get(`/dev/mail/${row?.id}/innhold`);
    expect(framed.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; .*sandbox/,
    );
    expect(framed.headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(framed.body).toContain('lang="nn"');
    const list = await browser.get("/dev/mail");
    expect(list.headers["content-security-policy"]).not.toContain("frame-src");
    const source = await browser.get(`/dev/mail/${row?.id}/kilde`);
    expect(source.headers["content-type"]).toContain("text/plain");
    expect(source.body).toContain("Subject: Nummer 1");
  });

  it("is a 404 for a mail that is not there", async () => {
    const browser = await browserOf(house, null);
    expect((await browser.get("/dev/mail/nei")).statusCode).toBe(404);
    expect((await browser.get("/dev/mail?etter=noe-annet")).statusCode).toBe(200);
    expect((await browser.get("/dev/mail?etter=%00")).statusCode).toBe(404);
  });

  it("is not there outside a demo", async () => {
    const closed = await openHouse({ DEMO: "off" });
    const browser = await browserOf(closed, null);
    expect((await browser.get("/dev/mail")).statusCode).toBe(404);
    await closed.close();
  });
});
