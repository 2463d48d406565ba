/** A real SMTP server on loopback that does as it is told, and keeps what it accepted. */
import { once } from "node:events";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface PostOffice {
  url: string;
  port: number;
  /** What was accepted, in the order it came. */
  mails: ParsedMail[];
  /** Raw, as it came. */
  raw: string[];
  /** The SMTP code given to a recipient or after the message; 250 accepts. */
  answers: { recipient: number; message: number; sender: number };
  close(): Promise<void>;
}

const refusal = (responseCode: number) =>
  Object.assign(new Error("5.1.1 no such box: ola@demo.example"), { responseCode });

/** @param port the same as before for one that comes back; any free one otherwise */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const office = {
    mails: [] as ParsedMail[],
    raw: [] as string[],
    answers: { recipient: 250, message: 250, sender: 250 },
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 50,
    onMailFrom: (_address, _session, done) =>
      done(office.answers.sender === 250 ? null : refusal(office.answers.sender)),
    onRcptTo: (_address, _session, done) =>
      done(office.answers.recipient === 250 ? null : refusal(office.answers.recipient)),
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece) => pieces.push(piece));
      stream.on("end", async () => {
        if (office.answers.message !== 250) return done(refusal(office.answers.message));
        const raw = Buffer.concat(pieces);
        office.raw.push(raw.toString("latin1"));
        office.mails.push(await simpleParser(raw));
        done();
      });
    },
  });
  server.on("error", () => undefined); // a connection cut by the other side
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const actualPort = typeof address === "object" && address ? address.port : 0;
  return {
    ...office,
    url: `smtp://127.0.0.1:${actualPort}`,
    port: actualPort,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
