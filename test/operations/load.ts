/** People who answer, give feedback and vote, on and on, and remember what they were told is stored. */
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { answerWords } from "../../server/gatherings/tables.ts";
import { laneOf } from "../../server/learning/lane.ts";
import { loopsById } from "../../server/learning/loops.ts";
import { feedbackWords, learningItems, voteRounds, votes } from "../../server/learning/tables.ts";
import { voteToken } from "../../server/learning/vote-link.ts";
import { addGathering, invitationOf, invite } from "../gatherings/party.ts";
import { cookieOf, type TestHouse } from "../house.ts";
import { aYear } from "../learning/year.ts";

export interface Crowd {
  network: string;
  /** A mentor who reads nynorsk. */
  siri: string;
  /** Sends until `stop` is called; what fails is forgotten, what got a 303 is remembered. */
  press(url: string): { stop(): Promise<void> };
  /** Everything that was acknowledged is stored, and what is derived from it is right. */
  expectNothingLost(): Promise<void>;
  /** Until at least one more of each was acknowledged. */
  moreOfEach(): Promise<void>;
  counts(): { answers: number; feedback: number; votes: number };
}

export async function makeCrowd(house: TestHouse): Promise<Crowd> {
  const year = await aYear(house);
  await year.presented();
  const gathering = await addGathering(house, year.cast);
  await invite(house, year.cast, gathering, ...year.mentors);
  const [round] = await house.store.read.select().from(voteRounds);
  const cookies = new Map<string, string>();
  for (const id of year.mentors) cookies.set(id, await cookieOf(house, id));
  const { secret } = house.config;
  const told = {
    answers: new Map<string, number>(),
    feedback: [] as string[],
    votes: new Map<string, string>(),
  };
  const given = { answers: 0, votes: 0 };
  const sent = { votes: new Map<string, string[]>() };
  let n = 0;

  async function post(
    url: string,
    path: string,
    form: Record<string, string>,
    cookie = "",
  ): Promise<boolean> {
    const response = await fetch(url + path, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { cookie },
      redirect: "manual",
    });
    await response.text();
    return response.status === 303;
  }
  async function answer(url: string, id: string) {
    const number = ++n;
    const path = `/svar/${answerToken(secret, await invitationOf(house, gathering, id))}`;
    const form = { svar: number % 2 ? "ja" : "nei", rekkefolge: "0", ord: `nummer ${number}`, behov: "" };
    if (!(await post(url, path, form))) return;
    told.answers.set(id, number);
    given.answers++;
  }
  async function giveFeedback(url: string, id: string) {
    const text = `Telefonen er stengt, sak ${++n}.`;
    const words = { tekst: text, folge: "", onske: "", navn: "named", ord: "own", gjelder: "none" };
    const form = { nettverk: year.cast.network, ...words };
    if (await post(url, "/innspill/nytt", form, cookies.get(id))) told.feedback.push(text);
  }
  async function vote(url: string, id: string) {
    const word = ++n % 2 ? "ja" : "nei";
    sent.votes.set(id, [...(sent.votes.get(id) ?? []), word]);
    const path = `/stemme/${voteToken(secret, round?.id as string, id)}`;
    if (!(await post(url, path, { svar: word }))) return;
    told.votes.set(id, word);
    sent.votes.set(id, [word]); // one at a time for each: what was acknowledged last stands
    given.votes++;
  }

  const counts = () => ({ answers: given.answers, feedback: told.feedback.length, votes: given.votes });
  return {
    network: year.cast.network,
    siri: year.cast.siri,
    async moreOfEach() {
      const before = counts();
      const isMore = (now = counts()) =>
        now.answers > before.answers && now.feedback > before.feedback && now.votes > before.votes;
      for (let i = 0; i < 1000 && !isMore(); i++) await pause(20);
      expect(isMore(), "each was acknowledged again").toBe(true);
    },
    press(url) {
      let isOn = true;
      const each = async (act: typeof vote, offset: number) => {
        for (let i = offset; isOn; i++) {
          await act(url, year.mentors[i % year.mentors.length] as string).catch(() => pause(5));
        }
      };
      const all = Promise.all([each(answer, 0), each(giveFeedback, 1), each(vote, 2)]);
      return {
        stop: async () => {
          isOn = false;
          await all;
        },
      };
    },
    counts,
    async expectNothingLost() {
      const { read } = house.store;
      for (const [id, number] of told.answers) {
        const { id: invitationId } = await invitationOf(house, gathering, id);
        const [row] = await read.select().from(answerWords).where(eq(answerWords.invitationId, invitationId));
        const stored = Number(/\d+/.exec(row?.words ?? "")?.[0] ?? -1);
        expect(stored, "the answer acknowledged last, or a later one that was").toBeGreaterThanOrEqual(
          number,
        );
      }
      const texts = (await read.select({ text: feedbackWords.text }).from(feedbackWords)).map(
        ({ text }) => text,
      );
      expect(told.feedback.filter((text) => texts.filter((one) => one === text).length !== 1)).toEqual([]);
      const stored = new Map(
        (await read.select().from(votes)).map((row) => [row.personId, row.vote as string]),
      );
      for (const id of told.votes.keys()) {
        const may = (sent.votes.get(id) ?? []).map((word) => (word === "ja" ? "yes" : "no"));
        expect(may).toContain(stored.get(id));
      }
      const items = await read.select().from(learningItems);
      const loops = await loopsById(
        read,
        items.map(({ id }) => id),
      );
      expect(items.map(({ lane }) => lane)).toEqual(
        items.map(({ id }) => laneOf(loops.find((loop) => loop.id === id) as (typeof loops)[number])),
      );
    },
  };
}
