/** Wishes: asked for and voted on by the network's own people, read by their leaders. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { isAdviserIn, isMemberIn, networksFor } from "../networks/queries.ts";
import { proposeTopic, takeBackVote, voteForTopic } from "../networks/topic.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { NoNetworkYet, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { atDesk, type ById, type Desk } from "./desk.ts";
import { bodyOf, wishForm } from "./forms.ts";
import { lookThrough } from "./free-text.ts";
import { withdrawWish } from "./wish.ts";
import {
  datesHeld,
  networkOfWish,
  type OpenWish,
  openWishes,
  takenWishes,
  type WishKey,
  type WishOrder,
} from "./wish-queries.ts";
import { wishTexts } from "./wish-texts.ts";

type W = Texts<typeof wishTexts>;
export interface WishCard {
  id: string;
  words: string;
  votes: string;
  hasVoted: boolean;
  mayWithdraw: boolean;
  waited: string;
  tag: string | null;
}
interface WishProps {
  w: W;
  network: { id: string; name: string };
  otherNetworks: { id: string; name: string }[];
  show: "flest" | "lengst" | "tatt";
  open: WishCard[];
  taken: { words: string; where: string; askedOn: string; path: string }[];
  more: string | null;
  isFirstPage: boolean;
  isMember: boolean;
  errors: FieldErrors;
  typed: string;
  warnings: string[];
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/wishes": WishProps;
  }
}

const readers: Access = ["mentor", "adviser", "counsellor", "leader", "regional_leader"];
const members: Access = ["mentor", "adviser", "counsellor"];
const forReaders = { config: { access: readers } };
const forMembers = { config: { access: members } };
const pageSize = 20;
type Query = { nettverk?: string; vis?: string; etter?: string };

/** How long a wish has waited, in words; and how many gatherings have passed it by. */
export function waitedInWords(
  proposedOn: string,
  held: readonly string[],
  today: Temporal.PlainDate,
  w: W,
): string {
  const since = Temporal.PlainDate.from(proposedOn);
  const { days } = since.until(today, { largestUnit: "day" });
  const { months } = since.until(today, { largestUnit: "month" });
  const passed = held.filter((date) => date > proposedOn && date < today.toString()).length;
  const waited =
    days <= 0
      ? w.today
      : days < 14
        ? w.waitedDays(days)
        : months < 2
          ? w.waitedWeeks(Math.floor(days / 7))
          : w.waitedMonths(months);
  return passed > 0 ? `${waited}, ${w.passed(passed)}` : waited;
}

/** Wishes made ready for printing. */
export function wishCards(
  wishes: OpenWish[],
  held: readonly string[],
  today: Temporal.PlainDate,
  w: W,
): WishCard[] {
  return wishes.map((wish) => ({
    id: wish.id,
    words: wish.words,
    votes: w.votes(wish.votes),
    hasVoted: wish.hasVoted,
    mayWithdraw: wish.isOwn && wish.votes <= (wish.hasVoted ? 1 : 0),
    waited: waitedInWords(wish.proposedOn, held, today, w),
    tag: wish.isOwn
      ? w.own
      : wish.source === "evaluation"
        ? w.fromEvaluation
        : wish.source === "adviser"
          ? w.fromAdviser
          : null,
  }));
}

function readWishKey(text: unknown): WishKey | null {
  const match =
    typeof text === "string" ? /^(\d{1,6})_(\d{4}-\d{2}-\d{2})_([a-z0-9]{1,40})$/.exec(text) : null;
  return match ? { votes: Number(match[1]), proposedOn: match[2] as string, id: match[3] as string } : null;
}
const wishKeyText = ({ votes, proposedOn, id }: WishKey) => `${votes}_${proposedOn}_${id}`;

