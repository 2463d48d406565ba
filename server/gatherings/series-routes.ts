/** Changing a whole series: the form, what would happen, and the change. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { viewerOf } from "../web/access.ts";
import { longDate, timeSpan, weekdayName, when } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { atDesk, type ById, type Desk, type P, staff } from "./desk.ts";
import { bodyOf, type SeriesInput, seriesForm } from "./forms.ts";
import { noLongerEdited } from "./may-edit.ts";
import { runGathering } from "./queries.ts";
import { seasonTexts } from "./season-texts.ts";
import {
  editSeries,
  type Series,
  type SeriesEdit,
  type SeriesLine,
  seriesLines,
  seriesOf,
} from "./series-edit.ts";

type S = Texts<typeof seasonTexts>;
interface Line {
  id: string;
  version: number;
  title: string;
  when: string;
  words: string[];
  kept: string[];
  trouble: string | null;
  told: string | null;
  isTicked: boolean;
  mayChoose: boolean;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/series": {
      p: P;
      s: S;
      errors: FieldErrors;
      typed: Typed;
      path: string;
      gathering: { id: string; title: string };
      weekdays: { value: string; label: string }[];
    };
    "gatherings/series-preview": {
      p: P;
      s: S;
      errors: FieldErrors;
      path: string;
      backPath: string;
      hidden: [string, string][];
      lines: Line[];
      mayWrite: boolean;
    };
  }
}

const editOf = (gatheringId: string, input: SeriesInput): SeriesEdit => ({
  gatheringId,
  scope: input.omfang === "alle" ? "all" : "following",
  overwrites: input.ogsaEgne,
  facts: {
    title: input.tittel,
    startTime: input.start,
    endTime: input.slutt,
    place: input.sted ?? "",
    link: input.lenke,
    capacity: input.plasser,
    nth: Number(input.hvilken),
    weekday: Number(input.ukedag),
  },
});

const typedOf = (one: Series): Typed => ({
  omfang: "folgende",
  tittel: one.title,
  start: one.startTime,
  slutt: one.endTime,
  sted: one.place,
  lenke: one.link ?? "",
  plasser: one.capacity === null ? "" : String(one.capacity),
  hvilken: String(one.nth),
  ukedag: String(one.weekday),
});

/** What happens to one gathering, in words. */
function lineOf(line: SeriesLine, s: S, p: P, language: Language, chosen: string[] | null): Line {
  const { gathering, facts, changed, kept, blocked, answers } = line;
  const labels = {
    title: p.title,
    startTime: p.starts,
    endTime: p.ends,
    place: p.place,
    link: p.link,
    capacity: p.capacity,
    localDate: s.localDate,
  };
  const value = (from: SeriesLine["facts"], name: keyof typeof labels) => {
    if (name === "localDate") return longDate(from.localDate, language);
    if (name === "startTime" || name === "endTime") return timeSpan(from[name], "").replace("–", "");
    if (name === "capacity") return from.capacity === null ? s.noLimit : String(from.capacity);
    return from[name] || (name === "link" ? s.noLink : s.noPlace);
  };
  const told = gathering.openedAt ? (answers > 0 ? s.answersTold(answers) : s.invitedTold) : null;
  return {
    id: gathering.id,
    version: gathering.version,
    title: gathering.title,
    when: when(gathering, language),
    words: changed.map((name) => s.becomes(labels[name], value(gathering, name), value(facts, name))),
    kept: kept.map((name) => s.stays(labels[name], value(gathering, name))),
    trouble: blocked ? s[`blocked_${blocked}`] : null,
    told: changed.length > 0 && !blocked ? told : null,
    isTicked: !blocked && changed.length > 0 && (chosen === null || chosen.includes(gathering.id)),
    mayChoose: changed.length > 0,
  };
}

