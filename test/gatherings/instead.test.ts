import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { answers, answerWords, invitations, rsvps, standingAnswers } from "../../server/gatherings/tables.ts";
import { personRoles, persons } from "../../server/people/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { addGathering, answer, invitationOf, invite, mailsTo, placeOf, sendAll } from "./party.ts";

let house: TestHouse;
let cast: Cast;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  id = await addGathering(house, cast, { capacity: 1 });
  await invite(house, cast, id, cast.ola, cast.siri);
});
afterEach(() => house.close());

const linkOf = async (personId: string, gatheringId = id) =>
  `/svar/${answerToken(house.config.secret, await invitationOf(house, gatheringId, personId))}`;
const nobody = () => browserOf(house, null);
const colleague = { navn: "Berit Vik", epost: "berit@verksted.example" };
const send = async (personId: string, form: Record<string, string> = colleague) =>
  (await nobody()).post(`${await linkOf(personId)}/kollega`, form);
const personAt = async (email: string) => {
  const [person] = await house.store.read.select().from(persons).where(eq(persons.emailKey, email));
  return person as typeof persons.$inferSelect;
};
const answerOf = async (personId: string) => {
  const [row] = await house.store.read.select().from(rsvps).where(eq(rsvps.personId, personId));
  return row && `${row.answer} ${row.placement}`;
};

describe("sending a colleague instead", () => {
  it("gives the place to the colleague, past the line, and the mentor's answer becomes no", async () => {
    await answer(house, id, cast.ola);
    await answer(house, id, cast.siri);
    const response = await send(cast.ola);
    expect([response.statusCode, response.headers.location]).toEqual([303, await linkOf(cast.ola)]);
    const { id: berit, ...stored } = await personAt("berit@verksted.example");
    expect(await answerOf(berit)).toBe("yes seat");
    expect(await answerOf(cast.ola)).toBe("no none");
    expect(await answerOf(cast.siri)).toBe("yes waiting");
    expect(stored).toMatchObject({ name: "Berit Vik", language: "nb", status: "interested", phone: null });
    expect(await house.store.read.select().from(personRoles).where(eq(personRoles.personId, berit))).toEqual(
      [],
    );
    const { id: olas } = await invitationOf(house, id, cast.ola);
    const [words] = await house.store.read
      .select()
      .from(answerWords)
      .where(eq(answerWords.invitationId, olas));
    expect(words?.words).toBe("En kollega kommer i stedet.");
    const page = await (await browserOf(house, cast.kari)).get(`/samlinger/${id}/svar`);
    expect(page.body).toContain("i stedet for Ola");
  });

  it("mails the colleague an own link and an entry of their own, and never the mentor's", async () => {
    await answer(house, id, cast.ola);
    await send(cast.ola);
    const { id: berit } = await personAt("berit@verksted.example");
    const [mail, ...more] = await mailsTo(house, berit);
    expect(more).toEqual([]);
    const own = await invitationOf(house, id, berit);
    const olas = await invitationOf(house, id, cast.ola);
    expect(mail?.textBody).toMatch(/^Ola \S+ har sagt fra at du kommer i stedet/);
    expect(mail?.textBody).toContain(`${await linkOf(berit)}?svar=nei`);
    expect(mail?.calendarBody).toContain(own.calendarToken);
    expect(mail?.calendarBody?.replace(/\r\n /g, "")).toContain("PARTSTAT=NEEDS-ACTION;RSVP=TRUE");
    for (const secret of [olas.id, olas.calendarToken]) {
      for (const text of [mail?.textBody, mail?.htmlBody, mail?.calendarBody])
        expect(text).not.toContain(secret);
    }
    const said = await house.store.read.select().from(answers).where(eq(answers.invitationId, own.id));
    expect(said.map((row) => [row.answer, row.byPersonId])).toEqual([["yes", cast.ola]]);
    house.setNow("2026-11-02T09:05:00Z");
    await (await nobody()).post(await linkOf(berit), { svar: "nei", rekkefolge: "0" });
    expect(await placeOf(house, id, berit)).toBe("none");
  });

  it("from someone without a place: the colleague is placed as anyone, so capacity holds", async () => {
    await answer(house, id, cast.siri);
    await send(cast.ola);
    const { id: berit } = await personAt("berit@verksted.example");
    expect(await answerOf(berit)).toBe("yes waiting");
    expect(await answerOf(cast.siri)).toBe("yes seat");
  });

  it("with an address that is known: nothing tells so, their name stays, and who is invited is left alone", async () => {
    const siri = await personAt("siri@demo.example");
    const response = await send(cast.ola, { navn: "Noen Annen", epost: "SIRI@demo.example" });
    expect(response.headers.location).toBe(await linkOf(cast.ola));
    expect((await personAt("siri@demo.example")).name).toBe(siri.name);
    expect(await mailsTo(house, cast.siri)).toHaveLength(1);
    expect(await answerOf(cast.siri)).toBeUndefined();
    expect(await answerOf(cast.ola)).toBe("no none");
  });

  it("is for one colleague each, not oneself, and goes no further", async () => {
    expect((await send(cast.ola, { navn: "", epost: "tull" })).statusCode).toBe(422);
    const self = await send(cast.ola, { navn: "Ola", epost: "ola@demo.example" });
    expect([self.statusCode, self.body.includes("din egen adresse")]).toEqual([422, true]);
    await send(cast.ola);
    const second = await send(cast.ola, { navn: "En til", epost: "entil@verksted.example" });
    expect([second.statusCode, second.body.includes("Du har sendt en kollega")]).toEqual([422, true]);
    const { id: berit } = await personAt("berit@verksted.example");
    const chain = await send(berit, { navn: "Videre", epost: "videre@verksted.example" });
    expect([chain.statusCode, chain.body.includes("i stedet for en annen")]).toEqual([422, true]);
    expect(await personAt("videre@verksted.example")).toBeUndefined();
    house.setNow("2026-12-08T12:00:00Z");
    expect((await send(cast.siri)).statusCode).toBe(422);
    expect(await house.store.read.select().from(invitations)).toHaveLength(3);
  });
});

