/** What the demo does not stand at by itself: states in which buttons appear that nobody meets otherwise. */
import { join } from "node:path";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { saveAnswer } from "../../server/cases/group-answer.ts";
import { joinGroup } from "../../server/cases/group-device.ts";
import { openRound, revealRound } from "../../server/cases/group-round.ts";
import { openGroupSession } from "../../server/cases/group-session.ts";
import { loadCases } from "../../server/cases/library.ts";
import { groupSessions, writtenCases } from "../../server/cases/tables.ts";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { checkInToken } from "../../server/gatherings/check-in.ts";
import { heldToken } from "../../server/gatherings/held.ts";
import {
  attendance,
  gatherings,
  heldAnswers,
  invitations,
  minuteItems,
} from "../../server/gatherings/tables.ts";
import { openBatches } from "../../server/learning/batch.ts";
import { lookAgain } from "../../server/learning/dates.ts";
import { giveFeedback } from "../../server/learning/feedback.ts";
import { answerParaphrase } from "../../server/learning/paraphrase.ts";
import { reviewFeedback } from "../../server/learning/review.ts";
import { closeDueRounds } from "../../server/learning/rounds.ts";
import { tellSilence } from "../../server/learning/silence.ts";
import { learningItems, voteRounds, votes } from "../../server/learning/tables.ts";
import { voteToken } from "../../server/learning/vote-link.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { openSession } from "../../server/people/session.ts";
import { acceptances, workplaces } from "../../server/people/tables.ts";
import { erasures } from "../../server/privacy/tables.ts";
import { startImport } from "../../server/register/import.ts";
import { importWorker } from "../../server/register/import-run.ts";
import { workOn } from "../../server/register/import-work.ts";
import { newId } from "../../server/store/columns.ts";
import type { openDemoHouse } from "./demo-house.ts";
import { askedBy } from "./presses.ts";

type DemoHouse = Awaited<ReturnType<typeof openDemoHouse>>;
export interface Rare {
  name: string;
  /** The moment, when it is not the demo's own. */
  at?: string;
  /** Brings the state about and tells whose pages show it. */
  arrange(house: DemoHouse, get: (path: string, by: string) => Promise<string>): Promise<Shown>;
}
export interface Shown {
  pages: [by: string, path: string][];
  /** Cookies beside that of the session, by person. */
  cookies?: Record<string, string>;
  /** What is written in some fields, by their names. */
  fill?: Record<string, string>;
}

const caseOf = (house: DemoHouse, slug: string) => {
  const found = loadCases(join(house.config.root, "content")).get(slug);
  if (!found) throw new Error(`no case ${slug}`);
  return found;
};

/** The demo's next gathering, which people have answered. */
async function nextGathering(house: DemoHouse) {
  const all = await house.store.read.select().from(gatherings).orderBy(gatherings.startsAt);
  const next = all.find(
    ({ startsAt, openedAt }) => openedAt && startsAt.epochMilliseconds > demoNow.epochMilliseconds,
  );
  if (!next) throw new Error("the demo has no gathering ahead");
  return next;
}

async function olasInvitation(house: DemoHouse, gatheringId: string) {
  const ola = await house.idOf("ola");
  const [found] = await house.store.read
    .select()
    .from(invitations)
    .where(and(eq(invitations.gatheringId, gatheringId), eq(invitations.personId, ola)));
  if (!found) throw new Error("Ola is not invited");
  return { ola, invitation: found };
}

const demoNow = Temporal.Instant.from("2026-11-02T09:00:00Z");
const atNextGathering = "2026-11-10T12:30:00Z";
const noFeedback = async () => ({ ok: true as const, id: newId() });

/** Opens Tuva for groups at the gathering of the day, with one phone that has joined. */
async function groupsAt(house: DemoHouse) {
  const { id: gatheringId } = await nextGathering(house);
  const given = { gatheringId, case: caseOf(house, "tuva"), byId: await house.idOf("kari") };
  return house.store.write(async (tx) => {
    const opened = await openGroupSession(tx, given, house.now());
    if (!opened.ok) throw new Error(opened.reason);
    const key = { sessionId: opened.id, questionId: "hos-tuva", round: 1 };
    await openRound(tx, { ...key, minutes: 5 }, house.now());
    const [row] = await tx.select().from(groupSessions).where(eq(groupSessions.id, opened.id));
    const code = row?.code as string;
    const joined = await joinGroup(tx, { code, groupNumber: 1, token: null }, house.now());
    if (!joined.ok) throw new Error(joined.reason);
    return { key, code, phone: `gruppe=${joined.token}`, path: `/gruppe/${opened.id}` };
  });
}

