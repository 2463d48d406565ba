/** What makes the site an app on a phone: the worker, the manifest, and the page for when a page is not there. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AssetNames } from "./assets.ts";
import type { House } from "./house.ts";
import { inLanguage, isLanguage, type Language, type Texts } from "./languages.ts";
import { offlineTexts } from "./offline-texts.ts";
import { sharedTexts } from "./texts.ts";

declare module "./render.ts" {
  interface Pages {
    offline: { t: Texts<typeof offlineTexts> };
  }
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 16);
const isPublic = { config: { access: "public" } } as const;
/** What a kept page needs to look like itself. */
const partsOfPages = ["app.css", "app.js", "source-sans-3-latin-wght-normal.woff2", "icon.svg"];

/** What the home screen shows of the app. Its `id` is the same in each language, so that it is one app. */
function manifestOf(assets: AssetNames, language: Language) {
  const shared = inLanguage(sharedTexts, language);
  const png = (name: string, size: number, purpose: "any" | "maskable") => ({
    ...{ src: assets[name], sizes: `${size}x${size}`, type: "image/png", purpose },
  });
  return {
    id: "/",
    name: "Mentornettverk",
    short_name: "Mentornett",
    description: inLanguage(offlineTexts, language).appDescription,
    lang: language,
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#0b5394",
    icons: [
      png("icon-192.png", 192, "any"),
      png("icon-512.png", 512, "any"),
      png("icon-whole-512.png", 512, "maskable"),
      { src: assets["icon.svg"], sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [
      { name: shared.navGatherings, url: "/samlinger" },
      { name: shared.navRing, url: "/ring" },
    ],
  };
}

export function offlineRoutes(app: FastifyInstance, { config }: House, assets: AssetNames): void {
  const read = (name: string) => readFileSync(join(config.root, "views/assets", name), "utf8");
  const files = Object.fromEntries(partsOfPages.map((name) => [name, assets[name] as string]));
  const release = hashOf(JSON.stringify(files));
  const worker = `const release = "${release}";\nconst files = ${JSON.stringify(files)};\n${read("worker.js")}`;
  const retired = read("ring-worker.js");

  /** Asked for anew at each visit, answered in full only when it is another. */
  function sendScript(request: FastifyRequest, reply: FastifyReply, text: string) {
    const etag = `"${hashOf(text)}"`;
    reply.header("cache-control", "no-cache").header("etag", etag);
    if (request.headers["if-none-match"]?.replace(/^W\//, "") === etag) return reply.code(304).send();
    return reply.type("text/javascript; charset=utf-8").send(text);
  }

  app.get("/uten-nett.js", isPublic, async (request, reply) => sendScript(request, reply, worker));
  // where the worker of "Who do I ring?" was until it was the whole site's: devices that have it let it go
  app.get("/ring-uten-nett.js", isPublic, async (request, reply) => sendScript(request, reply, retired));

  app.get<{ Querystring: { sprak?: string } }>("/app.webmanifest", isPublic, async (request, reply) => {
    const { sprak } = request.query;
    const manifest = manifestOf(assets, isLanguage(sprak) ? sprak : "nb");
    reply.type("application/manifest+json").header("cache-control", "public, max-age=86400");
    return reply.send(JSON.stringify(manifest));
  });

  app.get("/uten-nett", { config: { access: "signed-in", offline: {} } }, async (request, reply) => {
    const t = inLanguage(offlineTexts, request.language);
    return reply.page("offline", { t, title: t.title });
  });
}
