import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFields, guardText } from "../../server/privacy/guard.ts";

const faultsIn = (text: string) => guardText(text).refused.map(({ fault }) => fault);
const namesIn = (text: string) =>
  guardText(text)
    .warnings.filter(({ kind }) => kind === "name")
    .map(({ found }) => found);

const two = (n: number) => String(n).padStart(2, "0");
/** The eleven digits of a date and a running number; null for the one in six that is never given out. */
function identityNumber(day: number, month: number, year: number, running: number): string | null {
  const nine = two(day) + two(month) + two(year) + String(running).padStart(3, "0");
  const check = (digits: string, weights: number[]) => {
    const rest = [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] as number), 0) % 11;
    return rest === 0 ? 0 : 11 - rest;
  };
  const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = check(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first === 10 || second === 10 ? null : `${nine}${first}${second}`;
}

const identityNumbers = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    dayOffset: fc.constantFrom(0, 40),
    month: fc.integer({ min: 1, max: 12 }),
    monthOffset: fc.constantFrom(0, 40, 65, 80),
    year: fc.integer({ min: 0, max: 99 }),
    running: fc.integer({ min: 0, max: 999 }),
  })
  .map((d) => identityNumber(d.day + d.dayOffset, d.month + d.monthOffset, d.year, d.running))
  .filter((digits) => digits !== null);

