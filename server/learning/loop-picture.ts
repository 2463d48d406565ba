/**
 * The loop of one item as a picture (learning-loop.md section 6): from what mentors notice back to what
 * Nav does (single loop) or to the rule behind it (double loop), and where the item is. Pure.
 */
import { inLanguage, type Language } from "../web/languages.ts";
import { loopTexts } from "./loop-texts.ts";
import type { State } from "./state.ts";

type Place = "mentors" | "way" | "practice" | "rule";
type Stroke = "done" | "ahead" | "other";

const placeOf: Record<State, Place | "answer"> = {
  gathered: "mentors",
  sent: "way",
  decided: "answer",
  in_progress: "practice",
  on_trial: "practice",
  trial_over: "way",
  reported: "mentors",
  confirmed: "mentors",
  reopened: "way",
  unconfirmed: "mentors",
};

const afterPractice: readonly State[] = ["reported", "confirmed", "unconfirmed"];

/** Where the boxes stand, in the units of the picture. */
const boxes = { rule: 4, practice: 128, mentors: 252 } as const;
const boxWidth = 104;
/** The dot of an item that is on its way to an answer. */
const onTheWay = { x: 304, y: 100 };

/**
 * What the picture shows of an item.
 * @param ruleView of the decision that holds, when the reader may know it; null before
 */
export function loopPicture(
  item: { state: State; ruleView: "kept" | "doubted" | null; says: string },
  language: Language,
) {
  const t = inLanguage(loopTexts, language);
  const { state, ruleView } = item;
  const isDouble = ruleView === "doubted";
  const answer: Place = isDouble ? "rule" : "practice";
  const place = placeOf[state] === "answer" ? (ruleView ? answer : "way") : (placeOf[state] as Place);
  const taken = (isThisOne: boolean): Stroke => (ruleView === null ? "ahead" : isThisOne ? "done" : "other");
  const hasCome = afterPractice.includes(state);
  const box = (name: keyof typeof boxes, words: string) => ({
    name,
    x: boxes[name],
    middle: boxes[name] + boxWidth / 2,
    lines: words.split("\n"),
    isHere: place === name,
  });
  return {
    boxes: [box("rule", t.ruleBox), box("practice", t.practiceBox), box("mentors", t.mentorsBox)],
    boxWidth,
    single: taken(!isDouble),
    double: taken(isDouble),
    toPractice: isDouble && place !== "rule" ? ("done" as Stroke) : ("other" as Stroke),
    toMentors: hasCome ? ("done" as Stroke) : ("ahead" as Stroke),
    dot: place === "way" ? onTheWay : { x: boxes[place] + boxWidth / 2, y: 16 },
    singleName: t.single,
    doubleName: t.double,
    title: t.title,
    caption: t[state === "reopened" ? "again" : isDouble ? "doubleTaken" : ruleView ? "singleTaken" : "open"],
    says: item.says,
  };
}
export type LoopPicture = ReturnType<typeof loopPicture>;
