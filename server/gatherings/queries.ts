/** Reads about gatherings. Hot ones are prepared; every list starts from what the viewer may see. */
import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { outbox } from "../mail/tables.ts";
import { networkFor } from "../networks/queries.ts";
import { memberships, networks } from "../networks/tables.ts";
import { persons, workplaces } from "../people/tables.ts";
import { afterKey } from "../store/paging.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader, Store } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";
import {
  agendaItems,
  answerWords,
  attendance,
  colleagues,
  gatherings,
  invitations,
  minutes,
  offers,
  rsvps,
  standingAnswers,
} from "./tables.ts";

type Readable = Pick<Store, "read">;
export type Gathering = typeof gatherings.$inferSelect;

/** What a list shows of a gathering, with the viewer's own answer; null where there is none. */
const listColumns = {
  id: gatherings.id,
  networkId: gatherings.networkId,
  title: gatherings.title,
  intro: gatherings.intro,
  localDate: gatherings.localDate,
  startTime: gatherings.startTime,
  endTime: gatherings.endTime,
  startsAt: gatherings.startsAt,
  audience: gatherings.audience,
  place: gatherings.place,
  link: gatherings.link,
  sequence: gatherings.sequence,
  openedAt: gatherings.openedAt,
  inviteOn: gatherings.inviteOn,
  cancelledAt: gatherings.cancelledAt,
  invitationId: invitations.id,
  answer: rsvps.answer,
  mode: rsvps.mode,
  saidSequence: rsvps.sequence,
  placement: rsvps.placement,
  attended: attendance.status,
};
const viewerId = () => sql.placeholder("viewerId");
const isOwnInvitation = () =>
  and(
    eq(invitations.gatheringId, gatherings.id),
    eq(invitations.personId, viewerId()),
    isNull(invitations.withdrawnAt),
  );

/** Drafts are for the network's advisers; what was opened or cancelled is for all who see the network. */
const isListed = (read: Reader) =>
  or(
    isNotNull(gatherings.openedAt),
    inArray(
      gatherings.networkId,
      read
        .select({ id: memberships.networkId })
        .from(memberships)
        .where(
          and(
            eq(memberships.personId, viewerId()),
            eq(memberships.role, "adviser"),
            isNull(memberships.until),
          ),
        ),
    ),
  );

/** A meeting of counsellors alone is not for those who are mentors in its network, unless they are invited. */
export const isNotOthers = (read: Reader, personId: SQL | string) =>
  or(
    eq(gatherings.audience, "everyone"),
    isNotNull(invitations.id),
    notInArray(
      gatherings.networkId,
      read
        .select({ id: memberships.networkId })
        .from(memberships)
        .where(
          and(eq(memberships.personId, personId), eq(memberships.role, "mentor"), isNull(memberships.until)),
        ),
    ),
  );

const listQuery = (read: Reader, networkCount: number, where: SQL | undefined, order: SQL[]) =>
  read
    .select(listColumns)
    .from(gatherings)
    .leftJoin(invitations, isOwnInvitation())
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .leftJoin(attendance, and(eq(attendance.gatheringId, gatherings.id), eq(attendance.personId, viewerId())))
    .where(
      and(
        inArray(
          gatherings.networkId,
          Array.from({ length: networkCount }, (_, i) => sql.placeholder(`network${i}`)),
        ),
        where,
        isListed(read),
        isNotOthers(read, viewerId() as unknown as SQL),
      ),
    )
    .orderBy(...order)
    .limit(sql.placeholder("size"));

/** The last row of a page: the next one begins after it. */
export interface ListKey {
  startsAt: Temporal.Instant;
  id: string;
}
export type ListRow = Awaited<ReturnType<typeof listQuery>>[number];

const byKey = (order: "asc" | "desc") =>
  afterKey(order, gatherings.startsAt, gatherings.id, {
    value: sql.placeholder("keyStart"),
    id: sql.placeholder("keyId"),
  });

interface ListRequest {
  viewerId: string;
  networkIds: string[];
  after: ListKey | null;
  size: number;
}

