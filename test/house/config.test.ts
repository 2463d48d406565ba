import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type ConfigError, readConfig } from "../../server/config.ts";
import { programOf, root } from "../house.ts";

const production = {
  NODE_ENV: "production",
  BASE_URL: "https://mentor.example.no/",
  SECRET: "x".repeat(32),
  SMTP_URL: "smtp://127.0.0.1:25",
  MAIL_FROM: "Mentornettverk <post@mentor.example.no>",
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

describe("the configuration", () => {
  it("needs nothing in development", () => {
    expect(readConfig({})).toMatchObject({ isDemo: true, isProduction: false, port: 3000 });
  });

  it("never runs the demo in production", () => {
    expect(readConfig(production)).toMatchObject({ isDemo: false, baseUrl: "https://mentor.example.no" });
    expect(faultsOf({ ...production, DEMO: "on" })).toEqual(["DEMO: cannot be on in production"]);
  });

  it("names each setting that is missing in production, one line each", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toEqual(
      ["BASE_URL", "SECRET", "SMTP_URL", "MAIL_FROM"].map((name) => `${name}: is required in production`),
    );
  });

  it.each([
    ["PORT", "tusen"],
    ["DATABASE_URL", "mysql://x"],
    ["SECRET", "short"],
    ["MAIL_FROM", "no address"],
    ["MAIL_FROM", "a@b.no\r\nBcc: x@y.no"],
    ["NODE_ENV", "prod"],
  ])("refuses %s=%s", (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: `)]);
  });

  it.each([
    [undefined, "loopback, linklocal, uniquelocal"],
    ["off", false],
    ["2", 2],
    ["10.0.0.0/8, ::1", "10.0.0.0/8, ::1"],
  ])("believes the proxies of TRUST_PROXY=%s", (given, trustProxy) => {
    expect(readConfig({ ...production, ...(given && { TRUST_PROXY: given }) })).toMatchObject({ trustProxy });
  });

  it("believes no proxy outside production, and takes no word for all of them", () => {
    expect(readConfig({})).toMatchObject({ trustProxy: false });
    expect(faultsOf({ TRUST_PROXY: "true" })).toEqual([expect.stringContaining("TRUST_PROXY: ")]);
  });

  it("opens no demo doors on a site with https because NODE_ENV was forgotten", () => {
    const { NODE_ENV: _, ...forgotten } = production;
    expect(faultsOf(forgotten)).toEqual([expect.stringContaining("DEMO: ")]);
    expect(readConfig({ ...forgotten, DEMO: "on" })).toMatchObject({ isDemo: true });
  });

  it("stops the start with one clear line", () => {
    const { status, stderr } = spawnSync(process.execPath, programOf("server/main.ts"), {
      cwd: root,
      env: { PATH: process.env["PATH"], PORT: "tusen" },
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe("Setting PORT: must be a number");
  });
});
