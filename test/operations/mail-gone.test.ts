/** The mail servers are gone for a day, ours to send by and the one answers come to: everything arrives afterwards, once. */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replyJudge } from "../../server/gatherings/reply.ts";
import { rsvps } from "../../server/gatherings/tables.ts";
import { deliverDue } from "../../server/mail/delivery.ts";
import { startMailbox } from "../../server/mail/mailbox.ts";
import { receive } from "../../server/mail/receive.ts";
import { incoming, outbox } from "../../server/mail/tables.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { addCast, addMentors, type Cast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { hasImapServer, openImapServer } from "../mail/imap-server.ts";
import { gmail, inviteOf } from "../mail/letters.ts";
import { openRoughOffice } from "../mail/rough-office.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

const later = (minutes: number) => house.setNow(house.now().add({ minutes }).toString());
const states = async () => {
  const rows = await house.store.read.select({ state: outbox.state }).from(outbox);
  return [...new Set(rows.map(({ state }) => state))].sort();
};

async function level(name: string) {
  const { body } = await (await browserOf(house, null)).get("/internal/metrics");
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(body)?.[1]);
}

// the shortest pauses chance can give use up the tries first
it.each([
  ["by chance", Math.random],
  ["the shortest", () => 0],
])(
  "SMTP gone for a day, pauses %s: no mail is lost, each is accepted once; monitoring sees it",
  async (_, random) => {
    const office = await openRoughOffice();
    const transports = [0, 1].map(() => makeTransport({ ...house.config, smtpUrl: office.url }));
    const both = () =>
      Promise.all(transports.map((transport) => deliverDue(house.store, transport, house.now, { random })));
    const mentors = await addMentors(house.store, cast.network, 3);
    await invite(house, cast, await addGathering(house, cast), ...mentors);
    await office.close();
    const gone = house.now();
    const ages: number[] = [];
    for (let hour = 0; hour < 24; hour += 0.25) {
      await both();
      later(15);
      if (hour % 6 === 0) ages.push(await level("outbox_oldest_due_seconds"));
      if (hour === 12) await invite(house, cast, await addGathering(house, cast), ...mentors.slice(0, 1));
    }
    expect(house.now().since(gone).total("hours")).toBe(24);
    expect(await states()).toEqual(["retrying"]);
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
    expect(ages.at(-1)).toBeGreaterThan(9 * 3600);
    await office.open();
    for (let tries = 0; tries < 8; tries++) {
      later(15);
      await both();
    }
    expect(await states()).toEqual(["sent"]);
    expect(await level("outbox_oldest_due_seconds")).toBe(0);
    expect(office.accepted).toHaveLength(4);
    expect(new Set(office.accepted).size).toBe(4);
    for (const transport of transports) transport.close();
    await office.close();
  },
);

describe.skipIf(!hasImapServer)("IMAP gone for a day (needs Dovecot)", () => {
  it("answers that reached the mailbox meanwhile, in any order, count once and the last one said stands", async () => {
    const gathering = await addGathering(house, cast);
    await invite(house, cast, gathering, cast.ola);
    const sent = await inviteOf(house, gathering, cast.ola);
    const server = await openImapServer();
    const judge = replyJudge(house.mailer);
    const now = Temporal.Instant.from("2026-11-03T12:00:00Z");
    const outcomes: string[] = [];
    const stops = [0, 1].map(() =>
      startMailbox({
        inboxUrl: server.url,
        pollSeconds: 0.2,
        longestPauseSeconds: 0.2,
        now: () => now,
        onFault: () => undefined,
        handle: async (raw, receivedAt) =>
          void outcomes.push(await receive(house.store, judge, raw, { receivedAt, now, serverId: null })),
      }),
    );
    await server.stop();
    const said = ["ACCEPTED", "DECLINED", "TENTATIVE", "DECLINED", "ACCEPTED", "TENTATIVE"] as const;
    for (const i of [3, 0, 5, 2, 4, 1]) {
      server.drop(gmail(sent, { partstat: said[i], at: `2026-11-02T1${i}:00:00Z` }));
    }
    await server.start();
    for (let tries = 0; tries < 300 && (await server.unread()) > 0; tries++) await pause(30);
    for (const stop of stops) await stop();
    await server.remove();
    expect(await house.store.read.select().from(incoming)).toHaveLength(6);
    expect(outcomes.filter((one) => one !== "duplicate")).toHaveLength(6);
    expect(await house.store.read.select().from(rsvps)).toMatchObject([{ answer: "maybe" }]);
  });
});
