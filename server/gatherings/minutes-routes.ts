/** Minutes as they are read: by the network, behind the mailed link, and by advisers who publish them. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Temporal } from "temporal-polyfill";
import { isAdviserIn, mayLeadItem } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { localDate, shortDate } from "../web/dates.ts";
import { BrokenLink, orNotFound } from "../web/errors.ts";
import { inLanguage } from "../web/languages.ts";
import { atDesk, type ById, type Desk, type Moment, signedIn, staff } from "./desk.ts";
import { bodyOf } from "./forms.ts";
import { lookThrough } from "./free-text.ts";
import {
  gatheringByMinutesToken,
  isLinkOver,
  type M,
  type MinutesCard,
  minutesCard,
  minutesToken,
} from "./minutes-card.ts";
import { declareNoMinutes, passLineOn, publishMinutes, revokeMinutesLink } from "./minutes-publishing.ts";
import { actionById, type Minutes, minutesOf } from "./minutes-queries.ts";
import { minutesTexts } from "./minutes-texts.ts";
import { markDone } from "./minutes-writing.ts";
import { agendaOf, gatheringFor, gatheringOfInvited, type OwnGathering, runGathering } from "./queries.ts";

interface MinutesProps {
  m: M;
  gathering: { id: string; title: string };
  card: MinutesCard | null;
  /** Why there is nothing to read; null when there is. */
  nothing: string | null;
  status: string | null;
  isPublic: boolean;
  /** For advisers: what they may do with it. */
  adviser: {
    isPublished: boolean;
    isNone: boolean;
    isCancelled: boolean;
    /** Something is written and the gathering has begun: they can go out. */
    mayPublish: boolean;
    /** Null before they are out, and once the link is closed. */
    publicPath: string | null;
    linkVersion: number;
    warnings: string[];
    error: string | null;
  } | null;
  errors: Record<string, string>;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/minutes": MinutesProps;
    "gatherings/minutes-over": { m: MinutesProps["m"]; path: string };
  }
}

const isPublic = { config: { access: "public" } } as const;
const members: Access = ["mentor", "adviser", "counsellor"];
const forMembers = { config: { access: members } };

