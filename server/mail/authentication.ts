/** What our own mail provider found out about a message's sender (RFC 8601). */
import { addressKey } from "./address.ts";
import { addressIn, type MessageIn } from "./message-in.ts";

export interface Authentication {
  dmarc: "pass" | "fail" | "none";
  /** Signed by Google, and sent by its calendar in someone's name: fails DMARC for most domains. */
  isGoogleCalendar: boolean;
}

/** `server; dkim=pass header.d=…; dmarc=fail …` → its server and results, comments left out. */
function resultsIn(value: string): { server: string; results: string[] } {
  const [server, ...results] = value
    .slice(0, 8000)
    .replace(/\([^()]*\)/g, " ")
    .split(";")
    .map((piece) => piece.trim().toLowerCase());
  return { server: server?.split(/\s/)[0] ?? "", results };
}

/**
 * Our provider writes its results on top; those below the first other server's may be anyone's.
 * @param serverId the name our provider signs with (INBOX_SERVER_ID); the topmost header's when null
 */
function trustedResults(message: MessageIn, serverId: string | null): string[] {
  const all = message.headers("authentication-results").slice(0, 50).map(resultsIn);
  const trusted = serverId?.toLowerCase() ?? all[0]?.server;
  const first = all.findIndex(({ server }) => server === trusted);
  if (first < 0) return [];
  const last = all.findIndex(({ server }, i) => i > first && server !== trusted);
  return all.slice(first, last < 0 ? undefined : last).flatMap(({ results }) => results);
}

const isGoogleSignature = (result: string) =>
  /^dkim\s*=\s*pass\b/.test(result) && /\bheader\.[di]\s*=\s*@?google\.com(\s|$)/.test(result);

export function authenticationOf(message: MessageIn, serverId: string | null): Authentication {
  const results = trustedResults(message, serverId);
  const dmarc = results.flatMap((result) => /^dmarc\s*=\s*([a-z]+)/.exec(result)?.[1] ?? []);
  const sender = addressIn(message, "sender");
  const isCalendar = addressKey(sender?.address ?? "") === "calendar-notification@google.com";
  return {
    dmarc: dmarc.includes("fail") ? "fail" : dmarc.includes("pass") ? "pass" : "none",
    isGoogleCalendar: isCalendar && results.some(isGoogleSignature),
  };
}
