/** A disk that fills up when told to: a small file system of its own, or a limit on one process's files. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  folder: string;
  /** From now on nothing of the process's grows. */
  fill(pid: number): void;
  /** There is room again. */
  empty(pid: number): void;
  remove(): void;
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "pipe" });
const can = (work: () => unknown) => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/** Writes until not one more byte fits. */
function writeUntilFull(file: string): void {
  const fd = openSync(file, "w");
  for (let size = 1 << 16; size >= 1; ) {
    if (!can(() => writeSync(fd, Buffer.alloc(size)))) size >>= 1;
  }
  closeSync(fd);
}

/** Null where this user may not mount. */
export function mountedDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "full-"));
  if (!can(() => run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "none", folder))) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => writeUntilFull(filler),
    empty: () => rmSync(filler, { force: true }),
    remove: () => {
      run("umount", "-l", folder);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Null where there is no `prlimit` (util-linux). @param file what may not grow, in the folder */
export function limitedDisk(file: string): SmallDisk | null {
  if (!can(() => run("prlimit", "--version"))) return null;
  const folder = mkdtempSync(join(tmpdir(), "limited-"));
  const limit = (pid: number, bytes: string) => run("prlimit", `--pid=${pid}`, `--fsize=${bytes}:`);
  return {
    folder,
    fill: (pid) => limit(pid, String(statSync(join(folder, file)).size)),
    empty: (pid) => void can(() => limit(pid, "unlimited")), // a dead process took its limit along
    remove: () => rmSync(folder, { recursive: true }),
  };
}
