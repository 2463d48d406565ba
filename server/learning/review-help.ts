/** What helps an adviser with one piece of feedback: suggested themes, and earlier items like it. */
import type { Temporal } from "temporal-polyfill";
import type { Reader } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import type { Language, Texts } from "../web/languages.ts";
import { type Card, cardOf } from "./cards.ts";
import { allWords } from "./confirmed.ts";
import { gatheringLine } from "./gathering-clock.ts";
import { similarItems } from "./similar.ts";
import { type Suggester, suggestThemes } from "./suggestion.ts";
import type { feedbackTexts } from "./texts.ts";
import { themeLabel } from "./themes.ts";

export interface ReviewHelp {
  /** The suggested themes as choices, with the words behind each. */
  suggestions: { value: string; label: string; hint: string }[];
  /** What the suggestions are based on. */
  basis: string;
  similar: Card[];
}

interface Piece {
  text: string;
  consequence: string | null;
  wish: string | null;
  itemId: string | null;
}

/** Suggestions and similar items for a piece the viewer may review. */
export async function helpWith(
  read: Reader,
  piece: Piece,
  suggester: Suggester,
  sight: { viewer: Viewer; now: Temporal.Instant; language: Language; t: Texts<typeof feedbackTexts> },
): Promise<ReviewHelp> {
  const { viewer, now, language, t } = sight;
  const text = allWords(piece);
  const suggested = suggestThemes(suggester, text);
  const themes = suggested.map(({ slug }) => slug);
  const loops = await similarItems(read, viewer, { text, themes, except: piece.itemId });
  const line = await gatheringLine(read, [...new Set(loops.map((loop) => loop.networkId))]);
  return {
    suggestions: suggested.map(({ slug, words }) => ({
      value: slug,
      label: themeLabel(slug, language),
      hint: t.becauseOf(words.map((word) => t.inQuotes(word)).join(", ")),
    })),
    basis: t.basedOn(suggester.pieces, numberInWords(suggester.pieces, language)),
    similar: loops.map((loop) => cardOf(loop, { line, now, language })),
  };
}
