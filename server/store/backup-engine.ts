/** What the copies of both engines have in common. */

/** How many rows each table has. */
export type Rows = Record<string, number>;

/** What one line says and no stack explains better. */
export class BackupError extends Error {}

export interface CopyEngine {
  /** Copies to a new file; gives the rows of the moment that the copy is of. */
  copy(databaseUrl: string, file: string): Promise<Rows>;
  /** Puts a copy in place of what is there; gives the rows that stand there after it. */
  restore(databaseUrl: string, file: string, options: RestoreOptions): Promise<Rows>;
}

export interface RestoreOptions {
  /** Replaces a database that has rows; without it that is refused. */
  mayReplace: boolean;
  /** Told where what stood there before was put. */
  say: (line: string) => void;
  /** Called with the rows that came, before they take the place of the old: throws to give it up. */
  check: (rows: Rows) => void;
}

export const totalOf = (rows: Rows) => Object.values(rows).reduce((sum, n) => sum + n, 0);
