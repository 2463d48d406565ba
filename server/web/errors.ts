/** What may go wrong on purpose. Everything else is a surprise, logged and shown as a plain 500. */

/** There is no such thing, or not for this person: which of the two is never told. */
export class NotFound extends Error {}
/** A page of one's network, to somebody who is in none yet: said, for a menu or a guide led them here. */
export class NoNetworkYet extends Error {}
/** This kind of person may not do this. */
export class Forbidden extends Error {}
/** Too many tries; come back later. */
export class TooMany extends Error {}
/** A link that is no longer good: used, expired, revoked or cut in two. */
export class BrokenLink extends Error {}

/** The value, or a 404 when there is none. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound();
  return value;
}