function listValues({ viewerId, networkIds, size }: ListRequest, key: ListKey) {
  const ids = Object.fromEntries(networkIds.map((id, i) => [`network${i}`, id]));
  return { viewerId, size, keyStart: key.startsAt, keyId: key.id, ...ids };
}

/** Those not over yet, soonest first, a page at a time. */
export async function comingGatherings(store: Readable, request: ListRequest, now: Temporal.Instant) {
  const n = request.networkIds.length;
  if (n === 0) return [];
  // No gathering lasts a day: where the index starts reading, one that is under way included.
  const key = request.after ?? { startsAt: now.subtract({ hours: 24 }), id: "" };
  return prepared(
    store,
    `gatherings-coming-${n}`,
    (read) =>
      listQuery(read, n, and(byKey("asc"), gte(gatherings.endsAt, sql.placeholder("now"))), [
        asc(gatherings.startsAt),
        asc(gatherings.id),
      ]),
    { ...listValues(request, key), now },
  );
}

/** Those that are over, latest first, a page at a time. */
export async function pastGatherings(store: Readable, request: ListRequest, now: Temporal.Instant) {
  const n = request.networkIds.length;
  if (n === 0) return [];
  const key = request.after ?? { startsAt: now, id: "" };
  return prepared(
    store,
    `gatherings-past-${n}`,
    (read) =>
      listQuery(read, n, and(byKey("desc"), lt(gatherings.endsAt, sql.placeholder("now"))), [
        desc(gatherings.startsAt),
        desc(gatherings.id),
      ]),
    { ...listValues(request, key), now },
  );
}

const oneQuery = (read: Reader) =>
  read
    .select({
      gathering: gatherings,
      networkName: networks.name,
      invitationId: invitations.id,
      linkVersion: invitations.linkVersion,
      answer: rsvps.answer,
      mode: rsvps.mode,
      saidSequence: rsvps.sequence,
      placement: rsvps.placement,
      lineNumber: rsvps.lineNumber,
      words: answerWords.words,
      needs: answerWords.needs,
      role: memberships.role,
      minutesOutcome: minutes.outcome,
      /** The last date of their yes for the season. */
      yesUntil: standingAnswers.until,
      /** The invitation of the colleague they sent instead. */
      colleagueInvitationId: colleagues.invitationId,
    })
    .from(gatherings)
    .leftJoin(minutes, eq(minutes.gatheringId, gatherings.id))
    .leftJoin(
      standingAnswers,
      and(eq(standingAnswers.networkId, gatherings.networkId), eq(standingAnswers.personId, viewerId())),
    )
    .innerJoin(networks, eq(networks.id, gatherings.networkId))
    .leftJoin(invitations, isOwnInvitation())
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .leftJoin(answerWords, eq(answerWords.invitationId, invitations.id))
    .leftJoin(colleagues, eq(colleagues.insteadOfId, invitations.id))
    .leftJoin(
      memberships,
      and(
        eq(memberships.networkId, gatherings.networkId),
        eq(memberships.personId, viewerId()),
        isNull(memberships.until),
      ),
    )
    .where(eq(gatherings.id, sql.placeholder("gatheringId")));

/** A gathering as one person has it: their invitation and answer, and what they are in its network. */
export type OwnGathering = Omit<Awaited<ReturnType<typeof oneQuery>>[number], "role"> & {
  /** In the network now, not only invited to this gathering. */
  isInNetwork: boolean;
  isMember: boolean;
  isAdviser: boolean;
  isMentorOnly: boolean;
};

async function ownGathering(
  store: Readable,
  personId: string,
  gatheringId: string,
): Promise<OwnGathering | null> {
  const rows = await prepared(store, "gathering-own", oneQuery, { viewerId: personId, gatheringId });
  const [first] = rows;
  if (!first) return null;
  const { role, ...rest } = first;
  return {
    ...rest,
    isInNetwork: role !== null,
    isMember: role !== null || rest.invitationId !== null,
    isAdviser: rows.some((row) => row.role === "adviser"),
    isMentorOnly: role !== null && rows.every((row) => row.role === "mentor"),
  };
}

