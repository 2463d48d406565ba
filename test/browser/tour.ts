/** Real addresses of every page, and who may open them: what a look at all pages goes by. */
import { eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { heldToken } from "../../server/gatherings/held.ts";
import { heldAnswers, invitations } from "../../server/gatherings/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { persons } from "../../server/people/tables.ts";
import { newId } from "../../server/store/columns.ts";
import { castKeys } from "../house/demo-house.ts";
import { addressesOf, realIds } from "../house/real-ids.ts";
import { cookieOf } from "../house.ts";
import { narrow } from "./faults.ts";
import type { Site } from "./site.ts";

export type Key = (typeof castKeys)[number] | "stranger";

/** An answer by mail that is kept aside until the person has said whether it was theirs. */
async function heldAnswer(site: Site): Promise<string> {
  const { store, config } = site.house;
  const [invitation] = await store.read.select().from(invitations).where(isNotNull(invitations.personId));
  const [id, now] = [newId(), site.house.now()];
  await store.write((tx) =>
    tx.insert(heldAnswers).values({
      ...{ id, invitationId: invitation?.id as string, personId: invitation?.personId as string },
      ...{ incomingId: newId(), addressKey: "kollega@demo.example", reason: "address", answer: "yes" },
      ...{ sequence: 0, saidAt: now, heldAt: now },
    }),
  );
  return heldToken(config.secret, id);
}

const seasonRule = {
  ...{ hvilken: "2", ukedag: "2", hver: "1", start: "13:00", slutt: "15:00", fra: "2027-03-01" },
  ...{ til: "2027-08-31", tittel: "Samling", sted: "Kantina", plasser: "20", omfang: "alle" },
  ...{ "slag-0": "dialogue", "tittel-0": "Åpen runde", "minutter-0": "60", "punkt-0": "" },
};

/** The demo's ids and cookies, and what follows from them. */
export async function openTour(site: Site) {
  const { store } = site.house;
  const idOf = async (key: string) => {
    const all = await store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, demoEmail(key) as string));
    return all[0]?.id as string;
  };
  const ids = await realIds({ ...site.house, idOf });
  ids["/var-det-deg/:token"] = [await heldAnswer(site)];
  const cookies: Partial<Record<Key, string>> = {};
  for (const key of castKeys) cookies[key] = await cookieOf(site.house, await idOf(key));
  await site.mail.quiet();
  return {
    cookies,
    /** The addresses of a route, filled with a few real ids. */
    addresses(url: string): string[] {
      const all = addressesOf(url, ids);
      if (!url.endsWith("/forslag")) return all;
      const query = new URLSearchParams({ ...seasonRule, nettverk: ids["/nettverk/:id"]?.[0] as string });
      return all.map((path) => `${path}?${query}`);
    },
    /** Someone's page, signed in by cookie, on the narrowest screen. */
    async pageOf(key: Key): Promise<Page> {
      const page = await site.strangersPage(narrow);
      const value = cookies[key]?.replace("okt=", "");
      if (value) await page.context().addCookies([{ name: "okt", value, url: site.url }]);
      return page;
    },
  };
}
export type Tour = Awaited<ReturnType<typeof openTour>>;
