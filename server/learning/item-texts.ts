/** Words of the learning room about items: states, sending, deciding, reporting back, votes, rules. */

import type { TextTable } from "../web/languages.ts";
import { againTexts } from "./again-texts.ts";
import { answerTexts } from "./answer-texts.ts";
import { itemMailTexts } from "./item-mail-texts.ts";
import { leaderTexts } from "./leader-texts.ts";
import { ruleTexts } from "./rule-texts.ts";
import { sendTexts } from "./send-texts.ts";
import { stateTexts } from "./state-texts.ts";
import { voteTexts } from "./vote-texts.ts";

export const itemTexts = {
  ...againTexts,
  ...stateTexts,
  ...answerTexts,
  ...voteTexts,
  ...sendTexts,
  ...leaderTexts,
  ...ruleTexts,
  ...itemMailTexts,
} satisfies TextTable;
