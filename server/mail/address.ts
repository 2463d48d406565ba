/** Mail addresses as keys, so that one person's spellings of one address are the same. */

const gmail = new Set(["gmail.com", "googlemail.com"]);
/** Where anyone can have an address: the same domain says nothing of who someone is. */
const shared = new Set([
  ...gmail,
  ...["outlook.com", "hotmail.com", "hotmail.no", "live.com", "live.no", "msn.com"],
  ...["icloud.com", "me.com", "mac.com", "yahoo.com", "yahoo.no", "proton.me", "protonmail.com"],
  ...["online.no", "broadpark.no", "getmail.no", "lyse.net", "altibox.no", "start.no", "frisurf.no"],
]);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll("%40", "@");
  }
}

/**
 * The key of an address as mail and calendars write it: without `mailto:`, lower case, `%40` read as @,
 * what comes after a plus left out. Null when it is no address.
 */
export function addressKey(written: string): string | null {
  const bare = unescaped(
    written
      .trim()
      .replace(/^<|>$/g, "")
      .replace(/^mailto:/i, "")
      .replace(/\?.*$/, ""),
  );
  const match = /^([^\s@<>"]{1,64})@([^\s@<>"]{1,255})$/.exec(bare.trim().toLowerCase());
  if (!match) return null;
  const domain = gmail.has(match[2] as string) ? "gmail.com" : (match[2] as string);
  const name = (match[1] as string).replace(/(?<=.)\+.*$/, "");
  return `${domain === "gmail.com" ? name.replaceAll(".", "") : name}@${domain}`;
}

export const domainOf = (key: string) => key.slice(key.lastIndexOf("@") + 1);

/** Whether two addresses belong to one organisation: the same domain, or one below the other. */
export function isSameHouse(a: string, b: string): boolean {
  const [one, other] = [domainOf(a), domainOf(b)];
  if (one === other) return !shared.has(one);
  const isBelow = (inner: string, outer: string) => outer.includes(".") && inner.endsWith(`.${outer}`);
  return (isBelow(one, other) && !shared.has(other)) || (isBelow(other, one) && !shared.has(one));
}
