import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { replyJudge } from "../../server/gatherings/reply.ts";
import { rsvps } from "../../server/gatherings/tables.ts";
import { startMailbox } from "../../server/mail/mailbox.ts";
import { receive } from "../../server/mail/receive.ts";
import { incoming } from "../../server/mail/tables.ts";
import { addCast, type Cast } from "../cast.ts";
import { addGathering, invite } from "../gatherings/party.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { hasImapServer, type ImapServer, openImapServer } from "./imap-server.ts";
import { gmail, type Invite, inviteOf } from "./letters.ts";

let house: TestHouse;
let cast: Cast;
let sent: Invite;
let server: ImapServer;
let stops: (() => Promise<void>)[] = [];

const untilTrue = async (what: () => Promise<boolean>) => {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) return;
    await pause(20);
  }
  throw new Error("it did not happen");
};

describe.skipIf(!hasImapServer)("the organiser's mailbox on a real IMAP server (needs Dovecot)", () => {
  beforeAll(async () => {
    server = await openImapServer();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    house = await openHouse();
    cast = await addCast(house.store);
    const gathering = await addGathering(house, cast);
    await invite(house, cast, gathering, cast.ola);
    sent = await inviteOf(house, gathering, cast.ola);
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
    await house.close();
  });

  const words: string[] = [];
  function read(options: { crashes?: number; pollSeconds?: number } = {}): void {
    const judge = replyJudge(house.mailer);
    let crashes = options.crashes ?? 0;
    const now = Temporal.Instant.from("2026-11-02T12:00:00Z");
    words.length = 0;
    stops.push(
      startMailbox({
        inboxUrl: server.url,
        pollSeconds: options.pollSeconds ?? 60,
        longestPauseSeconds: 0.2,
        onFault: () => undefined,
        handle: async (raw) => {
          words.push(await receive(house.store, judge, raw, { receivedAt: now, now, serverId: null }));
          if (crashes-- > 0) throw new Error("died before it was acknowledged");
        },
      }),
    );
  }

  it("what waits is read and acknowledged, and what comes is told of at once", async () => {
    await server.deliver(gmail(sent));
    read();
    await untilTrue(async () => words.length === 1 && (await server.unread()) === 0);
    await server.deliver(gmail(sent, { partstat: "DECLINED", at: "2026-11-02T11:00:00Z" }));
    await untilTrue(async () => words.length === 2 && (await server.unread()) === 0);
    expect(words).toEqual(["applied", "applied"]);
    expect(await house.store.read.select().from(rsvps)).toMatchObject([{ answer: "no" }]);
  });

  it("a message stored but not acknowledged comes again and does nothing", async () => {
    await server.deliver(gmail(sent));
    read({ crashes: 1, pollSeconds: 0.1 });
    await untilTrue(async () => (await server.unread()) === 0);
    expect(words).toEqual(["applied", "duplicate"]);
    expect(await house.store.read.select().from(incoming)).toHaveLength(1);
  });

  it("a server that goes away and comes back loses nothing", async () => {
    read();
    await server.stop();
    await server.start();
    await server.deliver(gmail(sent));
    await untilTrue(async () => (await server.unread()) === 0);
    expect(words).toEqual(["applied"]);
  });

  it("two readers of one mailbox count a message once", async () => {
    read();
    read();
    for (let i = 0; i < 5; i++) await server.deliver(gmail(sent, { at: `2026-11-02T10:0${i}:00Z` }));
    await untilTrue(async () => (await server.unread()) === 0);
    expect(await house.store.read.select().from(incoming)).toHaveLength(5);
    expect(words.filter((word) => word !== "duplicate")).toHaveLength(5);
  });
});