const phoneNumbers = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(7, "0")}`);

describe("identity numbers", () => {
  it("refuses every kind that can be given out, with anything usual between the digits", () => {
    const between = fc.constantFrom("", " ", "-", ".", " – ", "\u00a0");
    fc.assert(
      fc.property(identityNumbers, between, fc.constantFrom(2, 4, 6, 9), (digits, gap, cut) => {
        const text = `Han som har ${digits.slice(0, cut)}${gap}${digits.slice(cut)}, kom ikke.`;
        expect(faultsIn(text)).toContain("identity-number");
      }),
      { numRuns: 2000 },
    );
  });

  it("lets eleven digits pass when one digit of a real one is wrong", () => {
    fc.assert(
      fc.property(
        identityNumbers,
        fc.integer({ min: 6, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
          expect(faultsIn(`Konto ${wrong} er feil.`)).not.toContain("identity-number");
        },
      ),
    );
  });

  it("lets account numbers pass, which share the last check digit but not the one before", () => {
    const dates = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 99_999 }), ([day, month], rest) => {
        const nine = two(day) + two(month) + String(rest).padStart(5, "0");
        const real = identityNumber(day, month, Number(nine.slice(4, 6)), Number(nine.slice(6)));
        const ten = `${nine}${(Number(real?.[9] ?? 0) + 1) % 10}`;
        const weighed = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((sum, w, i) => sum + w * Number(ten[i]), 0);
        fc.pre(real !== null && weighed % 11 !== 1);
        expect(faultsIn(`Betal til konto ${ten}${(11 - (weighed % 11)) % 11}.`)).toEqual([]);
      }),
    );
  });

  it.each([
    ["an account number", "Betal til 8601.11.17947 innen fredag."],
    ["a month that is none", "Kunde 01131412345."],
    ["the thirtieth of February", "Nummer 30027012345."],
    ["twelve digits in a row", `Ordre 1${identityNumber(15, 6, 90, 123) ?? identityNumber(15, 6, 90, 124)}.`],
  ])("lets %s pass", (_what, text) => {
    expect(faultsIn(text)).toEqual([]);
  });

  it("takes one for an account number when it is written as one, and only then", () => {
    fc.assert(
      fc.property(identityNumbers, fc.constantFrom(".", " "), (digits, gap) => {
        const account = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].join(gap);
        expect(faultsIn(`Betal til ${account} innen fredag.`)).toEqual([]);
        expect(faultsIn(`Kontonummer ${digits} er det nye.`)).toEqual([]);
        expect(faultsIn(`Han heter ${digits}.`)).toContain("identity-number");
        expect(faultsIn(`${digits.slice(0, 6)}${gap}${digits.slice(6)}`)).toContain("identity-number");
      }),
      { numRuns: 300 },
    );
  });

  it("refuses each kind: birth numbers, D-numbers, and the synthetic ones with both offsets together", () => {
    const kinds = [
      [0, 0],
      [40, 0],
      [0, 40],
      [0, 65],
      [0, 80],
      [40, 40],
      [40, 65],
      [40, 80],
    ] as const;
    for (const [day, month] of kinds) {
      const found = Array.from({ length: 60 }, (_, i) => identityNumber(31 + day, 12 + month, 99, 100 + i));
      const real = found.filter((one) => one !== null);
      expect(real.length).toBeGreaterThan(20);
      for (const digits of real) expect(faultsIn(`Nr. ${digits}`)).toEqual(["identity-number"]);
    }
  });

  it("requires both check digits: no other pair of the hundred after the same nine digits is one", () => {
    fc.assert(
      fc.property(identityNumbers, (digits) => {
        const others = Array.from({ length: 100 }, (_, i) => digits.slice(0, 9) + two(i));
        const taken = others.filter((one) => faultsIn(`Nr. ${one}.`).includes("identity-number"));
        expect(taken).toEqual([digits]);
      }),
      { numRuns: 60 },
    );
  });

  it("finds one beside other numbers", () => {
    const digits = identityNumber(15, 6, 90, 124) ?? identityNumber(15, 6, 90, 125);
    expect(faultsIn(`Sak 12 ${digits} 2026`)).toContain("identity-number");
    expect(faultsIn(`fnr${digits}`)).toContain("identity-number");
    expect(faultsIn(`${digits?.slice(0, 6)}\u200b${digits?.slice(6)}`)).toContain("identity-number");
  });
});

describe("phone numbers", () => {
  it("refuses every number from 2 to 9 in the usual groupings", () => {
    const groupings = [
      [2, 2, 2, 2],
      [3, 2, 3],
      [3, 5],
      [2, 6],
    ];
    fc.assert(
      fc.property(
        phoneNumbers,
        fc.constantFrom(...groupings),
        fc.constantFrom(" ", ".", "-"),
        (digits, sizes, gap) => {
          const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
          const written = starts.map((start, i) => digits.slice(start, start + (sizes[i] ?? 0))).join(gap);
          expect(faultsIn(`Ta kontakt på ${written} i morgen.`)).toEqual(["phone"]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    "Ring 91 234 567",
    "tlf: 912 34 567.",
    "Mobilen er 91234567",
    "9123 4567 svarer alltid",
    "+47 91 23 45 67",
    "(+47) 912 34 567",
    "004791234567",
    "+46 70 123 45 67",
    "Telefonen 20 12 34 56",
    "22 22 22 22 / 33 33 33 33",
  ])("refuses %s", (text) => {
    expect(faultsIn(text)).toContain("phone");
  });

  it.each([
    "Vi møttes 24.12.2026 og 2026-12-08, og igjen 20261208.",
    "Han ringte 24.12.2026.",
    "Fra 2025 2026 til 2025–2026.",
    "Det kostet 20 000 000 kroner, eller 250 000, eller 1000 000.",
    "kr 45000000 og 45000000 kroner og 45 00 00 00 kr",
    "Organisasjonsnummer 912 345 678, også skrevet 912345678.",
    "Kl. 21.00–22.30 og klokka 20:30-21:30.",
    "Uke 40 41 42 43 er vi på kurs.",
    "Ring 113 om det haster, 112, 110, eller 116 117, 116117.",
    "Nav svarer på 55 55 i sentralbordet.",
    "Konto 1234 56 78901",
    "Varenummer 7038010000065 og 123456789012.",
  ])("lets pass: %s", (text) => {
    expect(faultsIn(text)).toEqual([]);
  });
});

describe("e-mail addresses", () => {
  it.each([
    "ola@firma.no",
    "Skriv til kari.nordli+x@epost.firma.example!",
    "ola (at) firma.no",
    "åse@blåbær.no",
  ])("refuses %s", (text) => {
    expect(faultsIn(text)).toEqual(["email"]);
  });

  it.each(["Vi møttes @ verkstedet.", "5 @ 20 kr", "Se nav.no/mentor"])("lets pass: %s", (text) => {
    expect(faultsIn(text)).toEqual([]);
  });
});

describe("ordinary sentences", () => {
  // a number stands with what it counts: eight digits in a row are a telephone number, however they came there
  const words = fc.constantFrom(
    ...[
      ..."vi ringte Nav tre ganger og ventet på svar det tok fra mandag kandidaten fikk stilling".split(" "),
      ...["14 dager", "2 uker", "1. mars", "kl. 13.00", "60 %"],
    ],
  );
  it("pass, however their words fall", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        expect(faultsIn(list.join(" "))).toEqual([]);
      }),
    );
  });

  it("pass without a warning", () => {
    for (const text of [
      "Vi ringte Nav Steinkjer på tirsdag. Ingen tok telefonen før i mai.",
      "Dag for dag går det bedre.",
      "Vi snakket om Tuva-eksempelet.",
      "Liv og arbeid henger sammen. Tone og humor også.",
      "I Midtre Namdal fikk vi svar. På Mandag var det stille.",
      "Arbeidslivssenteret i Oslo inviterte Nav og alle mentorene.",
    ]) {
      expect(guardText(text)).toEqual({ refused: [], warnings: [] });
    }
  });
});

describe("warnings", () => {
  it.each([
    ["I går kom Anders for sent.", ["Anders"]],
    ["Anders Brekke sluttet.", ["Anders Brekke"]],
    ["Jeg snakket med Olsen om det.", ["Olsen"]],
    ["Kandidaten, Fatima, trives.", ["Fatima"]],
    ["Vi møtte Karis mor.", ["Karis"]],
    ["Rahel Haugstad er ny hos oss.", ["Rahel Haugstad"]],
    ["Vi spurte Anne-Marie.", ["Anne-Marie"]],
  ])("warns about a likely name: %s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it("warns about a named workplace, a role and an event in one sentence, not about two of them", () => {
    const kinds = (text: string) => guardText(text).warnings.map(({ kind }) => kind);
    expect(kinds("Lærlingen på Solsikken barnehage ble sykmeldt i mars.")).toContain("combination");
    expect(kinds("Lærlingen i barnehagen ble sykmeldt.")).toEqual([]);
    expect(kinds("Lærlingen trives. Solsikken barnehage fikk en sykmeldt.")).toEqual([]);
  });
});

describe("street addresses", () => {
  const addressesIn = (text: string) =>
    guardText(text)
      .warnings.filter(({ kind }) => kind === "address")
      .map(({ found }) => found);

  it.each([
    ["Han bor i Storgata 14.", ["Storgata 14"]],
    ["Hun flyttet til Nedre Bakkegate 7a i mai.", ["Nedre Bakkegate 7a"]],
    ["Besøk oss i Olav Tryggvasons gate 3 B!", ["Olav Tryggvasons gate 3 B"]],
    ["Ho bur i Åsvegen 2, 7800 Namsos.", ["Åsvegen 2", "7800 Namsos"]],
  ])("are warned about: %s", (text, found) => {
    expect(addressesIn(text)).toEqual(found);
    expect(guardText(text).refused).toEqual([]);
  });

  it.each([
    "Veien 2 skritt fram og ett tilbake.",
    "Vi var på vei 3 ganger.",
    "Arbeidsveien 2 dager i uka var lang.",
    "I 2026, 2027 Nav.",
    "Vegen vidare er 14 dagar.",
    "Innkjøpet kostet 4500 Kroner",
  ])("are not seen in: %s", (text) => {
    expect(addressesIn(text)).toEqual([]);
  });
});

describe("messages for a form", () => {
  it("say what to do for each field at fault, in the reader's language, and never repeat the number", () => {
    const messages = guardFields(
      { tekst: "Ring 912 34 567 eller ola@firma.no", onske: "Et kurs", mer: null },
      "nn",
    );
    expect(Object.keys(messages)).toEqual(["tekst"]);
    expect(messages["tekst"]).toContain("eit telefonnummer og ei e-postadresse");
    expect(messages["tekst"]).toContain("rettleiaren");
    expect(messages["tekst"]).not.toMatch(/\d|@/);
  });

  it("are none when every field is fine", () => {
    expect(guardFields({ tekst: "Vi ventet i tre uker.", onske: undefined }, "nb")).toEqual({});
  });
});
