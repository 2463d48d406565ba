/** Environment → typed config. Anything wrong gives one clear line per fault, and no start. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export interface Config {
  isProduction: boolean;
  /** Demo network on an empty database, demo doors and /dev pages. Never in production. */
  isDemo: boolean;
  host: string;
  port: number;
  /** No slash at the end. */
  baseUrl: string;
  databaseUrl: string;
  /** Null in development: mail is then written as files and shown at /dev/mail. */
  smtpUrl: string | null;
  mailFrom: string;
  /** The mailbox of MAIL_FROM, read over IMAP; null when answers come by `mail:receive` or not at all. */
  inboxUrl: string | null;
  /** The name our mail provider signs Authentication-Results with; the topmost one's when null. */
  inboxServerId: string | null;
  secret: string;
  logLevel: string;
  /** The project's folder, where views, content and migrations are. */
  root: string;
  /** Where the embedded database and development mail are kept. */
  dataFolder: string;
}

/** What is wrong with the environment, one line each. */
export class ConfigError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

const filled = z.string().trim().min(1);
const address = z
  .string()
  .regex(
    /^([^<>\r\n"]+ )?<?[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+>?$/,
    "must be an address such as Mentornettverk <mentor@example.no>",
  );
const secret = z.string().min(32, "must be at least 32 characters; make one with: openssl rand -hex 32");

const environment = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("development"),
  DEMO: z.enum(["on", "off"], "must be on or off").optional(),
  HOST: filled.default("127.0.0.1"),
  PORT: z.coerce.number("must be a number").int().min(0).max(65535).default(3000),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://mentor.example.no" })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, "must begin with file: or postgres://")
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: address.optional(),
  INBOX_URL: z
    .url({ protocol: /^imaps?$/, error: "must be an address such as imaps://user:password@host/INBOX" })
    .optional(),
  INBOX_SERVER_ID: filled.optional(),
  SECRET: secret.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

const requiredInProduction = ["BASE_URL", "SECRET", "SMTP_URL", "MAIL_FROM"] as const;

function projectRoot(from: string): string {
  return existsSync(join(from, "package.json")) ? from : projectRoot(dirname(from));
}

/**
 * Reads the configuration.
 * @throws ConfigError with one line per fault
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  const faults = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (given["NODE_ENV"] === "production") {
    for (const name of requiredInProduction) {
      if (!given[name]) faults.push(`${name}: is required in production`);
    }
    if (given["DEMO"] === "on") faults.push("DEMO: cannot be on in production");
  }
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  return toConfig(read.data);
}

function toConfig(env: z.infer<typeof environment>): Config {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const dataFolder = join(root, "data");
  const isProduction = env.NODE_ENV === "production";
  return {
    isProduction,
    isDemo: !isProduction && env.DEMO !== "off",
    host: env.HOST,
    port: env.PORT,
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL ?? `file:${join(dataFolder, "mentornettverk.db")}`,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? "Mentornettverk <mentornettverk@demo.example>",
    inboxUrl: env.INBOX_URL ?? null,
    inboxServerId: env.INBOX_SERVER_ID ?? null,
    secret: env.SECRET ?? "a secret for development only, never for production",
    logLevel: env.LOG_LEVEL,
    root,
    dataFolder,
  };
}
