import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { evaluate, parseStatements } from "../../server/learning/evaluation.ts";
import {
  learnConfirmed,
  makeSuggester,
  type Suggester,
  suggestThemes,
} from "../../server/learning/suggestion.ts";
import { loadThemes } from "../../server/learning/themes.ts";
import { stemOf } from "../../server/web/stemming.ts";
import { root } from "../house.ts";

const themes = loadThemes(join(root, "content"));
const slugs = themes.map((theme) => theme.slug);
const written = (file: string) =>
  parseStatements(readFileSync(join(root, "test/learning", file), "utf8"), themes);
let suggester: Suggester;
beforeEach(() => {
  suggester = makeSuggester(themes);
});
const first = (text: string) => suggestThemes(suggester, text)[0];

describe("the stems", () => {
  it.each([
    ["veilederen", "rettleiarane"],
    ["veiledning", "rettleiing"],
    ["lederne", "leiarane"],
    ["virksomheten", "verksemda"],
    ["sykmeldingen", "sjukmeldinga"],
    ["hjemme", "heime"],
    ["ikke", "ikkje"],
    ["ikke", "itj"],
    ["hva", "ka"],
    ["hvordan", "korleis"],
    ["noen", "nokon"],
    ["fra", "frå"],
    ["mer", "meir"],
    ["tilskuddet", "tilskotet"],
    ["følger", "følgjer"],
    ["ringte", "ringer"],
    ["månedene", "månadane"],
    ["måneder", "maaneder"],
    ["kolleger", "kollegaer"],
    ["ALENE", "åleine"],
    ["tilgjengelig", "tilgjengeleg"],
  ])("of %s and %s are one", (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it("keep words of different meaning apart", () => {
    expect(stemOf("lege")).not.toBe(stemOf("legge"));
    expect(stemOf("kolleger")).not.toBe(stemOf("kull"));
  });
});

describe("a suggestion", () => {
  it.each([
    ["tidshorisont", "Avtalen varer bare tre måneder, og så vet vi ikke om den blir forlenget."],
    ["tilgjengelighet", "Jeg får ikke tak i noen på telefonen når det haster."],
    ["oppfolging", "Veilederen kommer sjelden på besøk og tar aldri initiativ selv."],
    ["informasjon", "Vi fikk ikke vite noe om bakgrunnen på grunn av taushetsplikten."],
    ["kolleger", "Det er konflikt og baksnakking mellom kollegene ved lunsjbordet."],
    ["roller", "Det er uklart hvem som har ansvaret, og hvor grensene mine går."],
    ["helse", "Hun venter på psykolog, og fastlegen og behandleren snakker ikke sammen."],
    ["jobbmatch", "Ingen hadde kartlagt interessene hans, så han havnet på feil plass."],
    ["tilskudd", "Tilskuddet dekker ikke timene jeg bruker, og produksjonen taper på det."],
    ["mentorkurs", "Jeg er usikker i mentorrollen og trenger kurs og opplæring."],
    ["nettverk", "På nettverkssamlingen ble det mye foredrag og lite erfaringsutveksling."],
    ["mestring", "Små steg og ros gjorde at hun mestret oppgavene og fikk selvtillit."],
    ["motiv", "Bedriften utnytter folk som gratis arbeidskraft uten å ansette noen."],
    ["navorg", "Vi har byttet veileder tre ganger, og ledelsen i Nav prioriterer ikke."],
  ])("for a typical sentence about %s is that theme", (slug, text) => {
    expect(first(text)?.slug).toBe(slug);
  });

  it("says which words of the text led to it, as they were written", () => {
    expect(first("Taushetsplikta blir brukt mot oss.")?.words).toContain("Taushetsplikta");
    expect(first("Han svarer rett og slett ikke på TELEFONEN.")?.words).toContain("TELEFONEN");
  });

  it("understands nynorsk, dialect and misspelt words", () => {
    expect(first("Rettleiaren svarar ikkje når eg ringjer.")?.slug).toBe("tilgjengelighet");
    expect(first("ingen gir sammtykke og tausjetsplikten stopper alt")?.slug).toBe("informasjon");
  });

  it("is not given for words that say nothing", () => {
    expect(suggestThemes(suggester, "")).toEqual([]);
    expect(suggestThemes(suggester, "Hei, ja. 12 :-)")).toEqual([]);
  });

  it("keeps what is said to a colleague and what Nav says to the workplace apart", () => {
    expect(first("Nav fortalte oss ikke om bakgrunnen hennes.")?.slug).toBe("informasjon");
    expect(first("De andre ansatte baksnakker henne i pausen.")?.slug).toBe("kolleger");
    expect(first("Nav er her altfor sjelden.")?.slug).toBe("oppfolging");
    expect(first("Nav tar ikke telefonen.")?.slug).toBe("tilgjengelighet");
  });

  it("learns words it did not know from what people confirm", () => {
    const text = "Rampa er sperret av snøfreseren";
    expect(first(text)?.slug).not.toBe("roller");
    for (let i = 0; i < 20; i++) learnConfirmed(suggester, `${text} igjen`, ["roller"]);
    expect(first(text)?.slug).toBe("roller");
    expect(suggester.pieces).toBe(20);
  });

  it("passes over themes that are no longer among them", () => {
    learnConfirmed(suggester, "Ingen tar telefonen", ["borte"]);
    expect(suggester.pieces).toBe(0);
  });

  it("is never of an unknown theme, twice the same, or one of more than three", () => {
    const words = written("statements.tsv").flatMap(({ text }) => text.split(" "));
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(" ")),
    );
    const confirmed = fc.array(fc.tuple(text, fc.constantFrom(...slugs, "ukjent")), { maxLength: 5 });
    fc.assert(
      fc.property(text, confirmed, (asked, pieces) => {
        const learner = makeSuggester(themes.slice());
        for (const [said, slug] of pieces) learnConfirmed(learner, said, [slug]);
        const suggested = suggestThemes(learner, asked);
        expect(suggested.length).toBeLessThanOrEqual(3);
        expect(new Set(suggested.map(({ slug }) => slug)).size).toBe(suggested.length);
        for (const { slug, words } of suggested) {
          expect(slugs).toContain(slug);
          expect(words.length).toBeGreaterThan(0);
        }
        expect(suggestThemes(learner, asked)).toEqual(suggested);
      }),
      { numRuns: 40 },
    );
  });

  it("comes quickly after 5 000 confirmed pieces", () => {
    const statements = written("statements.tsv");
    const start = performance.now();
    for (let i = 0; i < 5000; i++) {
      const { text, themes: right } = statements[i % statements.length] as (typeof statements)[number];
      learnConfirmed(suggester, `${text} ord${i} mer${i % 700}`, right);
    }
    const learnt = performance.now();
    for (const { text } of statements) suggestThemes(suggester, text);
    const each = (performance.now() - learnt) / statements.length;
    console.log(
      `learning 5 000 pieces ${(learnt - start).toFixed(0)} ms, a suggestion ${each.toFixed(2)} ms`,
    );
    expect(suggester.pieces).toBe(5000);
  });
});

