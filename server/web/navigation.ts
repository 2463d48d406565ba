/** The main menu, by role. */
import { hasRole, type Role, type Viewer } from "./access.ts";
import type { Texts } from "./languages.ts";
import type { sharedTexts } from "./texts.ts";

type TextKey = keyof typeof sharedTexts;
interface Entry {
  path: string;
  text: TextKey;
  roles: readonly Role[];
}

const everyone: Role[] = ["mentor", "adviser", "counsellor", "leader", "regional_leader", "administrator"];

const entries: readonly Entry[] = [
  { path: "/laeringspunkter/ko", text: "navQueue", roles: ["leader", "regional_leader"] },
  { path: "/samlinger", text: "navGatherings", roles: everyone },
  { path: "/eksempler", text: "navCases", roles: everyone },
  { path: "/innspill/innboks", text: "navInbox", roles: ["adviser"] },
  { path: "/laeringspunkter", text: "navBoard", roles: ["adviser", "leader", "regional_leader"] },
  { path: "/innspill", text: "navYouSaid", roles: ["mentor", "counsellor", "adviser"] },
  { path: "/regler", text: "navRules", roles: ["regional_leader"] },
  { path: "/kobling", text: "navCoupling", roles: ["regional_leader"] },
  { path: "/nettverk", text: "navNetwork", roles: ["adviser", "administrator"] },
  { path: "/personer", text: "navPeople", roles: ["adviser", "administrator"] },
  { path: "/enheter", text: "navUnits", roles: ["leader", "regional_leader", "administrator"] },
  { path: "/virksomheter", text: "navWorkplaces", roles: ["administrator"] },
];

export interface MenuItem {
  path: string;
  label: string;
  isHere: boolean;
}

/** The entries of this person's menu; the one that leads to `path` most closely is marked. */
export function menuFor(viewer: Viewer | null, path: string, t: Texts<typeof sharedTexts>): MenuItem[] {
  const mine = entries.filter((entry) => hasRole(viewer, ...entry.roles));
  const here = mine
    .filter((entry) => path === entry.path || path.startsWith(`${entry.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return mine.map((entry) => ({
    path: entry.path,
    label: t[entry.text] as string,
    isHere: entry === here,
  }));
}
