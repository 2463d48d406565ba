/** The phones of the groups: joining without signing in, answering as one, watching what happens. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { gatheringFor } from "../gatherings/queries.ts";
import { countTry, mayTry, placeOf } from "../people/rate.ts";
import { guardFields } from "../privacy/guard.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { keyedHash } from "../web/signing.ts";
import { sharedTexts } from "../web/texts.ts";
import { type AnswerText, hasContent, rescueText, saveAnswer, settleBeside } from "./group-answer.ts";
import { type GroupT, groupWords } from "./group-cards.ts";
import { readGroupCode } from "./group-code.ts";
import { groupToken, setGroupCookie } from "./group-cookie.ts";
import { joinGroup, setGroupSize } from "./group-device.ts";
import { sendToNav } from "./group-feedback.ts";
import { answerForm, joinForm, ownMarkForm, saveIn, settlingIn, sizeForm, tryForm } from "./group-forms.ts";
import { setSharing } from "./group-harvest.ts";
import { answerAction, type PhonePage, phonePage, type Tried } from "./group-phone-page.ts";
import { type Device, deviceOf, groupSession, questionsOf, tagOfDevice } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";
import { mostGroups } from "./group-session.ts";
import { noteTryOnce } from "./group-try.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/group-join": {
      t: GroupT;
      errors: FieldErrors;
      typed: Typed;
      groups: number[];
      /** A text that was not saved, carried along until the phone is in again; empty without one. */
      rescued: string;
    };
    "cases/group-phone": PhonePage;
  }
}

/** Wrong codes from one place in fifteen minutes: far more than a room mistypes, far fewer than a search takes. */
const mostWrongCodes = 60;
const isPublic = { config: { access: "public" } } as const;

type ById = { Params: { id: string } };
type ByQuestion = { Params: { id: string; question: string; round: string } };
const sharedIn = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