export function wishRoutes(app: FastifyInstance, { house }: Desk): void {
  const { store, now } = house;

  async function networkOf(request: FastifyRequest, wanted: unknown) {
    const networks = await networksFor(store.read, viewerOf(request));
    if (networks.length === 0) throw new NoNetworkYet();
    const network = orNotFound(wanted ? networks.find(({ id }) => id === wanted) : networks[0]);
    return { network, others: networks.filter(({ id }) => id !== network.id) };
  }

  async function pageOf(
    request: FastifyRequest,
    query: Query,
    tried: Pick<WishProps, "errors" | "typed" | "warnings">,
  ): Promise<WishProps & { title: string }> {
    const { language, now: moment } = atDesk(request, now());
    const w = inLanguage(wishTexts, language);
    const viewerId = viewerOf(request).id;
    const { network, others } = await networkOf(request, query.nettverk);
    const show = query.vis === "lengst" || query.vis === "tatt" ? query.vis : "flest";
    const today = localDate(moment);
    const after = readWishKey(query.etter);
    const order: WishOrder = show === "lengst" ? "oldest" : "votes";
    const size = pageSize + 1;
    const open =
      show === "tatt"
        ? []
        : await openWishes(store.read, { networkId: network.id, viewerId, order, after, size });
    const taken =
      show === "tatt"
        ? await takenWishes(store.read, {
            networkId: network.id,
            after: after && { localDate: after.proposedOn, id: after.id },
            size,
          })
        : [];
    const oldest = open.map(({ proposedOn }) => proposedOn).sort()[0];
    const held = oldest ? await datesHeld(store.read, network.id, oldest, today.toString()) : [];
    const lastOpen = open.length > pageSize ? open[pageSize - 1] : undefined;
    const lastTaken = taken.length > pageSize ? taken[pageSize - 1] : undefined;
    const key = lastOpen ?? (lastTaken && { votes: 0, proposedOn: lastTaken.localDate, id: lastTaken.id });
    return {
      w,
      title: w.title,
      network,
      otherNetworks: others,
      show,
      open: wishCards(open.slice(0, pageSize), held, today, w),
      taken: taken.slice(0, pageSize).map((row) => ({
        words: row.words,
        where: (row.localDate > today.toString() ? w.willBeAt : w.takenAt)(
          row.title,
          shortDate(row.localDate, language, moment),
        ),
        askedOn: w.askedOn(shortDate(row.proposedOn, language, moment)),
        path: `/samlinger/${row.gatheringId}`,
      })),
      more: key ? wishKeyText(key) : null,
      isFirstPage: after === null,
      isMember: await isMemberIn(store.read, viewerId, network.id),
      ...tried,
    };
  }

  const untouched = { errors: {}, typed: "", warnings: [] };
  app.get<{ Querystring: Query }>("/temaonsker", forReaders, async (request, reply) =>
    reply.page("gatherings/wishes", await pageOf(request, request.query, untouched)),
  );

  app.post("/temaonsker", forMembers, async (request, reply) => {
    const { shared, language } = atDesk(request, now());
    const { id: byId } = viewerOf(request);
    const body = bodyOf(request.body);
    const nettverk = typeof body["nettverk"] === "string" ? body["nettverk"] : "";
    const { network } = await networkOf(request, nettverk);
    orNotFound((await isMemberIn(store.read, byId, network.id)) || null);
    const typed = typeof body["onske"] === "string" ? body["onske"] : "";
    const showAgain = async (errors: FieldErrors, warnings: string[] = []) =>
      reply.page("gatherings/wishes", await pageOf(request, { nettverk }, { errors, typed, warnings }), 422);
    const form = readForm(wishForm, request.body, shared);
    if (!form.ok) return showAgain(form.errors);
    const words = form.value.onske;
    const looked = lookThrough({ onske: words }, language, form.value.sett);
    if (Object.keys(looked.errors).length + looked.warnings.length > 0)
      return showAgain(looked.errors, looked.warnings);
    const isAdviser = await isAdviserIn(store.read, byId, network.id);
    const source = isAdviser ? ("adviser" as const) : ("mentor" as const);
    await store.write((tx) => proposeTopic(tx, { networkId: network.id, words, source, byId }, now()));
    return reply.goTo(`/temaonsker?nettverk=${network.id}`, "wishAdded");
  });

  /** The wish, when it is of a network the viewer is in. */
  async function ownNetworkOf(request: FastifyRequest<ById>): Promise<string> {
    const networkId = orNotFound(await networkOfWish(store.read, request.params.id));
    orNotFound((await isMemberIn(store.read, viewerOf(request).id, networkId)) || null);
    return networkId;
  }
  const back = (networkId: string, body: unknown, at: string) => {
    const { vis } = bodyOf(body);
    return `/temaonsker?nettverk=${networkId}${vis === "lengst" ? "&vis=lengst" : ""}${at}`;
  };

  app.post<ById>("/temaonsker/:id/stemme", forMembers, async (request, reply) => {
    const networkId = await ownNetworkOf(request);
    const vote = { topicId: request.params.id, personId: viewerOf(request).id };
    const isBack = bodyOf(request.body)["stemme"] === "nei";
    await store.write((tx) => (isBack ? takeBackVote(tx, vote) : voteForTopic(tx, vote)));
    return reply.goTo(back(networkId, request.body, `#o-${vote.topicId}`));
  });

  app.post<ById>("/temaonsker/:id/sletting", forMembers, async (request, reply) => {
    // A second press comes when the wish is gone: then all is as it should be.
    const networkId = await networkOfWish(store.read, request.params.id);
    if (!networkId) return reply.goTo("/temaonsker");
    await ownNetworkOf(request);
    const wish = { topicId: request.params.id, byId: viewerOf(request).id };
    const result = await store.write((tx) => withdrawWish(tx, wish));
    if (!result.ok && result.reason === "not-yours") orNotFound(null);
    return reply.goTo(back(networkId, request.body, ""), result.ok ? "wishDeleted" : "wishIsShared");
  });
}