export function minutesRoutes(app: FastifyInstance, { house, mailer, later }: Desk): void {
  const { store, now, config } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  type Tried = { warnings: string[]; error: string | null };
  const untried: Tried = { warnings: [], error: null };

  async function pageOf(own: OwnGathering, moment: Pick<Moment, "language" | "now">, tried: Tried) {
    const { gathering, isAdviser } = own;
    const m = inLanguage(minutesTexts, moment.language);
    const minutes = await minutesOf(store.read, gathering.id);
    const { state } = minutes;
    const isOut = state?.outcome === "published";
    const facts = { gathering, agenda: await agendaOf(store, gathering.id), minutes };
    const isShown = isOut || isAdviser;
    const card = isShown ? await minutesCard(store.read, later, facts, moment, isAdviser) : null;
    return {
      m,
      title: m.title(gathering.title),
      gathering: { id: gathering.id, title: gathering.title },
      card,
      nothing: nothingWords(own, minutes, card, m),
      status: statusWords(minutes, moment, isAdviser, m),
      isPublic: false,
      adviser: isAdviser
        ? {
            isPublished: isOut,
            isNone: state?.outcome === "none",
            isCancelled: gathering.cancelledAt !== null,
            mayPublish:
              !isOut &&
              card?.isEmpty === false &&
              Temporal.Instant.compare(gathering.startsAt, moment.now) <= 0,
            publicPath:
              isOut && !isLinkOver(state.at, moment.now)
                ? `/referat/${minutesToken(config.secret, gathering.id, state.linkVersion)}`
                : null,
            linkVersion: state?.linkVersion ?? 1,
            ...tried,
          }
        : null,
      errors: (tried.error ? { referat: tried.error } : {}) as Record<string, string>,
    };
  }

  app.get<ById>("/samlinger/:id/referat", signedIn, async (request, reply) => {
    const own = orNotFound(await gatheringFor(store, viewerOf(request), request.params.id));
    return reply.page("gatherings/minutes", await pageOf(own, atDesk(request, now()), untried));
  });

  app.get<{ Params: { token: string } }>("/referat/:token", isPublic, async (request, reply) => {
    const { token } = request.params;
    const found = await gatheringByMinutesToken(store.read, config.secret, token, now());
    if (!found) throw new BrokenLink();
    const { id, isOver } = found;
    if (isOver) {
      const m = inLanguage(minutesTexts, request.language);
      const page = { m, title: m.linkOverTitle, path: `/samlinger/${id}/referat` };
      return reply.page("gatherings/minutes-over", page, 410);
    }
    const own = orNotFound(await gatheringOfInvited(store, "", id));
    const moment = { language: request.language, now: now() };
    const shown = await pageOf({ ...own, isAdviser: false }, moment, untried);
    return reply.page("gatherings/minutes", { ...shown, isPublic: true });
  });

  app.post<ById>("/samlinger/:id/referat/publisering", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const { gathering } = own;
    const m = inLanguage(minutesTexts, moment.language);
    const minutes = await minutesOf(store.read, gathering.id);
    const words = [
      ...minutes.items.flatMap((i) => [i.heading, i.words]),
      ...minutes.actions.map((a) => a.words),
    ];
    const responsible = minutes.actions.map((action) => action.responsible ?? "");
    const people = (await mayLeadItem(store.read, gathering.networkId)).map(({ name }) => name);
    const seen = bodyOf(request.body)["sett"] !== undefined || minutes.state?.outcome === "published";
    const text = { referat: [...words, ...responsible].join("\n") };
    const { warnings } = lookThrough(text, moment.language, seen, people);
    if (warnings.length > 0) {
      const shown = await pageOf(own, moment, { ...untried, warnings });
      return reply.page("gatherings/minutes", shown, 422);
    }
    const given = { gatheringId: gathering.id, byId: viewerOf(request).id };
    const result = await store.write((tx) => publishMinutes(tx, mailer, later, given, now()), {
      inTurnFor: gathering.id,
    });
    if (!result.ok) {
      const error = m[`cannotPublish_${result.reason}`];
      return reply.page("gatherings/minutes", await pageOf(own, moment, { ...untried, error }), 422);
    }
    return reply.goTo(
      `/samlinger/${gathering.id}/referat`,
      result.sent > 0 ? "minutesOut" : "minutesWereOut",
    );
  });

  app.post<ById>("/samlinger/:id/referat/ingen", staff, async (request, reply) => {
    const { gathering } = await run(request);
    const given = { gatheringId: gathering.id, byId: viewerOf(request).id };
    await store.write((tx) => declareNoMinutes(tx, given, now()), { inTurnFor: gathering.id });
    return reply.goTo(`/samlinger/${gathering.id}/referat`);
  });

  app.post<ById>("/samlinger/:id/referat/lenke", staff, async (request, reply) => {
    const { gathering } = await run(request);
    const seen = Number(bodyOf(request.body)["versjon"]) || null;
    await store.write((tx) => revokeMinutesLink(tx, gathering.id, seen), { inTurnFor: gathering.id });
    return reply.goTo(`/samlinger/${gathering.id}/referat`, "linkRevoked");
  });

  app.post<ById>("/samlinger/:id/referat/innspill", staff, async (request, reply) => {
    const { gathering } = await run(request);
    const body = bodyOf(request.body);
    const line = {
      gatheringId: gathering.id,
      networkId: gathering.networkId,
      itemId: String(body["punkt"] ?? ""),
      lineKey: String(body["linje"] ?? ""),
      byId: viewerOf(request).id,
    };
    const result = await store.write((tx) => passLineOn(tx, later.giveGroupFeedback, line, now()), {
      inTurnFor: gathering.id,
    });
    const at = result.ok ? `#p-${line.itemId}` : "";
    return reply.goTo(`/samlinger/${gathering.id}/referat${at}`, result.ok ? "linePassedOn" : "lineGone");
  });

  app.post<ById>("/gjoremal/:id/gjort", forMembers, async (request, reply) => {
    const viewer = viewerOf(request);
    const action = orNotFound(await actionById(store.read, request.params.id));
    const isResponsible = action.responsibleId === viewer.id;
    orNotFound(isResponsible || (await isAdviserIn(store.read, viewer.id, action.networkId)) || null);
    const body = bodyOf(request.body);
    const doneOn = body["gjort"] === "nei" ? null : localDate(now()).toString();
    await store.write((tx) => markDone(tx, { actionId: action.id, doneOn }));
    const back = /^[a-z2-7]{26}$/.test(String(body["samling"]))
      ? String(body["samling"])
      : action.gatheringId;
    return reply.goTo(`/samlinger/${back}${body["til"] === "referat" ? "/referat" : ""}`, "saved");
  });
}

function nothingWords(own: OwnGathering, { state }: Minutes, card: MinutesCard | null, m: M): string | null {
  if (own.gathering.cancelledAt) return m.isCancelled;
  if (state?.outcome === "none") return m.isNone;
  if (!card) return m.notYet;
  return card.isEmpty ? m.empty : null;
}

function statusWords(
  { state }: Minutes,
  { language, now }: Pick<Moment, "language" | "now">,
  isAdviser: boolean,
  m: M,
) {
  if (state?.outcome === "published") return m.published(shortDate(localDate(state.at), language, now));
  return isAdviser && !state ? m.notPublished : null;
}
