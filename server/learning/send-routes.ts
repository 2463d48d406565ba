/** Sending an item to a leader, and saying that the answer was presented. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mailer } from "../mail/outbox.ts";
import { eachLeaderOnce, leadersFor } from "../networks/queries.ts";
import { type Access, viewerOf } from "../web/access.ts";
import { longDate } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { reportForm, sendForm } from "./forms.ts";
import { after, gatheringLine } from "./gathering-clock.ts";
import { loopFor } from "./item-queries.ts";
import { itemTexts } from "./item-texts.ts";
import { sendToLeader } from "./referral.ts";
import { reportBack } from "./report-back.ts";

type Choice = { value: string; label: string };

declare module "../web/render.ts" {
  interface Pages {
    "learning/send": {
      t: Texts<typeof itemTexts>;
      errors: FieldErrors;
      typed: Typed;
      id: string;
      question: string;
      leaders: Choice[];
      gatherings: Choice[];
    };
  }
}

const handlers: Access = ["adviser", "leader", "regional_leader"];
const forHandlers = { config: { access: handlers } };

export function sendRoutes(app: FastifyInstance, house: House, mailer: Mailer): void {
  const { store, now } = house;
  const say = (request: FastifyRequest) => inLanguage(itemTexts, request.language);
  const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

  async function showSend(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    again: { errors: FieldErrors; typed: Typed } | null,
  ) {
    const t = say(request);
    const { loop, role } = orNotFound(await loopFor(store.read, viewerOf(request), request.params.id));
    if (role !== "handler") throw new NotFound();
    if (loop.referrals.length > 0) return reply.goTo(`/laeringspunkter/${loop.id}`, "alreadySent");
    const [leaders, line] = await Promise.all([
      leadersFor(store.read, loop.networkId),
      gatheringLine(store.read, [loop.networkId]),
    ]);
    const gatherings = after(line, now()).map((tick) => ({
      value: tick.id,
      label: longDate(tick.localDate, request.language),
    }));
    const unit = (one: (typeof leaders)[number]) => `${one.unitName}${one.isDeputy ? `, ${t.deputy}` : ""}`;
    return reply.page(
      "learning/send",
      {
        t,
        title: t.sendTitle,
        errors: again?.errors ?? {},
        typed: again?.typed ?? {
          leder: leaders[0]?.personId ?? "",
          samling: gatherings[1]?.value ?? gatherings[0]?.value ?? "",
        },
        id: loop.id,
        question: loop.question,
        leaders: eachLeaderOnce(leaders).map((one) => ({
          value: one.personId,
          label: `${one.name} (${unit(one)})`,
        })),
        gatherings,
      },
      again ? 422 : 200,
    );
  }

  app.get<{ Params: { id: string } }>("/laeringspunkter/:id/send", forHandlers, async (request, reply) =>
    showSend(request, reply, null),
  );

  app.post<{ Params: { id: string }; Body: Typed }>(
    "/laeringspunkter/:id/send",
    forHandlers,
    async (request, reply) => {
      const t = say(request);
      const form = readForm(sendForm, request.body, shared(request));
      if (!form.ok) return showSend(request, reply, form);
      const itemId = request.params.id;
      orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const { leder: toId, samling: dueGatheringId } = form.value;
      const facts = { itemId, byId: viewerOf(request).id, toId, dueGatheringId };
      const result = await store.write((tx) => sendToLeader(tx, mailer, facts, now()), { inTurnFor: itemId });
      const path = `/laeringspunkter/${itemId}`;
      if (result.ok) return reply.goTo(path, "sentToLeader");
      if (result.reason === "not-yours") throw new NotFound();
      if (result.reason === "already-sent") return reply.goTo(path, "alreadySent");
      const isLeader = result.reason === "unknown-leader";
      const errors: FieldErrors = isLeader ? { leder: t.errLeader } : { samling: t.errGathering };
      return showSend(request, reply, { errors, typed: request.body });
    },
  );

  app.post<{ Params: { id: string } }>(
    "/laeringspunkter/:id/meldt-tilbake",
    forHandlers,
    async (request, reply) => {
      const form = readForm(reportForm, request.body, shared(request));
      const itemId = request.params.id;
      const { loop } = orNotFound(await loopFor(store.read, viewerOf(request), itemId));
      const decision = form.ok ? loop.decisions.find((one) => one.id === form.value.beslutning) : undefined;
      if (!form.ok || !decision) throw new NotFound();
      const facts = { decisionId: decision.id, gatheringId: form.value.samling, byId: viewerOf(request).id };
      const result = await store.write((tx) => reportBack(tx, mailer, facts, now()), { inTurnFor: itemId });
      if (!result.ok && result.reason === "not-yours") throw new NotFound();
      const notices = { already: "alreadyReported", "no-attendance": "noAttendance" } as const;
      const notice = result.ok
        ? "reportedBack"
        : (notices[result.reason as keyof typeof notices] ?? "notReported");
      return reply.goTo(`/laeringspunkter/${itemId}`, notice);
    },
  );
}
