/**
 * What a log line may hold, so that every test reads the log of its house: known words and numbers only.
 * Whoever logs something new says here what it is.
 */

type Allowed = RegExp | ((value: unknown) => boolean);
const known: Record<string, Allowed> = {
  level: /^\d+$/,
  time: /^\d+$/,
  reqId: /^[0-9a-f-]{36}$/,
  method: /^[A-Z]+$/,
  status: /^\d{3}$/,
  milliseconds: /^\d+$/,
  msg: /^(answered|surprise|store away|import|staff sign-in failed|job failed|mailbox failed|starting multipart parsing|Server listening at \S+)$/,
  reason: /^[a-z-]+$/,
  job: /^[a-z -]+$/,
};
const place = /^ {4}at .*(:\d+:\d+\)?|<anonymous>\)?|\(native\)|\(index \d+\))$/;
const ofErrors: Record<string, Allowed> = {
  type: /^[A-Za-z]+$/,
  code: /^[A-Z0-9_]+$/,
  // where it went wrong, not what it was about
  stack: (value) =>
    value === "" ||
    String(value)
      .split("\n")
      .every((line) => place.test(line)),
};

const fits = (allowed: Allowed | undefined, value: unknown) =>
  allowed instanceof RegExp ? allowed.test(String(value)) : (allowed?.(value) ?? false);

const strangeIn = (facts: Record<string, unknown>, allowed: Record<string, Allowed>, path = "") =>
  Object.entries(facts).flatMap(([name, value]) => (fits(allowed[name], value) ? [] : [path + name]));

/**
 * The fields of a line that may tell of somebody.
 * @param routes the patterns of the site's addresses, the only ones that may stand in a log
 */
export function strangeFields(line: string, routes: ReadonlySet<string>): string[] {
  const { err, req, ...facts } = JSON.parse(line) as Record<string, Record<string, unknown>>;
  const isRoute = (value: unknown) => value === "unknown" || routes.has(String(value));
  return [
    ...strangeIn(facts, { ...known, route: isRoute }),
    ...strangeIn(req ?? {}, { method: known["method"] as Allowed, route: isRoute }, "req."),
    ...strangeIn(err ?? {}, ofErrors, "err."),
  ];
}
