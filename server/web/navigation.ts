/** The main menu, by role: a few doors in sight, the others one press away. */
import { hasRole, type Role, type Viewer } from "./access.ts";
import type { Texts } from "./languages.ts";
import type { sharedTexts } from "./texts.ts";

type TextKey = keyof typeof sharedTexts;
interface Entry {
  path: string;
  text: TextKey;
  roles: readonly Role[];
  /** Pages of a network that are this door's, though their address does not say so. */
  also?: RegExp;
}

const members: Role[] = ["mentor", "counsellor", "adviser"];
const leaders: Role[] = ["leader", "regional_leader"];
const reviewers: Role[] = ["adviser", ...leaders];
const staff: Role[] = ["adviser", "administrator"];
const above: Role[] = [...leaders, "administrator"];

/** In the order of worth: what is used most stands in sight, even on a phone. */
const entries: readonly Entry[] = [
  {
    path: "/laeringspunkter/ko",
    text: "navQueue",
    roles: leaders,
    also: /^\/laeringspunkter\/\w+\/beslutning$/,
  },
  { path: "/samlinger", text: "navGatherings", roles: [...members, "leader"] },
  { path: "/regler", text: "navRules", roles: ["regional_leader"] },
  {
    path: "/innspill/innboks",
    text: "navInbox",
    roles: ["adviser"],
    also: /^\/innspill\/[a-z2-7]{26}(?!\/navn)/,
  },
  { path: "/personer", text: "navPeople", roles: ["administrator"] },
  { path: "/nettverk", text: "navNetwork", roles: staff },
  { path: "/enheter", text: "navUnits", roles: ["administrator"] },
  { path: "/innspill", text: "navYouSaid", roles: ["mentor", "counsellor"] },
  { path: "/eksempler", text: "navCases", roles: ["mentor", "counsellor"] },
  { path: "/laeringspunkter", text: "navBoard", roles: reviewers },
  { path: "/personer", text: "navPeople", roles: ["adviser"] },
  { path: "/innspill/nytt", text: "giveFeedback", roles: ["mentor", "counsellor"] },
  { path: "/temaonsker", text: "navWishes", roles: ["mentor", "counsellor", ...reviewers] },
  { path: "/forsok", text: "navTries", roles: members },
  { path: "/ring", text: "navRing", roles: [...members, ...leaders], also: /^\/nettverk\/\w+\/ring/ },
  {
    path: "/helse",
    text: "navHealth",
    roles: [...reviewers, "administrator"],
    also: /^\/nettverk\/\w+\/(helse|rapport|arshjul)/,
  },
  { path: "/kobling", text: "navCoupling", roles: reviewers },
  { path: "/regler", text: "navRules", roles: reviewers },
  {
    path: "/evalueringer",
    text: "navEvaluations",
    roles: reviewers,
    also: /^\/nettverk\/\w+\/(evalueringer|arsundersokelse)/,
  },
  { path: "/innspill", text: "navYouSaid", roles: ["adviser"] },
  { path: "/eksempler", text: "navCases", roles: ["adviser", ...leaders, "administrator"] },
  { path: "/samlinger/post", text: "navPost", roles: ["adviser", "administrator"] },
  { path: "/enheter", text: "navUnits", roles: leaders },
  { path: "/virksomheter", text: "navWorkplaces", roles: ["administrator"] },
  { path: "/samlinger", text: "navGatherings", roles: ["regional_leader", "administrator"] },
  { path: "/rettigheter", text: "navRights", roles: ["administrator"] },
  { path: "/innsyn", text: "navAuditLog", roles: ["administrator"] },
  { path: "/sletting", text: "navErasing", roles: ["administrator"] },
  { path: "/veiledning", text: "guide", roles: [...members, ...above] },
];

/** Doors in sight on a desk. */
const onDesk = 5;
/** What a line of 360 px holds beside "Mer", and about what a label takes of it, in px. */
const onPhone = 296;
const widthOf = (label: string) => 7.4 * label.length + 16;

export interface MenuItem {
  path: string;
  label: string;
  isHere: boolean;
  /** Where it stands: always in sight, in sight on a wide screen only, or always behind "Mer". */
  place: "first" | "wide" | "more";
}

