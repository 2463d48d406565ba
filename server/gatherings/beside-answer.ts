/** What stands beside the answer: a place held for one, the yes of the season, a colleague instead. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { localDate, longDate, momentInWords } from "../web/dates.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { answerToken } from "./answer-link.ts";
import type { Desk } from "./desk.ts";
import { insteadTexts } from "./instead-texts.ts";
import type { OwnGathering } from "./queries.ts";
import { offers } from "./tables.ts";

export interface BesideAnswer {
  i: Texts<typeof insteadTexts>;
  /** `isOpen`: it can be taken; else it was passed on. */
  offer: { words: string; isOpen: boolean } | null;
  standing: string | null;
  colleagueSent: string | null;
  colleaguePath: string;
  seasonPath: string;
}

/** For someone invited; null for others. */
export async function besideAnswer(
  { house }: Desk,
  own: OwnGathering,
  language: Language,
  now: Temporal.Instant,
): Promise<BesideAnswer | null> {
  const { invitationId, linkVersion, gathering, yesUntil } = own;
  if (!invitationId || linkVersion === null) return null;
  const { read } = house.store;
  const i = inLanguage(insteadTexts, language);
  const path = `/svar/${answerToken(house.config.secret, { id: invitationId, linkVersion })}`;
  return {
    i,
    offer: own.placement === "waiting" ? await offerWords() : null,
    standing:
      yesUntil && gathering.localDate <= yesUntil && localDate(now).toString() <= yesUntil
        ? i.standingNow(longDate(yesUntil, language))
        : null,
    colleagueSent: own.colleagueInvitationId ? i.colleagueSent : null,
    colleaguePath: `${path}/kollega`,
    seasonPath: `${path}/sesong`,
  };

  async function offerWords() {
    const [latest] = await read
      .select()
      .from(offers)
      .where(
        and(eq(offers.invitationId, invitationId as string), inArray(offers.outcome, ["open", "expired"])),
      )
      .orderBy(desc(offers.offeredAt))
      .limit(1);
    if (!latest) return null;
    const isOpen = latest.outcome === "open";
    const words = isOpen ? i.offered(momentInWords(latest.expiresAt, language, now)) : i.offerGone;
    return { words, isOpen };
  }
}
