/** The program of the first release, out of the history of this project. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../house.ts";

const git = (...args: string[]) =>
  execFileSync("git", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });

/** The commit before the second migration came; null in a copy without history. */
function lastCommitOfFirst(): string | null {
  try {
    const added = ["log", "--diff-filter=A", "--format=%H", "--", "migrations/sqlite/0001_growth.sql"];
    const commits = git(...added)
      .toString()
      .trim()
      .split("\n");
    const commit = git("rev-parse", "--verify", `${commits.at(-1)}^`)
      .toString()
      .trim();
    git("cat-file", "-e", `${commit}:server/app.ts`);
    return commit;
  } catch {
    return null;
  }
}

/** Its folder, with our packages, its assets built and a server with a clock of its own. */
export function firstProgram(): { folder: string; remove: () => void } | null {
  const commit = lastCommitOfFirst();
  if (!commit) return null;
  const folder = mkdtempSync(join(tmpdir(), "first-program-"));
  const remove = () => rmSync(folder, { recursive: true });
  const archive = git(
    "archive",
    commit,
    "server",
    "views",
    "content",
    "migrations",
    "package.json",
    "tsconfig.json",
  );
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  cpSync(join(root, "test/operations/server.ts"), join(folder, "test/operations/server.ts"));
  writeFileSync(
    join(folder, "assets.ts"),
    `import { buildAssets } from "./server/web/assets.ts";\nbuildAssets(process.cwd(), "build/assets", 1);\n`,
  );
  execFileSync(process.execPath, ["--import", "tsx", "assets.ts"], { cwd: folder, stdio: "pipe" });
  return { folder, remove };
}