/** A gathering for whoever holds a link in its invitation. */
export const gatheringOfInvited = ownGathering;

/**
 * A gathering the viewer may see: as a member, as invited, or as someone above the network. Drafts
 * are seen by the network's advisers alone. Null otherwise.
 */
export async function gatheringFor(
  store: Readable,
  viewer: Viewer,
  gatheringId: string,
): Promise<OwnGathering | null> {
  const own = await ownGathering(store, viewer.id, gatheringId);
  if (!own || own.isAdviser) return own;
  if (!own.gathering.openedAt) return null;
  if (own.gathering.audience === "counsellors" && !own.invitationId && own.isMentorOnly) return null;
  if (own.isMember) return own;
  return (await networkFor(store.read, viewer, own.gathering.networkId)) ? own : null;
}

/** A gathering that the viewer runs as an adviser of its network; null otherwise. */
export async function runGathering(store: Readable, viewer: Viewer, gatheringId: string) {
  const own = await ownGathering(store, viewer.id, gatheringId);
  return own?.isAdviser ? own : null;
}

const agendaQuery = (read: Reader) =>
  read
    .select({
      id: agendaItems.id,
      kind: agendaItems.kind,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      leadId: agendaItems.leadId,
      leadName: persons.name,
      caseSlug: agendaItems.caseSlug,
      topicId: agendaItems.topicId,
      begunAt: agendaItems.begunAt,
    })
    .from(agendaItems)
    .leftJoin(persons, eq(persons.id, agendaItems.leadId))
    .where(eq(agendaItems.gatheringId, sql.placeholder("gatheringId")))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));

/** The agenda in order. */
export const agendaOf = (store: Readable, gatheringId: string) =>
  prepared(store, "gathering-agenda", agendaQuery, { gatheringId });
export type AgendaLine = Awaited<ReturnType<typeof agendaOf>>[number];

