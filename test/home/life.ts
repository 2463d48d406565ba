/**
 * Everything the product lets a mentor do, done by one person with words nobody else has. A new room
 * adds what its people may do here; `erasure.test.ts` then looks for it in every column of every table.
 */
import { eq } from "drizzle-orm";
import { markRead } from "../../server/cases/reading.ts";
import { keepReflection } from "../../server/cases/reflection.ts";
import { sendColleague } from "../../server/gatherings/colleague.ts";
import { openFeed } from "../../server/gatherings/feed.ts";
import { replyJudge } from "../../server/gatherings/reply.ts";
import { sayYesToAll, standingEnds } from "../../server/gatherings/standing-answer.ts";
import { agendaItems, attendance, gatherings } from "../../server/gatherings/tables.ts";
import { noteTry } from "../../server/gatherings/try.ts";
import { chooseStricterNaming } from "../../server/learning/feedback.ts";
import { receive } from "../../server/mail/receive.ts";
import { proposeTopic } from "../../server/networks/topic.ts";
import { audit } from "../../server/people/audit.ts";
import { acceptDeclaration } from "../../server/people/declaration.ts";
import { chooseMail } from "../../server/people/mail-preference.ts";
import { addPerson } from "../../server/people/person.ts";
import { requestAddress } from "../../server/people/self.ts";
import { openSession } from "../../server/people/session.ts";
import { requestLink } from "../../server/people/sign-in.ts";
import { persons, staffIdentities } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { addMember, type Cast } from "../cast.ts";
import { addGathering, answer, invitationOf, invite } from "../gatherings/party.ts";
import type { TestHouse } from "../house.ts";
import { addItem, decideIt, give, newDecision, newReview, review, send } from "../learning/loop.ts";
import { gmail, inviteOf } from "../mail/letters.ts";

export const life = {
  name: "Torbjørg Ødegårdsmoen-Lie",
  email: "Torbjorg.Lie@klippfisk.example",
  newEmail: "torbjorg@ny-klippfisk.example",
  phone: "+47 41 99 88 77",
  jobTitle: "klippfiskmester",
  subject: "klippfisk-subjekt-4711",
};

/** Words they wrote: each place its own, so that a test can tell which one was left. */
const said: string[] = [];
function words(where: string): string {
  const text = `Klippfiskord ${where} klippfisk`;
  if (!said.includes(text)) said.push(text);
  return text;
}

/** What must be nowhere when they are erased. */
export const traces = () => [
  ...[
    life.name,
    life.email,
    life.email.toLowerCase(),
    life.newEmail,
    life.phone,
    life.jobTitle,
    life.subject,
  ],
  "torbj|rg |deg}rdsmoen-lie", // the name as it sorts
  ...said,
];

async function register(house: TestHouse, cast: Cast): Promise<string> {
  return house.store.write(async (tx) => {
    const { name, email, jobTitle, phone } = life;
    const facts = { name, email, language: "nn" as const, roles: ["mentor" as const], jobTitle };
    const { id } = await addPerson(tx, { ...facts, workplaceId: cast.workplace }, house.now());
    await tx.update(persons).set({ phone }).where(eq(persons.id, id));
    await addMember(tx, cast.network, id, "mentor");
    await acceptDeclaration(tx, id, "2026-11", house.now());
    return id;
  });
}

/** Signed in, linked, a new address asked for, looked up by an adviser. */
async function comeAndGo(house: TestHouse, cast: Cast, personId: string): Promise<void> {
  const { secret } = house.config;
  const asked = { address: life.email, place: "10.0.0.1", secret, to: "/" };
  await house.store.write((tx) => requestLink(tx, house.mailer, asked, house.now()));
  await house.store.write(async (tx) => {
    await openSession(tx, personId, house.now());
    await requestAddress(tx, house.mailer, { personId, address: life.newEmail }, house.now());
    await chooseMail(tx, personId, { hasReminders: false }, house.now());
    await audit(tx, { byId: cast.kari, event: "person-seen", personIds: [personId] }, house.now());
    await tx.insert(staffIdentities).values({
      issuer: "https://innlogging.example",
      subject: life.subject,
      personId,
      linkedAt: house.now(),
    });
  });
}