/** The entries of this person's menu; the one that leads to `path` most closely is marked. */
export function menuFor(viewer: Viewer | null, path: string, t: Texts<typeof sharedTexts>): MenuItem[] {
  const mine = entries
    .filter((entry) => hasRole(viewer, ...entry.roles))
    .filter((entry, i, all) => all.findIndex((other) => other.path === entry.path) === i);
  const isOf = (entry: Entry) => path === entry.path || path.startsWith(`${entry.path}/`);
  const closest = mine.filter(isOf).sort((a, b) => b.path.length - a.path.length)[0];
  const here = mine.find((entry) => entry.also?.test(path)) ?? closest;
  let used = 0;
  return mine.map((entry, i) => {
    const label = t[entry.text] as string;
    used += widthOf(label);
    const place = used <= onPhone ? "first" : i < onDesk ? "wide" : "more";
    return { path: entry.path, label, isHere: entry === here, place };
  });
}

const id = "[a-z2-7]{26}";
/** Where a page belongs, for those who may go there; pages that name their parent themselves are not here. */
const parents: readonly { page: RegExp; parent: string; text: TextKey; roles: readonly Role[] }[] = [
  {
    page: /^\/(min-side\/.|taushetserklaering$)/,
    parent: "/min-side",
    text: "ownPage",
    roles: [...members, ...above],
  },
  { page: /^\/personer\/./, parent: "/personer", text: "navPeople", roles: staff },
  { page: /^\/enheter\/./, parent: "/enheter", text: "navUnits", roles: ["administrator", ...leaders] },
  { page: /^\/virksomheter\/./, parent: "/virksomheter", text: "navWorkplaces", roles: ["administrator"] },
  { page: new RegExp(`^(/nettverk/${id})/.`), parent: "$1", text: "theNetwork", roles: staff },
  {
    page: new RegExp(`^/innspill/${id}(?!/navn)`),
    parent: "/innspill/innboks",
    text: "navInbox",
    roles: ["adviser"],
  },
  { page: new RegExp(`^/innspill/${id}`), parent: "/innspill", text: "navYouSaid", roles: members },
  {
    page: /^\/nettverk\/\w+\/arshjul/,
    parent: "/samlinger",
    text: "navGatherings",
    roles: [...members, ...leaders],
  },
  { page: /^\/nettverk\/\w+\/rapport/, parent: "/helse", text: "navHealth", roles: leaders },
  {
    page: /^\/nettverk\/\w+\/evalueringer/,
    parent: "/evalueringer",
    text: "navEvaluations",
    roles: [...members, ...leaders],
  },
  {
    page: new RegExp(`^/laeringspunkter/${id}/beslutning$`),
    parent: "/laeringspunkter/ko",
    text: "navQueue",
    roles: leaders,
  },
  { page: new RegExp(`^(/laeringspunkter/${id})/.`), parent: "$1", text: "theItem", roles: reviewers },
  { page: /^\/nettverk\/nytt$/, parent: "/nettverk", text: "navNetwork", roles: ["administrator"] },
  { page: /^\/innspill\/(nytt|kvittering)$/, parent: "/innspill", text: "navYouSaid", roles: members },
  {
    page: new RegExp(`^/laeringspunkter/${id}$`),
    parent: "/laeringspunkter",
    text: "navBoard",
    roles: reviewers,
  },
  {
    page: new RegExp(`^/laeringspunkter/${id}$`),
    parent: "/innspill",
    text: "navYouSaid",
    roles: ["mentor", "counsellor"],
  },
  {
    page: new RegExp(`^(/samlinger/${id})/(endre|avlysning)$`),
    parent: "$1",
    text: "theGathering",
    roles: ["adviser"],
  },
  {
    page: new RegExp(`^/samlinger/(${id}|ny|sesong|post)$`),
    parent: "/samlinger",
    text: "navGatherings",
    roles: [...members, ...above],
  },
];

/** The way back to the list or the thing a page belongs to, or null. */
export function backFor(viewer: Viewer | null, path: string, t: Texts<typeof sharedTexts>) {
  const found = parents.find(({ page, roles }) => page.test(path) && hasRole(viewer, ...roles));
  if (!found) return null;
  const match = found.page.exec(path) as RegExpExecArray;
  return { path: found.parent.replace("$1", match[1] ?? ""), label: t[found.text] as string };
}