const invitedQuery = (read: Reader) =>
  read
    .select({
      invitationId: invitations.id,
      personId: persons.id,
      name: persons.name,
      phone: persons.phone,
      workplaceName: workplaces.name,
      answer: rsvps.answer,
      mode: rsvps.mode,
      saidSequence: rsvps.sequence,
      placement: rsvps.placement,
      lineNumber: rsvps.lineNumber,
      words: answerWords.words,
      needs: answerWords.needs,
      /** A place is held for them until then. */
      offeredUntil: offers.expiresAt,
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .leftJoin(answerWords, eq(answerWords.invitationId, invitations.id))
    .leftJoin(offers, and(eq(offers.invitationId, invitations.id), eq(offers.outcome, "open")))
    .where(and(eq(invitations.gatheringId, sql.placeholder("gatheringId")), isNull(invitations.withdrawnAt)))
    .orderBy(asc(persons.sortKey), asc(persons.id));

/** Everyone invited, by name, with what they answered. */
export const invitedTo = (store: Readable, gatheringId: string) =>
  prepared(store, "gathering-invited", invitedQuery, { gatheringId });
export type Invited = Awaited<ReturnType<typeof invitedTo>>[number];

const standingsQuery = (read: Reader) =>
  read
    .select({
      name: persons.name,
      answer: rsvps.answer,
      mode: rsvps.mode,
      saidSequence: rsvps.sequence,
      placement: rsvps.placement,
      lineNumber: rsvps.lineNumber,
      /** A place is held for them until then. */
      offeredUntil: offers.expiresAt,
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .leftJoin(offers, and(eq(offers.invitationId, invitations.id), eq(offers.outcome, "open")))
    .where(and(eq(invitations.gatheringId, sql.placeholder("gatheringId")), isNull(invitations.withdrawnAt)))
    .orderBy(asc(persons.sortKey), asc(persons.id));

/** The same for whoever is invited with them: who comes, without the words they wrote. */
export const standingsAt = (store: Readable, gatheringId: string) =>
  prepared(store, "gathering-standings", standingsQuery, { gatheringId });
export type Standings = Awaited<ReturnType<typeof standingsAt>>;

/** Who could not be reached by the newest mail about a gathering; one that arrived since clears it. */
export async function unreachableFor(read: Reader, gatheringId: string): Promise<Set<string>> {
  const rows = await read
    .select({ personId: outbox.personId, state: outbox.state })
    .from(outbox)
    .where(and(eq(outbox.gatheringId, gatheringId), inArray(outbox.state, ["bounced", "failed", "sent"])))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  const newest = new Map(rows.map((row) => [row.personId ?? "", row.state]));
  return new Set([...newest].filter(([, state]) => state !== "sent").map(([personId]) => personId));
}

/** Person → local date of the last gathering of the network they took part in. */
export async function lastSeenIn(read: Reader, networkId: string): Promise<Map<string, string>> {
  const rows = await read
    .select({ personId: attendance.personId, date: max(gatherings.localDate) })
    .from(gatherings)
    .innerJoin(attendance, eq(attendance.gatheringId, gatherings.id))
    .where(
      and(eq(gatherings.networkId, networkId), inArray(attendance.status, ["present", "digital", "part"])),
    )
    .groupBy(attendance.personId);
  return new Map(rows.flatMap((row) => (row.date ? [[row.personId, row.date]] : [])));
}

/** Person → what was recorded. */
export async function attendanceOf(read: Reader, gatheringId: string) {
  const rows = await read
    .select({ personId: attendance.personId, status: attendance.status })
    .from(attendance)
    .where(eq(attendance.gatheringId, gatheringId));
  return new Map(rows.map((row) => [row.personId, row.status]));
}

/** What someone is called and which language they read; null when there is nobody. */
export async function personOf(read: Reader, personId: string | null) {
  if (!personId) return null;
  const [row] = await read
    .select({ name: persons.name, language: persons.language })
    .from(persons)
    .where(eq(persons.id, personId));
  return row ?? null;
}

/** The networks a person is an adviser of now, by name. */
export async function networksRunBy(read: Reader, personId: string) {
  return read
    .select({ id: networks.id, name: networks.name })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(
      and(eq(memberships.personId, personId), eq(memberships.role, "adviser"), isNull(memberships.until)),
    )
    .orderBy(asc(networks.sortKey), asc(networks.id));
}

/** Those of some networks that have no gathering ahead, drafts among them. */
export async function withoutComing(
  read: Reader,
  networkIds: readonly string[],
  now: Temporal.Instant,
): Promise<Set<string>> {
  if (networkIds.length === 0) return new Set();
  const busy = await read
    .selectDistinct({ id: gatherings.networkId })
    .from(gatherings)
    .where(
      and(
        inArray(gatherings.networkId, [...networkIds]),
        gte(gatherings.startsAt, now),
        isNull(gatherings.cancelledAt),
      ),
    );
  const ids = new Set(busy.map(({ id }) => id));
  return new Set(networkIds.filter((id) => !ids.has(id)));
}

/** What the network's latest gathering had, to begin a form with. */
export async function usualPlace(read: Reader, networkId: string) {
  const [row] = await read
    .select({
      place: gatherings.place,
      link: gatherings.link,
      capacity: gatherings.capacity,
      startTime: gatherings.startTime,
      endTime: gatherings.endTime,
    })
    .from(gatherings)
    .where(eq(gatherings.networkId, networkId))
    .orderBy(desc(gatherings.startsAt), desc(gatherings.id))
    .limit(1);
  return row ?? null;
}

/** A page's key as it stands in an address. */
export const keyText = ({ startsAt, id }: ListKey) => `${startsAt.epochMilliseconds}-${id}`;

/** The key in an address; null when there is none or it is not one. */
export function readKey(text: unknown): ListKey | null {
  const match = typeof text === "string" ? /^(\d{1,14})-([a-z0-9]{1,40})$/.exec(text) : null;
  if (!match) return null;
  return { startsAt: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), id: match[2] as string };
}
