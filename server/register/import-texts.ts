/** Words of the import, and the headings a file may have. */
import type { TextTable } from "../web/languages.ts";

export const importTexts = {
  trade: { nb: "Bransje", nn: "Bransje", en: "Trade" },
  size: { nb: "Størrelse", nn: "Storleik", en: "Size" },
  sizeSmall: { nb: "liten", nn: "liten", en: "small" },
  sizeMedium: { nb: "middels", nn: "middels", en: "medium" },
  sizeLarge: { nb: "stor", nn: "stor", en: "large" },
  municipality: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
} satisfies TextTable;
