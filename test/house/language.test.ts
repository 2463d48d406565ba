import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { registerTexts } from "../../server/register/texts.ts";
import {
  daySpan,
  longDate,
  momentInWords,
  relativeDay,
  shortDate,
  timesWhole,
  weekdayName,
  when,
} from "../../server/web/dates.ts";
import { type Language, languages } from "../../server/web/languages.ts";
import { root } from "../house.ts";
import { inBothNorwegian, inEnglishToo, typed } from "./same-words.ts";
import { entriesOf, textFiles, texts, textTables } from "./text-tables.ts";

/** Words that belong to the other written form, to forms we did not choose, or to offices (look.md). */
const strangers = {
  nb: "vedtak|vedkommende|lenken|NAV|alt sendt",
  nn: "hvis|noen|noe|bare|mye|fra|være|ikke|hva|hvem|hvor|hvordan|jeg|dere|kommer|samlingen|gjør|sier|ble|blei|hun|mer|flere|veileder|leder|lenke|lenka|uke|sammen|selv|navn|spørre|også|gje|gjev|gjeve|svarer|svarte|fyrst|forskjell|vedkomande|vedtak|NAV",
  en: "mail|mails|e-mail|NAV|organization|color|center",
} as const;
const strange = (form: Language) => new RegExp(`(?<![\\p{L}-])(?:${strangers[form]})(?![\\p{L}-])`, "u");

