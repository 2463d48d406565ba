/** Environment → typed config. Anything wrong gives one clear line per fault, and no start. */
import { createPrivateKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { adjustable, type Periods } from "./privacy/retention.ts";

export interface Config {
  isProduction: boolean;
  /** Demo network on an empty database, demo doors and /dev pages. Never in production. */
  isDemo: boolean;
  host: string;
  port: number;
  /**
   * Whose word is taken for who asks (X-Forwarded-For): of how many machines in front of us, or of which
   * addresses; false for nobody's.
   */
  trustProxy: number | string | false;
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
  /** Signs outgoing mail (RFC 6376); null when the mail server does it. */
  dkim: Dkim | null;
  secret: string;
  /** Whether one may sign in with a link by mail. */
  hasMailSignIn: boolean;
  /** Null when staff do not sign in with a provider. */
  staffProvider: StaffProvider | null;
  /** Other times for how long data is kept than the defaults, by class. */
  keep: Periods;
  logLevel: string;
  /** The project's folder, where views, content and migrations are. */
  root: string;
  /** Where the embedded database and development mail are kept. */
  dataFolder: string;
}

/** The identity provider of staff (OpenID Connect). */
export interface StaffProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds an address, such as `email` or `preferred_username`. */
  addressClaim: string;
  scope: string;
}

export interface Dkim {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
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
/** Machines of one's own network: what a load balancer has, and no client on the internet. */
const ownNetwork = "loopback, linklocal, uniquelocal";
const trust = z
  .string()
  .trim()
  .regex(
    /^(off|\d{1,2}|(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f]*:[\da-f:.]+(\/\d+)?)( *, *(?!$)|$))+$/i,
    "must be off, how many proxies stand in front, or their addresses such as 10.0.0.0/8, ::1",
  );
const secret = z.string().min(32, "must be at least 32 characters; make one with: openssl rand -hex 32");

const environment = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("development"),
  DEMO: z.enum(["on", "off"], "must be on or off").optional(),
  HOST: filled.default("127.0.0.1"),
  PORT: z.coerce.number("must be a number").int().min(0).max(65535).default(3000),
  TRUST_PROXY: trust.optional(),
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
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "must be a domain such as example.no")
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9._-]+$/i, "must be a selector such as mail2026")
    .optional(),
  DKIM_KEY: filled.optional(),
  DKIM_KEY_FILE: filled.optional(),
  SECRET: secret.optional(),
  SIGN_IN: z
    .string()
    .regex(/^(mail|oidc)( *, *(mail|oidc))?$/, "must be mail, oidc or mail,oidc")
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://login.example.no" })
    .refine(
      (url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url),
      "must be https, but on this machine",
    )
    .optional(),
  OIDC_CLIENT_ID: filled.optional(),
  OIDC_CLIENT_SECRET: filled.optional(),
  OIDC_ADDRESS_CLAIM: filled.optional(),
  OIDC_SCOPE: filled.regex(/\bopenid\b/, "must hold openid").optional(),
  KEEP: z
    .string()
    .transform((text, context): Periods => {
      const periods: Record<string, number> = {};
      for (const piece of text.split(",")) {
        const [, name = "", n] = /^\s*([a-z-]+)=(\d{1,4})\s*$/.exec(piece) ?? [];
        if (!adjustable.has(name) || Number(n) < 1) {
          context.addIssue(
            `must be such as needs=7,attendance=24; the names are ${[...adjustable].map(([one, unit]) => `${one} (${unit})`).join(", ")}`,
          );
          return z.NEVER;
        }
        periods[name] = Number(n);
      }
      return periods;
    })
    .optional(),
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
  } else if (given["BASE_URL"]?.startsWith("https:") && !given["DEMO"]) {
    faults.push(
      "DEMO: must be said on a site with https: NODE_ENV=production for real use, DEMO=on for a demo",
    );
  }
  const { dkim, faults: dkimFaults } = readDkim(given);
  faults.push(...dkimFaults);
  if (/oidc/.test(given["SIGN_IN"] ?? "")) {
    for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]) {
      if (!given[name]) faults.push(`${name}: is required when SIGN_IN has oidc`);
    }
  }
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  return toConfig(read.data, dkim);
}

/** The key that signs mail: given whole (line ends may be written \\n), or as a file. */
function readDkim(given: NodeJS.ProcessEnv): { dkim: Dkim | null; faults: string[] } {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY, DKIM_KEY_FILE: file } = given;
  if (!domain && !selector && !DKIM_KEY && !file) return { dkim: null, faults: [] };
  const missing = [
    ...(domain ? [] : ["DKIM_DOMAIN: is required to sign mail"]),
    ...(selector ? [] : ["DKIM_SELECTOR: is required to sign mail"]),
    ...(DKIM_KEY || file
      ? []
      : ["DKIM_KEY: the key, or DKIM_KEY_FILE with its path, is required to sign mail"]),
  ];
  if (!domain || !selector || missing.length > 0) return { dkim: null, faults: missing };
  try {
    const privateKey = DKIM_KEY?.replaceAll("\\n", "\n") ?? readFileSync(file as string, "utf8");
    createPrivateKey(privateKey);
    return { dkim: { domain, selector, privateKey }, faults: [] };
  } catch {
    const name = DKIM_KEY ? "DKIM_KEY" : "DKIM_KEY_FILE";
    return { dkim: null, faults: [`${name}: must be a private key in PEM that can be read`] };
  }
}

/** Only machines of our own network are believed, unless TRUST_PROXY says more exactly who is in front. */
function trustFrom(given: string | undefined, isProduction: boolean): Config["trustProxy"] {
  if (given === undefined) return isProduction ? ownNetwork : false;
  if (given === "off") return false;
  return /^\d+$/.test(given) ? Number(given) : given;
}

function signInFrom(env: z.infer<typeof environment>): Pick<Config, "hasMailSignIn" | "staffProvider"> {
  const ways = env.SIGN_IN ?? "mail";
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const isComplete = ways.includes("oidc") && issuer && clientId && clientSecret;
  const more = { addressClaim: env.OIDC_ADDRESS_CLAIM ?? "email", scope: env.OIDC_SCOPE ?? "openid email" };
  return {
    hasMailSignIn: ways.includes("mail"),
    staffProvider: isComplete ? { issuer, clientId, clientSecret, ...more } : null,
  };
}

function toConfig(env: z.infer<typeof environment>, dkim: Dkim | null): Config {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const dataFolder = join(root, "data");
  const isProduction = env.NODE_ENV === "production";
  return {
    isProduction,
    isDemo: !isProduction && env.DEMO !== "off",
    host: env.HOST,
    port: env.PORT,
    trustProxy: trustFrom(env.TRUST_PROXY, isProduction),
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL ?? `file:${join(dataFolder, "mentornettverk.db")}`,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? "Mentornettverk <mentornettverk@demo.example>",
    inboxUrl: env.INBOX_URL ?? null,
    inboxServerId: env.INBOX_SERVER_ID ?? null,
    dkim,
    secret: env.SECRET ?? "a secret for development only, never for production",
    ...signInFrom(env),
    keep: env.KEEP ?? {},
    logLevel: env.LOG_LEVEL,
    root,
    dataFolder,
  };
}
