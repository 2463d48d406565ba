/** Words in the frame of every mail. */
import type { TextTable } from "../web/languages.ts";

export const mailTexts = {
  sender: { nb: "Mentornettverk", nn: "Mentornettverk", en: "Mentor network" },
} satisfies TextTable;