export function groupPhoneRoutes(app: FastifyInstance, { house, ports }: GroupDesk): void {
  const { store, now, config } = house;

  /** The phone that asks, when it is in this session; null otherwise. */
  async function deviceIn(request: FastifyRequest<ById>): Promise<Device | null> {
    const device = await deviceOf(store, groupToken(house, request), now());
    return device?.sessionId === request.params.id ? device : null;
  }

  function showJoin(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { errors?: FieldErrors; typed?: Typed },
    status = 200,
  ) {
    const t = groupWords(request.language);
    const { errors = {}, typed = {} } = shown;
    const groups = Array.from({ length: mostGroups }, (_, i) => i + 1);
    const rescued = String(typed["ord"] ?? "");
    return reply.page("cases/group-join", { t, title: t.joinTitle, errors, typed, groups, rescued }, status);
  }

  async function showPhone(
    request: FastifyRequest,
    reply: FastifyReply,
    device: Device,
    shown: { tried?: Tried; errors?: FieldErrors; tryWords?: string } = {},
  ) {
    const session = orNotFound(await groupSession(store, device.sessionId));
    const { viewer, language } = request;
    const own = viewer && (await gatheringFor(store, viewer, session.gatheringId));
    const page = await phonePage(store, {
      session,
      device,
      language,
      now: now(),
      ...shown,
      isSignedIn: viewer !== null,
      mayKeepTry: own?.isMember ?? false,
    });
    return reply.page("cases/group-phone", page, shown.tried || shown.errors ? 422 : 200);
  }

  app.get<{ Querystring: { kode?: string } }>("/gruppe", isPublic, async (request, reply) => {
    const typed = typeof request.query.kode === "string" ? request.query.kode.slice(0, 20) : "";
    const device = await deviceOf(store, groupToken(house, request), now());
    if (device) {
      const session = await groupSession(store, device.sessionId);
      if (!typed || session?.code === readGroupCode(typed)) return reply.goTo(`/gruppe/${device.sessionId}`);
    }
    return showJoin(request, reply, { typed: { kode: typed } });
  });

  app.post("/gruppe", isPublic, async (request, reply) => {
    const t = groupWords(request.language);
    const form = readForm(joinForm, request.body, sharedIn(request));
    if (!form.ok) return showJoin(request, reply, form, 422);
    const { kode, gruppe, sporsmal, runde, ord, valg } = form.value;
    const typed = Object.fromEntries(
      Object.entries(form.value).map(([name, value]) => [name, String(value ?? "")]),
    );
    const refuse = (words: string) => showJoin(request, reply, { errors: { kode: words }, typed }, 422);
    const key = keyedHash(config.secret, "group-code", placeOf(request.ip));
    if (!(await mayTry(store.read, key, mostWrongCodes, now()))) return refuse(sharedIn(request).tooManyText);
    const code = readGroupCode(kode);
    const token = groupToken(house, request) ?? null;
    const joined = await store.write(async (tx) => {
      const result = code
        ? await joinGroup(tx, { code, groupNumber: gruppe, token }, now())
        : ({ ok: false, reason: "wrong-code" } as const);
      if (!result.ok && result.reason === "wrong-code") await countTry(tx, key, mostWrongCodes, now());
      if (result.ok && sporsmal && runde && (ord || valg !== null)) {
        const at = { sessionId: result.sessionId, questionId: sporsmal, round: runde, groupNumber: gruppe };
        const isFine = Object.keys(guardFields({ ord }, request.language)).length === 0;
        if (isFine) await rescueText(tx, at, { words: ord ?? "", choice: valg });
      }
      return result;
    });
    if (!joined.ok) {
      const words = { "wrong-code": t.wrongCode, "not-today": t.notToday, full: t.full, bound: t.bound };
      return refuse(words[joined.reason]);
    }
    setGroupCookie(house, reply, joined.token);
    return reply.goTo(`/gruppe/${joined.sessionId}`);
  });

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

  app.post<ById>("/gruppe/:id/antall", isPublic, async (request, reply) => {
    const device = await deviceIn(request);
    if (!device) return showJoin(request, reply, {}, 422);
    const form = readForm(sizeForm, request.body, sharedIn(request));
    if (!form.ok) return showPhone(request, reply, device, { errors: form.errors });
    const { sessionId, groupNumber } = device;
    const size = form.value.antall;
    await store.write((tx) => setGroupSize(tx, { sessionId, groupNumber, size }), { inTurnFor: sessionId });
    return reply.goTo(`/gruppe/${sessionId}`);
  });

  app.post<ById>("/gruppe/:id/merke", isPublic, async (request, reply) => {
    const device = await deviceIn(request);
    if (!device) return showJoin(request, reply, {}, 422);
    const form = readForm(ownMarkForm, request.body, sharedIn(request));
    if (!form.ok) return showPhone(request, reply, device, { errors: form.errors });
    const { sessionId, groupNumber } = device;
    const { svar: answerId, handling } = form.value;
    const session = orNotFound(await groupSession(store, sessionId));
    const result = await store.write<{ ok: boolean; reason?: string }>(
      async (tx) => {
        if (handling !== "nav") {
          const ok = await setSharing(tx, { sessionId, answerId, groupNumber, mayShare: handling === "del" });
          return ok ? { ok } : { ok, reason: "no-such" };
        }
        const press = { sessionId, answerId, groupNumber, byId: session.openedById };
        return sendToNav(tx, press, ports.giveGroupFeedback, now());
      },
      { inTurnFor: sessionId },
    );
    if (result.reason === "no-such") throw new NotFound();
    if (result.reason === "too-few") {
      const errors = { antall: groupWords(request.language).aboutNavTooFew };
      return showPhone(request, reply, device, { errors });
    }
    return reply.goTo(`/gruppe/${sessionId}`);
  });

  app.post<ById>("/gruppe/:id/prover", isPublic, async (request, reply) => {
    const device = await deviceIn(request);
    if (!device) return showJoin(request, reply, {}, 422);
    const form = readForm(tryForm, request.body, sharedIn(request));
    const tryWords = form.ok ? form.value.prover : String(form.typed["prover"] ?? "");
    const errors = form.ok ? guardFields({ prover: tryWords }, request.language) : form.errors;
    if (!request.viewer) errors["prover"] = groupWords(request.language).trySignedOut;
    if (!form.ok || !request.viewer || Object.keys(errors).length > 0)
      return showPhone(request, reply, device, { errors, tryWords });
    const session = orNotFound(await groupSession(store, device.sessionId));
    const own = await gatheringFor(store, request.viewer, session.gatheringId);
    if (!own?.isMember) throw new NotFound();
    const note = {
      networkId: session.networkId,
      personId: request.viewer.id,
      words: tryWords,
      isShared: form.value.deles,
    };
    await store.write((tx) => noteTryOnce(tx, note, now()));
    return reply.goTo(`/gruppe/${device.sessionId}`, "saved");
  });
}

/** What was written, whether or not the form was in order. */
function textIn(
  form: { ok: true; value: { ord: string | null; valg: number | null } } | { ok: false; typed: Typed },
) {
  const { ord, valg } = form.ok ? form.value : form.typed;
  return { ord: String(ord ?? ""), valg: String(valg ?? "") };
}

/** Answers a poll: nothing when the page has this tag already, else the tag; 404 for those who are not in. */
export function sendTag(request: FastifyRequest, reply: FastifyReply, tag: string | null) {
  reply.header("cache-control", "no-store");
  if (tag === null) return reply.code(404).type("text/plain; charset=utf-8").send("");
  const quoted = `"${tag}"`;
  reply.header("etag", quoted);
  if (request.headers["if-none-match"] === quoted) return reply.code(304).send();
  return reply.type("text/plain; charset=utf-8").send(tag);
}
