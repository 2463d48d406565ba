/** The facilitator's phone, the projector and the result: for advisers of the network. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { gatheringFor, runGathering } from "../gatherings/queries.ts";
import { guardFields } from "../privacy/guard.ts";
import type { Tx } from "../store/store.ts";
import { viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { groupWords, minutesLines, revealedRounds } from "./group-cards.ts";
import { moveDevice } from "./group-device.ts";
import { sendToNav } from "./group-feedback.ts";
import {
  approvalForm,
  clusterForm,
  moveForm,
  navForm,
  partyForm,
  placeForm,
  renameForm,
  roundForm,
} from "./group-forms.ts";
import {
  addCluster,
  agendaItemAbout,
  approveSharing,
  markParty,
  placeAnswer,
  renameCluster,
} from "./group-harvest.ts";
import { sendTag } from "./group-phone-routes.ts";
import {
  clustersOf,
  type GroupSession,
  groupSession,
  questionsOf,
  revealedAnswersOf,
  roundsOf,
  staffTag,
} from "./group-queries.ts";
import { addTime, closeRound, openRound, revealRound } from "./group-round.ts";
import type { GroupDesk } from "./group-routes.ts";
import { endGroupSession, renewGroupCode } from "./group-session.ts";
import { type LeaderExtra, type StaffPage, staffPage } from "./group-staff-page.ts";
import { caseLanguage } from "./library.ts";

declare module "../web/render.ts" {
  interface Pages {
    "cases/group-leader": StaffPage & LeaderExtra;
    "cases/group-screen": StaffPage;
    "cases/group-result": StaffPage & { isLeader: boolean };
  }
}

type ById = { Params: { id: string } };
const staff = { config: { access: ["adviser"] } } as const;
const signedIn = { config: { access: "signed-in" } } as const;
const sharedIn = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

export function groupLeaderRoutes(app: FastifyInstance, { house, catalogue, ports }: GroupDesk): void {
  const { store, now, config } = house;

  /** The session, for an adviser of its network; 404 for anyone else. */
  async function led(request: FastifyRequest<ById>): Promise<GroupSession> {
    const session = orNotFound(await groupSession(store, request.params.id));
    orNotFound(await runGathering(store, viewerOf(request), session.gatheringId));
    return session;
  }

  const atDesk = (request: FastifyRequest) => ({
    language: request.language,
    now: now(),
    baseUrl: config.baseUrl,
  });

  async function showLeader(
    request: FastifyRequest,
    reply: FastifyReply,
    session: GroupSession,
    shown: { errors?: FieldErrors; typed?: Typed } = {},
  ) {
    const page = await staffPage(store, session, atDesk(request));
    const found = await catalogue.find(session.caseSlug, session.caseVersion);
    const notes = found?.texts[caseLanguage(request.language)];
    const { errors = {}, typed = {} } = shown;
    const extra = {
      errors,
      typed,
      hasMinutes: page.revealed.length > 0,
      notes: notes?.facilitator ?? [],
    };
    return reply.page("cases/group-leader", { ...page, ...extra }, shown.errors ? 422 : 200);
  }

  /** Writes in the session's turn and comes back to the facilitator's page; false is a 404. */
  async function press(reply: FastifyReply, session: GroupSession, work: (tx: Tx) => Promise<boolean>) {
    const isDone = await store.write(work, { inTurnFor: session.id });
    if (!isDone) throw new NotFound();
    return reply.goTo(`/gruppe/${session.id}/leder`);
  }

  app.get<ById>("/gruppe/:id/leder", staff, async (request, reply) =>
    showLeader(request, reply, await led(request)),
  );

  app.get<ById>("/gruppe/:id/skjerm", staff, async (request, reply) =>
    reply.page("cases/group-screen", await staffPage(store, await led(request), atDesk(request))),
  );

  app.get<ById>("/gruppe/:id/leder/puls", staff, async (request, reply) =>
    sendTag(request, reply, await staffTag(store, request.params.id, viewerOf(request).id)),
  );

  app.get<ById>("/gruppe/:id/resultat", signedIn, async (request, reply) => {
    const session = orNotFound(await groupSession(store, request.params.id));
    const own = orNotFound(await gatheringFor(store, viewerOf(request), session.gatheringId));
    if (!own.isMember) throw new NotFound();
    const page = await staffPage(store, session, atDesk(request));
    const title = page.t.resultTitle(page.caseTitle);
    return reply.page("cases/group-result", { ...page, title, isLeader: own.isAdviser });
  });

  app.post<ById>("/gruppe/:id/sporsmal", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(roundForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { sporsmal: questionId, runde: round, handling, minutter } = form.value;
    const key = { sessionId: session.id, questionId, round };
    const byId = viewerOf(request).id;
    await store.write(
      async (tx) => {
        if (handling === "apne") await openRound(tx, { ...key, minutes: minutter }, now());
        else if (handling === "lukk") await closeRound(tx, key, now());
        else if (handling === "tid") await addTime(tx, { ...key, minutes: minutter ?? 2 }, now());
        else await revealRound(tx, { ...key, byId }, ports.giveGroupFeedback, now());
      },
      { inTurnFor: session.id },
    );
    return reply.goTo(`/gruppe/${session.id}/leder`);
  });

  app.post<ById>("/gruppe/:id/bunker", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(clusterForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { sporsmal: questionId, runde: round, navn: name } = form.value;
    const errors = guardFields({ navn: name }, request.language);
    if (errors["navn"]) return showLeader(request, reply, session, { errors, typed: { navn: name } });
    const cluster = { sessionId: session.id, questionId, round, name };
    return press(reply, session, async (tx) => (await addCluster(tx, cluster)) !== null);
  });

  app.post<ById>("/gruppe/:id/bunkenavn", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(renameForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { bunke: id, navn } = form.value;
    const errors = guardFields({ navn }, request.language);
    if (errors["navn"]) return showLeader(request, reply, session, { errors });
    return press(reply, session, (tx) => renameCluster(tx, { sessionId: session.id, id, name: navn ?? "" }));
  });

  app.post<ById>("/gruppe/:id/plassering", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(placeForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { svar: answerId, bunke: clusterId } = form.value;
    return press(reply, session, (tx) => placeAnswer(tx, { sessionId: session.id, answerId, clusterId }));
  });

  app.post<ById>("/gruppe/:id/hvem", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(partyForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { svar: answerId, hvem } = form.value;
    const party = hvem === "ingen" ? null : hvem;
    return press(reply, session, (tx) => markParty(tx, { sessionId: session.id, answerId, party }));
  });

  app.post<ById>("/gruppe/:id/nav", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(navForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const byId = viewerOf(request).id;
    const given = { sessionId: session.id, answerId: form.value.svar, groupNumber: null, byId };
    return press(reply, session, async (tx) => {
      const sent = await sendToNav(tx, given, ports.giveGroupFeedback, now());
      return sent.ok || sent.reason === "sent";
    });
  });

  app.post<ById>("/gruppe/:id/deling", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(approvalForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { svar: answerId, handling } = form.value;
    const approval = {
      sessionId: session.id,
      answerId,
      byId: viewerOf(request).id,
      isApproved: handling === "godkjenn",
    };
    return press(reply, session, (tx) => approveSharing(tx, approval));
  });

  app.post<ById>("/gruppe/:id/telefon", staff, async (request, reply) => {
    const session = await led(request);
    const form = readForm(moveForm, request.body, sharedIn(request));
    if (!form.ok) return showLeader(request, reply, session, form);
    const { telefon: number, gruppe: groupNumber } = form.value;
    const isMoved = await store.write(
      (tx) => moveDevice(tx, { sessionId: session.id, number, groupNumber }),
      { inTurnFor: session.id },
    );
    if (isMoved) return reply.goTo(`/gruppe/${session.id}/leder`);
    const errors = { telefon: groupWords(request.language).noSuchPhone };
    const typed = { telefon: String(number), gruppe: String(groupNumber) };
    return showLeader(request, reply, session, { errors, typed });
  });

  app.post<ById>("/gruppe/:id/kode", staff, async (request, reply) => {
    const session = await led(request);
    return press(reply, session, async (tx) => {
      await renewGroupCode(tx, session.id);
      return true;
    });
  });

  app.post<ById>("/gruppe/:id/slutt", staff, async (request, reply) => {
    const session = await led(request);
    return press(reply, session, async (tx) => {
      await endGroupSession(tx, session.id, now());
      return true;
    });
  });

  app.post<ById>("/gruppe/:id/referat", staff, async (request, reply) => {
    const session = await led(request);
    const [questions, rounds, all, clusters] = await Promise.all([
      questionsOf(store, session.id),
      roundsOf(store, session.id),
      revealedAnswersOf(store, session.id),
      clustersOf(store, session.id),
    ]);
    const lines = minutesLines(revealedRounds(questions, rounds, all, clusters, request.language));
    if (lines.length === 0) throw new NotFound();
    const heading = session.title[request.language === "nn" ? "nn" : "nb"];
    const { gatheringId, caseSlug } = session;
    await store.write(
      async (tx) => {
        const agendaItemId = await agendaItemAbout(tx, gatheringId, caseSlug);
        await ports.addToMinutes(tx, { gatheringId, agendaItemId, heading, lines }, now());
      },
      { inTurnFor: gatheringId },
    );
    return reply.goTo(`/gruppe/${session.id}/leder`, "inMinutes");
  });
}
