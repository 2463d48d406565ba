/** The table of contents: plugins, hooks, rooms, error pages. */
import { join } from "node:path";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import fastifyStatic from "@fastify/static";
import view from "@fastify/view";
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import helmet from "helmet";
import { caseCard, caseChoices, keepFileCases, openCatalogue } from "./cases/catalogue.ts";
import { draftEditRoutes } from "./cases/draft-edit-routes.ts";
import { draftImportRoutes } from "./cases/draft-import-routes.ts";
import { draftRoutes } from "./cases/draft-routes.ts";
import { sharedAnswersFor } from "./cases/group-queries.ts";
import { groupModePath, groupRoutes } from "./cases/group-routes.ts";
import { knownThemes, loadCases } from "./cases/library.ts";
import { caseListRoutes } from "./cases/list-routes.ts";
import { caseRoutes } from "./cases/routes.ts";
import { heldAnswersLevel } from "./gatherings/levels.ts";
import { addToMinutes } from "./gatherings/minutes.ts";
import { postRoutes } from "./gatherings/post-routes.ts";
import { rhythmOf } from "./gatherings/rhythm.ts";
import { gatheringRoutes } from "./gatherings/routes.ts";
import { eraseOtherRoutes } from "./home/erase-other-routes.ts";
import { ownRoutes } from "./home/own-routes.ts";
import { retentionRoutes } from "./home/retention-routes.ts";
import { homeRoutes } from "./home/routes.ts";
import { reportBacksFor, reportedAt } from "./learning/agenda.ts";
import { giveFeedback, giveGroupFeedback } from "./learning/feedback.ts";
import { itemsByState } from "./learning/report-counts.ts";
import { learningRoutes } from "./learning/routes.ts";
import { keepSealKey } from "./learning/seal.ts";
import { passOnToSuccessor, waitingCount } from "./learning/succession.ts";
import { loadThemes, themeChoices, themeLabel } from "./learning/themes.ts";
import { mailLevels } from "./mail/levels.ts";
import { makeMailer } from "./mail/outbox.ts";
import { devMailRoutes } from "./mail/routes.ts";
import { letterRoutes } from "./networks/letter-routes.ts";
import { employerContactsOf } from "./networks/queries.ts";
import { networkRoutes } from "./networks/routes.ts";
import { auditRoutes } from "./people/audit-routes.ts";
import { loadDeclaration } from "./people/declaration.ts";
import { declarationRoutes } from "./people/declaration-routes.ts";
import { keepLanguage, peopleRoutes } from "./people/routes.ts";
import { selfRoutes } from "./people/self-routes.ts";
import { findViewer } from "./people/session.ts";
import { staffRoutes } from "./people/staff-routes.ts";
import { setPeriods } from "./privacy/retention.ts";
import { privacyRoutes } from "./privacy/routes.ts";
import { registerRoutes } from "./register/routes.ts";
import { evaluationCard } from "./surveys/beside-gathering.ts";
import type { SurveyPorts } from "./surveys/ports.ts";
import { surveyRoutes } from "./surveys/routes.ts";
import { addAccess } from "./web/access.ts";
import { loadAssets } from "./web/assets.ts";
import { addErrorPages, answerUnreadable } from "./web/error-pages.ts";
import { loadGuides } from "./web/guide.ts";
import { guideRoutes } from "./web/guide-routes.ts";
import type { House } from "./web/house.ts";
import { logging } from "./web/logging.ts";
import { offlineRoutes } from "./web/offline-routes.ts";
import { operationsRoutes } from "./web/operations.ts";
import { partsRoutes } from "./web/parts-routes.ts";
import { addRender } from "./web/render.ts";
import { rightsRoutes } from "./web/rights-routes.ts";
import { settingsRoutes } from "./web/settings.ts";

