/**
 * Words of feedback brought to a common form: bokmål, nynorsk, some dialect and hasty typing meet in the
 * same stem. The stemmer is Snowball's for Norwegian; what it cannot know stands here.
 */
import { stemmer } from "@orama/stemmers/norwegian";

/** One word of a text: as it was written, and the stem it is compared by. */
export interface Word {
  written: string;
  stem: string;
}

/** Whole words that differ between bokmål, nynorsk and dialects: "bokmål: the others". */
const sameWord = `
ikke: ikkje itj itjj ikkj ittj inte ikje ike
jeg: eg æ æg je ej
meg: mæ
deg: dæ
seg: sæ
hva: kva ka kæ hæ
hvem: kven kem kæm
hvor: kor
hvorfor: kvifor koffer korfor hvorfår
hvordan: korleis åssen kossen korsn
hver: kvar kver
noe: noko nåkka nokka noe
noen: nokon nån nåen
fra: frå ifra ifrå
mer: meir mere
mye: mykje møkje my mykj
være: vere vera vær
ble: vart blei
bli: verte bler
er: e
til: te
for: før
bare: berre bære bærre
vet: veit
vite: veta
vi: me mi
oss: åss
dem: dei dæm demm
han: hainn hann
hun: ho hu
en: ein
et: eit
begge: båe
siden: sidan
selv: sjølv sjøl sjøl
uke: veke veka veker
jobb: jobben
hjem: heim heime hjemme
hjelp: hjølp
høre: høyre høyrer høyrde høyrt
glemt: gløymt gløymd
måte: måtte
velge: velje vel valgt vald
spør: spørre spørje spurt spurde
si: seie seier sier sa sagt
komme: kome koma kjem kom kommer
gi: gje gjev gir gitt
gjøre: gjere gjer gjør gjort gjorde
ta: tek tar tatt teke tok
se: sjå ser sett
lære: lær lærer lært lærte
tid: tida tiden tiå
tenke: tenkje tenkt
tjene: tene tjent
fortelle: fortelje fortalt fortel fortalte
uten: utan
alene: åleine aleine
ansatt: tilsett ansatte tilsette
ansette: tilsette
døme: eksempel
kollega: kolleger kollegaer kollegene kollegaene kollegaer kollegaen kollegaar kolegaer koleger kolegene
penger: penga pæng
lege: doktor
besøk: vitjing
oppdage: oppdaga
`;

/** Beginnings and parts of words, since Norwegian compounds: nynorsk and dialect → bokmål, in this order. */
const sameParts: readonly [RegExp, string][] = [
  [/aa/g, "å"],
  [/rettlei(ar|er)/, "veileder"],
  [/rettleiing/, "veiledning"],
  [/rettlei/, "veiled"],
  [/rådgjevar/, "rådgiver"],
  [/lei(ar|er)/, "leder"],
  [/lei(ing|dde)/, "led$1"],
  [/verksemd(er|ene|a)?/, "virksomhet"],
  [/(leder|rådgiver|arbeidsgiver)(e|en|ene|ne|ane|ar|ens|enes)$/, "$1"],
  [/sjuk/g, "syk"],
  [/sykeme/, "sykme"],
  [/heit/, "het"],
  [/(.{3})leg(e|a|ere|are|t)?$/, "$1lig"],
  [/meistr/, "mestr"],
  [/tilskot/, "tilskudd"],
  [/løn(s|n?a?r?$)/, "lønn$1"],
  [/månad/, "måned"],
  [/framm?øt/, "oppmøt"],
  [/ansvarleg/, "ansvarlig"],
  [/utgrei/, "utred"],
  [/teieplikt/, "taushetsplikt"],
  [/trygglei/, "trygghe"],
  [/spurn/, "spør"],
  [/avgjer/, "beslut"],
  [/skilnad/, "forskjell"],
  [/røynsl/, "erfaring"],
  [/bustad|bosted/, "bolig"],
  [/høve/, "mulighet"],
  [/moglegheit|moglighet|moglig/, "mulighet"],
  [/tenest/, "tjenest"],
  [/venleg/, "vennlig"],
  [/innspel/, "innspill"],
  [/lunsj|lønsj|lunch/, "lunsj"],
  [/([gkv])j(e|a|er|ar|ing|inga|ande|end[ea])$/, "$1$2"],
];

