/** The table of contents: plugins, hooks, rooms, error pages. */

import { join } from "node:path";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import view from "@fastify/view";
import fastify, { type FastifyInstance, LogController } from "fastify";
import type { GiveGroupFeedback } from "./cases/group-feedback.ts";
import { groupRoutes } from "./cases/group-routes.ts";
import { caseCard, caseChoices, loadCases } from "./cases/library.ts";
import { caseRoutes } from "./cases/routes.ts";
import { postRoutes } from "./gatherings/post-routes.ts";
import { gatheringRoutes } from "./gatherings/routes.ts";
import { homeRoutes } from "./home/routes.ts";
import { reportBacksFor } from "./learning/agenda.ts";
import { giveFeedback } from "./learning/feedback.ts";
import { learningRoutes } from "./learning/routes.ts";
import { loadThemes, themeChoices, themeLabel } from "./learning/themes.ts";
import { makeMailer } from "./mail/outbox.ts";
import { devMailRoutes } from "./mail/routes.ts";
import { networkRoutes } from "./networks/routes.ts";
import { registerRoutes } from "./people/register-routes.ts";
import { keepLanguage, peopleRoutes } from "./people/routes.ts";
import { findViewer } from "./people/session.ts";
import { privacyRoutes } from "./privacy/routes.ts";
import { addAccess } from "./web/access.ts";
import { loadAssets } from "./web/assets.ts";
import { addErrorPages, answerUnreadable } from "./web/error-pages.ts";
import type { House } from "./web/house.ts";
import { logging } from "./web/logging.ts";
import { operationsRoutes } from "./web/operations.ts";
import { partsRoutes } from "./web/parts-routes.ts";
import { addRender } from "./web/render.ts";
import { settingsRoutes } from "./web/settings.ts";

/** Builds the application; listens to nothing. */
export async function buildApp(house: House): Promise<FastifyInstance> {
  const { config } = house;
  const { trustProxy } = config;
  const app = fastify({
    logger: logging(config),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof trustProxy === "number" ? (_, hop) => hop < trustProxy : trustProxy,
    frameworkErrors: answerUnreadable,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    genReqId: () => crypto.randomUUID(),
  });
  await app.register(helmet, securityHeaders(config.baseUrl));
  await app.register(compress, {
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(view, {
    engine: { eta: house.templates },
    root: join(config.root, "views"),
    production: house.templates.config.cache,
  });
  addAccess(app, config.baseUrl, (request) => findViewer(house, request));
  addRender(app, house, loadAssets(config.root));
  addErrorPages(app);
  await app.register(fastifyStatic, {
    root: join(config.root, "build/assets"),
    serve: false,
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
  });

  app.get<{ Params: { "*": string } }>(
    "/assets/*",
    { config: { access: "public" } },
    async (request, reply) => reply.sendFile(request.params["*"]),
  );

  const contentFolder = join(config.root, "content");
  loadThemes(contentFolder);
  const library = loadCases(contentFolder);
  const mailer = makeMailer(config, house.templates);
  operationsRoutes(app, house);
  partsRoutes(app, house);
  settingsRoutes(app, house, keepLanguage(house));
  if (config.isDemo) devMailRoutes(app, house);
  homeRoutes(app, house);
  privacyRoutes(app);
  peopleRoutes(app, house, mailer);
  registerRoutes(app, house);
  networkRoutes(app, house);
  gatheringRoutes(app, house, mailer, {
    caseCard: (slug, language) => caseCard(library, slug, language),
    caseChoices: (language) => caseChoices(library, language),
    reportBacksFor,
    themeChoices,
  });
  postRoutes(app, house, mailer);
  caseRoutes(app, house, library, themeLabel);
  groupRoutes(app, { house, library, ports: { giveGroupFeedback, addToMinutes: null } });
  learningRoutes(app, house, mailer);
  return app;
}

/** A group's answer as feedback: its author is a group at the gathering, whoever pressed. */
const giveGroupFeedback: GiveGroupFeedback = async (tx, { byId, aboutAdviser, ...given }, now) => {
  if (!byId) return { ok: false, reason: "not-a-member" };
  const rest = { naming: "confidential", wording: "own", consequence: null, wish: null } as const;
  return giveFeedback(tx, { ...given, ...rest, byId, about: aboutAdviser ? "all" : "none" }, now);
};

/** No inline style or script, and nothing from any other host. */
function securityHeaders(baseUrl: string) {
  const isHttps = baseUrl.startsWith("https:");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
