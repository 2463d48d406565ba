/** Errors become pages here and nowhere else. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isStoreAway } from "../store/away.ts";
import { AcceptFirst, SignInFirst } from "./access.ts";
import { BrokenLink, Forbidden, NoNetworkYet, NotFound, TooMany } from "./errors.ts";
import { inLanguage, preferredLanguage } from "./languages.ts";
import { signInThen } from "./paths.ts";
import { sharedTexts } from "./texts.ts";

type Kind =
  | "notFound"
  | "goneMeanwhile"
  | "noNetwork"
  | "forbidden"
  | "tooMany"
  | "brokenLink"
  | "tooLarge"
  | "badRequest"
  | "unavailable"
  | "broken";

declare module "./render.ts" {
  interface Pages {
    error: {
      heading: string;
      text: string;
      code: string | null;
      again: Again | null;
      /** Whether signing in is the way on, for whoever has not. */
      isForSignIn: boolean;
    };
  }
}

/** A form that was sent in vain, to be sent again: nobody writes it twice. */
interface Again {
  path: string;
  fields: { name: string; value: string }[];
  /** Of them, what somebody wrote rather than chose. */
  words: string[];
}

/** What was sent, when it was a form; null for anything else. */
function sentWith({ method, url, body }: FastifyRequest): Again | null {
  if (method !== "POST" || typeof body !== "object" || body === null) return null;
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === "string" ? [{ name, value: one }] : [])),
  );
  return { path: url, fields, words: fields.map(({ value }) => value).filter((one) => /\S\s+\S/.test(one)) };
}

function kindOf(error: Error & { statusCode?: number }): [Kind, number] {
  if (error instanceof NotFound) return ["notFound", 404];
  if (error instanceof NoNetworkYet) return ["noNetwork", 404];
  if (error instanceof Forbidden) return ["forbidden", 403];
  if (error instanceof TooMany) return ["tooMany", 429];
  if (error instanceof BrokenLink) return ["brokenLink", 410];
  if (error.statusCode === 413) return ["tooLarge", 413];
  if (error.statusCode && error.statusCode < 500) return ["badRequest", error.statusCode];
  return isStoreAway(error) ? ["unavailable", 503] : ["broken", 500];
}

function showError(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const [said, status] = kindOf(error);
  const kind = said === "notFound" && request.method === "POST" ? "goneMeanwhile" : said;
  const isOurs = status >= 500;
  if (isOurs) request.log.error({ err: error, req: request }, kind === "broken" ? "surprise" : "store away");
  if (kind === "unavailable") reply.header("retry-after", "30");
  const t = inLanguage(sharedTexts, request.language);
  return reply.page(
    "error",
    {
      title: t[`${kind}Title`],
      heading: t[`${kind}Title`],
      text: t[`${kind}Text`],
      code: kind === "broken" ? request.id : null,
      again: isOurs ? sentWith(request) : null,
      isForSignIn: kind === "brokenLink",
    },
    status,
  );
}

/** Where to come back to after a page that comes first: a path of ours, GET only. */
const backTo = ({ method, url }: FastifyRequest) => (method === "GET" ? url : "/");

function acceptFirst(request: FastifyRequest): string {
  const path = backTo(request);
  return path === "/" ? "/taushetserklaering" : `/taushetserklaering?til=${encodeURIComponent(path)}`;
}

/**
 * An address that cannot even be read, such as one with half a letter in it. Nothing of ours has looked
 * at the request yet, so there is no page to show.
 */
export function answerUnreadable(_error: Error, request: FastifyRequest, reply: FastifyReply) {
  const t = inLanguage(sharedTexts, preferredLanguage(request.headers["accept-language"]));
  return reply
    .code(404)
    .header("x-content-type-options", "nosniff")
    .type("text/plain; charset=utf-8")
    .send(`${t.notFoundTitle}\n\n${t.notFoundText}\n`);
}

export function addErrorPages(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SignInFirst) return reply.redirect(signInThen(backTo(request)), 303);
    if (error instanceof AcceptFirst) return reply.redirect(acceptFirst(request), 303);
    return showError(error, request, reply);
  });
  app.setNotFoundHandler((request, reply) => showError(new NotFound(), request, reply));
}