/** Invited to what was and what comes; answered by page and by mail; came; sent a colleague. */
async function meet(house: TestHouse, cast: Cast, personId: string) {
  const past = await addGathering(house, cast, { localDate: "2026-11-10" });
  await invite(house, cast, past, personId, cast.ola, cast.siri);
  await answer(house, past, personId, { words: words("svar"), needs: words("mat") });
  const coming = await addGathering(house, cast, { localDate: "2026-12-08", capacity: 1 });
  await invite(house, cast, coming, personId, cast.ola);
  await answer(house, coming, personId, { words: words("svar framover") });
  await answer(house, coming, cast.ola);
  await byMail(house, coming, personId);
  const sent = await addGathering(house, cast, { localDate: "2027-01-12" });
  await invite(house, cast, sent, personId);
  const { id: invitationId } = await invitationOf(house, sent, personId);
  const colleague = { invitationId, name: "Kollega Annen", email: "kollega@annen.example" };
  await house.store.write((tx) =>
    sendColleague(tx, house.mailer, { ...colleague, words: words("kollega") }, house.now()),
  );
  const until = standingEnds(house.now())[0] as string;
  const owner = { networkId: cast.network, personId };
  await house.store.write(async (tx) => {
    await sayYesToAll(tx, house.mailer, { ...owner, mode: "room", until }, house.now());
    await openFeed(tx, { personId }, house.now());
    await noteTry(tx, { ...owner, words: words("prøver"), isShared: true }, house.now());
  });
  house.setNow("2026-11-10T15:00:00Z");
  const came = { gatheringId: past, personId, status: "present" as const, recordedById: cast.kari };
  await house.store.write((tx) => tx.insert(attendance).values({ ...came, recordedAt: house.now() }));
  await house.store.write(async (tx) => {
    const line = { gatheringId: past, position: 9, kind: "dialogue" as const, minutes: 5, leadId: personId };
    await tx.insert(agendaItems).values({ id: newId(), ...line, title: `${life.name} forteller` });
    const movedFrom = {
      localDate: "2026-11-09",
      startTime: "13:00",
      endTime: "15:00",
      place: `Hos ${life.name}`,
    };
    await tx.update(gatherings).set({ movedFrom }).where(eq(gatherings.id, past));
  });
  return { past, coming };
}

/** A yes from the mail program, one from another address, and a letter in words. */
async function byMail(house: TestHouse, gatheringId: string, personId: string): Promise<void> {
  const judge = replyJudge(house.mailer);
  const how = { receivedAt: house.now(), now: house.now(), serverId: null, dmarc: "pass" as const };
  const invited = await inviteOf(house, gatheringId, personId);
  const letter = [
    `From: ${Buffer.from(life.name).toString("latin1")} <${life.email}>`,
    "Subject: Til dere",
    "Message-ID: <brev@klippfisk.example>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    words("brev"),
  ];
  const all = [gmail(invited), gmail(invited, { from: life.newEmail }), Buffer.from(letter.join("\r\n"))];
  for (const raw of all) await receive(house.store, judge, raw, how);
}

/** Read and thought about a case, wished for a topic. */
async function readAndWish(house: TestHouse, cast: Cast, personId: string): Promise<void> {
  const key = { personId, caseSlug: "tuva", caseVersion: 1 };
  const wish = { networkId: cast.network, source: "mentor" as const, byId: personId };
  await house.store.write(async (tx) => {
    await markRead(tx, key, house.now());
    const reflection = { ...key, questionId: "hos-tuva", words: words("tanke"), choice: null };
    await keepReflection(tx, reflection, house.now());
    await proposeTopic(tx, { ...wish, words: words("ønske") }, house.now());
  });
}

/** Named, confidential and anonymous feedback; one piece went all the way to a decision. */
async function speakUp(house: TestHouse, cast: Cast, personId: string, due: string): Promise<void> {
  const by = { byId: personId };
  const piece = (where: string) => ({
    text: words(where),
    consequence: words(`${where} følge`),
    wish: words(`${where} ønske`),
  });
  const named = await give(house, cast, { ...by, ...piece("navngitt"), naming: "named" });
  await give(house, cast, { ...by, ...piece("fortrolig"), naming: "confidential" });
  const about = { naming: "confidential" as const, about: cast.kari };
  await give(house, cast, { ...by, ...piece("om rådgiver"), ...about });
  const { id: feedbackId } = await give(house, cast, { ...by, ...anonymous, naming: "confidential" });
  const choice = { feedbackId, byId: personId, naming: "anonymous" as const };
  await house.store.write((tx) => chooseStricterNaming(tx, choice));
  await review(house, newReview(cast, named.id, { note: `Takk, ${life.name}.` }));
  const itemId = await addItem(house, cast, named.id);
  await send(house, cast, itemId, due);
  const { referrals } = await import("../../server/learning/tables.ts");
  const [referral] = await house.store.read.select().from(referrals).where(eq(referrals.itemId, itemId));
  const responsible = `Kari Nordli sammen med ${life.name}`;
  const rule = { words: `${life.name} sin regel`, kind: "unwritten" as const };
  const decision = newDecision(cast, itemId, referral?.id as string, { responsible, rule });
  await decideIt(house, decision);
}

/** Cannot be found again, and so stays. */
export const anonymous = { text: "Noe ingen vet hvem har sagt.", consequence: null, wish: null };

/** Lives it all. Returns who it was. */
export async function liveAll(house: TestHouse, cast: Cast): Promise<string> {
  said.length = 0;
  const personId = await register(house, cast);
  await comeAndGo(house, cast, personId);
  const { coming } = await meet(house, cast, personId);
  await readAndWish(house, cast, personId);
  await speakUp(house, cast, personId, coming);
  return personId;
}