describe("a yes to the whole season", () => {
  const season = { til: "2027-06-30", maate: "rom" };
  const say = async (form: Record<string, string> = season) =>
    (await nobody()).post(`${await linkOf(cast.ola)}/sesong`, form);

  it("answers what one has not answered, and what one is invited to later, up to its date", async () => {
    const answered = await addGathering(house, cast, { localDate: "2026-12-15" });
    await invite(house, cast, answered, cast.ola);
    await answer(house, answered, cast.ola, { answer: "no" });
    await sendAll(house);
    expect((await say()).statusCode).toBe(303);
    const later = await addGathering(house, cast, { localDate: "2027-06-29" });
    const after = await addGathering(house, cast, { localDate: "2027-07-06" });
    for (const one of [later, after]) await invite(house, cast, one, cast.ola, cast.siri);
    expect(await placeOf(house, id, cast.ola)).toBe("seat");
    expect(await placeOf(house, answered, cast.ola)).toBe("none");
    expect(await placeOf(house, later, cast.ola)).toBe("seat");
    expect(await placeOf(house, after, cast.ola)).toBeNull();
    expect(await placeOf(house, later, cast.siri)).toBeNull();
  });

  it("comes as one mail that says so, with the entry accepted, and each can be answered by itself", async () => {
    await say();
    await sendAll(house);
    const later = await addGathering(house, cast, { localDate: "2027-01-12" });
    house.setNow("2026-12-01T09:00:00Z");
    await invite(house, cast, later, cast.ola);
    const mails = (await mailsTo(house, cast.ola)).filter((mail) => mail.gatheringId === later);
    expect(mails.map((mail) => mail.kind)).toEqual(["invitation"]);
    expect(mails[0]?.textBody).toContain(
      "ja til alle samlinger til og med onsdag 30. juni 2027, så du er meldt på",
    );
    expect(mails[0]?.calendarBody?.replace(/\r\n /g, "")).toContain("PARTSTAT=ACCEPTED;RSVP=FALSE");
    const link = await linkOf(cast.ola, later);
    expect((await (await nobody()).get(link)).body).toContain("Passer ikke denne, så svar nei her.");
    house.setNow("2026-12-01T10:00:00Z");
    await (await nobody()).post(link, { svar: "nei", rekkefolge: "0" });
    expect(await placeOf(house, later, cast.ola)).toBe("none");
  });

  it("stands in line when the room is full", async () => {
    await say();
    const full = await addGathering(house, cast, { localDate: "2027-01-12", capacity: 1 });
    await invite(house, cast, full, cast.siri);
    await answer(house, full, cast.siri);
    await invite(house, cast, full, cast.ola);
    expect(await placeOf(house, full, cast.ola)).toBe("waiting");
    const mail = (await mailsTo(house, cast.ola)).at(-1);
    expect(mail?.textBody).toContain("står på venteliste");
  });

  it("can be stopped, and takes no end of its own", async () => {
    expect((await say({ til: "2099-12-31", maate: "rom" })).statusCode).toBe(422);
    expect((await say({ til: "2027-06-30" })).statusCode).toBe(422);
    await say();
    await say({ gjor: "stopp" });
    expect(await house.store.read.select().from(standingAnswers)).toEqual([]);
    expect(await placeOf(house, id, cast.ola)).toBe("seat");
    const later = await addGathering(house, cast, { localDate: "2027-01-12" });
    await invite(house, cast, later, cast.ola);
    expect(await placeOf(house, later, cast.ola)).toBeNull();
  });
});
