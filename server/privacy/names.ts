/** Likely names of persons. Only ever a warning: a list of names knows neither all nor only people. */

/** Frequent first names, among them those of people who have come to Norway. */
const firstNames = new Set(
  `Abdi Abdul Adrian Agnes Ahmad Ahmed Aksel Alexander Alf Ali Amalie Amina Amir Anders Andreas Ane Anette Anita
  Anja Ann Anna Anne Annika Arild Arne Arvid Asbjørn Astrid Atle Aud Axel Beate Benjamin Bente Berit Birger Birgit
  Birgitte Bjarne Bjørg Bjørn Bodil Brit Britt Camilla Caroline Cathrine Cecilie Charlotte Christian Christina
  Christine Christoffer Dagfinn Daniel David Edvard Egil Einar Eirik Eivind Elias Elin Eline Elisabeth Ellen Else
  Elsa Emil Emilie Emma Erik Erling Espen Eva Evelyn Fatima Fatma Filip Finn Frank Fredrik Frida Frode Geir Gerd
  Gisle Glenn Grete Grethe Gudrun Gunn Gunnar Gunnhild Guro Gustav Guttorm Halvor Hanna Hannah Hanne Hans Harald
  Hassan Hege Heidi Helene Helge Hilde Håkon Håvard Ibrahim Ida Ingeborg Inger Ingrid Ingvild Irene Iselin Ivar
  Jakob Jan Janne Jens Jenny Joakim Johan Johanne John Johannes Jon Jonas Jorunn Julie Jørgen Jørn Kaja Karen Kari
  Karianne Karin Karl Karoline Katrine Kenneth Kim Kine Kirsten Kjell Kjersti Kjetil Knut Kristian Kristin Kristine
  Kristoffer Kåre Lars Lasse Leif Lena Lene Linda Line Linn Lise Liv Lucas Magne Magnus Malin Marcus Maren Margit
  Margrete Mari Maria Mariam Mariann Marianne Marie Marit Marius Markus Marte Marthe Martin Martine Mathias Mats
  Maryam Merete Mette Mia Michael Mikael Mikkel Mohamed Mohammad Mohammed Mona Monica Morten Muhammad Myriam Nils Nina
  Nora Nour Oddvar Ola Olaf Olav Ole Oliver Omar Osman Oscar Oskar Petter Per Pål Ragnar Ragnhild Randi Reidar Reidun
  Robert Roger Rolf Ronny Rune Ruth Sander Sara Sebastian Selma Siri Sigrid Sigurd Silje Simen Sindre Siren Sissel
  Sofie Solveig Stefan Stian Stig Stine Susanne Svein Sverre Synnøve Søren Terje Thea Thomas Thor Tina Tom Tomas
  Tommy Tone Tonje Tor Torbjørn Tore Torill Torstein Tove Trine Trond Trude Truls Turid Tuva Unni Vegard Vibeke
  Vidar Victoria Vilde Wenche Yngve Yusuf Øystein Øyvind Åge Åse Åshild Åsmund`.split(/\s+/),
);
/** Capitalised words that are no surname after a first name. */
const noSurname = new Set(["Nav", "Oslo", "Bergen", "Norge", "Noreg"]);
/** Capitalised words after which a place or an office follows, not a surname. */
const beforePlaces = new Set(
  `Nav Nordre Søndre Østre Vestre Indre Ytre Øvre Nedre Midtre Nye Gamle Store Lille Nord Sør Øst Vest Kommune I På
  Ved Frå Fra Til Hos Hotell Mandag Måndag Tirsdag Tysdag Onsdag Torsdag Fredag Lørdag Laurdag Søndag`.split(
    /\s+/,
  ),
);
const surnameEnding =
  /(?:s[eo]n|stad|berg|vik|rud|nes|dal|haug|moen|lien|bakken|sæther|land|heim|gård|hagen)$/;

interface Word {
  letters: string;
  isFirst: boolean;
  isCapital: boolean;
}

/** Words with whether each begins a sentence: after a full stop, a colon, a quotation mark or a new line. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let lastEnd = 0;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}-]*/gu)) {
    const between = text.slice(lastEnd, match.index);
    const isFirst = words.length === 0 || /[.!?:…\n«"“–•]/.test(between);
    words.push({ letters: match[0], isFirst, isCapital: /^\p{Lu}\p{Ll}/u.test(match[0]) });
    lastEnd = match.index + match[0].length;
  }
  return words;
}

/** `Anders`, `Karis`, `Anne-Marie`; not `Tuva-eksempelet`. */
function isFirstName(word: string): boolean {
  const [first = "", ...rest] = word.split("-");
  if (rest.some((part) => !/^\p{Lu}/u.test(part))) return false;
  return firstNames.has(first) || firstNames.has(first.replace(/s$/, ""));
}

/** Likely names: a first name within a sentence, one with a surname anywhere, or a surname in -sen. */
export function namesIn(text: string): string[] {
  const words = wordsIn(text);
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    if (!word.isCapital) continue;
    const hasSurname = next?.isCapital === true && !next.isFirst && !noSurname.has(next.letters);
    if (isFirstName(word.letters) && (hasSurname || !word.isFirst)) {
      found.push(hasSurname ? `${word.letters} ${next.letters}` : word.letters);
      if (hasSurname) i++;
    } else if (!word.isFirst && /^\p{Lu}\p{L}+sen$/u.test(word.letters)) {
      found.push(word.letters);
    } else if (hasSurname && !beforePlaces.has(word.letters) && surnameEnding.test(next.letters)) {
      found.push(`${word.letters} ${next.letters}`);
      i++;
    }
  }
  return [...new Set(found)];
}
