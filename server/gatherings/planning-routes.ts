/** One gathering, by its advisers: new, changed, cancelled, deleted. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { viewerOf } from "../web/access.ts";
import { localDate } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { atDesk, type ById, type Desk, type Moment, type P, staff, type T } from "./desk.ts";
import { factsTyped, mergeEdits, seenIn } from "./edit-conflict.ts";
import { bodyOf, cancelForm, factsFrom, gatheringForm, readRows } from "./forms.ts";
import { noLongerEdited } from "./may-edit.ts";
import { cancelGathering, changeGathering, createGathering, deleteDraft } from "./planning.ts";
import { networksRunBy, type OwnGathering, personOf, runGathering, usualPlace } from "./queries.ts";
import { standardAgenda } from "./standard-agenda.ts";
import { wouldLosePlace } from "./waiting-list.ts";

interface EditProps {
  t: T;
  p: P;
  errors: FieldErrors;
  typed: Typed;
  networks: { id: string; name: string }[];
  themes: { value: string; label: string }[];
  action: string;
  backPath: string;
  /** Null for a new one. */
  editing: { version: number; seen: string; isInvited: boolean } | null;
  /** Who would lose their place in a smaller room, when the editor must say so first. */
  unseat: { words: string; names: string } | null;
  /** Where the whole series is changed; null for one that is in none. */
  seriesPath: string | null;
  /** What someone else saved in between. */
  meanwhile: { heading: string; changes: string[] } | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/edit": EditProps;
    "gatherings/cancel": {
      t: T;
      p: P;
      errors: FieldErrors;
      typed: Typed;
      gathering: { id: string; title: string };
    };
  }
}

