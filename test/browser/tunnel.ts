/** A road to the site that goes through a tunnel: there, connections break, or nothing ever comes back. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/**
 * `broken`: no connection; `silent`: nothing comes back; `last`: one answer still does; `ill`: a machine on
 * the way says that the site is down.
 */
type State = "open" | "broken" | "silent" | "ill" | "last";
const illness =
  "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 18\r\nConnection: close\r\n\r\n<h1>Stedet er nede";

export interface Tunnel {
  /** The site's address by this road. */
  url: string;
  set(state: State): void;
  close(): Promise<void>;
}

export async function openTunnel(to: string): Promise<Tunnel> {
  const { port } = new URL(to);
  let state: State = "open";
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((here) => {
    hold(here);
    if (state === "broken") here.resetAndDestroy();
    if (state === "ill") here.once("data", () => here.end(illness));
    if (state !== "open" && state !== "last") return;
    const there = hold(connect(Number(port), "127.0.0.1"));
    here.on("data", (bytes) => (state === "open" || state === "last") && there.write(bytes));
    there.on("data", (bytes) => {
      if (state === "open" || state === "last") here.write(bytes);
      if (state === "last") state = "silent";
    });
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const)
      one.on("close", () => other.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" ? address?.port : 0}`,
    set: (next) => {
      state = next;
      if (next === "broken" || next === "ill") for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
