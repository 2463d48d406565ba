import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyInWords } from "../../server/gatherings/sent-routes.ts";
import { sentTexts } from "../../server/gatherings/sent-texts.ts";
import { outbox } from "../../server/mail/tables.ts";
import { persons } from "../../server/people/tables.ts";
import { inLanguage } from "../../server/web/languages.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, change, invite, mailsTo, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast);
  await invite(house, cast, id, cast.ola, cast.siri);
});
afterEach(() => house.close());

const setState = (personId: string, set: Partial<typeof outbox.$inferInsert>) =>
  house.store.write(
    async (tx) => void (await tx.update(outbox).set(set).where(eq(outbox.personId, personId))),
  );
const page = async () => (await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/e-post`)).body;
const press = async (personId: string) =>
  (await browserOf(house, cast.kari)).post(`/samlinger/${id}/e-post/${personId}`);

describe("who got what", () => {
  it("shows each person's mails with their state, and why in plain words", async () => {
    await sendAll(house);
    await setState(cast.ola, { state: "failed", lastError: "550 5.1.1 EENVELOPE" });
    const body = await page();
    for (const words of ["Kom ikke fram", "Adressen finnes ikke hos mottakeren.", "Én person er ikke nådd"]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain("550 5.1.1");
    expect((await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/svar`)).body).toContain(
      `/samlinger/${id}/e-post`,
    );
  });

  it.each([
    ["queued", null, null],
    ["sent", "550 5.1.1 EENVELOPE", null],
    ["aborted", null, "Erstattet av en nyere e-post før den ble sendt."],
    ["aborted", "TOO LATE", "Den ville kommet etter at samlingen eller fristen var over."],
    ["bounced", "RETURNED", "Den ble sendt, men kom i retur. Sjekk adressen."],
    ["failed", "550 5.1.1 EENVELOPE", "Adressen finnes ikke hos mottakeren."],
    ["failed", "552 5.2.2 EMESSAGE", "Postkassen er full."],
    ["failed", "554 5.7.1 EMESSAGE", "Mottakerens e-postsystem avviste den."],
    ["failed", "GIVEN UP", "Vi prøvde i over et døgn og ga opp."],
    ["failed", "ECONNECTION", "Vi prøvde i over et døgn og ga opp."],
    ["retrying", "451 EENVELOPE", "Mottakerens e-postsystem ba oss prøve senere."],
    ["retrying", "ECONNECTION", "Vi fikk ikke kontakt med e-posttjeneren."],
    [
      "retrying",
      "535 5.7.8 EAUTH",
      "Vår egen e-posttjener tok den ikke imot. Si fra til dem som drifter løsningen.",
    ],
  ] as const)("%s, %s: %s", (state, lastError, words) => {
    expect(whyInWords({ state, lastError }, inLanguage(sentTexts, "nb"))).toBe(words);
  });

  it("sends the state of things again to the address as it is now, as a new mail", async () => {
    await sendAll(house);
    await answer(house, id, cast.ola);
    await setState(cast.ola, { state: "bounced", lastError: "RETURNED" });
    await house.store.write(async (tx) => {
      await tx.update(persons).set({ email: "ny@demo.example" }).where(eq(persons.id, cast.ola));
    });
    house.setNow("2026-11-03T09:00:00Z");
    await press(cast.ola);
    const mails = await mailsTo(house, cast.ola);
    const again = mails.at(-1);
    expect(again).toMatchObject({ kind: "again", state: "queued", toAddress: "ny@demo.example" });
    expect(mails.filter((mail) => mail.messageId === again?.messageId)).toHaveLength(1);
    expect(again?.calendarBody?.replace(/\r\n /g, "")).toContain("PARTSTAT=ACCEPTED");
    expect((await page()).includes("ikke nådd")).toBe(false);
  });

  it("sends nothing while a mail is on its way, nor when it is over, nor to strangers", async () => {
    await press(cast.ola);
    expect(await mailsTo(house, cast.ola)).toHaveLength(1);
    await sendAll(house);
    expect((await press(cast.nina)).statusCode).toBe(404);
    house.setNow("2026-12-08T12:00:00Z");
    await press(cast.ola);
    expect(await mailsTo(house, cast.ola)).toHaveLength(1);
    expect(await page()).not.toContain("Send på nytt");
    const stranger = await browserOf(house, cast.strangeAdviser);
    expect((await stranger.get(`/samlinger/${id}/e-post`)).statusCode).toBe(404);
    expect((await stranger.post(`/samlinger/${id}/e-post/${cast.ola}`)).statusCode).toBe(404);
  });

  it("after a cancellation it is the cancellation that goes again", async () => {
    await sendAll(house);
    await change(house, id, "cancelled");
    await sendAll(house);
    house.setNow("2026-11-03T09:00:00Z");
    await press(cast.ola);
    expect((await mailsTo(house, cast.ola)).at(-1)).toMatchObject({
      kind: "cancellation",
      calendarMethod: "CANCEL",
    });
  });
});
