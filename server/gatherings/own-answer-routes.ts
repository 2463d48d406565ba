/** Answering for oneself when signed in. */
import type { FastifyInstance } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { viewerOf } from "../web/access.ts";
import { BrokenLink, NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { Language } from "../web/languages.ts";
import { answerFrom } from "./cards.ts";
import { atDesk, type ById, type Desk, signedIn, type Words } from "./desk.ts";
import { answerForm, bodyOf } from "./forms.ts";
import { gatheringFor, type OwnGathering } from "./queries.ts";
import { type Answer, answerInvitation } from "./rsvp.ts";
import { showPage } from "./show-page.ts";

type Given =
  | { ok: true; value: Pick<Answer, "answer" | "mode" | "sequence" | "words" | "needs"> }
  | { ok: false; errors: FieldErrors; typed: Typed };

/**
 * Reads the answer form. Words that no field was sent for are left as they were.
 * @param keepsBlank a blank field keeps what was written before: where that is not shown
 */
export function readAnswer(
  body: unknown,
  gathering: OwnGathering["gathering"],
  { t, shared, language }: Words & { language: Language },
  keepsBlank: boolean,
): Given {
  const form = readForm(answerForm, body, shared);
  if (!form.ok) {
    const { svar, ...errors } = form.errors;
    return { ...form, errors: svar ? { svar: t.pickAnswer, ...errors } : errors };
  }
  const { svar, rekkefolge: sequence, ord, behov } = form.value;
  const errors = guardFields({ ord, behov }, language);
  if (sequence !== gathering.sequence) errors["svar"] = t.itHasChanged;
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: bodyOf(body) as Typed };
  const written = (name: string, value: string | null) =>
    name in bodyOf(body) && !(keepsBlank && value === null) ? { value } : { value: undefined };
  const words = written("ord", ord).value;
  const needs = written("behov", behov).value;
  return { ok: true, value: { ...answerFrom(svar, gathering), sequence, words, needs } };
}

/**
 * Stores an answer.
 * @returns null when it is stored, else why not, in words for the field `svar`
 */
export async function storeAnswer(
  { house, mailer }: Desk,
  own: OwnGathering,
  answer: Pick<Answer, "answer" | "mode" | "sequence" | "words" | "needs" | "channel" | "byPersonId">,
  { t }: Words,
): Promise<string | null> {
  const { invitationId } = own;
  if (!invitationId) throw new NotFound();
  const result = await house.store.write(
    (tx) => answerInvitation(tx, mailer, { invitationId, ...answer }, house.now()),
    { inTurnFor: own.gathering.id },
  );
  if (result.ok) return null;
  if (result.reason === "withdrawn") throw new BrokenLink();
  const reasons = { cancelled: t.itIsCancelled, past: t.itIsPast, superseded: t.itHasChanged };
  return reasons[result.reason];
}

export function ownAnswerRoutes(app: FastifyInstance, desk: Desk): void {
  const { house } = desk;

  app.post<ById>("/samlinger/:id/svar", signedIn, async (request, reply) => {
    const moment = atDesk(request, house.now());
    const viewer = viewerOf(request);
    const own = orNotFound(await gatheringFor(house.store, viewer, request.params.id));
    orNotFound(own.invitationId);
    const given = readAnswer(request.body, own.gathering, moment, false);
    if (!given.ok)
      return reply.page("gatherings/show", await showPage(desk, viewer, own, moment, given), 422);
    const said = { ...given.value, channel: "web" as const, byPersonId: viewer.id };
    const refusal = await storeAnswer(desk, own, said, moment);
    if (refusal) {
      const tried = { errors: { svar: refusal }, typed: bodyOf(request.body) as Typed };
      return reply.page("gatherings/show", await showPage(desk, viewer, own, moment, tried), 422);
    }
    return reply.goTo(`/samlinger/${own.gathering.id}`, "answerStored");
  });
}
