/** Coupling: of the networks one sees, added up for centres and regions, and of one network. */
import type { FastifyInstance } from "fastify";
import { centresOf, networkFor, networksFor } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { halfYearOf, halfYearsBack } from "../web/half-year.ts";
import type { House } from "../web/house.ts";
import { sumCounts } from "./coupling.ts";
import {
  type CouplingCard,
  type CouplingWords,
  couplingCard,
  couplingWords,
  halfYearName,
  readingTag,
  type Trend,
  trendOf,
} from "./coupling-page.ts";
import { couplingOf, type StoredHalfYear } from "./coupling-store.ts";

/** One network in the list: how its newest half-year reads, and those before it. */
interface NetworkLine {
  href: string;
  name: string;
  readings: { name: string; tag: { text: string; color: string } }[];
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/couplings": {
      t: CouplingWords;
      networks: NetworkLine[];
      /** Each centre with more than one network, added up. */
      centres: { name: string; readings: NetworkLine["readings"] }[];
      together: { name: string; card: CouplingCard }[];
      howMany: string | null;
    };
    "learning/coupling": {
      t: CouplingWords;
      networkName: string;
      chosen: { name: string; card: CouplingCard } | null;
      others: { href: string; name: string }[];
      trend: Trend;
    };
  }
}

const readers: Access = ["mentor", "counsellor", "adviser", "leader", "regional_leader"];
const forReaders = { config: { access: readers } };
/** Half-years in the trend of one network, and in the list of several. */
const trendLength = 6;
const listLength = 3;

const ofHalfYear = (rows: readonly StoredHalfYear[], halfYear: string) =>
  rows.filter((row) => row.halfYear === halfYear).map((row) => row.counts);

/** Centres with more than one of these networks: the sum of a single one is that network. */
function addedByCentre(rows: Awaited<ReturnType<typeof centresOf>>) {
  const names = new Map(rows.map(({ centreId, centreName }) => [centreId, centreName]));
  return [...names]
    .map(([centreId, name]) => ({
      name,
      networkIds: rows.filter((row) => row.centreId === centreId).map(({ networkId }) => networkId),
    }))
    .filter(({ networkIds }) => networkIds.length > 1);
}

export function couplingRoutes(app: FastifyInstance, { store, now }: House): void {
  const currentHalfYear = () => halfYearOf(localDate(now()).toString());

  app.get("/kobling", forReaders, async (request, reply) => {
    const t = couplingWords(request.language);
    const current = currentHalfYear();
    const networks = await networksFor(store.read, viewerOf(request));
    const since = halfYearsBack(current, listLength - 1);
    const rows = await couplingOf(
      store.read,
      networks.map(({ id }) => id),
      since,
    );
    const halfYears = [...new Set(rows.map((row) => row.halfYear))].sort().reverse();
    const centres = await centresOf(
      store.read,
      networks.map(({ id }) => id),
    );
    return reply.page("learning/couplings", {
      t,
      title: t.title,
      networks: networks.map(({ id, name }) => ({
        href: `/kobling/${id}`,
        name,
        readings: rows
          .filter((row) => row.networkId === id)
          .map(({ halfYear, counts }) => ({
            name: halfYearName(halfYear, current, t),
            tag: readingTag(counts, t).tag,
          })),
      })),
      centres: addedByCentre(centres).map(({ name, networkIds }) => ({
        name: t.centreSum(name, networkIds.length),
        readings: halfYears.map((one) => {
          const own = rows.filter((row) => row.halfYear === one && networkIds.includes(row.networkId));
          const sum = sumCounts(own.map(({ counts }) => counts));
          return { name: halfYearName(one, current, t), tag: readingTag(sum, t).tag };
        }),
      })),
      howMany: networks.length > 1 ? t.togetherText(networks.length) : null,
      together:
        networks.length > 1
          ? halfYears.map((one) => ({
              name: halfYearName(one, current, t),
              card: couplingCard(sumCounts(ofHalfYear(rows, one)), t),
            }))
          : [],
    });
  });

  app.get<{ Params: { id: string }; Querystring: { halvaar?: string } }>(
    "/kobling/:id",
    forReaders,
    async (request, reply) => {
      const t = couplingWords(request.language);
      const current = currentHalfYear();
      const network = orNotFound(await networkFor(store.read, viewerOf(request), request.params.id));
      const rows = await couplingOf(store.read, [network.id], halfYearsBack(current, trendLength - 1));
      const chosen = rows.find((row) => row.halfYear === request.query.halvaar) ?? rows[0] ?? null;
      return reply.page("learning/coupling", {
        t,
        title: t.title,
        networkName: network.name,
        chosen: chosen && {
          name: halfYearName(chosen.halfYear, current, t),
          card: couplingCard(chosen.counts, t),
        },
        others: rows
          .filter((row) => row !== chosen)
          .map(({ halfYear }) => ({
            href: `/kobling/${network.id}?halvaar=${halfYear}`,
            name: halfYearName(halfYear, current, t),
          })),
        trend: trendOf(rows, current, t),
      });
    },
  );
}
