/** A real SMTP server on loopback that keeps what it accepts. */
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  url: string;
  /** Every mail accepted so far, oldest first, with its raw source. */
  mails: { to: string; raw: string; parsed: ParsedMail }[];
  /** Waits for a mail to an address whose subject contains `words`. */
  mailTo(address: string, words: string): Promise<MailServer["mails"][number]>;
  /** Waits until no mail has come for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(",");
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        mails.push({ to, raw, parsed: await simpleParser(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async mailTo(address, words) {
      const deadline = Date.now() + 20_000;
      while (Date.now() < deadline) {
        const found = mails.findLast((mail) => mail.to === address && mail.parsed.subject?.includes(words));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const seen = mails.map((mail) => `${mail.to}: ${mail.parsed.subject}`).join("\n");
      throw new Error(`No mail to ${address} about "${words}". Seen:\n${seen}`);
    },
    async quiet() {
      for (let seen = -1; seen !== mails.length; ) {
        seen = mails.length;
        await new Promise((resolve) => setTimeout(resolve, 2500));
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
