/** Words around the guides; their own words stand in `content/guides`. */
import type { TextTable } from "./languages.ts";

export const guideTexts = {
  others: { nb: "Veiledninger", nn: "Rettleiingar", en: "Guides" },
  forMentor: { nb: "For mentorer", nn: "For mentorar", en: "For mentors" },
  forCounsellor: { nb: "For veiledere i Nav", nn: "For rettleiarar i Nav", en: "For Nav counsellors" },
  forAdviser: { nb: "For rådgivere", nn: "For rådgivarar", en: "For advisers" },
  forLeader: { nb: "For ledere i Nav", nn: "For leiarar i Nav", en: "For Nav leaders" },
  forAdministrator: { nb: "For administratorer", nn: "For administratorar", en: "For administrators" },
  prints: {
    nb: "Skriver du den ut, blir det høyst to ark.",
    nn: "Skriv du ut rettleiinga, blir det høgst to ark.",
    en: "Printed, it takes two sheets at most.",
  },
} satisfies TextTable;
