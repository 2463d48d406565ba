/** The states that people get into and that a look at each page once does not meet. */
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { gatherings } from "../../server/gatherings/tables.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { personRoles, persons } from "../../server/people/tables.ts";
import { newId, sortKey } from "../../server/store/columns.ts";
import { cookieOf } from "../house.ts";
import type { Site } from "./site.ts";

type Who = "stranger" | "kari" | "ola" | "leif" | "amir";
interface State {
  name: string;
  who: Who;
  go(page: Page, site: Site): Promise<unknown>;
}

/** The id of one of the demo's cast. */
export async function idOfDemo(site: Site, key: string): Promise<string> {
  const all = await site.house.store.read
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.emailKey, demoEmail(key) as string));
  return all[0]?.id as string;
}

/** Sends the form that a field stands in, else the last on the page. */
const press = (page: Page, field?: string) =>
  Promise.all([
    page.waitForNavigation(),
    page
      .locator(
        `main form${field ? `:has([name="${field}"])` : ""} button:not([type=button]):not([formmethod])`,
      )
      .last()
      .click(),
  ]);

/** A form sent as it stands, with what is named here changed: refused, with its errors shown. */
const refused = (who: Who, path: string, change: Record<string, string> = {}): State => ({
  name: `${path} refused`,
  who,
  go: async (page, site) => {
    await page.goto(site.url + path);
    for (const [name, value] of Object.entries(change)) await page.fill(`main [name="${name}"]`, value);
    await press(page, Object.keys(change)[0]);
    expect(
      await page.locator("main .aksel-error-summary, main [aria-invalid=true]").count(),
      path,
    ).toBeGreaterThan(0);
  },
});

const soon = async (site: Site) => {
  const all = await site.house.store.read.select().from(gatherings);
  const now = site.house.now().epochMilliseconds;
  const coming = all.filter(
    (one) => one.startsAt.epochMilliseconds > now && one.openedAt && !one.cancelledAt,
  );
  return coming.sort(
    (a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds,
  )[0] as (typeof all)[number];
};

/** A page of someone new, who is in no network and has nothing yet. */
const nothingYet = (role: "mentor" | "adviser" | "leader", path: string): State => ({
  name: `${path} with nothing in it, ${role}`,
  who: "stranger",
  go: async (page, site) => {
    const { store } = site.house;
    const [like] = await store.read
      .select()
      .from(persons)
      .where(eq(persons.emailKey, demoEmail("ola") as string));
    const id = newId();
    const email = `ny-${id}@demo.example`;
    await store.write(async (tx) => {
      const name = { name: "Ny Person", sortKey: sortKey("Ny Person") };
      await tx
        .insert(persons)
        .values({ ...(like as NonNullable<typeof like>), ...name, id, email, emailKey: email });
      await tx.insert(personRoles).values({ personId: id, role });
    });
    const value = (await cookieOf(site.house, id)).replace("okt=", "");
    await page.context().addCookies([{ name: "okt", value, url: site.url }]);
    await page.goto(site.url + path);
  },
});

export const states: State[] = [
  refused("stranger", "/logg-inn", { epost: "ikke en adresse" }),
  refused("ola", "/innspill/nytt"),
  refused("ola", "/innspill/nytt", { tekst: "Ring meg på 912 34 567" }),
  refused("ola", "/temaonsker", { onske: "" }),
  refused("amir", "/personer/ny"),
  refused("amir", "/nettverk/nytt"),
  refused("kari", "/samlinger/ny", { tittel: "", dato: "" }),
  refused("kari", "/eksempler/utkast/nytt"),
  refused("kari", "/personer/import"),
  refused("kari", "/eksempler/utkast/import"),
  refused("stranger", "/gruppe", { kode: "99" }),
  { name: "not found", who: "ola", go: (page, site) => page.goto(`${site.url}/finnes-ikke`) },
  { name: "not for them", who: "ola", go: (page, site) => page.goto(`${site.url}/personer`) },
  { name: "a broken link", who: "stranger", go: (page, site) => page.goto(`${site.url}/svar/feil`) },
  nothingYet("mentor", "/"),
  nothingYet("mentor", "/samlinger"),
  nothingYet("mentor", "/innspill"),
  nothingYet("adviser", "/"),
  nothingYet("adviser", "/samlinger"),
  nothingYet("adviser", "/innspill/innboks"),
  nothingYet("leader", "/"),
  nothingYet("leader", "/laeringspunkter"),
  {
    name: "a gathering that is full",
    who: "kari",
    go: async (page, site) => {
      const { id } = await soon(site);
      await site.house.store.write((tx) =>
        tx.update(gatherings).set({ capacity: 1 }).where(eq(gatherings.id, id)),
      );
      await page.goto(`${site.url}/samlinger/${id}`);
    },
  },
  {
    name: "the same, to a mentor",
    who: "ola",
    go: async (page, site) => page.goto(`${site.url}/samlinger/${(await soon(site)).id}`),
  },
  {
    name: "a gathering that is called off",
    who: "ola",
    go: async (page, site) => {
      const { id } = await soon(site);
      const cancelledAt = site.house.now();
      await site.house.store.write((tx) =>
        tx.update(gatherings).set({ cancelledAt }).where(eq(gatherings.id, id)),
      );
      await page.goto(`${site.url}/samlinger/${id}`);
    },
  },
];
