/**
 * Mail that came in. For advisers: what waits for them, read between two tasks. For the person: one
 * question, answered with one thumb, without signing in.
 */
import type { FastifyInstance } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { viewerOf } from "../web/access.ts";
import { momentInWords, shortDate, when } from "../web/dates.ts";
import { BrokenLink, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { answerToken } from "./answer-link.ts";
import { decideHeld, heldByToken } from "./held.ts";
import { handlePost } from "./post.ts";
import { heldForm } from "./post-forms.ts";
import { type PostRow, postFor, waitingPost } from "./post-queries.ts";
import { postTexts } from "./post-texts.ts";
import { keyText, personOf, readKey } from "./queries.ts";

type T = Texts<typeof postTexts>;

interface PostCard {
  id: string;
  from: string;
  came: string;
  subject: string | null;
  /** Who was invited, when it is not plain from the sender. */
  whose: string | null;
  gathering: { title: string; path: string } | null;
  why: string;
  words: string | null;
}

declare module "../web/render.ts" {
  interface Pages {
    "gatherings/post-list": { t: T; messages: PostCard[]; olderPath: string | null };
    "gatherings/post-held": {
      t: T;
      action: string;
      said: string;
      facts: { label: string; value: string }[];
      errors: FieldErrors;
      decided: string | null;
      answerPath: string;
    };
  }
}

const pageSize = 20;
const staff = { config: { access: ["adviser", "administrator"] } } as const;
const isPublic = { config: { access: "public" } } as const;

function whyWords(reason: string | null, t: T): string {
  const key = `reason_${reason}` as keyof T;
  return (t[key] as string | undefined) ?? t.reason_unclear;
}

function cardOf(row: PostRow, t: T, language: Language, now: Parameters<typeof momentInWords>[2]): PostCard {
  const { fromName, fromAddress, personName, gatheringId, gatheringTitle, localDate } = row;
  const sender = [fromName, fromAddress].filter(Boolean).join(", ");
  return {
    id: row.id,
    from: sender || t.unknownSender,
    came: momentInWords(row.receivedAt, language, now),
    subject: row.subject || null,
    whose: personName && personName !== fromName ? personName : null,
    gathering:
      gatheringId && localDate
        ? {
            title: `${gatheringTitle}, ${shortDate(localDate, language, now)}`,
            path: `/samlinger/${gatheringId}/svar`,
          }
        : null,
    why: whyWords(row.reason, t),
    words: row.words || null,
  };
}

export function postRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, config, now } = house;

  app.get<{ Querystring: { etter?: string } }>("/samlinger/post", staff, async (request, reply) => {
    const { language } = request;
    const t = inLanguage(postTexts, language);
    const after = readKey(request.query.etter);
    const rows = await waitingPost(store.read, viewerOf(request), after, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const next = last && rows.length > pageSize ? keyText({ startsAt: last.receivedAt, id: last.id }) : null;
    return reply.page("gatherings/post-list", {
      t,
      title: t.title,
      messages: shown.map((row) => cardOf(row, t, language, now())),
      olderPath: next ? `/samlinger/post?etter=${next}` : null,
    });
  });

  app.post<{ Params: { id: string } }>("/samlinger/post/:id/ferdig", staff, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = orNotFound(await postFor(store.read, viewer, request.params.id));
    const byId = viewer.id;
    await store.write((tx) => handlePost(tx, { id, byId }, now()));
    return reply.goTo("/samlinger/post", "postHandled");
  });

  type ByToken = { Params: { token: string } };

  async function open(token: string) {
    const { held, found } = (await heldByToken(store.read, config.secret, token)) ?? {};
    if (!held || !found) throw new BrokenLink();
    const { language } = orNotFound(await personOf(store.read, held.personId));
    const { id, linkVersion } = found.invitation;
    const answerPath = `/svar/${answerToken(config.secret, { id, linkVersion })}`;
    return { token, held, found, language, t: inLanguage(postTexts, language), answerPath };
  }

  function heldPage(
    { token, held, found, language, t, answerPath }: Awaited<ReturnType<typeof open>>,
    errors: FieldErrors = {},
  ) {
    const decided =
      held.verdict === "own" ? t.decidedOwn : held.verdict === "not-own" ? t.decidedNotOwn : null;
    const { gathering } = found;
    return {
      t,
      language,
      title: t.question,
      action: `/var-det-deg/${token}`,
      said: t.questionText(t[`answer_${held.answer}`], held.addressKey),
      facts: [
        { label: t.about, value: `${when(gathering, language)}: ${gathering.title}` },
        { label: t.came, value: momentInWords(held.saidAt, language, now()) },
      ],
      errors,
      decided,
      answerPath,
    };
  }

  app.get<ByToken>("/var-det-deg/:token", isPublic, async (request, reply) => {
    return reply.page("gatherings/post-held", heldPage(await open(request.params.token)));
  });

  app.post<ByToken>("/var-det-deg/:token", isPublic, async (request, reply) => {
    const opened = await open(request.params.token);
    const { held, found, t, language, answerPath } = opened;
    const form = readForm(heldForm, request.body, inLanguage(sharedTexts, language));
    if (!form.ok) return reply.page("gatherings/post-held", heldPage(opened, { svar: t.chooseOne }), 422);
    const isOwn = form.value.svar === "ja";
    const result = await store.write(
      (tx) => decideHeld({ tx, mailer, now: now() }, { heldId: held.id, isOwn }),
      { inTurnFor: found.gathering.id },
    );
    if (result.ok && isOwn) return reply.goTo(`${answerPath}/kvittering`);
    return reply.goTo(!result.ok && result.reason === "stale" ? answerPath : `/var-det-deg/${opened.token}`);
  });
}
