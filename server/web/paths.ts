/** Where a person may be led on to. */

/**
 * A path of ours to go to next; anything else – another site, however it is written, and what a
 * Location header cannot hold – is the front page.
 */
export function safePath(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : "/";
}

/** Signing in, and then a path of ours. */
export const signInThen = (path: string): string =>
  path === "/" ? "/logg-inn" : `/logg-inn?til=${encodeURIComponent(path)}`;

/** Pages behind a link of one's own, and the page within that says most of the same: what stands first in the address. */
const behindLinks: Record<string, string> = {
  svar: "/samlinger",
  referat: "/samlinger",
  her: "/samlinger",
  "var-det-deg": "/samlinger",
  evaluering: "/samlinger",
  stemme: "/innspill",
  "e-post": "/min-side/e-post",
  "ny-adresse": "/min-side",
};

interface Asked {
  method: string;
  url: string;
  /** The address as it is declared, such as `/svar/:token`. */
  route: string | undefined;
  /** Whether nobody is to know that someone was there. */
  isQuiet: boolean;
}

/**
 * Where someone is who has signed in from this page: here again. Never a link's secret, which would stand
 * in the mail and in the address, nor a page that leaves no trace.
 */
export function pathAfterSignIn({ method, url, route, isQuiet }: Asked): string {
  const first = url.split(/[/?]/)[1] ?? "";
  if (first === "logg-inn") return safePath(new URLSearchParams(url.split("?")[1] ?? "").get("til"));
  if (route?.includes(":token") || first in behindLinks) return behindLinks[first] ?? "/";
  return method === "GET" && route && !isQuiet ? safePath(url) : "/";
}
