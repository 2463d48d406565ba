/** What a mail about a gathering is made of: the gathering, and those invited with what they answered. */
import { and, asc, eq, inArray, isNull, type Placeholder, sql } from "drizzle-orm";
import type { Recipient } from "../mail/outbox.ts";
import { networks } from "../networks/tables.ts";
import { everything, type MailPreference } from "../people/mail-preference.ts";
import { mailPreferences, persons } from "../people/tables.ts";
import { prepared, preparedFor } from "../store/prepared.ts";
import type { Reader } from "../store/store.ts";
import { type Language, languages } from "../web/languages.ts";
import { type CaseCard, cardsOf, type LaterRooms } from "./later.ts";
import { agendaItems, gatherings, invitations, rsvps } from "./tables.ts";

type GatheringRow = typeof gatherings.$inferSelect;
export interface GatheringFacts extends GatheringRow {
  networkName: string;
  agenda: { title: string; minutes: number; caseSlug: string | null }[];
  /** What the mail shows of a case on the agenda; null where mails show none. */
  caseCard: ((slug: string, language: Language) => CaseCard | null) | null;
}

/** Someone invited: whom to write to, and the answer that counts now. */
export interface Invitee extends Recipient {
  sortKey: string;
  invitationId: string;
  calendarToken: string;
  linkVersion: number;
  firstMessageId: string | null;
  /** Their own subscription brings it into their calendar; no mail does. */
  isInFeed: boolean;
  hasLeft: boolean;
  wishes: MailPreference;
  rsvp: Pick<typeof rsvps.$inferSelect, "answer" | "mode" | "sequence" | "placement"> | null;
}

/** Whether someone counts on coming, so that they must hear of it when something happens. */
const countsOnIt = ({ rsvp }: Pick<Invitee, "rsvp">) => rsvp !== null && rsvp.answer !== "no";

/** Whether a person wants a mail of this sort; see `unsubscribe` in people/mail-preference.ts. */
export function wantsMail(
  invitee: Pick<Invitee, "wishes" | "rsvp">,
  sort: "invitation" | "move" | "words" | "reminder",
): boolean {
  const { hasInvitations, hasReminders, hasChanges } = invitee.wishes;
  if (sort === "invitation") return hasInvitations;
  if (sort === "reminder") return hasReminders && (hasInvitations || countsOnIt(invitee));
  if (sort === "move") return countsOnIt(invitee) || (hasChanges && hasInvitations);
  return hasChanges && (hasInvitations || countsOnIt(invitee));
}

const factsQuery = (read: Reader) =>
  read
    .select({ gathering: gatherings, networkName: networks.name })
    .from(gatherings)
    .innerJoin(networks, eq(networks.id, gatherings.networkId))
    .where(eq(gatherings.id, sql.placeholder("gatheringId")));

const agendaQuery = (read: Reader) =>
  read
    .select({ title: agendaItems.title, minutes: agendaItems.minutes, caseSlug: agendaItems.caseSlug })
    .from(agendaItems)
    .where(eq(agendaItems.gatheringId, sql.placeholder("gatheringId")))
    .orderBy(asc(agendaItems.position));

/** The gathering with its agenda. Throws when there is none: callers have found it before. */
export async function gatheringFacts(
  read: Reader,
  gatheringId: string,
  caseCard: LaterRooms["caseCard"] | null = null,
): Promise<GatheringFacts> {
  const [row] = await prepared({ read }, "mail-gathering", factsQuery, { gatheringId });
  if (!row) throw new Error("no such gathering");
  const agenda = await prepared({ read }, "mail-agenda", agendaQuery, { gatheringId });
  const cards = new Map<Language, (slug: string) => CaseCard | null>();
  if (caseCard) {
    for (const language of languages) cards.set(language, await cardsOf(agenda, caseCard, language, read));
  }
  const cardIn = (slug: string, language: Language) => cards.get(language)?.(slug) ?? null;
  return { ...row.gathering, networkName: row.networkName, agenda, caseCard: caseCard && cardIn };
}

const inviteesQuery = (read: Reader, invitationIds?: Placeholder[]) =>
  read
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      language: persons.language,
      sortKey: persons.sortKey,
      invitationId: invitations.id,
      calendarToken: invitations.calendarToken,
      linkVersion: invitations.linkVersion,
      firstMessageId: invitations.firstMessageId,
      isInFeed: invitations.isInFeed,
      status: persons.status,
      wishes: {
        hasInvitations: mailPreferences.hasInvitations,
        hasReminders: mailPreferences.hasReminders,
        hasChanges: mailPreferences.hasChanges,
        isSubscribed: mailPreferences.isSubscribed,
      },
      rsvp: {
        answer: rsvps.answer,
        mode: rsvps.mode,
        sequence: rsvps.sequence,
        placement: rsvps.placement,
      },
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(
      and(
        eq(invitations.gatheringId, sql.placeholder("gatheringId")),
        isNull(invitations.withdrawnAt),
        invitationIds ? inArray(invitations.id, invitationIds) : undefined,
      ),
    )
    .orderBy(asc(invitations.invitedAt), asc(invitations.id));

/**
 * Those invited to a gathering and not withdrawn, in the order they were invited.
 * @param invitationIds only these; all when left out
 */
export async function inviteesOf(
  read: Reader,
  gatheringId: string,
  invitationIds?: readonly string[],
): Promise<Invitee[]> {
  if (invitationIds?.length === 0) return [];
  const rows = invitationIds
    ? await preparedFor(read, "invitees", invitationIds, inviteesQuery, { gatheringId })
    : await prepared({ read }, "invitees-all", (reader) => inviteesQuery(reader), { gatheringId });
  return rows.map(({ status, wishes, ...row }) => ({
    ...row,
    hasLeft: status === "left",
    wishes: wishes ?? everything,
  }));
}

/**
 * Whether someone said yes or maybe to a time or place that no longer holds. Derived: an answer is
 * good for the SEQUENCE it was given to.
 */
export function needsReconfirmation(
  rsvp: { answer: "yes" | "maybe" | "no"; sequence: number },
  gathering: { sequence: number },
): boolean {
  return rsvp.answer !== "no" && rsvp.sequence < gathering.sequence;
}