describe("the texts people see", () => {
  it.each(textFiles)("%s keeps to the words chosen for each language", async (file) => {
    const tables = Object.values(await import(join(root, "server", file)));
    const found = languages.flatMap((form) =>
      tables.flatMap((table) => texts(table, form).filter((text) => strange(form).test(text))),
    );
    expect(found).toEqual([]);
  });

  it.each(languages)("so do the texts in files, in %s", (language) => {
    const files = readdirSync(join(root, "content"), { recursive: true, encoding: "utf8" });
    const own = files.filter((file) => file.endsWith(`/${language}.md`));
    expect(own.length).toBeGreaterThan(5);
    const found = own.flatMap((file) =>
      readFileSync(join(root, "content", file), "utf8")
        .split("\n")
        .filter((line) => strange(language).test(line.replace(/\{#[\w-]+\}|\(\/[\w-]+\)/g, "")))
        .map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});

type Entry = { path: string; forms: Record<Language, unknown> };
const everyText = async (): Promise<Entry[]> =>
  (await textTables()).flatMap(({ exported }) =>
    Object.entries(exported).flatMap(([name, table]) =>
      entriesOf(table, name).map(([path, forms]) => ({ path, forms })),
    ),
  );

/** A text's words, without what is filled in. A function is read as it is written. */
const bodyOf = (text: unknown) => String(text).replace(/^\(.*?\)\s*=>\s*/s, "");
const wordsOf = (text: unknown) =>
  (
    bodyOf(text)
      .replace(/\$\{[^}]*\}|\\u[\da-f]{4}/gi, " ")
      .toLowerCase()
      .match(/\p{L}[\p{L}-]*/gu) ?? []
  ).filter((word) => word !== "n" && !typed.has(word));

/** Untranslated on purpose, each with its reason. */
const sameOnPurpose: Record<string, string> = {
  "draftTexts.sourceUsual": "becomes part of a case, and cases are in Norwegian",
};

describe("three forms", () => {
  it("are all there, all empty or none, and all of one kind", async () => {
    const faults = (await everyText()).filter(({ forms }) => {
      const all = languages.map((language) => forms[language]);
      const kinds = new Set(all.map((text) => typeof text));
      const empties = new Set(all.map((text) => String(text).trim() === ""));
      const takes = new Set(all.map((text) => (typeof text === "function" ? text.length : 0)));
      return kinds.size > 1 || empties.size > 1 || takes.size > 1;
    });
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["nb", "nn", inBothNorwegian],
    ["nb", "en", inEnglishToo],
    ["nn", "en", inEnglishToo],
  ] as const)("%s and %s are the same only where all the words are", async (one, other, alike) => {
    const all = await everyText();
    expect(all.length).toBeGreaterThan(2000);
    const same = all.filter(
      ({ path, forms }) => bodyOf(forms[one]) === bodyOf(forms[other]) && !(path in sameOnPurpose),
    );
    const faults = same.flatMap(({ path, forms }) => {
      const unlike = wordsOf(forms[one]).filter((word) => !alike.has(word));
      return unlike.length > 0 ? [`${path}: ${unlike.join(", ")}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it("no word is on the list of those written alike that no text needs there", async () => {
    const all = await everyText();
    const needed = new Set(
      all
        .filter(({ forms }) => bodyOf(forms.nb) === bodyOf(forms.nn))
        .flatMap(({ forms }) => wordsOf(forms.nb)),
    );
    expect([...inBothNorwegian].filter((word) => !needed.has(word))).toEqual([]);
  });
});

/** Filled in by a script in the browser, in each of its forms. */
const filledByScript = /^((composeTexts|dayTexts)\.(left|over)|scriptTexts\.(hours|days))$/;

describe("nothing is left to fill in", () => {
  it("in no text stands a placeholder, a note to oneself or what a program prints by mistake", async () => {
    const faults = (await everyText()).flatMap(({ path, forms }) =>
      languages.flatMap((language) => {
        const text = bodyOf(forms[language]).replace(/\$\{[^}]*\}/g, "");
        const isOpen = typeof forms[language] === "string" && /\{\w*\}|%[sd]\b|\$\{|<\w+>/.test(text);
        const isNote = /\b(TODO|FIXME|XXX|TBD|lorem|undefined|NaN)\b/i.test(text);
        return isNote || (isOpen && !filledByScript.test(path) && !/\{#id/.test(text))
          ? [`${path} ${language}: ${text}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("what a script fills in stands in all three forms", async () => {
    const open = (await everyText()).filter(({ path }) => filledByScript.test(path));
    expect(open).toHaveLength(6);
    for (const { forms } of open) for (const language of languages) expect(forms[language]).toMatch(/\{n?\}/);
  });
});

/** Names of what a text counts; the others it takes are words. */
const counts =
  /^(n|of|most|people|count|gatherings|cases|networks|items|few|phones|groups|agreements|contacts|coming|silent|answered|asked|invited|listed|came|whole|part|held|planned|minutes|professional|dialogue|average|rows|through|weeks|good|middle|bad|unknown|version|line|room|digital)$/;
const words = (list: string) => new Set(list.split(" "));
const inWords: Record<Language, readonly string[]> = {
  nb: ["ingen", "én", "to"],
  nn: ["ingen", "éin", "to"],
  en: ["no", "one", "two"],
};
const one = { nb: "1|én|ett|en|et", nn: "1|éin|éi|eitt|ein|ei|eit", en: "1|one|an?" };
const two = { nb: "2|to", nn: "2|to", en: "2|two" };

/** The text for so many: numbers where it counts, and numbers in words where it takes words. */
function said(text: (...args: never[]) => unknown, n: 0 | 1 | 2, language: Language): string {
  const names =
    /^\(?([^)=]*)\)?\s*=>/
      .exec(String(text))?.[1]
      ?.split(",")
      .map((name) => name.trim()) ?? [];
  const args = names.map((name) =>
    counts.test(name)
      ? n
      : name === "words"
        ? (inWords[language][n] as string)
        : name === "names"
          ? ["Siri"]
          : `[${name}]`,
  );
  try {
    return String(text(...(args as never[])));
  } catch {
    return "";
  }
}
/** The words right after a number; a text that says it in other words has none. */
const counted = (text: string, numbers: string) =>
  new Set(
    [
      ...text
        .toLowerCase()
        .matchAll(new RegExp(`(?<![\\p{L}\\d.–-])(?:${numbers})(?: [nN]ye?)? (\\p{L}[\\p{L}-]*)`, "gu")),
    ].map(([, word]) => word as string),
  );
/** Nouns with one form for both numbers, and words that count nothing. */
const alikeForMany: Record<Language, Set<string>> = {
  nb: words(
    "i på til blir av og er har kommer kom min vet innspill spørsmål svar nettverk tegn ting ord nyere inviterte bekreftet holdt planlagt var svarte å verken",
  ),
  nn: words(
    "i på til blir døme av og er har kjem kom min veit innspel spørsmål svar nettverk teikn ting ord minutt læringspunkt punkt tema nyare inviterte stadfesta var svara å verken",
  ),
  en: words(
    "on to coming will answered missing of and have min came newer more new invited confirmed held planned was who joining learning open by neither don",
  ),
};
/** Texts that are never told of one, each with the reason. */
const neverOfOne: Record<string, RegExp> = {
  "limits of the product, all above one": /[tT]ooLong$|^faultTexts\.situationTooLong/,
  "nothing one reads or talks about is planned for one minute":
    /^(caseTexts\.(readingTime|discussionTime|atMostMinutes)|gatheringTexts\.(readCase|split)|healthTexts\.splitText)$/,
  "a gap is longer than the rhythm": /^healthTexts\.gap/,
  "shorter waits are told in days": /^wishTexts\.waited/,
  "how long things are kept: a week at least": /^(retentionTexts|privacyTexts)\.(days|months)$/,
  "several networks side by side": /^couplingTexts\.(centreSum|togetherText)$/,
  "told when it has become a habit": /^couplingTexts\.oftenKept$/,
  "five people and two gatherings are the least that is shown": /^resultTexts\.people$/,
  "a file on its way in; gone in a moment": /^importTexts\.progress$/,
  "one invitation is sent without asking how": /^seasonTexts\.allNowHint$/,
};
const isNeverOfOne = (path: string) => Object.values(neverOfOne).some((one) => one.test(path));

describe("one and many", () => {
  it.each(languages)("no text says “1 things” or “2 thing”, in %s", async (language) => {
    const faults = (await everyText()).flatMap(({ path, forms }) => {
      const text = forms[language];
      if (typeof text !== "function" || isNeverOfOne(path)) return [];
      const single = counted(said(text as never, 1, language), one[language]);
      const many = counted(said(text as never, 2, language), two[language]);
      const alike = [...many].filter((word) => single.has(word) && !alikeForMany[language].has(word));
      return alike.map((word) => `${path}: ${word}`);
    });
    expect(faults).toEqual([]);
  });

  it.each(languages)("none is many, not one, in %s", async (language) => {
    const faults = (await everyText()).flatMap(({ path, forms }) => {
      const text = forms[language];
      if (typeof text !== "function") return [];
      const single = counted(said(text as never, 1, language), one[language]);
      const many = counted(said(text as never, 2, language), two[language]);
      const none = counted(said(text as never, 0, language), "0");
      return [...none]
        .filter((word) => single.has(word) && !many.has(word))
        .map((word) => `${path}: 0 ${word}`);
    });
    expect(faults).toEqual([]);
  });
});

describe("dates in each form", () => {
  const weekdays = {
    nb: "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    nn: "måndag tysdag onsdag torsdag fredag laurdag søndag",
    en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  };
  it.each(languages)("weekdays, months and times are written as they are in %s", (language) => {
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, language)).join(" ")).toBe(weekdays[language]);
    const gathering = { localDate: "2026-12-08", startTime: "13:00", endTime: "15:00" };
    const expected = {
      nb: ["tirsdag 8.\u00a0desember 2026", "tirsdag 8.\u00a0desember 2026 kl. 13.00–15.00"],
      nn: ["tysdag 8.\u00a0desember 2026", "tysdag 8.\u00a0desember 2026 kl. 13.00–15.00"],
      en: ["Tuesday 8\u00a0December 2026", "Tuesday 8\u00a0December 2026, 13.00–15.00"],
    }[language];
    expect([longDate("2026-12-08", language), when(gathering as never, language)]).toEqual(expected);
  });

  it("a time stands on one line, on pages and in mails, and words beside it are still only words", () => {
    expect(timesWhole.onPage("tirsdag 8. desember 2026 kl. 13.00–15.00")).toBe(
      'tirsdag 8. desember 2026 <span class="whole">kl. 13.00–15.00</span>',
    );
    expect(timesWhole.inMail("Tuesday 8 December, 13.00–15.00.")).toBe(
      'Tuesday 8 December, <span style="white-space:nowrap">13.00–15.00</span>.',
    );
    expect(timesWhole.onPage('<b> & "kl. 9.30" er 1 200,50 kr')).toBe(
      '&lt;b&gt; &amp; &quot;<span class="whole">kl. 9.30</span>&quot; er 1 200,50 kr',
    );
    const at = Temporal.Instant.from("2026-12-08T12:05:00Z");
    expect(momentInWords(at, "nb", at)).toBe("8.\u00a0desember kl.\u00a013.05");
    expect(momentInWords(at, "en", at)).toBe("8\u00a0December, 13.05");
  });

  it("days from and to are said once where they are the same", () => {
    const said = (from: string, to: string) => [daySpan(from, to, "nb"), daySpan(from, to, "en")];
    expect(said("2026-07-01", "2026-07-31")).toEqual(["1.–31.\u00a0juli", "1–31\u00a0July"]);
    expect(said("2026-06-28", "2026-07-02")).toEqual([
      "28.\u00a0juni–2.\u00a0juli",
      "28\u00a0June–2\u00a0July",
    ]);
    expect(said("2026-12-24", "2026-12-24")).toEqual(["24.\u00a0desember", "24\u00a0December"]);
    expect(said("2026-12-24", "2027-12-01")).toEqual([
      "24.\u00a0desember–1.\u00a0desember",
      "24\u00a0December–1\u00a0December",
    ]);
  });

  it("what a mentor has been through names nothing there is none of", () => {
    const learnt = registerTexts.learntShort;
    expect([learnt.nb(0, 3), learnt.nb(1, 1), learnt.nb(14, 0)]).toEqual([
      "Ingen samlinger ennå, tre eksempler",
      "Én samling, ett eksempel",
      "14 samlinger",
    ]);
    expect([learnt.nn(1, 1), learnt.nn(0, 0)]).toEqual(["Éi samling, eitt døme", "Inga samling enno"]);
  });

  it.each(languages)("from yesterday to far ahead, nothing counts wrongly, in %s", (language) => {
    const now = Temporal.Instant.from("2026-12-01T12:00:00Z");
    const day = (n: number) => Temporal.PlainDate.from("2026-12-01").add({ days: n }).toString();
    const words = [-202, -2, -1, 0, 1, 2, 14, 20, 21, 59, 60].map((n) => relativeDay(day(n), language, now));
    expect(words).toEqual(
      {
        nb: [
          "for sju måneder siden",
          "for to dager siden",
          "i går",
          "i dag",
          "i morgen",
          "om to dager",
          "om 14 dager",
          "om 20 dager",
          "om tre uker",
          "om åtte uker",
          "om to måneder",
        ],
        nn: [
          "for sju månader sidan",
          "for to dagar sidan",
          "i går",
          "i dag",
          "i morgon",
          "om to dagar",
          "om 14 dagar",
          "om 20 dagar",
          "om tre veker",
          "om åtte veker",
          "om to månader",
        ],
        en: [
          "seven months ago",
          "two days ago",
          "yesterday",
          "today",
          "tomorrow",
          "in two days",
          "in 14 days",
          "in 20 days",
          "in three weeks",
          "in eight weeks",
          "in two months",
        ],
      }[language],
    );
    expect(shortDate("2026-05-01", language, now)).toBe(
      { nb: "1.\u00a0mai", nn: "1.\u00a0mai", en: "1\u00a0May" }[language],
    );
  });
});
