/** The calendar one subscribes to: the file itself, and the page where it is turned on and revoked. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { isAdviserIn, networkFor } from "../networks/queries.ts";
import { viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { choice, optionalCount, readForm } from "../web/forms.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { type ById, type Desk, signedIn, staff } from "./desk.ts";
import { closeFeed, type FeedOwner, feedByFile, feedFile, feedOf, openFeed, readFeed } from "./feed.ts";
import { feedTexts } from "./feed-texts.ts";
import { networksRunBy } from "./queries.ts";

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/feed": {
      t: Texts<typeof feedTexts>;
      intro: string[];
      action: string;
      /** Null while it is off. */
      address: { https: string; webcal: string } | null;
      /** Goes with the press: the same page pressed twice makes one new address. */
      version: number;
      offMeans: string;
      choicesPath: string | null;
      /** Calendars of the networks the viewer runs. */
      networks: { path: string; label: string }[];
    };
  }
}

type ByFile = { Params: { file: string } };
const isPublic = { config: { access: "public" } } as const;
const form = z.object({ gjor: choice("paa", "ny", "av"), versjon: optionalCount(0, 1_000_000).catch(null) });
const choicesPath = "/min-side/e-post";

/** Whether the reader has this version already (RFC 9110: weak comparison, a list, or any). */
const isKnown = (header: string | undefined, tag: string) =>
  (header ?? "")
    .split(",")
    .some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag.slice(2));

export function feedRoutes(app: FastifyInstance, { house, mailer }: Desk): void {
  const { store, config, now } = house;

  app.get<ByFile>("/kal/:file", isPublic, async (request, reply) => {
    const feed = orNotFound(await feedByFile(store.read, config.secret, request.params.file));
    const { body, tag } = await readFeed(store.read, mailer, feed, now());
    reply.header("etag", tag).header("cache-control", "private, no-cache");
    if (isKnown(request.headers["if-none-match"], tag)) return reply.code(304).send();
    return reply
      .header("x-robots-tag", "noindex")
      .header("content-disposition", 'inline; filename="samlinger.ics"')
      .type("text/calendar; charset=utf-8")
      .send(body);
  });

  async function addressOf(owner: FeedOwner) {
    const feed = await feedOf(store.read, owner);
    const version = feed?.version ?? 0;
    if (!feed?.isOn) return { address: null, version };
    const https = `${config.baseUrl}/kal/${feedFile(config.secret, feed)}`;
    return { address: { https, webcal: https.replace(/^https?:/, "webcal:") }, version };
  }

  /** Does what was pressed; anything else is no press of ours. */
  async function press(request: FastifyRequest, owner: FeedOwner) {
    const read = readForm(form, request.body, inLanguage(sharedTexts, request.language));
    if (!read.ok) throw new NotFound();
    if (read.value.gjor === "av") await store.write((tx) => closeFeed(tx, mailer, owner, now()));
    else await store.write((tx) => openFeed(tx, owner, now(), read.value.versjon));
    return read.value.gjor === "av" ? ("feedOff" as const) : ("feedOn" as const);
  }

  app.get("/min-side/kalender", signedIn, async (request, reply) => {
    const t = inLanguage(feedTexts, request.language);
    const feed = await addressOf({ personId: viewerOf(request).id });
    const run = await networksRunBy(store.read, viewerOf(request).id);
    const networks = run.map(({ id, name }) => ({
      path: `/nettverk/${id}/kalender`,
      label: t.networkTitle(name),
    }));
    const intro = [t.intro, t.instead];
    const page = { t, title: t.title, intro, action: "/min-side/kalender", ...feed, choicesPath };
    return reply.page("gatherings/feed", { ...page, offMeans: t.offMeans, networks });
  });

  app.post("/min-side/kalender", signedIn, async (request, reply) => {
    const done = await press(request, { personId: viewerOf(request).id });
    return reply.goTo("/min-side/kalender", done);
  });

  /** A network the viewer runs. */
  async function run(request: FastifyRequest<ById>) {
    const viewer = viewerOf(request);
    const network = orNotFound(await networkFor(store.read, viewer, request.params.id));
    if (!(await isAdviserIn(store.read, viewer.id, network.id))) throw new NotFound();
    return network;
  }

  app.get<ById>("/nettverk/:id/kalender", staff, async (request, reply) => {
    const t = inLanguage(feedTexts, request.language);
    const { id: networkId, name } = await run(request);
    const action = `/nettverk/${networkId}/kalender`;
    const feed = await addressOf({ networkId });
    const page = { t, title: t.networkTitle(name), intro: [t.networkIntro], action, ...feed };
    return reply.page("gatherings/feed", {
      ...page,
      offMeans: t.offMeansNetwork,
      choicesPath: null,
      networks: [],
    });
  });

  app.post<ById>("/nettverk/:id/kalender", staff, async (request, reply) => {
    const { id: networkId } = await run(request);
    const done = await press(request, { networkId });
    return reply.goTo(`/nettverk/${networkId}/kalender`, done);
  });
}