const variants = new Map(
  sameWord
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [common, others] = line.split(": ") as [string, string];
      return others.split(" ").map((other) => [other, common] as const);
    }),
);

const remembered = new Map<string, string>();
/** So that a stream of new words cannot fill the memory. */
const mostRemembered = 50_000;

function newStem(word: string): string {
  const common = variants.get(word) ?? word;
  const rewritten = sameParts.reduce((rest, [part, other]) => rest.replace(part, other), common);
  const standard = variants.get(rewritten) ?? rewritten;
  // Snowball takes the "leg" of "kollega" for an ending.
  if (standard.startsWith("kollega")) return "kollega";
  const stem = stemmer(standard);
  // "ringte" and "ringer", "svart" and "svarer": Snowball leaves the t of the past tense.
  return stem.length >= 5 && /[^aeiouyæøå]t$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** Small letters without accents, except those of æ, ø and å. */
function folded(word: string): string {
  const small = word.toLowerCase().normalize("NFC").replaceAll("ä", "æ").replaceAll("ö", "ø");
  return small
    .normalize("NFD")
    .replace(/(?<!a)\u030A|[\u0300-\u0309\u030B-\u036F]/g, "")
    .normalize("NFC");
}

/** The stem of one word in any case, the same for its bokmål and nynorsk forms. */
export function stemOf(word: string): string {
  const key = folded(word);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const stem = newStem(key);
  remembered.set(key, stem);
  return stem;
}

/** The words of a text in order, with their stems. */
export function wordsOf(text: string): Word[] {
  return (text.match(/[\p{L}\p{M}\d]+/gu) ?? []).map((written) => ({ written, stem: stemOf(written) }));
}

const commonWords = `jeg du han hun den det vi dere de dem oss meg deg seg min mi mitt mine din ditt sin sitt
sine vår vårt våre hans hennes deres i på av til for med om som at en et ei og eller men så da når hvis fordi
er var har hadde blir ble bli være vært kan kunne skal skulle vil ville må måtte får fikk ikke ja nei også bare
her der nå no jo vel enn ut inn opp ned over under etter før ved hos fra mot mellom hva hvem hvor hvordan hvorfor
hver alle alt noe noen ingen ingenting denne dette disse selv veldig litt mye mer mest mange få går gå gjøre komme
si ta gi se in the of and to a is it this that man nav mentor mentoren kandidat kandidaten`;

const common = new Set(wordsOf(commonWords).map((word) => word.stem));

/** Whether a stem says nothing about what a text is about. */
export function isCommon(stem: string): boolean {
  return common.has(stem) || (stem.length < 2 && !/\d/.test(stem));
}

/** The pieces of `size` letters of a word with its edges marked: what misspelt and compound words share. */
export function letterGroups(word: string, size: number): string[] {
  const marked = `_${word}_`;
  const groups: string[] = [];
  for (let i = 0; i + size <= marked.length; i++) groups.push(marked.slice(i, i + size));
  return groups;
}

/** How alike two words are by letter pairs, from 0 to 1; doubled letters count once, as people forget them. */
export function likeness(one: string, other: string): number {
  const a = letterGroups(one.replace(/(.)\1/g, "$1"), 2);
  const b = new Set(letterGroups(other.replace(/(.)\1/g, "$1"), 2));
  const size = a.length + b.size;
  let shared = 0;
  for (const group of a) if (b.delete(group)) shared++;
  return size === 0 ? 0 : (2 * shared) / size;
}
