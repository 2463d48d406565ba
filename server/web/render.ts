/** Pages: each room declares its own, with their props; `reply.page` checks name and props. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "./access.ts";
import type { AssetNames } from "./assets.ts";
import { timesWhole } from "./dates.ts";
import { newFormKey } from "./form-key.ts";
import { guideLink } from "./guide.ts";
import type { House } from "./house.ts";
import { icon } from "./icons.ts";
import { inLanguage, isLanguage, type Language, preferredLanguage, type Texts } from "./languages.ts";
import { isQuiet } from "./logging.ts";
import { backFor, type MenuItem, menuFor } from "./navigation.ts";
import { type NoticeKey, notices, refusals } from "./notices.ts";
import { addOffline, draftSent, markForDevice, type OnDevice } from "./offline.ts";
import { pathAfterSignIn, signInThen } from "./paths.ts";
import { sharedTexts } from "./texts.ts";

/**
 * Name of the view → its props. Each room adds its pages:
 * `declare module "../web/render.ts" { interface Pages { "gatherings/list": ListProps } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their pages into it
export interface Pages {}

/** What every page must say of itself. */
export interface PageProps {
  title: string;
  /** When the page is for someone known by a link: their language instead of the browser's. */
  language?: Language;
  /** Where signing in from this page leads, when that is not back to it. */
  signInTo?: string;
}

/** What every view and every part finds in `it.common`. */
export interface Common {
  language: Language;
  t: Texts<typeof sharedTexts>;
  viewer: Viewer | null;
  path: string;
  menu: MenuItem[];
  /** The list or the thing this page belongs to. */
  back: { path: string; label: string } | null;
  /** Signing in, and then back to this page. */
  signIn: string;
  colourMode: "light" | "dark" | "auto";
  assets: AssetNames;
  /** What was just done, or why it was not. */
  notice: { text: string; kind: "success" | "info" } | null;
  /** Where the form was sent to that had been written without network, when it just came through. */
  sent: string | null;
  device: OnDevice;
  isDemo: boolean;
  icon: typeof icon;
  /** Words with a time in them, as HTML. */
  times(words: string): string;
  newFormKey: typeof newFormKey;
  /** A heading of a guide, such as "mentor#navn". */
  guide(place: string): ReturnType<typeof guideLink>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** The language of whoever asks: theirs, else the cookie's, else the browser's. */
    readonly language: Language;
  }
  interface FastifyReply {
    /** Sends a page. */
    page<P extends keyof Pages>(name: P, props: Pages[P] & PageProps, status?: number): FastifyReply;
    /** 303 to `path`, where the notice is shown once. */
    goTo(path: string, notice?: NoticeKey): FastifyReply;
  }
}

const noticeCookie = "melding";

/** The notice and the sent draft that the page before this one left. */
function takeNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
): Pick<Common, "notice" | "sent"> {
  const left = request.cookies[noticeCookie];
  if (!left) return { notice: null, sent: null };
  reply.clearCookie(noticeCookie, { path: "/" });
  const [key, sent = null] = left.split(" ") as [NoticeKey, string?];
  if (!Object.hasOwn(notices, key)) return { notice: null, sent };
  return { notice: { text: notices[key][language], kind: refusals.has(key) ? "info" : "success" }, sent };
}

function chooseLanguage(request: FastifyRequest): Language {
  if (request.viewer) return request.viewer.language;
  const cookie = request.cookies["sprak"];
  return isLanguage(cookie) ? cookie : preferredLanguage(request.headers["accept-language"]);
}

function colourModeOf(request: FastifyRequest): Common["colourMode"] {
  const cookie = request.cookies["farger"];
  return cookie === "light" || cookie === "dark" ? cookie : "auto";
}

const asked = (request: FastifyRequest) => ({
  method: request.method,
  url: request.url,
  route: request.routeOptions.url,
  isQuiet: isQuiet(request),
});

/** Adds `reply.page`, `reply.goTo` and `request.language`. Comes after access and cookies. */
export function addRender(app: FastifyInstance, house: House, assets: AssetNames): void {
  addOffline(app);
  app.decorateRequest("language", {
    getter() {
      return chooseLanguage(this as FastifyRequest);
    },
  });

  app.decorateReply("page", function (this: FastifyReply, name, props, status = 200) {
    const { request } = this;
    const path = request.url.split("?")[0] as string;
    const language = props.language ?? request.language;
    const t = inLanguage(sharedTexts, language);
    const common: Common = {
      language,
      t,
      viewer: request.viewer,
      path,
      menu: menuFor(request.viewer, path, t),
      back: backFor(request.viewer, path, t),
      signIn: signInThen(props.signInTo ?? pathAfterSignIn(asked(request))),
      colourMode: colourModeOf(request),
      assets,
      ...takeNotice(request, this, language),
      device: markForDevice(house, this, { status, language }),
      isDemo: house.config.isDemo,
      icon,
      times: timesWhole.onPage,
      newFormKey,
      guide: (place) => guideLink(place, language),
    };
    this.code(status).header("cache-control", "no-store");
    return this.view(`/${name as string}`, { ...props, common }) as unknown as FastifyReply;
  });

  app.decorateReply("goTo", function (this: FastifyReply, path, notice) {
    const sent = notice && refusals.has(notice) ? null : draftSent(this.request);
    if (notice || sent) {
      const secure = house.config.baseUrl.startsWith("https:");
      const left = sent ? `${notice ?? ""} ${sent}` : (notice as string);
      this.setCookie(noticeCookie, left, { path: "/", httpOnly: true, sameSite: "lax", secure });
    }
    return this.redirect(path, 303);
  });
}
