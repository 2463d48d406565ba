import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programOf, root } from "../house.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "themes-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...files: string[]) =>
  spawnSync(process.execPath, [...programOf("server/learning/evaluate-themes.ts"), ...files], {
    cwd: root,
    encoding: "utf8",
  });

describe("npm run themes:evaluate", () => {
  it("ends with what was found cold and trained", () => {
    const { stdout, status } = run(join(root, "test/learning/statements-held-out.tsv"));
    const share = "(0\\.\\d{3}|1\\.000)";
    const [cold, trained] = stdout.trimEnd().split("\n").slice(-2);
    expect(cold).toMatch(new RegExp(`^cold top1=${share} top3=${share}$`));
    expect(trained).toMatch(new RegExp(`^trained top1=${share} top3=${share}$`));
    expect(status).toBe(0);
  });

  it("says what is wrong with a file, and fails", () => {
    const file = join(folder, "broken.tsv");
    writeFileSync(file, "text;primary_theme\nHei;roller\n");
    const broken = run(file);
    expect([broken.status, broken.stdout]).toEqual([1, ""]);
    expect(broken.stderr).toContain('line 1: the column "text" is missing; the header must be tab-separated');
    expect(run(join(folder, "none.tsv"))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("ENOENT"),
    });
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage") });
  });
});
