/** Who is asking, whether this kind of person may, and that nobody else's site asks in their name. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Forbidden, NotFound } from "./errors.ts";
import type { Language } from "./languages.ts";

export type Role = "mentor" | "adviser" | "counsellor" | "leader" | "regional_leader" | "administrator";

/** The person signed in. */
export interface Viewer {
  id: string;
  name: string;
  language: Language;
  roles: readonly Role[];
  /** They have not accepted the declaration of confidentiality as it is now. */
  mustAccept?: boolean;
}

/** Everyone, everyone signed in, or those with one of the roles. */
export type Access = "public" | "signed-in" | readonly Role[];

declare module "fastify" {
  interface FastifyContextConfig {
    /** Required of every route: the app does not start without it. */
    access?: Access;
    /** The address itself proves that the request is meant: other sites and programs may POST to it. */
    carriesOwnProof?: boolean;
    /**
     * Whether one gets there before accepting the declaration of confidentiality. Public pages are, all
     * others are not, unless they say so.
     */
    isBeforeDeclaration?: boolean;
    /** Neither logged nor measured: when someone came here is nobody's business. Faults are logged. */
    isQuiet?: boolean;
  }
  interface FastifyInstance {
    /** Every route with who may use it. */
    routeTable: { method: string; url: string; access: Access }[];
  }
  interface FastifyRequest {
    /** Null when nobody is signed in. */
    viewer: Viewer | null;
  }
}

/** Thrown when someone must sign in first. */
export class SignInFirst extends Error {}

/** Thrown when someone must accept the declaration of confidentiality first. */
export class AcceptFirst extends Error {}

/** Whether the person has one of the roles. */
export function hasRole(viewer: Viewer | null, ...roles: Role[]): boolean {
  return viewer !== null && roles.some((role) => viewer.roles.includes(role));
}

/** The person signed in; for routes whose access says that there is one. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new SignInFirst();
  return request.viewer;
}

function requireAccess(access: Access, viewer: Viewer | null): void {
  if (access === "public") return;
  if (!viewer) throw new SignInFirst();
  if (access !== "signed-in" && !hasRole(viewer, ...access)) throw new Forbidden();
}

/**
 * Whether a request that changes something comes from our own pages. Browsers tell by
 * Sec-Fetch-Site; older ones by Origin. Requests with neither come from no page of another site.
 */
function isOwnSite(request: FastifyRequest, baseUrl: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.headers.origin;
  return origin === undefined || origin === new URL(baseUrl).origin;
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Adds the two hooks: a route without `config.access` stops the start, and each request is checked.
 * @param findViewer who the request's session belongs to
 */
export function addAccess(
  app: FastifyInstance,
  baseUrl: string,
  findViewer: (request: FastifyRequest) => Promise<Viewer | null>,
): void {
  app.decorateRequest("viewer", null);
  app.decorate("routeTable", []);
  app.addHook("onRoute", ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${method} ${url} does not say who may use it (config.access)`);
    for (const one of [method].flat()) app.routeTable.push({ method: one, url, access: config.access });
  });
  app.addHook("onRequest", async (request) => {
    if (request.url.includes("%00")) throw new NotFound(); // nothing is named so, and PostgreSQL refuses it
    const { access = "public", carriesOwnProof = false } = request.routeOptions.config;
    const isOurs = safeMethods.has(request.method) || carriesOwnProof || isOwnSite(request, baseUrl);
    if (!isOurs) throw new Forbidden();
    request.viewer = await findViewer(request);
    requireAccess(access, request.viewer);
    const { isBeforeDeclaration = access === "public" } = request.routeOptions.config;
    if (request.viewer?.mustAccept && !isBeforeDeclaration) throw new AcceptFirst();
  });
}
