/** Real ids of the demo for the routes that take parameters, and the addresses they make. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { surveyPorts } from "../../server/app.ts";
import * as cases from "../../server/cases/tables.ts";
import { answerToken } from "../../server/gatherings/answer-link.ts";
import { checkInToken } from "../../server/gatherings/check-in.ts";
import { feedFile, feedOf, openFeed } from "../../server/gatherings/feed.ts";
import { minutesToken } from "../../server/gatherings/minutes-card.ts";
import * as gatherings from "../../server/gatherings/tables.ts";
import { lanes } from "../../server/learning/lane.ts";
import * as learning from "../../server/learning/tables.ts";
import { voteToken } from "../../server/learning/vote-link.ts";
import * as mail from "../../server/mail/tables.ts";
import * as networks from "../../server/networks/tables.ts";
import { mailToken } from "../../server/people/mail-preference.ts";
import { requestAddress } from "../../server/people/self.ts";
import { requestLink } from "../../server/people/sign-in.ts";
import * as people from "../../server/people/tables.ts";
import { startImport } from "../../server/register/import.ts";
import type { Reader } from "../../server/store/store.ts";
import { surveysWaitingFor } from "../../server/surveys/beside-gathering.ts";
import { guideSlugs } from "../../server/web/guide.ts";
import type { TestHouse } from "../house.ts";

type DemoHouse = TestHouse & { idOf(key: string): Promise<string> };

/** Real ids of the demo for each kind of address: what stands before a parameter tells which. */
export async function realIds(house: DemoHouse): Promise<Record<string, string[]>> {
  const { read } = house.store;
  const ola = await house.idOf("ola");
  const coming = await read
    .select({ id: gatherings.gatherings.id, localDate: gatherings.gatherings.localDate })
    .from(gatherings.gatherings)
    .orderBy(desc(gatherings.gatherings.startsAt));
  const invited = await read
    .select()
    .from(gatherings.invitations)
    .where(eq(gatherings.invitations.personId, ola));
  const tokens = invited.map((invitation) => answerToken(house.config.secret, invitation));
  const items = await oneOfEachLane(read, await house.idOf("leif"));
  // Ola's own first: some of the pages are for whoever gave it
  const olas = eq(learning.feedbackAuthors.personId, ola);
  const own = await read
    .select({ id: learning.feedbackAuthors.feedbackId })
    .from(learning.feedbackAuthors)
    .where(olas);
  const all = await read.select({ id: learning.feedback.id }).from(learning.feedback);
  const feedback = [...own.slice(0, 1), ...all].map(({ id }) => id);
  const [round] = await read.select({ id: learning.voteRounds.id }).from(learning.voteRounds);
  const mails = (await read.select({ id: mail.outbox.id }).from(mail.outbox)).map(({ id }) => id);
  await house.store.write((tx) => openFeed(tx, { personId: ola }, house.now()));
  const feed = await feedOf(read, { personId: ola });
  await house.store.write((tx) =>
    requestLink(
      tx,
      house.mailer,
      { address: "ola@demo.example", place: "x", secret: house.config.secret, to: "/" },
      house.now(),
    ),
  );
  await house.store.write((tx) =>
    requestAddress(tx, house.mailer, { personId: ola, address: "ola.ny@demo.example" }, house.now()),
  );
  const [address] = await read.select().from(mail.outbox).where(eq(mail.outbox.kind, "new-address"));
  const [signIn] = await read.select().from(mail.outbox).where(eq(mail.outbox.kind, "sign-in"));
  const networkIds = (await read.select({ id: networks.networks.id }).from(networks.networks)).map(
    ({ id }) => id,
  );
  // the newest first: links to old minutes are closed
  const out = await read.select().from(gatherings.minutes).orderBy(desc(gatherings.minutes.at));
  const asking = { secret: house.config.secret, ports: surveyPorts };
  const asked = await surveysWaitingFor(read, asking, { id: ola, networkIds }, house.now());
  return {
    "/evaluering/:token": asked.map(({ path }) => path.split("/").at(-1) as string),
    "/samlinger/serie/:id": (await read.select({ id: gatherings.series.id }).from(gatherings.series)).map(
      ({ id }) => id,
    ),
    "/samlinger/:id": [
      coming.at(-1)?.id as string,
      coming[0]?.id as string,
      ...invited.map((one) => one.gatheringId),
    ],
    "/svar/:token": tokens,
    "/her/:token": coming.map((gathering) => checkInToken(house.config.secret, gathering)).slice(0, 1),
    "/referat/:token": out.map(({ gatheringId }) => minutesToken(house.config.secret, gatheringId, 1)),
    "/e-post/:token": [mailToken(house.config.secret, ola)],
    "/kal/:file": feed ? [feedFile(house.config.secret, feed)] : [],
    "/nettverk/:id": (await read.select({ id: networks.networks.id }).from(networks.networks)).map(
      ({ id }) => id,
    ),
    "/eksempler/utkast/:slug": (
      await read.select({ slug: cases.writtenCases.slug }).from(cases.writtenCases)
    ).map(({ slug }) => slug),
    "/personer/import/:id": [
      await startImport(
        house.store,
        {
          byId: await house.idOf("kari"),
          networkId: null,
          columns: ["name"],
          sheet: { rows: [["Navn"], ["Ny"]], lines: [1, 2] },
        },
        house.now(),
      ),
    ],
    "/kobling/:id": networkIds,
    "/forsok/:id": (
      await read
        .select({ id: gatherings.tries.id })
        .from(gatherings.tries)
        .where(eq(gatherings.tries.personId, ola))
    ).map(({ id }) => id),
    "/personer/:id": [ola],
    "/enheter/:id": (await read.select({ id: people.units.id }).from(people.units)).map(({ id }) => id),
    "/virksomheter/:id": (await read.select({ id: people.workplaces.id }).from(people.workplaces)).map(
      ({ id }) => id,
    ),
    "/eksempler/:slug": ["tuva", "martin"],
    "/gruppe/:id": (await read.select({ id: cases.groupSessions.id }).from(cases.groupSessions)).map(
      ({ id }) => id,
    ),
    ":language": ["nb"],
    "/laeringspunkter/:id": items,
    "/innspill/:id": feedback,
    "/veiledning/:rolle": Object.values(guideSlugs),
    "/stemme/:token": round ? [voteToken(house.config.secret, round.id, ola)] : [],
    "/regler/:id": (await read.select({ id: learning.rules.id }).from(learning.rules)).map(({ id }) => id),
    "/dev/mail/:id": mails.slice(0, 2),
    "/logg-inn/:token": [/logg-inn\/([^?\s]+)/.exec(signIn?.textBody ?? "")?.[1] ?? "none"],
    "/ny-adresse/:token": [/ny-adresse\/(\S+)/.exec(address?.textBody ?? "")?.[1] ?? "none"],
    ":personId": [ola],
    ":workplaceId": (await read.select({ id: people.workplaces.id }).from(people.workplaces))
      .map(({ id }) => id)
      .slice(0, 1),
  };
}

