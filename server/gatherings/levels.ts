/** What of answers by mail waits for a person, for those who run the site. */
import { count, isNull } from "drizzle-orm";
import type { Store } from "../store/store.ts";
import type { Level } from "../web/gauges.ts";
import { heldAnswers } from "./tables.ts";

export const heldAnswersLevel = ({ read }: Store): Level => ({
  name: "held_answers",
  help: "Answers from an address we do not know, which wait for the person to say whether they are theirs",
  read: async () => {
    const [row] = await read.select({ n: count() }).from(heldAnswers).where(isNull(heldAnswers.verdict));
    return row?.n ?? 0;
  },
});