export function planningRoutes(app: FastifyInstance, desk: Desk): void {
  const { house, mailer, later } = desk;
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>): Promise<OwnGathering> =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id));

  type Shown = Pick<EditProps, "errors" | "typed"> & Partial<EditProps>;
  const newPage = (moment: Moment, networks: EditProps["networks"], shown: Shown) => ({
    t: moment.t,
    p: moment.p,
    title: moment.p.newTitle,
    themes: later.themeChoices(moment.language),
    networks,
    action: "/samlinger",
    backPath: "/samlinger",
    editing: null,
    meanwhile: null,
    unseat: null,
    seriesPath: null,
    ...shown,
  });
  const editPage = (moment: Moment, { gathering }: OwnGathering, shown: Shown) => ({
    ...newPage(moment, [], shown),
    title: moment.p.editTitle,
    action: `/samlinger/${gathering.id}`,
    backPath: `/samlinger/${gathering.id}`,
    seriesPath: gathering.seriesId ? `/samlinger/${gathering.id}/serie` : null,
    editing: {
      version: gathering.version,
      seen: JSON.stringify(factsTyped(gathering)),
      isInvited: gathering.openedAt !== null,
    },
  });

  app.get("/samlinger/ny", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const networks = await networksRunBy(store.read, viewerOf(request).id);
    orNotFound(networks[0]);
    const network = networks.length === 1 ? networks[0] : null; // of several one must choose, and none's place is kept
    const usual = network ? await usualPlace(store.read, network.id) : null;
    const typed = {
      nettverk: network?.id ?? "",
      dato: localDate(moment.now).add({ days: 28 }).toString(),
      start: usual?.startTime ?? "13:00",
      slutt: usual?.endTime ?? "15:00",
      sted: usual?.place ?? "",
      lenke: usual?.link ?? "",
      plasser: usual?.capacity ? String(usual.capacity) : "",
    };
    return reply.page("gatherings/edit", newPage(moment, networks, { errors: {}, typed }));
  });

  app.post("/samlinger", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const viewer = viewerOf(request);
    const networks = await networksRunBy(store.read, viewer.id);
    const form = readForm(gatheringForm, request.body, moment.shared);
    if (!form.ok) return reply.page("gatherings/edit", newPage(moment, networks, form), 422);
    const network = orNotFound(networks.find(({ id }) => id === form.value.nettverk));
    const rows = readRows(standardAgenda(moment.language), moment.shared);
    const agenda = rows.ok ? rows.rows.map(({ kind, title, minutes }) => ({ kind, title, minutes })) : [];
    const audience = form.value.hvem === "veiledere" ? ("counsellors" as const) : ("everyone" as const);
    const given = {
      networkId: network.id,
      facts: factsFrom(form.value),
      agenda,
      byId: viewer.id,
      audience,
    };
    const result = await store.write((tx) => createGathering(tx, given, now()), { inTurnFor: network.id });
    if (!result.ok) {
      const errors = refusalWords(result, moment);
      const typed = bodyOf(request.body) as Typed;
      return reply.page("gatherings/edit", newPage(moment, networks, { errors, typed }), 422);
    }
    return reply.goTo(`/samlinger/${result.id}`, "draftCreated");
  });

  app.get<ById>("/samlinger/:id/endre", staff, async (request, reply) => {
    const own = await run(request);
    const closed = noLongerEdited(own.gathering, now());
    if (closed) return reply.goTo(`/samlinger/${own.gathering.id}`, closed);
    const shown = { errors: {}, typed: factsTyped(own.gathering) };
    return reply.page("gatherings/edit", editPage(atDesk(request, now()), own, shown));
  });

  app.post<ById>("/samlinger/:id", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const gatheringId = own.gathering.id;
    const form = readForm(gatheringForm, request.body, moment.shared);
    const seen = seenIn(request.body);
    if (!form.ok) {
      const page = editPage(moment, own, form);
      const editing = { ...page.editing, version: seen.version, seen: seen.text };
      return reply.page("gatherings/edit", { ...page, editing }, 422);
    }
    const given = {
      gatheringId,
      version: seen.version,
      facts: factsFrom(form.value),
      byId: viewerOf(request).id,
      mayUnseat: bodyOf(request.body)["venteliste"] === "ja",
    };
    const result = await store.write((tx) => changeGathering(tx, mailer, given, now(), later.caseCard), {
      inTurnFor: gatheringId,
    });
    if (!result.ok) {
      const shown = await refusedEdit(own, result, request.body, seen.facts, moment);
      return reply.page("gatherings/edit", editPage(moment, shown.own, shown), 422);
    }
    return reply.goTo(`/samlinger/${gatheringId}`, noticeFor(result.change, own));
  });

  type Refusal = Exclude<Awaited<ReturnType<typeof changeGathering>>, { ok: true }>;
  /** The form again: what was typed, and what someone else saved since the form was opened. */
  async function refusedEdit(
    own: OwnGathering,
    refusal: Refusal,
    body: unknown,
    seen: Typed,
    moment: Moment,
  ) {
    const { p } = moment;
    if (refusal.reason !== "changed") {
      const typed = bodyOf(body) as Typed;
      const capacity = Number(typed["plasser"]);
      const losers =
        refusal.reason === "too-small" ? await wouldLosePlace(store.read, own.gathering.id, capacity) : [];
      const unseat =
        losers.length > 0
          ? { words: p.unseat(losers.length), names: p.unseatNames(losers.join(", ")) }
          : null;
      return { own, errors: refusalWords(refusal, moment), typed, unseat };
    }
    const { current } = refusal;
    const name = (await personOf(store.read, current.changedById))?.name ?? p.someone;
    const { typed, changes } = mergeEdits(bodyOf(body) as Typed, seen, factsTyped(current), p);
    const meanwhile = { heading: p.changedMeanwhile(name), changes };
    return { own: { ...own, gathering: current }, errors: {}, typed, meanwhile };
  }

  const cancelPage = ({ t, p }: Moment, { gathering }: OwnGathering, shown: Shown) => ({
    t,
    p,
    title: p.cancelTitle,
    gathering: { id: gathering.id, title: gathering.title },
    ...shown,
  });
  app.get<ById>("/samlinger/:id/avlysning", staff, async (request, reply) => {
    const own = await run(request);
    const closed = noLongerEdited(own.gathering, now());
    if (closed) return reply.goTo(`/samlinger/${own.gathering.id}`, closed);
    const page = cancelPage(atDesk(request, now()), own, { errors: {}, typed: {} });
    return reply.page("gatherings/cancel", page);
  });

  app.post<ById>("/samlinger/:id/avlysning", staff, async (request, reply) => {
    const moment = atDesk(request, now());
    const own = await run(request);
    const form = readForm(cancelForm, request.body, moment.shared);
    if (!form.ok) return reply.page("gatherings/cancel", cancelPage(moment, own, form), 422);
    const given = { gatheringId: own.gathering.id, reason: form.value.grunn, byId: viewerOf(request).id };
    const result = await store.write((tx) => cancelGathering(tx, mailer, given, now()), {
      inTurnFor: own.gathering.id,
    });
    if (!result.ok && result.reason === "begun") {
      const shown = { errors: { grunn: moment.p.begun }, typed: bodyOf(request.body) as Typed };
      return reply.page("gatherings/cancel", cancelPage(moment, own, shown), 422);
    }
    return reply.goTo(`/samlinger/${own.gathering.id}`, "gatheringCancelled");
  });

  app.post<ById>("/samlinger/:id/sletting", staff, async (request, reply) => {
    const own = await run(request);
    const result = await store.write((tx) => deleteDraft(tx, own.gathering.id), {
      inTurnFor: own.gathering.id,
    });
    if (!result.ok) {
      const notice = result.reason === "used" ? "cancelUsed" : "cancelInstead";
      return reply.goTo(`/samlinger/${own.gathering.id}/avlysning`, notice);
    }
    return reply.goTo("/samlinger", "draftDeleted");
  });
}

function noticeFor(change: "material" | "text" | "quiet" | null, { gathering }: OwnGathering) {
  if (!change) return "nothingChanged";
  if (change === "quiet" || !gathering.openedAt) return "saved";
  return change === "material" ? "gatheringMoved" : "gatheringReworded";
}

type Fault =
  | { reason: "end-before-start" | "past" | "taken" | "begun" | "cancelled" }
  | { reason: "too-small"; seated: number };
/** A refusal, at the field it is about. */
function refusalWords(refusal: Fault, { p }: Moment): FieldErrors {
  if (refusal.reason === "too-small") return { plasser: p.tooSmall(refusal.seated) };
  const words = {
    "end-before-start": { slutt: p.endBeforeStart },
    past: { dato: p.datePast },
    taken: { dato: p.taken },
    begun: { dato: p.begun },
    cancelled: { dato: p.isCancelled },
  };
  return words[refusal.reason];
}
