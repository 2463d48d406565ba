/** What a person wrote in a mail, as plain text that is safe to show. */
import type { MessageIn } from "./message-in.ts";
import { textOf } from "./message-in.ts";

const mostWords = 4000;
const mostRead = 100_000;

/** Control and direction characters; what is left is letters, and line feeds. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they are
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff]/g;
const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  aring: "å",
  oslash: "ø",
  aelig: "æ",
};

/** Where the mail that is answered begins, as the usual programs mark it. */
const quoted =
  /^(>.*|-{3,}.*|_{10,}|(fra|from|von): .*|(den|på|on|am|skrev|kl\.) .{0,200}(skrev|wrote|schrieb).{0,100}:?\s*)$/im;
/** Links of ours that answer for someone, and Message-IDs: secrets that a reply quotes. */
const secrets = [
  /\/(svar|var-det-deg|logg-inn)\/[\w.~%-]+/g,
  /\b(inv\.)?g[a-z2-7]{26}-[a-z2-7]{26}[^\s>]*/gi,
];

const breaking = /^(br|p|div|li|tr|h[1-6]|blockquote)$/;
const hidden = /^(style|script|head|title)$/;

/** The text of a page of HTML. One pass, whatever the tags are like. */
function withoutMarkup(html: string): string {
  const lower = html.toLowerCase();
  const end = (mark: string, from: number) => {
    const found = lower.indexOf(mark, from);
    return found < 0 ? html.length : found + mark.length;
  };
  let text = "";
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    text += html.slice(at, open);
    const name = /^<\/?([a-z0-9]{1,20})/.exec(lower.slice(open, open + 24))?.[1] ?? "";
    if (lower.startsWith("<!--", open)) at = end("-->", open);
    else if (hidden.test(name) && lower[open + 1] !== "/") at = end(">", end(`</${name}`, open) - 1);
    else at = end(">", open);
    if (breaking.test(name)) text += "\n";
  }
  return (text + html.slice(at))
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0xffff)))
    .replace(/&([a-z]{2,6});/gi, (entity, name: string) => entities[name.toLowerCase()] ?? entity);
}

/** One text, cleaned: no control characters, no secret links, not more than can be read. */
export function cleanWords(text: string, most = mostWords): string {
  let clean = text.replace(/\r\n?/g, "\n").toWellFormed().replace(/\t/g, " ").replace(unprintable, "");
  for (const secret of secrets) clean = clean.replace(secret, "…");
  clean = clean
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return clean.length > most ? `${clean.slice(0, most).toWellFormed()} …` : clean;
}

/** The words of a mail without what it answers to; empty when there are none. */
export function wordsOf(message: MessageIn): string {
  const texts = message.parts.filter((part) => !part.isAttachment && part.body.length > 0);
  const plain = texts.find(({ type }) => type === "text/plain");
  const html = texts.find(({ type }) => type === "text/html");
  const read = (part: typeof plain) =>
    part ? textOf({ ...part, body: part.body.subarray(0, mostRead) }) : "";
  const text = read(plain).trim() || withoutMarkup(read(html));
  const all = cleanWords(text);
  const own = all.slice(0, quoted.exec(all)?.index ?? all.length).trim();
  return own || all;
}
