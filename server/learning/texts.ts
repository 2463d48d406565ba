/** Words of the learning room that pages about feedback use; those about items are in `item-texts.ts`. */
import type { TextTable } from "../web/languages.ts";
import { giveTexts } from "./give-texts.ts";
import { reviewTexts } from "./review-texts.ts";
import { saidTexts } from "./said-texts.ts";

export const feedbackTexts = {
  ...giveTexts,
  ...saidTexts,
  ...reviewTexts,
} satisfies TextTable;
