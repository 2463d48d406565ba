/** Street addresses. Only ever a warning: a workplace has one too, and may be what the sentence is about. */

const endings =
  "gata|gate|gaten|veien|vegen|vei|veg|allé|alléen|plass|plassen|torg|torget|stien|stigen|bakken|kroken|tunet|svingen|brygge|brygga";
/** `Storgata 14`, `Olav Tryggvasons gate 3 B`, `Nedre Storgate 7a`; not `veien 2` nor `Sognsveien ruster`. */
const streetPattern = new RegExp(
  `(?<![\\p{L}-])(?:\\p{Lu}[\\p{L}.-]* ){0,3}(?:\\p{Lu}\\p{L}*(?:${endings})|\\p{Lu}[\\p{L}-]* (?:${endings})) \\d{1,3}(?: ?[A-Za-z](?![\\p{L}]))?(?!\\d|[.,]?\\d| ?%| (?:dager|dagar|timer|timar|uker|veker|km|meter|kroner))`,
  "gu",
);
/** `7010 Trondheim`: four digits and a place, after a comma or a line, as on an envelope. */
const postalPattern = /(?<=[,\n] ?)\d{4} \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?/gu;

/** Likely street addresses in a text. */
export function addressesIn(text: string): string[] {
  const streets = text.match(streetPattern) ?? [];
  const postal = (text.match(postalPattern) ?? []).filter((found) => !/^(?:19|20)\d\d /.test(found));
  return [...new Set([...streets, ...postal].map((found) => found.trim()))];
}
