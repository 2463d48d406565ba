/** A group session in a house of its own, with phones that have joined. */
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { AnswerKey, AnswerText } from "../../server/cases/group-answer.ts";
import { saveAnswer } from "../../server/cases/group-answer.ts";
import { joinGroup, setGroupSize } from "../../server/cases/group-device.ts";
import type { GiveGroupFeedback } from "../../server/cases/group-feedback.ts";
import { openRound } from "../../server/cases/group-round.ts";
import { openGroupSession } from "../../server/cases/group-session.ts";
import { type Case, loadCases } from "../../server/cases/library.ts";
import { groupSessions } from "../../server/cases/tables.ts";
import { agendaItems, gatherings } from "../../server/gatherings/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { instantOf } from "../../server/web/dates.ts";
import type { Cast } from "../cast.ts";
import { root, type TestHouse } from "../house.ts";

export const library = loadCases(join(root, "content"));
export const tuva = library.get("tuva") as Case;
export const day = "2026-12-08";
/** Five past one on the day. */
export const onTheDay = `${day}T12:05:00Z`;

/** A gathering of the cast's network on the day, with Tuva on the agenda. */
export async function addGathering(house: TestHouse, cast: Cast, date = day): Promise<string> {
  const id = newId();
  await house.store.write(async (tx) => {
    await tx.insert(gatherings).values({
      id,
      networkId: cast.network,
      title: "Samling om kassa",
      localDate: date,
      startTime: "13:00",
      endTime: "15:00",
      startsAt: instantOf(date, "13:00"),
      endsAt: instantOf(date, "15:00"),
      createdById: cast.kari,
      createdAt: house.now(),
      openedAt: house.now(),
    });
    await tx.insert(agendaItems).values({
      id: newId(),
      gatheringId: id,
      position: 1,
      kind: "case",
      title: "Tuva",
      minutes: 45,
      caseSlug: "tuva",
    });
  });
  return id;
}

/** Opens Tuva for groups; the house's clock stands at the gathering's day. */
export async function openTuva(house: TestHouse, cast: Cast) {
  const gatheringId = await addGathering(house, cast);
  house.setNow(onTheDay);
  const opened = await house.store.write((tx) =>
    openGroupSession(tx, { gatheringId, case: tuva, byId: cast.kari }, house.now()),
  );
  if (!opened.ok) throw new Error(opened.reason);
  const sessionId = opened.id;
  const codeNow = async () => {
    const [row] = await house.store.read.select().from(groupSessions).where(eq(groupSessions.id, sessionId));
    return row?.code as string;
  };
  const join_ = async (groupNumber: number, token: string | null = null) => {
    const code = await codeNow();
    return house.store.write((tx) => joinGroup(tx, { code, groupNumber, token }, house.now()));
  };
  const keyOf = (groupNumber: number, questionId = "hos-tuva", round = 1): AnswerKey => ({
    sessionId,
    questionId,
    round,
    groupNumber,
  });
  return {
    sessionId,
    gatheringId,
    codeNow,
    keyOf,
    join: join_,
    /** A phone in a group; its cookie. */
    phone: async (groupNumber: number) => {
      const joined = await join_(groupNumber);
      if (!joined.ok) throw new Error(joined.reason);
      return `gruppe=${joined.token}`;
    },
    size: (groupNumber: number, size: number) =>
      house.store.write((tx) => setGroupSize(tx, { sessionId, groupNumber, size })),
    open: (questionId = "hos-tuva", round = 1) =>
      house.store.write((tx) => openRound(tx, { sessionId, questionId, round, minutes: null }, house.now())),
    /** Saves over whatever the group has. */
    save: (key: AnswerKey, words: string, more: { isAboutNav?: boolean; mayShare?: boolean } = {}) =>
      house.store.write(async (tx) => {
        const seen: AnswerText = { words: "", choice: null };
        const first = await saveAnswer(tx, key, { words, choice: null, seenVersion: 0, seen, ...more });
        if (first.ok || first.reason !== "conflict") return first;
        const { version } = first.current;
        return saveAnswer(tx, key, {
          words,
          choice: null,
          seenVersion: version,
          seen: first.current,
          ...more,
        });
      }),
  };
}

/** A feedback door that only remembers. */
export function rememberingDoor() {
  const given: { text: string; networkId: string; gatheringId: string }[] = [];
  const give: GiveGroupFeedback = async (_tx, { text, networkId, gatheringId }) => {
    given.push({ text, networkId, gatheringId });
    return { ok: true, id: String(given.length) };
  };
  return { given, give };
}