/** Learning items, one of each lane: first one that waits for this leader, who alone can decide it. */
async function oneOfEachLane(read: Reader, leaderId: string): Promise<string[]> {
  const { learningItems, referrals } = learning;
  const [waiting] = await read
    .select({ id: referrals.itemId })
    .from(referrals)
    .where(and(eq(referrals.toId, leaderId), isNull(referrals.endedAt)));
  const all = await read.select({ id: learningItems.id, lane: learningItems.lane }).from(learningItems);
  const firsts = lanes.map((wanted) => all.find(({ lane }) => lane === wanted));
  return [...new Set([waiting, ...firsts].flatMap((item) => (item ? [item.id] : [])))];
}

/** The addresses of a route, each of its parameters filled with a few real ids. */
export function addressesOf(url: string, ids: Record<string, string[]>): string[] {
  const known = Object.keys(ids).find((start) => url === start || url.startsWith(`${start}/`));
  const first = [...new Set(known ? ids[known] : [])].slice(0, 3);
  const parameter = known?.split("/").at(-1) ?? "";
  const bases = parameter ? first.map((id) => url.replace(parameter, id)) : [url];
  return bases.map((base) =>
    base.replace(/:(\w+)/g, (_, name: string) => ids[`:${name}`]?.[0] ?? "a".repeat(26)).replace("*", "x"),
  );
}
