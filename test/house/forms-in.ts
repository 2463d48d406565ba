/** Forms as a page shows them, for tests that send them. */

export interface Form {
  by: string;
  action: string;
  fields: [string, string][];
}

export const plain = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** What a person might write in a field that the page leaves empty. */
const typical: Record<string, string> = {
  epost: "ny.person@demo.example",
  dato: "2027-02-03",
  fra: "2027-02-03",
  stopp: "2027-05-04",
  plasser: "12",
  timer: "4",
  lenke: "https://moete.example/rom",
  utgave: "1",
};

function fieldOf(tag: string, rest: string): [string, string] {
  const name = attribute(tag, "name");
  const value = tag.startsWith("<select")
    ? (/<option value="([^"]+)"/.exec(rest)?.[1] ?? "")
    : attribute(tag, "value");
  const isLeftEmpty =
    value === "" && /^<(textarea|input)/.test(tag) && !/type="(hidden|radio|checkbox)"/.test(tag);
  return [name, isLeftEmpty ? (typical[name] ?? "Noe å si") : value];
}

/** The forms of a page that change something. */
export function formsIn(html: string, by: string): Form[] {
  return [...html.matchAll(/<form [^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    by,
    action: attribute(form, "action"),
    fields: [...form.matchAll(/<(?:input|textarea|select|button)\b[^>]*\bname="[^"]*"[^>]*>/g)].map((match) =>
      fieldOf(match[0], form.slice(match.index)),
    ),
  }));
}

/** The kind of page an address leads to. */
export const kindOf = (path: string) =>
  path
    .replace(/[a-z2-7]{26}/g, ":id")
    .replace(/\.[\w-]{22}/g, ".bevis")
    .replace(/^(\/eksempler\/utkast\/)(?!nytt|import)[^/]+/, "$1:slug")
    .replace(/^\/eksempler\/(?!utkast)[^/]+(\/refleksjon\/)?[^/]*/, "/eksempler/:slug$1")
    .replace(/\?.*/, "?");

/**
 * Every kind of form a person meets by following links, and each kind of page at most `times` times.
 * @param see told of every page on the way
 */
export async function formsOf(
  get: (path: string) => Promise<{ body: string; statusCode: number }>,
  by: string,
  times = 1,
  see: (path: string, body: string) => void = () => undefined,
): Promise<Form[]> {
  const found: Form[] = [];
  const perKind = new Map<string, number>();
  const seen = new Set<string>();
  const waiting = ["/"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const before = perKind.get(kindOf(path)) ?? 0;
    if (seen.has(path) || before >= times || /^\/(assets|internal|dev)\//.test(path)) continue;
    seen.add(path);
    perKind.set(kindOf(path), before + 1);
    const { body } = await get(path);
    see(path, body);
    found.push(...formsIn(body, by));
    for (const [, href] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) waiting.push(plain(href as string));
  }
  return found;
}
