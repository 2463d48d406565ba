/** A real IMAP server on loopback, run as a process of our own: Dovecot, when it is installed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ImapFlow } from "imapflow";

const program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot"].find(
  existsSync,
);
/** Whether there is one to test with. */
export const hasImapServer = program !== undefined && userInfo().username !== "";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Dovecot reads no mail as root: "nobody" does then. */
const owner = () => {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: 65534, gid: 65534 } : { uid, gid };
};

function configOf(folder: string, port: number): string {
  const { username, uid: ours } = userInfo();
  const { uid, gid } = owner();
  const isRoot = ours === 0;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
${isRoot ? "" : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=hemmelig
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
service imap-login {
  ${isRoot ? "" : "chroot ="}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${isRoot ? "" : "chroot ="}
}
`;
}

export interface ImapServer {
  url: string;
  /** Puts a message into the mailbox, as a mail server would. */
  deliver(raw: Buffer): Promise<void>;
  /** Puts one there while the server is down, as another machine with the same mailbox would. */
  drop(raw: Buffer): void;
  /** How many messages are not acknowledged yet. */
  unread(): Promise<number>;
  /** Ends the server's process; `start` brings it back with the same mailbox. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function openImapServer(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), "imap-"));
  const port = await freePort();
  for (const name of ["run", "state", "mail"]) mkdirSync(join(folder, name));
  const { uid, gid } = owner();
  chmodSync(folder, 0o755);
  for (const name of ["mail", "mail/new", "mail/cur", "mail/tmp"]) {
    mkdirSync(join(folder, name), { recursive: true });
    chownSync(join(folder, name), uid, gid);
  }
  writeFileSync(join(folder, "dovecot.conf"), configOf(folder, port));
  let child: ChildProcess | null = null;
  let dropped = 0;

  async function asUser<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      auth: { user: "mentor", pass: "hemmelig" },
      logger: false,
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  const server: ImapServer = {
    url: `imap://mentor:hemmelig@127.0.0.1:${port}/INBOX`,
    deliver: (raw) => asUser(async (client) => void (await client.append("INBOX", raw))),
    drop: (raw) => {
      const file = join(folder, "mail/new", `${Math.floor(Date.now() / 1000)}.M${++dropped}.here`);
      writeFileSync(file, raw);
      chownSync(file, uid, gid);
    },
    unread: () =>
      asUser(async (client) => {
        const status = await client.status("INBOX", { unseen: true });
        return status === false ? 0 : (status.unseen ?? 0);
      }),
    start: async () => {
      child = spawn(program as string, ["-F", "-c", join(folder, "dovecot.conf")], { stdio: "ignore" });
      for (let tries = 0; tries < 100; tries++) {
        const isUp = await asUser(async () => true).catch(() => false);
        if (isUp) return;
        await pause(50);
      }
      throw new Error("the IMAP server did not start");
    },
    stop: async () => {
      if (!child || child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start().catch(async (error) => {
    await server.remove();
    throw error;
  });
  return server;
}
