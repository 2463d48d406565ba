/** Minutes go out: once, to everyone, in each one's language; or it is said that there will be none. */
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Mailer } from "../mail/outbox.ts";
import { networks } from "../networks/tables.ts";
import type { Tx } from "../store/store.ts";
import type { Language } from "../web/languages.ts";
import type { GiveGroupFeedback } from "./later.ts";
import { type Answers, type MinutesCard, minutesCard, minutesToken } from "./minutes-card.ts";
import { minutesMail } from "./minutes-mails.ts";
import { lineKeyOf, minutesOf, minutesRecipients, minutesState } from "./minutes-queries.ts";
import { agendaOf } from "./queries.ts";
import { gatherings, minuteFeedback, minuteItems, minutes } from "./tables.ts";

type PublishRefusal = "cancelled" | "early" | "empty";

/**
 * Publishes the minutes: they can be read, and a mail goes to everyone in the network and everyone
 * invited, each once. A second press changes nothing and sends nothing.
 * @returns refused for a cancelled gathering, one that has not begun, and when nothing is written
 */
export async function publishMinutes(
  tx: Tx,
  mailer: Mailer,
  later: Answers,
  given: { gatheringId: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true; sent: number } | { ok: false; reason: PublishRefusal }> {
  const { gatheringId, byId } = given;
  const [found] = await tx
    .select({ gathering: gatherings, networkName: networks.name })
    .from(gatherings)
    .innerJoin(networks, eq(networks.id, gatherings.networkId))
    .where(eq(gatherings.id, gatheringId));
  if (!found || found.gathering.cancelledAt) return { ok: false, reason: "cancelled" };
  const { gathering, networkName } = found;
  if (Temporal.Instant.compare(now, gathering.startsAt) < 0) return { ok: false, reason: "early" };
  const before = await minutesState(tx, gatheringId);
  if (before?.outcome === "published") return { ok: true, sent: 0 };
  const written = await minutesOf(tx, gatheringId);
  if (written.actions.length === 0 && written.items.every(({ words }) => words.trim() === "")) {
    return { ok: false, reason: "empty" };
  }
  const linkVersion = before?.linkVersion ?? 1;
  const row = { outcome: "published" as const, byId, at: now, linkVersion };
  await tx
    .insert(minutes)
    .values({ gatheringId, ...row })
    .onConflictDoUpdate({ target: minutes.gatheringId, set: row });
  const url = `${mailer.baseUrl}/referat/${minutesToken(mailer.secret, gatheringId, linkVersion)}`;
  const agenda = await agendaOf({ read: tx }, gatheringId);
  const cards = new Map<Language, MinutesCard>();
  const mails = [];
  for (const person of await minutesRecipients(tx, gathering)) {
    const { language } = person;
    const facts = { gathering, agenda, minutes: written };
    const card = cards.get(language) ?? (await minutesCard(tx, later, facts, { language, now }));
    cards.set(language, card);
    mails.push(minutesMail({ mailer, gathering, networkName, url, now }, person, card));
  }
  return { ok: true, sent: await mailer.queueAll(tx, mails, now) };
}

/** Says that there will be no minutes, so that nobody is reminded. What is published stays published. */
export async function declareNoMinutes(
  tx: Tx,
  given: { gatheringId: string; byId: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insert(minutes)
    .values({ ...given, outcome: "none", at: now })
    .onConflictDoNothing();
}

/**
 * Makes the link that was mailed worthless; those who sign in still read the minutes.
 * @param seen the version of the page that was pressed: a second press of it leaves the link that is new
 */
export async function revokeMinutesLink(
  tx: Tx,
  gatheringId: string,
  seen: number | null = null,
): Promise<void> {
  const state = await minutesState(tx, gatheringId);
  if (!state || (seen !== null && seen !== state.linkVersion)) return;
  await tx
    .update(minutes)
    .set({ linkVersion: state.linkVersion + 1 })
    .where(eq(minutes.gatheringId, gatheringId));
}

/**
 * Passes a line of the minutes on as feedback from the group; the same line once, however often pressed.
 * @returns refused with `gone` when the line is not there any more, or with what the learning room says
 */
export async function passLineOn(
  tx: Tx,
  give: GiveGroupFeedback,
  given: { gatheringId: string; networkId: string; itemId: string; lineKey: string; byId: string },
  now: Temporal.Instant,
): Promise<{ ok: true; id: string } | { ok: false; reason: string }> {
  const { gatheringId, networkId, itemId, lineKey, byId } = given;
  const [item] = await tx.select().from(minuteItems).where(eq(minuteItems.id, itemId));
  const line =
    item?.gatheringId === gatheringId
      ? item.words.split("\n").find((one) => one.trim() !== "" && lineKeyOf(one) === lineKey)
      : undefined;
  if (!line) return { ok: false, reason: "gone" };
  const earlier = await tx.select().from(minuteFeedback).where(eq(minuteFeedback.minuteItemId, itemId));
  const same = earlier.find((one) => one.lineKey === lineKey);
  if (same) return { ok: true, id: same.feedbackId };
  const made = await give(tx, { networkId, gatheringId, source: "minutes", byId, text: line.trim() }, now);
  if (!made.ok) return made;
  await tx.insert(minuteFeedback).values({ minuteItemId: itemId, lineKey, feedbackId: made.id });
  return made;
}
