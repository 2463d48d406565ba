/** Everything that happens without a request: one line per job. */

import { clearGroupSessions } from "./cases/group-session.ts";
import { passOnDueOffers } from "./gatherings/offer-deadline.ts";
import { queueReminders } from "./gatherings/reminder.ts";
import { closeDueRounds, openDueRounds, returnEndedTrials } from "./learning/rounds.ts";
import { deliverDue } from "./mail/delivery.ts";
import type { Mailer } from "./mail/outbox.ts";
import { purgeIncoming } from "./mail/receive.ts";
import type { Transport } from "./mail/transport.ts";
import { purgeCounters } from "./people/rate.ts";
import { purgeSessions } from "./people/session.ts";
import { purgeLinks } from "./people/sign-in.ts";
import type { House } from "./web/house.ts";

interface Job {
  name: string;
  everySeconds: number;
  run: () => Promise<unknown>;
}

const hour = 3600;

function jobsOf({ store, now }: House, mailer: Mailer, transport: Transport): Job[] {
  return [
    { name: "send mail", everySeconds: 2, run: () => deliverDue(store, transport, now) },
    { name: "remind", everySeconds: 600, run: () => queueReminders(store, mailer, now()) },
    { name: "pass on places", everySeconds: 60, run: () => passOnDueOffers(store, mailer, now()) },
    {
      name: "end trials",
      everySeconds: hour,
      run: () => store.write((tx) => returnEndedTrials(tx, mailer, now())),
    },
    {
      name: "close rounds of votes",
      everySeconds: hour,
      run: () => store.write((tx) => closeDueRounds(tx, mailer, now())),
    },
    {
      name: "open rounds of votes",
      everySeconds: hour,
      run: () => store.write((tx) => openDueRounds(tx, now())),
    },
    {
      name: "erase what came by mail",
      everySeconds: hour,
      run: () => store.write((tx) => purgeIncoming(tx, now())),
    },
    {
      name: "clear group sessions",
      everySeconds: hour,
      run: () => store.write((tx) => clearGroupSessions(tx, now())),
    },
    { name: "end sessions", everySeconds: hour, run: () => store.write((tx) => purgeSessions(tx, now())) },
    { name: "end sign-in links", everySeconds: hour, run: () => store.write((tx) => purgeLinks(tx, now())) },
    {
      name: "end rate counters",
      everySeconds: hour,
      run: () => store.write((tx) => purgeCounters(tx, now())),
    },
  ];
}

/** Runs one job again and again, never twice at once; a failure is logged and the next run comes. */
function repeat(job: Job, logFailure: (name: string, error: unknown) => void) {
  let running: Promise<unknown> | null = null;
  const run = () => {
    running ??= job
      .run()
      .catch((error) => logFailure(job.name, error))
      .finally(() => {
        running = null;
      });
  };
  run();
  const timer = setInterval(run, job.everySeconds * 1000);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/**
 * Starts the clock. Any number of processes may run one: jobs claim what they do in the store.
 * @returns stops it and waits for what is under way
 */
export function startClock(
  house: House,
  mailer: Mailer,
  transport: Transport,
  logFailure: (name: string, error: unknown) => void,
): () => Promise<void> {
  const stops = jobsOf(house, mailer, transport).map((job) => repeat(job, logFailure));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    transport.close();
  };
}
