/** The first minutes: an adviser's empty network leads by the hand, a new mentor is told what this is. */
import { and, count, eq, exists, gte, inArray, isNotNull, isNull, not } from "drizzle-orm";
import { attendance, gatherings } from "../gatherings/tables.ts";
import { memberships, networks } from "../networks/tables.ts";
import type { Reader } from "../store/store.ts";
import type { Texts } from "../web/languages.ts";
import type { homeTexts } from "./texts.ts";

type T = Texts<typeof homeTexts>;

/** One thing to do before the first gathering, in order. */
export interface FirstStep {
  path: string;
  title: string;
  text: string;
  isDone: boolean;
}

/** The steps of one network, named: an adviser may run several. */
export interface FirstSteps {
  heading: string;
  list: FirstStep[];
}

/** A network this adviser runs that has never invited anybody, if there is one. */
async function quietNetwork(read: Reader, personId: string): Promise<{ id: string; name: string } | null> {
  const hasInvited = read
    .select({ id: gatherings.id })
    .from(gatherings)
    .where(and(eq(gatherings.networkId, memberships.networkId), isNotNull(gatherings.openedAt)));
  const [row] = await read
    .select({ id: networks.id, name: networks.name })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "adviser"),
        isNull(memberships.until),
        not(exists(hasInvited)),
      ),
    )
    .orderBy(memberships.networkId)
    .limit(1);
  return row ?? null;
}

/** Where one invites: to the whole season, when the first draft is of one. */
const inviting = ({ id, seriesId }: { id: string; seriesId: string | null }) =>
  seriesId ? `/samlinger/serie/${seriesId}/invitasjon` : `/samlinger/${id}/invitasjon`;

/** What is left before the first gathering of a network: mentors, a season, invitations. Null when it runs. */
export async function firstSteps(read: Reader, personId: string, t: T): Promise<FirstSteps | null> {
  const network = await quietNetwork(read, personId);
  if (!network) return null;
  const networkId = network.id;
  const [mentors] = await read
    .select({ n: count() })
    .from(memberships)
    .where(
      and(eq(memberships.networkId, networkId), eq(memberships.role, "mentor"), isNull(memberships.until)),
    );
  const [draft] = await read
    .select({ id: gatherings.id, seriesId: gatherings.seriesId })
    .from(gatherings)
    .where(and(eq(gatherings.networkId, networkId), isNull(gatherings.cancelledAt)))
    .orderBy(gatherings.startsAt, gatherings.id)
    .limit(1);
  const n = mentors?.n ?? 0;
  const season = `/samlinger/sesong?nettverk=${networkId}`;
  const list = [
    {
      path: `/personer/import?nettverk=${networkId}`,
      title: t.stepMentors,
      text: t.stepMentorsWhy(n),
      isDone: n > 0,
    },
    { path: season, title: t.stepSeason, text: t.stepSeasonWhy, isDone: Boolean(draft) },
    { path: draft ? inviting(draft) : season, title: t.stepInvite, text: t.stepInviteWhy, isDone: false },
  ];
  return { heading: t.stepsOf(network.name), list };
}

/**
 * Whether someone is a mentor who joined lately and has not been at a gathering yet.
 * @param joinedAfter local date, YYYY-MM-DD
 */
export async function isNewMentor(read: Reader, personId: string, joinedAfter: string): Promise<boolean> {
  const [joined] = await read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "mentor"),
        isNull(memberships.until),
        gte(memberships.since, joinedAfter),
      ),
    )
    .limit(1);
  if (!joined) return false;
  const [been] = await read
    .select({ id: attendance.gatheringId })
    .from(attendance)
    .where(and(eq(attendance.personId, personId), inArray(attendance.status, ["present", "digital", "part"])))
    .limit(1);
  return !been;
}
