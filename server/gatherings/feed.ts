/** Calendars one subscribes to: turning them on, revoking them, and what stands in them. */
import { createHash } from "node:crypto";
import { and, asc, eq, gt, gte, isNotNull, isNull, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { type FeedEvent, feedText } from "../calendar/feed.ts";
import type { Mailer } from "../mail/outbox.ts";
import { networks } from "../networks/tables.ts";
import { chooseMail } from "../people/mail-preference.ts";
import { persons } from "../people/tables.ts";
import { newId } from "../store/columns.ts";
import type { Reader, Tx } from "../store/store.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { isSigned, sign } from "../web/signing.ts";
import { feedTexts } from "./feed-texts.ts";
import { gatheringFacts, inviteesOf } from "./invitee.ts";
import { againMail } from "./mails.ts";
import { feeds, gatherings, invitations, rsvps } from "./tables.ts";

export type Feed = typeof feeds.$inferSelect;
/** Whose calendar it is. */
export type FeedOwner = { personId: string } | { networkId: string };

/** Cancelled ones stay so long after they were cancelled, and past ones so long after they were. */
const keptDays = 60;
const idLength = 26;

const isOf = (owner: FeedOwner) =>
  "personId" in owner ? eq(feeds.personId, owner.personId) : eq(feeds.networkId, owner.networkId);

export async function feedOf(read: Reader, owner: FeedOwner): Promise<Feed | null> {
  const [feed] = await read.select().from(feeds).where(isOf(owner));
  return feed ?? null;
}

/** The name of the file in its address: the feed and a proof, worth nothing once `version` has risen. */
export const feedFile = (secret: string, { id, version }: Pick<Feed, "id" | "version">) =>
  `${id}${sign(secret, "feed", id, version)}.ics`;

/** The feed an address opens; null when it is made up, revoked or turned off. */
export async function feedByFile(read: Reader, secret: string, file: string): Promise<Feed | null> {
  if (!file.endsWith(".ics")) return null;
  const id = file.slice(0, idLength);
  const proof = file.slice(idLength, -".ics".length);
  const [feed] = await read.select().from(feeds).where(eq(feeds.id, id));
  return feed?.isOn && isSigned(proof, secret, "feed", id, feed.version) ? feed : null;
}

/**
 * Turns a calendar on, or gives it a new address: the old one is dead from then on. A person's gatherings
 * come by it from the next invitation; what stands in their calendar already stays there, so that
 * nothing stands twice.
 * @param seen the version of the page that was pressed, 0 when there was none: a second press of it does nothing
 */
export async function openFeed(
  tx: Tx,
  owner: FeedOwner,
  now: Temporal.Instant,
  seen: number | null = null,
): Promise<void> {
  const known = await feedOf(tx, owner);
  if (known?.isOn && seen !== null && seen !== known.version) return;
  if (known) {
    const set = { isOn: true, version: known.version + 1, changedAt: now };
    await tx.update(feeds).set(set).where(eq(feeds.id, known.id));
  } else await tx.insert(feeds).values({ id: newId(), ...owner, isOn: true, changedAt: now });
  if ("personId" in owner && !known?.isOn) await chooseMail(tx, owner.personId, { isSubscribed: true }, now);
}

/**
 * Turns a calendar off: its address is dead. A person gets invitations by mail again, those to coming
 * gatherings that stood in the calendar at once.
 */
export async function closeFeed(
  tx: Tx,
  mailer: Mailer,
  owner: FeedOwner,
  now: Temporal.Instant,
): Promise<void> {
  const feed = await feedOf(tx, owner);
  if (!feed?.isOn) return;
  const set = { isOn: false, version: feed.version + 1, changedAt: now };
  await tx.update(feeds).set(set).where(eq(feeds.id, feed.id));
  if (!("personId" in owner)) return;
  await chooseMail(tx, owner.personId, { isSubscribed: false }, now);
  for (const { invitationId, gatheringId } of await comingInFeed(tx, owner.personId, now)) {
    await tx.update(invitations).set({ isInFeed: false }).where(eq(invitations.id, invitationId));
    const [invitee] = await inviteesOf(tx, gatheringId, [invitationId]);
    const making = { mailer, gathering: await gatheringFacts(tx, gatheringId), now };
    if (invitee && invitee.rsvp?.answer !== "no") await mailer.queue(tx, againMail(making, invitee), now);
  }
}

const comingInFeed = (tx: Tx, personId: string, now: Temporal.Instant) =>
  tx
    .select({ invitationId: invitations.id, gatheringId: invitations.gatheringId })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .where(
      and(
        eq(invitations.personId, personId),
        eq(invitations.isInFeed, true),
        isNull(invitations.withdrawnAt),
        isNull(gatherings.cancelledAt),
        gt(gatherings.startsAt, now),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id));

type Row = {
  gathering: typeof gatherings.$inferSelect;
  answer?: string | null;
  placement?: string | null;
  saidAt?: Temporal.Instant | null;
};

/** Opened ones that are not long gone, nor long cancelled. */
function isShown(now: Temporal.Instant) {
  const since = now.subtract({ hours: keptDays * 24 });
  return and(
    isNotNull(gatherings.openedAt),
    gte(gatherings.startsAt, since),
    or(isNull(gatherings.cancelledAt), gte(gatherings.cancelledAt, since)),
  );
}
const mostShown = 500;

/** What a person subscribes to: what they are invited to and does not come by mail; no longer what they declined. */
async function rowsOfPerson(read: Reader, personId: string, now: Temporal.Instant): Promise<Row[]> {
  const rows = await read
    .select({
      gathering: gatherings,
      answer: rsvps.answer,
      placement: rsvps.placement,
      saidAt: rsvps.saidAt,
    })
    .from(invitations)
    .innerJoin(gatherings, eq(gatherings.id, invitations.gatheringId))
    .leftJoin(rsvps, eq(rsvps.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.personId, personId),
        eq(invitations.isInFeed, true),
        isNull(invitations.withdrawnAt),
        isShown(now),
      ),
    )
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(mostShown);
  return rows.filter(({ answer }) => answer !== "no");
}