/** What other rooms do for surveys; the clock hands them in too. */
export const surveyPorts: SurveyPorts = {
  giveFeedback: (tx, given, now) =>
    giveFeedback(tx, { ...given, source: "evaluation", consequence: null, wish: null, about: "none" }, now),
  employerContactsOf,
};

/** Builds the application; listens to nothing. @param logger what it logs with; another for tests that read it */
export async function buildApp(
  house: House,
  logger: FastifyServerOptions["logger"] = logging(house.config),
): Promise<FastifyInstance> {
  const { config } = house;
  const { trustProxy } = config;
  setPeriods(config.keep);
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof trustProxy === "number" ? (_, hop) => hop < trustProxy : trustProxy,
    frameworkErrors: answerUnreadable,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    genReqId: () => crypto.randomUUID(),
  });
  // the middleware is made once: Fastify's plugin for it makes it anew for each request
  const setSecurityHeaders = helmet(securityHeaders(config.baseUrl));
  app.addHook("onRequest", (request, reply, done) =>
    setSecurityHeaders(request.raw, reply.raw, () => done()),
  );
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
  const contentFolder = join(config.root, "content");
  const declaration = loadDeclaration(contentFolder);
  addAccess(app, config.baseUrl, (request) => findViewer(house, request, declaration.version));
  const assets = loadAssets(config.root);
  addRender(app, house, assets);
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

  keepSealKey(config.secret);
  loadThemes(contentFolder);
  const files = loadCases(contentFolder);
  await keepFileCases(house.store, files, house.now());
  const catalogue = openCatalogue(house.store, files);
  const mailer = makeMailer(config, house.templates);
  operationsRoutes(app, house, [...mailLevels(house.store, house.now), heldAnswersLevel(house.store)]);
  partsRoutes(app, house);
  rightsRoutes(app);
  guideRoutes(app, loadGuides(contentFolder));
  settingsRoutes(app, house, keepLanguage(house));
  offlineRoutes(app, house, assets);
  if (config.isDemo) devMailRoutes(app, house);
  homeRoutes(app, house, surveyPorts);
  ownRoutes(app, house, mailer);
  eraseOtherRoutes(app, house, mailer);
  retentionRoutes(app, house);
  privacyRoutes(app);
  peopleRoutes(app, house, mailer);
  if (config.staffProvider) staffRoutes(app, house, config.staffProvider);
  selfRoutes(app, house, mailer);
  auditRoutes(app, house);
  declarationRoutes(app, house, declaration);
  networkRoutes(app, house);
  letterRoutes(app, house, mailer, (networkId) => rhythmOf(house.store.read, networkId));
  gatheringRoutes(app, house, mailer, {
    caseCard: (slug, language, read) => caseCard(catalogue, slug, language, read),
    caseChoices: (language) => caseChoices(catalogue, language),
    evaluationCard: (read, about, language, at) =>
      evaluationCard(read, { secret: config.secret, ports: surveyPorts }, about, language, at),
    itemsByState,
    reportBacksFor,
    reportedAt,
    giveGroupFeedback,
    groupModePath: (gatheringId, slug) => groupModePath(slug, gatheringId),
    themeChoices,
  });
  postRoutes(app, house, mailer);
  surveyRoutes(app, { house, mailer, ports: surveyPorts });
  const writing = { house, themes: knownThemes(contentFolder), themeLabel, themeChoices };
  caseListRoutes(app, house, catalogue, { label: themeLabel, choices: themeChoices });
  caseRoutes(app, house, catalogue, themeLabel, sharedAnswersFor);
  groupRoutes(app, { house, catalogue, ports: { giveGroupFeedback, addToMinutes } });
  draftRoutes(app, writing);
  draftEditRoutes(app, writing);
  draftImportRoutes(app, writing);
  await registerRoutes(app, house, mailer, {
    waitingBefore: waitingCount,
    leaderChanged: (tx, change, now) => passOnToSuccessor(tx, mailer, change, now),
  });
  learningRoutes(app, house, mailer);
  return app;
}

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
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
