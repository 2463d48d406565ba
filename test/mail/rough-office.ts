/** A mail server with bad days: it refuses, is slow, hangs up in the middle of a message, or is gone. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

export type Mood = "fine" | "refuses" | "refuses-for-good" | "hangs-up" | "slow";

export interface RoughOffice {
  url: string;
  /** Message-IDs in the order they were accepted; a repeat stands twice. */
  accepted: string[];
  /** Chosen anew for each message. */
  mood: (nth: number) => Mood;
  /** Told when a message is accepted, before the client hears of it. */
  onAccept: () => void;
  /** How long it thinks over each message. */
  milliseconds: number;
  open(): Promise<void>;
  close(): Promise<void>;
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function openRoughOffice(): Promise<RoughOffice> {
  let nth = 0;
  let port = 0;
  let server: SMTPServer | null = null;
  const sockets = new Set<Socket>();

  const office: RoughOffice = {
    url: "",
    accepted: [],
    mood: () => "fine",
    onAccept: () => undefined,
    milliseconds: 0,
    open: async () => {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS", "AUTH"],
        logger: false,
        closeTimeout: 20,
        onRcptTo: (_address, session, done) => {
          const mood = office.mood(nth++);
          Object.assign(session, { mood });
          if (mood === "refuses") return done(refusal(451, "4.3.0 not now"));
          return done(mood === "refuses-for-good" ? refusal(550, "5.1.1 no such box") : null);
        },
        onData: (stream, session, done) => {
          const { mood } = session as unknown as { mood: Mood };
          let head = "";
          stream.on("data", (piece: Buffer) => {
            head += piece.toString("latin1");
            if (mood === "hangs-up") for (const socket of sockets) socket.destroy();
          });
          stream.on("error", () => undefined);
          stream.on("end", async () => {
            if (mood === "slow") await wait(150);
            await wait(office.milliseconds);
            const id = /^Message-ID:\s*<([^>]+)>/im.exec(head)?.[1] ?? "none";
            office.accepted.push(id);
            office.onAccept();
            done();
          });
        },
      });
      server.on("error", () => undefined);
      server.server.on("connection", (socket: Socket) => {
        sockets.add(socket);
        socket.on("error", () => undefined);
        socket.on("close", () => sockets.delete(socket));
      });
      server.listen(port, "127.0.0.1");
      await once(server.server, "listening");
      const address = server.server.address();
      port = typeof address === "object" && address ? address.port : 0;
      office.url = `smtp://127.0.0.1:${port}`;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      server = null;
    },
  };
  await office.open();
  return office;
}
