/** Work that takes turns within this process. */

/** A line in which each piece of work waits for the one before, whether that one failed or not. */
export function makeLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** A line for each key, kept while somebody stands in it. */
export function makeLines(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, { inLine: ReturnType<typeof makeLine>; waiting: number }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { inLine: makeLine(), waiting: 0 };
    lines.set(key, line);
    line.waiting++;
    try {
      return await line.inLine(work);
    } finally {
      line.waiting--;
      if (line.waiting === 0) lines.delete(key);
    }
  };
}