/** A list with one new person, looked through. */
async function listOf(house: DemoHouse, by: string, networkId: string | null): Promise<string> {
  const sheet = {
    rows: [
      ["Navn", "E-post"],
      ["Gry Nordmo", "gry.nordmo@ny.example"],
    ],
    lines: [1, 2],
  };
  const columns = ["name" as const, "email" as const];
  const byId = await house.idOf(by);
  const id = await startImport(house.store, { byId, networkId, columns, sheet }, house.now());
  await workOn(importWorker(house), id);
  return id;
}

export const rareScenes: Rare[] = [
  {
    name: "someone known asks for a link",
    arrange: async () => ({ pages: [["nobody", "/logg-inn"]], fill: { epost: demoEmail("leif") as string } }),
  },
  {
    name: "a case from a file",
    arrange: async (house, get) => {
      const [draft] = await house.store.read.select().from(writtenCases);
      const text = await get(`/eksempler/utkast/${draft?.slug}/fil/nb`, "kari");
      return { pages: [["kari", "/eksempler/utkast/import"]], fill: { tekst: text, fil: "" } };
    },
  },
  {
    name: "a workplace that stands twice",
    arrange: async (house) => {
      const [one, other] = await house.store.read.select().from(workplaces);
      return { pages: [["amir", `/virksomheter/${one?.id}`]], fill: { inn: other?.name as string } };
    },
  },
  {
    name: "mail that has been sent",
    arrange: async (house) => {
      const { id } = await nextGathering(house);
      await house.store.write((tx) => tx.update(outbox).set({ state: "sent", sentAt: house.now() }));
      return { pages: [["kari", `/samlinger/${id}/e-post`]] };
    },
  },
  {
    name: "a new year",
    at: "2027-03-01T09:00:00Z",
    arrange: async (house) => {
      const { networkId } = await nextGathering(house);
      return { pages: [["kari", `/nettverk/${networkId}/arsundersokelse`]] };
    },
  },
  {
    name: "one who has not accepted the declaration",
    arrange: async (house) => {
      const siri = await house.idOf("siri");
      await house.store.write((tx) => tx.delete(acceptances).where(eq(acceptances.personId, siri)));
      return { pages: [["siri", "/taushetserklaering"]] };
    },
  },
  {
    name: "signed in on two machines",
    arrange: async (house) => {
      const ola = await house.idOf("ola");
      await house.store.write((tx) => openSession(tx, ola, house.now()));
      return { pages: [["ola", "/min-side/innlogginger"]] };
    },
  },
  {
    name: "the dates of a season",
    arrange: async (_, get) => {
      const path = askedBy(await get("/samlinger/sesong", "kari"), "/samlinger/sesong/forslag");
      return { pages: [["kari", path]] };
    },
  },
  {
    name: "the preview of a changed series",
    arrange: async (house, get) => {
      const { id } = await nextGathering(house);
      const form = await get(`/samlinger/${id}/serie`, "kari");
      const path = askedBy(form, `/samlinger/${id}/serie/forslag`).replace(
        /sted=[^&]*/,
        "sted=Et+annet+sted",
      );
      return { pages: [["kari", path]] };
    },
  },
  {
    name: "invitations that go by themselves",
    arrange: async (house) => {
      const [draft] = await house.store.read.select().from(gatherings).where(isNull(gatherings.openedAt));
      const id = draft?.id as string;
      await house.store.write((tx) =>
        tx.update(gatherings).set({ inviteOn: "2027-01-01" }).where(eq(gatherings.id, id)),
      );
      return { pages: [["kari", `/samlinger/${id}`]] };
    },
  },
  {
    name: "mail that waits, and an answer that may be another's",
    arrange: async (house) => {
      const gathering = await nextGathering(house);
      const { ola, invitation } = await olasInvitation(house, gathering.id);
      const [incomingId, heldId] = [newId(), newId()];
      const now = house.now();
      await house.store.write(async (tx) => {
        await tx.insert(incoming).values({
          ...{ id: incomingId, messageKey: incomingId, receivedAt: now, outcome: "human", isWaiting: true },
          ...{
            personId: ola,
            gatheringId: gathering.id,
            networkId: gathering.networkId,
            words: "Rekker det ikke.",
          },
        });
        await tx.insert(heldAnswers).values({
          ...{
            id: heldId,
            invitationId: invitation.id,
            personId: ola,
            incomingId,
            addressKey: "en@annen.example",
          },
          ...{ reason: "address", answer: "no", sequence: gathering.sequence, saidAt: now, heldAt: now },
        });
      });
      return {
        pages: [
          ["kari", "/samlinger/post"],
          ["nobody", `/var-det-deg/${heldToken(house.config.secret, heldId)}`],
        ],
      };
    },
  },
  {
    name: "the code on the wall",
    at: atNextGathering,
    arrange: async (house) => {
      const path = `/her/${checkInToken(house.config.secret, await nextGathering(house))}`;
      return {
        pages: [
          ["ola", path],
          ["kari", `/samlinger/${(await nextGathering(house)).id}/i-dag`],
        ],
      };
    },
  },
  {
    name: "groups at work",
    at: atNextGathering,
    arrange: async (house) => {
      const { phone, path, code } = await groupsAt(house);
      return {
        pages: [
          ["phone", path],
          ["nobody", `/gruppe?kode=${code}`],
          ["kari", `${path}/leder`],
        ],
        cookies: { phone },
        fill: { telefon: "1", gruppe: "2" },
      };
    },
  },
  {
    name: "groups whose answers are shown",
    at: atNextGathering,
    arrange: async (house) => {
      const { phone, path, key } = await groupsAt(house);
      await house.store.write(async (tx) => {
        const seen = { words: "", choice: null };
        await saveAnswer(
          tx,
          { ...key, groupNumber: 1 },
          { ...seen, words: "Øv sammen.", seenVersion: 0, seen },
        );
        await revealRound(tx, key, noFeedback, house.now());
      });
      return {
        pages: [
          ["ola", path],
          ["phone", path],
        ],
        cookies: { phone, ola: phone },
      };
    },
  },
  {
    name: "a list of people, looked through: one on its way into a network, one whose network is to be said",
    arrange: async (house) => {
      const inNetwork = await listOf(house, "kari", (await nextGathering(house)).networkId);
      const alone = await listOf(house, "amir", null);
      return {
        pages: [
          ["kari", `/personer/import/${inNetwork}`],
          ["amir", `/personer/import/${alone}`],
        ],
      };
    },
  },
  {
    name: "a night's erasing under way",
    arrange: async (house) => {
      const now = house.now();
      await house.store.write((tx) =>
        tx.insert(erasures).values({
          ...{ night: "2026-11-01", startedAt: now, claimedUntil: now.add({ minutes: 10 }), counts: {} },
        }),
      );
      return { pages: [["amir", "/sletting"]] };
    },
  },
  {
    name: "a paraphrase that waits for its author, and one that was refused",
    arrange: async (house) => {
      const [ola, kari] = [await house.idOf("ola"), await house.idOf("kari")];
      const { networkId } = await nextGathering(house);
      const given = {
        ...{ networkId, byId: ola, source: "free" as const, naming: "confidential" as const },
        ...{
          wording: "paraphrase" as const,
          consequence: null,
          wish: null,
          about: "none",
          gatheringId: null,
        },
      };
      const ids = await house.store.write(async (tx) => {
        const made: string[] = [];
        for (const text of ["Ingen svarer på fredager.", "Jeg får aldri tak i noen."]) {
          const one = await giveFeedback(tx, { ...given, text }, house.now());
          if (!one.ok) throw new Error(one.reason);
          const review = {
            ...{ feedbackId: one.id, byId: kari, outcome: "kept" as const, themeSlug: "tilgjengelighet" },
            ...{ remove: [], note: null, paraphrase: "En mentor nådde ingen." },
          };
          await reviewFeedback(tx, house.mailer, review, house.now());
          made.push(one.id);
        }
        await answerParaphrase(tx, { feedbackId: made[1] as string, byId: ola, says: "no" }, house.now());
        return made;
      });
      return {
        pages: [
          ["ola", "/innspill"],
          ["kari", `/innspill/${ids[1]}`],
        ],
      };
    },
  },
  {
    name: "a paraphrase that waits for whoever has the code",
    at: "2026-11-09T09:00:00Z",
    arrange: async (house) => {
      const { networkId } = await nextGathering(house);
      const kari = await house.idOf("kari");
      const given = {
        ...{
          networkId,
          byId: await house.idOf("ola"),
          source: "free" as const,
          naming: "anonymous" as const,
        },
        ...{ wording: "paraphrase" as const, text: "Ingen tok telefonen.", consequence: null, wish: null },
        ...{ about: "none", gatheringId: null },
      };
      const code = await house.store.write(async (tx) => {
        const one = await giveFeedback(tx, given, demoNow);
        if (!one.ok) throw new Error(one.reason);
        await openBatches(tx, house.now());
        const review = {
          ...{ feedbackId: one.id, byId: kari, outcome: "kept" as const, themeSlug: "tilgjengelighet" },
          ...{ remove: [], note: null, paraphrase: "En mentor nådde ingen." },
        };
        await reviewFeedback(tx, house.mailer, review, house.now());
        return one.code as string;
      });
      return { pages: [["nobody", "/innspill/kvittering"]], fill: { kode: code, svar: "ja" } };
    },
  },
  {
    name: "answering for someone before the next gathering: who is met first by chance may be of one gone by",
    async arrange(house) {
      const { id } = await nextGathering(house);
      return { pages: [["kari", `/samlinger/${id}/svar/${await house.idOf("ola")}`]] };
    },
  },
  {
    name: "the link in the mail, to the next gathering",
    arrange: async (house) => {
      const { invitation } = await olasInvitation(house, (await nextGathering(house)).id);
      const path = `/svar/${answerToken(house.config.secret, invitation)}`;
      return { pages: ["", "/kollega", "/sesong"].map((page) => ["nobody", `${path}${page}`]) };
    },
  },
  {
    name: "votes by the link in the mail",
    arrange: async (house) => {
      const ola = await house.idOf("ola");
      const rounds = await house.store.read.select({ id: voteRounds.id }).from(voteRounds);
      return {
        pages: rounds.map(({ id }) => ["nobody", `/stemme/${voteToken(house.config.secret, id, ola)}`]),
      };
    },
  },
  {
    name: "the day after the next gathering",
    at: "2026-11-11T09:00:00Z",
    arrange: async (house) => {
      const { id: gatheringId } = await nextGathering(house);
      const { ola } = await olasInvitation(house, gatheringId);
      const recordedById = await house.idOf("kari");
      const row = { gatheringId, personId: ola, status: "present" as const, recordedById };
      const written = { id: newId(), gatheringId, position: 1, heading: "Runden", words: "Vi øver sammen." };
      await house.store.write(async (tx) => {
        await tx.insert(attendance).values({ ...row, recordedAt: house.now() });
        await tx.insert(minuteItems).values(written);
      });
      const items = await house.store.read.select({ id: learningItems.id }).from(learningItems);
      return {
        pages: [
          ["kari", `/samlinger/${gatheringId}/referat`],
          ["kari", `/samlinger/${gatheringId}/oppmote`],
          ...items.map(({ id }): [string, string] => ["kari", `/laeringspunkter/${id}`]),
        ],
      };
    },
  },
  {
    name: "months later, without an answer",
    at: "2027-03-20T09:00:00Z",
    arrange: async (house) => {
      await house.store.write(async (tx) => {
        await closeDueRounds(tx, house.mailer, house.now());
        await lookAgain(tx, house.mailer, house.now());
      });
      await tellSilence(house.store, house.mailer, house.now());
      const items = await house.store.read.select({ id: learningItems.id }).from(learningItems);
      return {
        pages: items.flatMap(({ id }): [string, string][] => [
          ["kari", `/laeringspunkter/${id}`],
          ["randi", `/laeringspunkter/${id}`],
        ]),
      };
    },
  },
  {
    name: "too few mentors answered",
    at: "2027-03-20T09:00:00Z",
    arrange: async (house) => {
      await house.store.write(async (tx) => {
        await tx.delete(votes);
        await closeDueRounds(tx, house.mailer, house.now());
      });
      const items = await house.store.read.select({ id: learningItems.id }).from(learningItems);
      return { pages: items.map(({ id }) => ["kari", `/laeringspunkter/${id}`]) };
    },
  },
  {
    name: "a confirmed item, and two later ones like it",
    arrange: async (house) => {
      const [confirmed] = await house.store.read
        .select()
        .from(learningItems)
        .where(and(eq(learningItems.lane, "confirmed"), isNotNull(learningItems.ruleId)));
      if (!confirmed) throw new Error("the demo has no confirmed item");
      const { ruleId: suggestedRuleId } = confirmed;
      const later = { ...confirmed, suggestedRuleId, lane: "gathered" as const, createdAt: house.now() };
      await house.store.write((tx) =>
        tx.insert(learningItems).values([1, 2].map(() => ({ ...later, id: newId() }))),
      );
      return { pages: [["kari", `/laeringspunkter/${confirmed.id}`]] };
    },
  },
];
