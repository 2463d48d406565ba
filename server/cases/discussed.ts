/** What has been talked about, from agenda and attendance: nobody marks it by hand (cases.md section 2). */
import { and, desc, eq, exists, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { agendaItems, attendance, gatherings } from "../gatherings/tables.ts";
import { memberships, networks } from "../networks/tables.ts";
import { alias } from "../store/columns.ts";
import { prepared } from "../store/prepared.ts";
import type { Reader, Store } from "../store/store.ts";

/** A gathering at which a case was on the agenda and somebody was there. */
export interface Discussion {
  slug: string;
  networkName: string;
  /** Local date. */
  localDate: string;
  /** Whether the one who asks was there. */
  wasThere: boolean;
}

const present = ["present", "digital", "part"] as const;
const most = 200;

function buildDiscussions(read: Reader, ofOne: boolean) {
  const own = alias(attendance, "own");
  const anyone = alias(attendance, "anyone");
  const personId = sql.placeholder("personId");
  const networksOf = read
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)));
  const somebody = read
    .select({ personId: anyone.personId })
    .from(anyone)
    .where(and(eq(anyone.gatheringId, gatherings.id), inArray(anyone.status, [...present])));
  return read
    .select({
      slug: agendaItems.caseSlug,
      gatheringId: gatherings.id,
      networkName: networks.name,
      localDate: gatherings.localDate,
      status: own.status,
    })
    .from(agendaItems)
    .innerJoin(gatherings, eq(gatherings.id, agendaItems.gatheringId))
    .innerJoin(networks, eq(networks.id, gatherings.networkId))
    .leftJoin(own, and(eq(own.gatheringId, gatherings.id), eq(own.personId, personId)))
    .where(
      and(
        ofOne ? eq(agendaItems.caseSlug, sql.placeholder("slug")) : isNotNull(agendaItems.caseSlug),
        inArray(gatherings.networkId, networksOf),
        lte(gatherings.startsAt, sql.placeholder("now")),
        isNull(gatherings.cancelledAt),
        exists(somebody),
      ),
    )
    .orderBy(desc(gatherings.startsAt), desc(gatherings.id))
    .limit(most);
}

/**
 * Every case the networks a person is in have discussed, the latest first, at most two hundred: it was
 * on the agenda of a gathering that has begun and was not cancelled, and somebody was there. Other
 * networks' are nobody's business.
 * @param slug of one case only, when given
 */
export async function discussionsFor(
  store: Pick<Store, "read">,
  personId: string,
  now: Temporal.Instant,
  slug?: string,
): Promise<Discussion[]> {
  const rows = await prepared(
    store,
    slug === undefined ? "case_discussions" : "case_discussions_of",
    (read) => buildDiscussions(read, slug !== undefined),
    { personId, now, slug },
  );
  const seen = new Set<string>();
  return rows.flatMap(({ slug: found, gatheringId, networkName, localDate, status }) => {
    const key = `${found} ${gatheringId}`;
    if (found === null || seen.has(key)) return [];
    seen.add(key);
    const wasThere = status !== null && (present as readonly string[]).includes(status);
    return { slug: found, networkName, localDate, wasThere };
  });
}