describe("measuring", () => {
  it.each([
    ["statements.tsv", 160],
    ["statements-held-out.tsv", 80],
  ])("%s holds enough statements on every theme, and finds most", (file, least) => {
    const statements = written(file);
    expect(statements.length).toBeGreaterThanOrEqual(least);
    expect(new Set(statements.map(({ themes: right }) => right[0])).size).toBe(14);
    const { cold, trained } = evaluate(statements, themes);
    expect(cold.top3).toBeGreaterThan(0.6);
    expect(trained.top3).toBeGreaterThan(0.6);
    expect(evaluate(statements, themes).trained).toEqual(trained);
  });

  const header = "text\tprimary_theme\tsecondary_theme";
  const lines = ["a\troller\t", "b\thelse\troller", "c\tmotiv\t", "d\tnavorg\t", "e\tkolleger\t"];

  it("takes columns in any order, passes over others, and quotes nothing", () => {
    const file = `\uFEFFid\tprimary_theme\ttext\r\n${[1, 2, 3, 4, 5].map((i) => `${i}\troller\t"Hvem" gjør hva?`).join("\r\n")}\r\n`;
    expect(parseStatements(file, themes)[0]).toEqual({ text: '"Hvem" gjør hva?', themes: ["roller"] });
    expect(parseStatements([header, ...lines].join("\n"), themes)[1]?.themes).toEqual(["helse", "roller"]);
  });

  it.each([
    ["a missing column", "text\ttheme\n", 'line 1: the column "primary_theme" is missing'],
    ["an unknown theme", [header, ...lines, "f\trolle\t"].join("\n"), 'line 7: the theme "rolle" is unknown'],
    ["a missing theme", [header, "f\t\t", ...lines].join("\n"), "line 2: the primary_theme is missing"],
    ["a missing text", [header, "\troller\t", ...lines].join("\n"), "line 2: the text is missing"],
    [
      "too few statements",
      [header, ...lines.slice(1)].join("\n"),
      "holds 4 statements; at least 5 are needed",
    ],
  ])("refuses %s, saying where", (_, file, message) => {
    expect(() => parseStatements(file, themes)).toThrow(message);
  });
});
