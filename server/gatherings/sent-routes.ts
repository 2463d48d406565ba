/** Who got what: each person's mails about a gathering, for the adviser who wonders why someone is silent. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { OutboxRow } from "../mail/message.ts";
import { type MailAbout, mailsAbout } from "../mail/queries.ts";
import { viewerOf } from "../web/access.ts";
import { momentInWords } from "../web/dates.ts";
import { orNotFound } from "../web/errors.ts";
import { inLanguage, type Language, type Texts } from "../web/languages.ts";
import { type ById, type Desk, staff } from "./desk.ts";
import { inviteesOf } from "./invitee.ts";
import { runGathering } from "./queries.ts";
import { sendStateAgain } from "./send-again.ts";
import { sentTexts } from "./sent-texts.ts";

type S = Texts<typeof sentTexts>;
interface MailLine {
  kind: string;
  when: string;
  state: { text: string; color: string };
  why: string | null;
}
declare module "../web/render.ts" {
  interface Pages {
    "gatherings/sent": {
      s: S;
      gathering: { id: string; title: string };
      summary: { text: string; kind: "success" | "warning" | "info" } | null;
      people: { personId: string; name: string; wantsNone: boolean; mails: MailLine[] }[];
      maySend: boolean;
    };
  }
}

type ByPerson = { Params: { id: string; personId: string } };
const colors: Record<OutboxRow["state"], string> = {
  queued: "info",
  sending: "info",
  sent: "success",
  retrying: "warning",
  failed: "danger",
  bounced: "danger",
  aborted: "neutral",
};
const isLost = ({ state }: MailAbout) => state === "failed" || state === "bounced";
const isUnderWay = ({ state }: MailAbout) => ["queued", "sending", "retrying"].includes(state);

/** Why a mail is where it is, in plain words; null when there is nothing to explain. */
export function whyInWords(
  { state, lastError }: Pick<MailAbout, "state" | "lastError">,
  s: S,
): string | null {
  if (state === "sent") return null;
  if (state === "aborted") return lastError === "TOO LATE" ? s.why_late : s.why_replaced;
  if (state === "bounced") return s.why_returned;
  const words = lastError ?? "";
  if (words === "") return null;
  if (words === "GIVEN UP") return s.why_given_up;
  if (/\b5\.1\.\d|EENVELOPE$/.test(words) && /^5/.test(words)) return s.why_unknown_address;
  if (/\b[45]\.2\.2\b|^552/.test(words)) return s.why_full;
  if (/EAUTH|^530|^535/.test(words)) return s.why_ours;
  if (/^5/.test(words)) return s.why_refused;
  if (/^4/.test(words)) return s.why_wait;
  return state === "failed" ? s.why_given_up : s.why_unreachable;
}

const lineOf = (
  mail: MailAbout,
  s: S,
  language: Language,
  now: Parameters<typeof momentInWords>[2],
): MailLine => ({
  kind: s[`kind_${mail.kind}` as "kind_other"] ?? s.kind_other,
  when: momentInWords(mail.sentAt ?? mail.createdAt, language, now),
  state: { text: s[`state_${mail.state}`], color: colors[mail.state] },
  why: whyInWords(mail, s),
});

function byPersonOf(mails: readonly MailAbout[]): Map<string, MailAbout[]> {
  const byPerson = new Map<string, MailAbout[]>();
  for (const mail of mails) {
    const key = mail.personId ?? "";
    byPerson.set(key, [...(byPerson.get(key) ?? []), mail]);
  }
  return byPerson;
}

/** Where the newest mail that was not called back stands: someone reached since is not lost. */
function countLost(byPerson: Map<string, MailAbout[]>): number {
  return [...byPerson.values()].filter((mails) => {
    const last = mails.findLast(({ state }) => state !== "aborted");
    return last !== undefined && isLost(last);
  }).length;
}

export function sentRoutes(app: FastifyInstance, { house, mailer, later }: Desk): void {
  const { store, now } = house;
  const run = async (request: FastifyRequest<ById>) =>
    orNotFound(await runGathering(store, viewerOf(request), request.params.id)).gathering;

  app.get<ById>("/samlinger/:id/e-post", staff, async (request, reply) => {
    const gathering = await run(request);
    const s = inLanguage(sentTexts, request.language);
    const mails = await mailsAbout(store.read, gathering.id);
    const byPerson = byPersonOf(mails);
    const invitees = await inviteesOf(store.read, gathering.id);
    const lost = countLost(byPerson);
    const underWay = mails.filter(isUnderWay).length;
    const text = [lost > 0 ? s.problems(lost) : "", underWay > 0 ? s.underWay(underWay) : ""].filter(Boolean);
    const kind = lost > 0 ? "warning" : underWay > 0 ? "info" : "success";
    const summary = { text: text.join(" ") || s.fine, kind } as const;
    return reply.page("gatherings/sent", {
      s,
      title: s.title,
      gathering: { id: gathering.id, title: gathering.title },
      summary: mails.length > 0 ? summary : null,
      maySend: gathering.startsAt.epochMilliseconds > now().epochMilliseconds,
      people: invitees
        .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
        .map(({ id: personId, name, wishes }) => ({
          personId,
          name,
          wantsNone: !wishes.hasInvitations,
          mails: (byPerson.get(personId) ?? []).map((mail) => lineOf(mail, s, request.language, now())),
        })),
    });
  });

  app.post<ByPerson>("/samlinger/:id/e-post/:personId", staff, async (request, reply) => {
    const { id: gatheringId } = await run(request);
    const facts = { gatheringId, personId: request.params.personId };
    const result = await store.write((tx) => sendStateAgain(tx, mailer, facts, now(), later.caseCard), {
      inTurnFor: gatheringId,
    });
    if (!result.ok && result.reason === "withdrawn") orNotFound(null);
    return reply.goTo(
      `/samlinger/${gatheringId}/e-post`,
      result.ok ? "mailOnItsWay" : result.reason === "queued" ? "mailAlreadyOnItsWay" : "nothingChanged",
    );
  });
}
