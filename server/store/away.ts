/** Whether an error means that the store is away or full for now, rather than that our program is wrong. */

/** SQLite: locked for too long, no room, a disk that fails, a file that may not be written or opened. */
const sqliteAway = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)/;
/** PostgreSQL: connection (08), no room (53), shut down or starting (57P), disk (58), too many at one row (40). */
const postgresAway = /^(08|53|57P|58)...?$|^40001$|^40P01$/;
/** The way to it. */
const networkAway =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver says without a code when a connection ends or none comes. */
const wordsAway = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Looks through what caused the error as well. */
export function isStoreAway(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = String((e as { code?: unknown }).code ?? "");
    const isCode = [sqliteAway, postgresAway, networkAway].some((pattern) => pattern.test(code));
    if (isCode || wordsAway.test(e.message)) return true;
  }
  return false;
}
