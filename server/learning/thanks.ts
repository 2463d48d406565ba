/**
 * What the page after giving shows once: the kind of thanks and the receipt code. They stand in a cookie
 * and not in the address, which the logs of machines between us and the browser keep beside who asked.
 */
import type { FastifyReply } from "fastify";

export const receiptCookie = "kvittering";
export const thanksKinds = { anonymt: "anonymous", slettet: "erased" } as const;

/** Leads on to the page of thanks. @param code of an anonymous piece; null for others */
export function thank(
  reply: FastifyReply,
  code: string | null,
  kind: keyof typeof thanksKinds,
  secure: boolean,
) {
  const path = "/innspill/takk";
  if (code) {
    const options = { path, httpOnly: true, sameSite: "lax", secure, maxAge: 300 } as const;
    reply.setCookie(receiptCookie, `${kind}.${code}`, options);
  }
  return reply.goTo(path);
}
