/** The facilitator's phone, the projector and the result: for advisers of the network. */
import type { FastifyInstance } from "fastify";
import { gatheringFor } from "../gatherings/queries.ts";
import { viewerOf } from "../web/access.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { readForm } from "../web/forms.ts";
import { groupWords } from "./group-cards.ts";
import { type ById, sendTag, sharedIn } from "./group-desk.ts";
import { moveDevice } from "./group-device.ts";
import { codeForm, moveForm, roundForm } from "./group-forms.ts";
import { leaderDesk, staff } from "./group-leader-desk.ts";
import { groupSession, staffTag } from "./group-queries.ts";
import { addTime, closeRound, openRound, revealRound } from "./group-round.ts";
import type { GroupDesk } from "./group-routes.ts";
import { endGroupSession, renewGroupCode } from "./group-session.ts";
import { staffPage } from "./group-staff-page.ts";

const signedIn = { config: { access: "signed-in" } } as const;

export function groupLeaderRoutes(app: FastifyInstance, desk: GroupDesk): void {
  const { ports } = desk;
  const { store, now } = desk.house;
  const { led, atDesk, showLeader, press } = leaderDesk(desk);

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
    const { sporsmal: questionId, runde: round, handling, minutter, sett } = form.value;
    const key = { sessionId: session.id, questionId, round };
    await store.write(
      async (tx) => {
        if (handling === "apne") await openRound(tx, { ...key, minutes: minutter }, now());
        else if (handling === "lukk") await closeRound(tx, key, now());
        else if (handling === "tid") await addTime(tx, { ...key, minutes: minutter ?? 2, seen: sett }, now());
        else await revealRound(tx, key, ports.giveGroupFeedback, now());
      },
      { inTurnFor: session.id },
    );
    return reply.goTo(`/gruppe/${session.id}/leder`);
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
    const form = readForm(codeForm, request.body, sharedIn(request));
    return press(reply, session, async (tx) => {
      await renewGroupCode(tx, session.id, form.ok ? form.value.sett : null);
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
}
