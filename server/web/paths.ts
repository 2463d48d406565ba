/** Where a person may be led on to. */

/**
 * A path of ours to go to next; anything else – another site, however it is written, and what a
 * Location header cannot hold – is the front page.
 */
export function safePath(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : "/";
}
