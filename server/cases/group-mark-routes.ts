/** What a group says about itself and its answer, and what one who is signed in will try. */
import type { FastifyInstance } from "fastify";
import { gatheringFor } from "../gatherings/queries.ts";
import { noteTry } from "../gatherings/try.ts";
import { guardFields } from "../privacy/guard.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { readForm } from "../web/forms.ts";
import { groupWords } from "./group-cards.ts";
import { type ById, isPublic, phoneDesk, sharedIn, showJoin } from "./group-desk.ts";
import { setGroupSize } from "./group-device.ts";
import { sendToNav } from "./group-feedback.ts";
import { ownMarkForm, sizeForm, tryForm } from "./group-forms.ts";
import { setSharing } from "./group-harvest.ts";
import { groupSession } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";

export function groupMarkRoutes(app: FastifyInstance, desk: GroupDesk): void {
  const { ports } = desk;
  const { store, now } = desk.house;
  const { deviceIn, showPhone } = phoneDesk(desk);

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
    const result = await store.write<{ ok: boolean; reason?: string }>(
      async (tx) => {
        if (handling !== "nav") {
          const ok = await setSharing(tx, { sessionId, answerId, groupNumber, mayShare: handling === "del" });
          return ok ? { ok } : { ok, reason: "no-such" };
        }
        const press = { sessionId, answerId, groupNumber, byId: null };
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
    await store.write((tx) => noteTry(tx, note, now()));
    return reply.goTo(`/gruppe/${device.sessionId}`, "saved");
  });
}
