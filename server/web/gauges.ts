/** What is worth alerting on beyond requests: told by the rooms that know, read when somebody asks. */
import { Gauge, type Registry } from "prom-client";

export interface Level {
  /** As monitoring calls it; with the unit last. */
  name: string;
  help: string;
  /** Asked for each time; a number, or one for each value of `label`. */
  read: () => Promise<number | Record<string, number>>;
  label?: string;
}

interface JobRun {
  lastSuccess: number | null;
  failures: number;
  seconds: number;
}
const jobs = new Map<string, JobRun>();

/** Notes how a job of the clock went in this process. @param endedAt seconds since 1970 */
export function noteJob(name: string, run: { isOk: boolean; seconds: number; endedAt: number }): void {
  const before = jobs.get(name) ?? { lastSuccess: null, failures: 0, seconds: 0 };
  jobs.set(name, {
    lastSuccess: run.isOk ? run.endedAt : before.lastSuccess,
    failures: before.failures + (run.isOk ? 0 : 1),
    seconds: run.seconds,
  });
}

const ofJobs = (pick: (run: JobRun) => number | null) => async () =>
  Object.fromEntries(
    [...jobs].flatMap(([name, run]) => (pick(run) === null ? [] : [[name, pick(run) as number]])),
  );

/** The jobs of the clock in this process. */
export const jobLevels: Level[] = [
  {
    name: "job_last_success_timestamp_seconds",
    help: "When each job last ended well in this process",
    label: "name",
    read: ofJobs((run) => run.lastSuccess),
  },
  {
    name: "job_failures",
    help: "How often each job has failed since this process started",
    label: "name",
    read: ofJobs((run) => run.failures),
  },
  {
    name: "job_duration_seconds",
    help: "How long each job took last",
    label: "name",
    read: ofJobs((run) => run.seconds),
  },
];

/** Registers levels. One that cannot be read is left out of the answer, and `store_up` tells why. */
export function addLevels(registry: Registry, levels: readonly Level[]): void {
  for (const { name, help, label, read } of levels) {
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [registry],
      async collect() {
        this.reset();
        const level = await read().catch(() => null);
        if (level === null) return label ? undefined : this.remove(); // one with a label is empty already
        if (typeof level === "number") return this.set(level);
        for (const [value, n] of Object.entries(level)) this.set({ [label as string]: value }, n);
      },
    });
  }
}
