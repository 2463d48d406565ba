import { afterEach, beforeEach, expect, it } from "vitest";
import { outbox } from "../../server/mail/tables.ts";
import { keepContact } from "../../server/networks/employer-contact.ts";
import { agreementLetters, agreements } from "../../server/networks/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
  await house.store.write(async (tx) => {
    await tx.delete(agreements);
  });
});
afterEach(() => house.close());

const path = () => `/nettverk/${cast.network}/avtaler/${cast.workplace}/brev`;
const letter = (change: Record<string, string> = {}) => ({
  sprak: "nn",
  navn: "Åse Bø",
  epost: "sjef@firma.example",
  emne: "To timar?",
  tekst: "Hei!\n\nKan de vere med?\n\nVenleg",
  ...change,
});
const mails = () => house.store.read.select().from(outbox);

it("begins with a draft in either written form, which says what it costs and gives", async () => {
  const kari = await browserOf(house, cast.kari);
  const { body } = await kari.get(path());
  for (const words of ["Åsen Bakeri", "Mentornettverk Prøvebyen", "én gang i måneden", "to timer"]) {
    expect(body).toContain(words);
  }
  expect((await kari.get(`${path()}?sprak=nn`)).body).toContain("éin gong i månaden");
});

it("is addressed to the employer's contact, in their language, where one is registered", async () => {
  const contact = { name: "Pål Sjef", email: "pal@firma.example", language: "nn" as const };
  await house.store.write((tx) =>
    keepContact(tx, { ...contact, networkId: cast.network, workplaceId: cast.workplace }, "2026-10-01"),
  );
  const { body } = await (await browserOf(house, cast.kari)).get(path());
  for (const words of ['value="Pål Sjef"', 'value="pal@firma.example"', "éin gong i månaden"]) {
    expect(body).toContain(words);
  }
});

it("goes to the address once however often the button is pressed, with the answer to the adviser", async () => {
  const kari = await browserOf(house, cast.kari);
  expect((await kari.post(path(), letter())).statusCode).toBe(303);
  await kari.post(path(), letter());
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ toAddress: "sjef@firma.example", personId: null, subject: "To timar?" });
  expect(mail?.headers).toMatchObject({ "Reply-To": "kari@demo.example" });
  expect(mail?.htmlBody).toContain('lang="nn"');
  expect(mail?.textBody).toContain("Kari Nordli");
  expect(await house.store.read.select().from(agreementLetters)).toMatchObject([{ sentById: cast.kari }]);
  expect((await (await browserOf(house, cast.tore)).get(path())).body).toContain("Kari Nordli skrev til dem");
});

it("keeps what was typed when something is wrong, and refuses numbers in the text", async () => {
  const kari = await browserOf(house, cast.kari);
  const wrong = await kari.post(path(), letter({ epost: "sjef", tekst: "Gjelder 01017012345" }));
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain("Gjelder 01017012345");
  const guarded = await kari.post(path(), letter({ tekst: "Ring 99887766" }));
  expect([guarded.statusCode, guarded.body.includes("Ring 99887766")]).toEqual([422, true]);
  expect(await mails()).toEqual([]);
});

it("is offered where invitations are made, for those without an agreement, to the network's advisers", async () => {
  const kari = await browserOf(house, cast.kari);
  await kari.post("/samlinger", {
    ...{ nettverk: cast.network, tittel: "Fravær", dato: "2026-12-08", start: "13:00", slutt: "15:00" },
  });
  const [id] = [...(await kari.get("/samlinger")).body.matchAll(/\/samlinger\/([a-z2-7]{26})"/g)].map(
    (m) => m[1],
  );
  expect((await kari.get(`/samlinger/${id}/invitasjon`)).body).toContain(path());
  await house.store.write(async (tx) => {
    await tx
      .insert(agreements)
      .values({ networkId: cast.network, workplaceId: cast.workplace, takesPart: true, since: "2026-01-01" });
  });
  expect((await kari.get(`/samlinger/${id}/invitasjon`)).body).not.toContain(path());
  expect((await (await browserOf(house, cast.strangeAdviser)).get(path())).statusCode).toBe(404);
  expect((await (await browserOf(house, cast.ola)).post(path(), letter())).statusCode).toBe(403);
});
