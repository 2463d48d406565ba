/** What the facilitator makes of revealed answers, one press each, and the minutes. */
import type { FastifyInstance } from "fastify";
import { guardFields } from "../privacy/guard.ts";
import { viewerOf } from "../web/access.ts";
import { NotFound } from "../web/errors.ts";
import { readForm } from "../web/forms.ts";
import { minutesLines, revealedRounds } from "./group-cards.ts";
import { type ById, sharedIn } from "./group-desk.ts";
import { sendToNav } from "./group-feedback.ts";
import { approvalForm, clusterForm, navForm, partyForm, placeForm, renameForm } from "./group-forms.ts";
import {
  addCluster,
  agendaItemAbout,
  approveSharing,
  markParty,
  placeAnswer,
  renameCluster,
} from "./group-harvest.ts";
import { leaderDesk, staff } from "./group-leader-desk.ts";
import { clustersOf, questionsOf, revealedAnswersOf, roundsOf } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";

export function groupHarvestRoutes(app: FastifyInstance, desk: GroupDesk): void {
  const { ports } = desk;
  const { store, now } = desk.house;
  const { led, showLeader, press } = leaderDesk(desk);

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
    const heading = session.caseTitle[request.language === "nn" ? "nn" : "nb"];
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
