/** The cookie that a phone in a group carries: a random token and nothing else. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { localDate, zone } from "../web/dates.ts";
import type { House } from "../web/house.ts";

const isSecure = ({ config }: House) => config.baseUrl.startsWith("https:");
const nameOf = (house: House) => (isSecure(house) ? "__Host-gruppe" : "gruppe");

export function groupToken(house: House, request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(house)];
}

/** Kept by the phone until the day is over. */
export function setGroupCookie(house: House, reply: FastifyReply, token: string): void {
  const midnight = localDate(house.now()).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  reply.setCookie(nameOf(house), token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(house),
    maxAge: Math.ceil((midnight - house.now().epochMilliseconds) / 1000),
  });
}