const rowsOfNetwork = (read: Reader, networkId: string, now: Temporal.Instant): Promise<Row[]> =>
  read
    .select({ gathering: gatherings })
    .from(gatherings)
    .where(and(eq(gatherings.networkId, networkId), eq(gatherings.audience, "everyone"), isShown(now)))
    .orderBy(asc(gatherings.startsAt), asc(gatherings.id))
    .limit(mostShown);

const latest = (...moments: (Temporal.Instant | null | undefined)[]) =>
  Temporal.Instant.fromEpochMilliseconds(Math.max(...moments.map((one) => one?.epochMilliseconds ?? 0)));

function eventOf(row: Row, isOwn: boolean, mailer: Mailer, language: Language): FeedEvent {
  const { gathering } = row;
  const t = inLanguage(feedTexts, language);
  const { id, title, intro, place, link, cancelledAt, cancelReason } = gathering;
  const url = `${mailer.baseUrl}/samlinger/${id}`;
  const lines = cancelledAt ? [cancelReason, url] : [isOwn && link ? t.online(link) : null, intro, url];
  const isSure = !isOwn || (row.answer === "yes" && row.placement !== "waiting");
  return {
    uid: `samling-${id}@${mailer.domain}`,
    sequence: gathering.revision,
    changedAt: latest(gathering.createdAt, gathering.openedAt, gathering.changedAt, row.saidAt),
    ...times(gathering),
    summary: cancelledAt ? t.cancelled(title) : title,
    description: lines.filter(Boolean).join("\n"),
    location: place || (isOwn ? (link ?? "") : ""),
    url,
    status: cancelledAt ? "CANCELLED" : isSure ? "CONFIRMED" : "TENTATIVE",
  };
}

const times = ({
  localDate,
  startTime,
  endTime,
  zone,
  startsAt,
  endsAt,
}: typeof gatherings.$inferSelect) => ({
  ...{ localDate, startTime, endTime, zone },
  ...{ startsAt, endsAt },
});

/** The calendar's text, and a tag that changes with it. */
export async function readFeed(
  read: Reader,
  mailer: Mailer,
  feed: Feed,
  now: Temporal.Instant,
): Promise<{ body: string; tag: string }> {
  const { personId, networkId } = feed;
  const [person] = personId ? await read.select().from(persons).where(eq(persons.id, personId)) : [];
  const [network] = networkId ? await read.select().from(networks).where(eq(networks.id, networkId)) : [];
  const language = person?.language ?? "nb";
  const rows = personId
    ? await rowsOfPerson(read, personId, now)
    : await rowsOfNetwork(read, networkId as string, now);
  const name = network?.name ?? inLanguage(feedTexts, language).name;
  const events = rows.map((row) => eventOf(row, personId !== null, mailer, language));
  const body = feedText(name, events);
  return { body, tag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