export function seriesRoutes(app: FastifyInstance, { house, mailer, later }: Desk): void {
  const { store, now } = house;

  async function run(request: FastifyRequest<ById>) {
    const own = orNotFound(await runGathering(store, viewerOf(request), request.params.id));
    const one = orNotFound(await seriesOf(store.read, own.gathering.id));
    return { one, gathering: own.gathering };
  }

  function formPage(
    request: FastifyRequest,
    gathering: { id: string; title: string },
    shown: { errors: FieldErrors; typed: Typed },
  ) {
    const { p, language } = atDesk(request, now());
    const s = inLanguage(seasonTexts, language);
    const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      value: String(day),
      label: weekdayName(day, language),
    }));
    const { id, title } = gathering;
    return {
      ...{ p, s, title: s.editTitle, ...shown, path: `/samlinger/${id}/serie`, weekdays },
      gathering: { id, title },
    };
  }

  app.get<ById>("/samlinger/:id/serie", staff, async (request, reply) => {
    const { one, gathering } = await run(request);
    const closed = noLongerEdited(gathering, now());
    if (closed) return reply.goTo(`/samlinger/${gathering.id}`, closed);
    const isBack = Object.keys(request.query as object).some((name) => name !== "svar");
    const typed = isBack ? (request.query as Typed) : typedOf(one);
    return reply.page("gatherings/series", formPage(request, gathering, { errors: {}, typed }));
  });

  /** The form as sent, or its faults. */
  function read(request: FastifyRequest, given: unknown) {
    const { p, shared } = atDesk(request, now());
    const form = readForm(seriesForm, given, shared);
    if (form.ok && form.value.slutt <= form.value.start) {
      return { ok: false as const, errors: { slutt: p.endBeforeStart }, typed: bodyOf(given) as Typed };
    }
    return form;
  }

  async function previewPage(
    request: FastifyRequest<ById>,
    one: Series,
    input: SeriesInput,
    given: unknown,
    shown: { errors: FieldErrors; chosen: string[] | null },
  ) {
    const { p, language } = atDesk(request, now());
    const s = inLanguage(seasonTexts, language);
    const lines = await seriesLines(store.read, one, editOf(request.params.id, input), now());
    const carried = Object.entries(bodyOf(given)).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !/^(samling|v-.*)$/.test(entry[0]),
    );
    const path = `/samlinger/${request.params.id}/serie`;
    const shownLines = lines.map((line) => lineOf(line, s, p, language, shown.chosen));
    return {
      ...{ p, s, title: s.previewTitle, errors: shown.errors, path, hidden: carried, lines: shownLines },
      backPath: `${path}?${new URLSearchParams(carried)}`,
      mayWrite: shownLines.some(({ isTicked }) => isTicked),
    };
  }

  app.get<ById>("/samlinger/:id/serie/forslag", staff, async (request, reply) => {
    const { one, gathering } = await run(request);
    const form = read(request, request.query);
    if (!form.ok) return reply.page("gatherings/series", formPage(request, gathering, form), 422);
    const shown = { errors: {}, chosen: null };
    return reply.page(
      "gatherings/series-preview",
      await previewPage(request, one, form.value, request.query, shown),
    );
  });

  app.post<ById>("/samlinger/:id/serie", staff, async (request, reply) => {
    const { one, gathering } = await run(request);
    const form = read(request, request.body);
    if (!form.ok) return reply.page("gatherings/series", formPage(request, gathering, form), 422);
    const body = bodyOf(request.body);
    const chosen = [body["samling"] ?? []].flat().map(String);
    const seen = new Map(chosen.map((id) => [id, Number(body[`v-${id}`])]));
    const given = { edit: editOf(gathering.id, form.value), seen, byId: viewerOf(request).id };
    const result = await store.write((tx) => editSeries(tx, mailer, given, now(), later.caseCard), {
      inTurnFor: one.networkId,
    });
    if (!result.ok) {
      const s = inLanguage(seasonTexts, request.language);
      const words = result.reason === "changed" ? s.changedMeanwhile : s.notPossible;
      const shown = { errors: { serie: words }, chosen };
      const page = await previewPage(request, one, form.value, request.body, shown);
      return reply.page("gatherings/series-preview", page, 422);
    }
    return reply.goTo(`/samlinger/${gathering.id}`, result.changed > 0 ? "seriesChanged" : "nothingChanged");
  });
}
