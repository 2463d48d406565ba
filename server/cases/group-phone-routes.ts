/** The phones of the groups: answering as one, watching what happens. */
import type { FastifyInstance } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { NotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { type AnswerText, hasContent, saveAnswer, settleBeside } from "./group-answer.ts";
import { groupWords } from "./group-cards.ts";
import { type ById, isPublic, phoneDesk, sendTag, sharedIn, showJoin } from "./group-desk.ts";
import { answerForm, saveIn, settlingIn } from "./group-forms.ts";
import { answerAction, type Tried } from "./group-phone-page.ts";
import { questionsOf, tagOfDevice } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";

type ByQuestion = { Params: { id: string; question: string; round: string } };

export function groupPhoneRoutes(app: FastifyInstance, desk: GroupDesk): void {
  const { store } = desk.house;
  const { deviceIn, showPhone } = phoneDesk(desk);

  app.get<ById>("/gruppe/:id", isPublic, async (request, reply) => {
    const device = await deviceIn(request);
    return device ? showPhone(request, reply, device) : reply.goTo("/gruppe");
  });

  app.get<ById>("/gruppe/:id/puls", isPublic, async (request, reply) => {
    const device = await deviceIn(request);
    return sendTag(request, reply, device && tagOfDevice(device));
  });

  app.post<ByQuestion>("/gruppe/:id/svar/:question/:round", isPublic, async (request, reply) => {
    const { id: sessionId, question: questionId } = request.params;
    const round = Number(request.params.round);
    const t = groupWords(request.language);
    const form = readForm(answerForm, request.body, sharedIn(request));
    const device = await deviceIn(request);
    if (!device) {
      const typed = { ...textIn(form), sporsmal: questionId, runde: request.params.round };
      return showJoin(request, reply, { errors: { kode: t.lostPlace }, typed }, 422);
    }
    const action = answerAction(sessionId, questionId, round);
    const sent = textIn(form);
    const text: AnswerText = {
      words: sent.ord,
      choice: /^[0-7]$/.test(sent.valg) ? Number(sent.valg) : null,
    };
    const refuse = (errors: FieldErrors, rest: Partial<Tried> = {}) =>
      showPhone(request, reply, device, {
        tried: { action, text, errors, theirs: null, isClosed: false, ...rest },
      });
    if (!form.ok) return refuse(form.errors);
    const question = (await questionsOf(store, sessionId)).find((one) => one.questionId === questionId);
    if (!question || (round !== 1 && round !== 2)) throw new NotFound();
    const save = saveIn(form.value);
    const isAlternative = save.choice === null || save.choice < question.wording.nb.choices.length;
    const faults = guardFields({ ord: save.words }, request.language);
    if (!isAlternative) faults["valg"] = sharedIn(request).pickOne;
    if (!hasContent(save) && save.seenVersion === 0) faults["ord"] = t.writeSomething;
    if (Object.keys(faults).length > 0) return refuse(faults);
    const key = { sessionId, questionId, round, groupNumber: device.groupNumber };
    const settling = settlingIn(form.value.handling);
    const saved = await store.write(
      async (tx) => {
        const result = await saveAnswer(tx, key, save);
        if (!result.ok || !settling) return result;
        const settled = await settleBeside(tx, key, settling);
        return !settled.ok && settled.reason === "too-long"
          ? { ok: false as const, reason: "too-long" as const }
          : result;
      },
      { inTurnFor: sessionId },
    );
    if (saved.ok) return reply.goTo(`/gruppe/${sessionId}?lagret=${saved.version}#svar`);
    if (saved.reason === "conflict") return refuse({ ord: t.conflictTitle }, { theirs: saved.current });
    if (saved.reason === "too-long") return refuse({ ord: t.tooLongTogether });
    return refuse({ ord: t.closedMeanwhile }, { isClosed: true });
  });
}

/** What was written, whether or not the form was in order. */
function textIn(
  form: { ok: true; value: { ord: string | null; valg: number | null } } | { ok: false; typed: Typed },
) {
  const { ord, valg } = form.ok ? form.value : form.typed;
  return { ord: String(ord ?? ""), valg: String(valg ?? "") };
}
