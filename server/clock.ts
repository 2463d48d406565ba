/** Everything that happens without a request: one line per job. */
import { surveyPorts } from "./app.ts";
import { clearGroupSessions } from "./cases/group-session.ts";
import { storeDueHalfYears } from "./gatherings/half-year.ts";
import { inviteDue } from "./gatherings/invite-later.ts";
import { remindOfMinutes } from "./gatherings/minutes-reminder.ts";
import { passOnDueOffers } from "./gatherings/offer-deadline.ts";
import { queueReminders } from "./gatherings/reminder.ts";
import { eraseNightly } from "./home/nightly-erasure.ts";
import { openDueBatches } from "./learning/batch.ts";
import { storeCoupling } from "./learning/coupling-store.ts";
import { lookAgain, returnEndedTrials } from "./learning/dates.ts";
import { deriveMissingLanes } from "./learning/lane.ts";
import { queueLeaderDigests } from "./learning/leader-digest.ts";
import { queueNews } from "./learning/news.ts";
import { closeDueRounds, openDueRounds } from "./learning/rounds.ts";
import { sealAnew } from "./learning/seal-anew.ts";
import { tellSilence } from "./learning/silence.ts";
import { remindVoters } from "./learning/vote-reminder.ts";
import { deliverDue } from "./mail/delivery.ts";
import type { Mailer } from "./mail/outbox.ts";
import { purgeIncoming } from "./mail/receive.ts";
import type { Transport } from "./mail/transport.ts";
import { purgeConsents } from "./people/change.ts";
import { purgeCounters } from "./people/rate.ts";
import { indexMissing } from "./people/search.ts";
import { purgeAddressChanges } from "./people/self.ts";
import { purgeSessions } from "./people/session.ts";
import { purgeLinks } from "./people/sign-in.ts";
import { purgeDepartures } from "./people/staff-sign-in.ts";
import { sweepImports } from "./register/import.ts";
import { goOnWithImports } from "./register/import-run.ts";
import { runSurveys } from "./surveys/due.ts";
import { countDuePools } from "./surveys/due-pools.ts";
import { eraseOldComments } from "./surveys/pool.ts";
import { noteJob } from "./web/gauges.ts";
import type { House } from "./web/house.ts";

export interface Job {
  name: string;
  everySeconds: number;
  run: () => Promise<unknown>;
}

const hour = 3600;

/** The jobs, in no order: each may run at any time, in any process. @param stop aborted when the clock stops */
export function jobsOf(house: House, mailer: Mailer, transport: Transport, stop?: AbortSignal): Job[] {
  const { store, now } = house;
  return [
    { name: "send mail", everySeconds: 2, run: () => deliverDue(store, transport, now) },
    { name: "remind", everySeconds: 600, run: () => queueReminders(store, mailer, now()) },
    { name: "invite when it is time", everySeconds: 600, run: () => inviteDue(store, mailer, now()) },
    { name: "count half-years", everySeconds: hour, run: () => storeDueHalfYears(store, now()) },
    { name: "remind of minutes", everySeconds: hour, run: () => remindOfMinutes(store, mailer, now()) },
    { name: "pass on places", everySeconds: 60, run: () => passOnDueOffers(store, mailer, now()) },
    { name: "seal anew", everySeconds: 600, run: () => sealAnew(store, now()) },
    { name: "open anonymous feedback", everySeconds: 600, run: () => openDueBatches(store, now()) },
    {
      name: "ask how it was",
      everySeconds: 600,
      run: () => runSurveys(store, mailer, surveyPorts, now()),
    },
    {
      name: "count half-years of evaluations",
      everySeconds: hour,
      run: () => countDuePools(store, mailer.secret, now()),
    },
    {
      name: "erase old comments",
      everySeconds: 24 * hour,
      run: () => store.write((tx) => eraseOldComments(tx, now())),
    },
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
      run: () => store.write((tx) => openDueRounds(tx, mailer, now())),
    },
    { name: "remind voters", everySeconds: hour, run: () => remindVoters(store, mailer, now()) },
    {
      name: "look again",
      everySeconds: hour,
      run: () => store.write((tx) => lookAgain(tx, mailer, now())),
    },
    { name: "tell givers", everySeconds: 900, run: () => queueNews(store, mailer, now()) },
    { name: "tell leaders", everySeconds: 900, run: () => queueLeaderDigests(store, mailer, now()) },
    { name: "tell of silence", everySeconds: hour, run: () => tellSilence(store, mailer, now()) },
    { name: "derive lanes", everySeconds: hour, run: () => deriveMissingLanes(store) },
    { name: "count coupling", everySeconds: 6 * hour, run: () => storeCoupling(store, now()) },
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
    {
      name: "erase what is over its time",
      everySeconds: 600,
      run: () => eraseNightly(store, mailer, now, stop),
    },
    {
      name: "end changes of address",
      everySeconds: hour,
      run: () => store.write((tx) => purgeAddressChanges(tx, now())),
    },
    { name: "go on with imports", everySeconds: 15, run: () => goOnWithImports(house) },
    { name: "sweep imports", everySeconds: 600, run: () => sweepImports(store, now()) },
    { name: "make people findable", everySeconds: hour, run: () => indexMissing(store) },
    {
      name: "end consents",
      everySeconds: hour,
      run: () => store.write((tx) => purgeConsents(tx, now())),
    },
    { name: "end sessions", everySeconds: hour, run: () => store.write((tx) => purgeSessions(tx, now())) },
    {
      name: "end staff sign-ins",
      everySeconds: hour,
      run: () => store.write((tx) => purgeDepartures(tx, now())),
    },
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
  const once = async () => {
    const begun = performance.now();
    const note = (isOk: boolean) =>
      noteJob(job.name, { isOk, seconds: (performance.now() - begun) / 1000, endedAt: Date.now() / 1000 });
    try {
      await job.run();
      note(true);
    } catch (error) {
      note(false);
      logFailure(job.name, error);
    }
  };
  const run = () => {
    running ??= once().finally(() => {
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
  const stopping = new AbortController();
  const stops = jobsOf(house, mailer, transport, stopping.signal).map((job) => repeat(job, logFailure));
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop()));
    transport.close();
  };
}
