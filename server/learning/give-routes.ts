/** Giving feedback, and the page of thanks that shows a receipt code once. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { membersOf } from "../networks/queries.ts";
import { guardFields, guardText } from "../privacy/guard.ts";
import { viewerOf } from "../web/access.ts";
import { numberInWords } from "../web/dates.ts";
import { NotFound, orNotFound } from "../web/errors.ts";
import { bytesOnce, idOnce } from "../web/form-key.ts";
import { type FieldErrors, readForm, type Typed } from "../web/forms.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Texts } from "../web/languages.ts";
import { sharedTexts } from "../web/texts.ts";
import { giveFeedback } from "./feedback.ts";
import { memberNetworks } from "./feedback-queries.ts";
import { asked, feedbackForm } from "./forms.ts";
import { newReceiptCode } from "./receipt.ts";
import { paraphrasersAmong } from "./reviewers.ts";
import { feedbackTexts } from "./texts.ts";
import { receiptCookie, thank, thanksKinds } from "./thanks.ts";

type T = Texts<typeof feedbackTexts>;

interface GiveProps {
  t: T;
  errors: FieldErrors;
  typed: Typed;
  network: { id: string; name: string };
  otherNetworks: { id: string; name: string }[];
  whoReads: string;
  about: { value: string; label: string }[];
  /** What looks like a name or tells too much; shown once, to look at again. */
  warnings: string[];
}

declare module "../web/render.ts" {
  interface Pages {
    "learning/give": GiveProps;
    "learning/thanks": { t: T; code: string | null; kind: "own" | "anonymous" | "erased" };
  }
}

/** When someone wrote is nobody's business: neither logged nor measured. */
const forMembers = { config: { access: ["mentor", "adviser", "counsellor"], isQuiet: true } } as const;

const say = (request: FastifyRequest) => inLanguage(feedbackTexts, request.language);
const shared = (request: FastifyRequest) => inLanguage(sharedTexts, request.language);

export function giveRoutes(app: FastifyInstance, house: House): void {
  const { store, config, now } = house;
  const secure = config.baseUrl.startsWith("https:");

  /** The id and the receipt of this sending of the form: apart, so that neither tells the other. */
  function onceOf(body: Typed): { id: string; code: string } {
    const bytes = bytesOnce(config.secret, "receipt", body) ?? undefined;
    return { id: idOnce(config.secret, "feedback", body), code: newReceiptCode(bytes) };
  }

  async function giveProps(request: FastifyRequest, networkId: string | undefined): Promise<GiveProps> {
    const t = say(request);
    const mine = await memberNetworks(store.read, viewerOf(request).id);
    const network = orNotFound(networkId ? mine.find((one) => one.id === networkId) : mine[0]);
    const people = await membersOf(store.read, network.id);
    const advisers = people.filter((one) => one.role === "adviser");
    const n = new Set(people.map((one) => one.personId)).size;
    return {
      t,
      errors: {},
      typed: { navn: "confidential", ord: "own", gjelder: "none" },
      network,
      otherNetworks: mine.filter((one) => one.id !== network.id),
      whoReads: [
        t.whoReadsText(numberInWords(n, request.language), advisers.map((a) => a.name).join(", ")),
        ...(await whoAlsoLeads(network.id, advisers, t)),
      ].join(" "),
      about: [
        { value: "none", label: t.aboutNobody },
        ...advisers.map((one) => ({ value: one.personId, label: t.aboutOne(one.name) })),
        ...(advisers.length > 1 ? [{ value: "all", label: t.aboutAll }] : []),
      ],
      warnings: [],
    };
  }

  /** An adviser who also leads here learns no more than a leader: said before one writes. */
  async function whoAlsoLeads(networkId: string, advisers: { personId: string; name: string }[], t: T) {
    const writers = await paraphrasersAmong(
      store.read,
      networkId,
      advisers.map((one) => one.personId),
    );
    const leading = advisers.filter((one) => !writers.includes(one.personId));
    return leading.length > 0 ? [t.alsoLeads(leading.map((one) => one.name).join(", "))] : [];
  }

  app.get<{ Querystring: { nettverk?: string } }>("/innspill/nytt", forMembers, async (request, reply) => {
    const props = await giveProps(request, request.query.nettverk);
    return reply.page("learning/give", { ...props, title: props.t.giveTitle });
  });

  app.post<{ Body: Typed }>("/innspill/nytt", forMembers, async (request, reply) => {
    const t = say(request);
    const form = readForm(feedbackForm, request.body, shared(request));
    const typed = form.ok ? { ...request.body } : form.typed;
    const showAgain = async (errors: FieldErrors, warnings: string[] = []) => {
      const props = await giveProps(request, typed["nettverk"] as string);
      return reply.page("learning/give", { ...props, errors, typed, warnings, title: t.giveTitle }, 422);
    };
    const questions = { tekst: t.text, navn: t.naming, ord: t.wording };
    if (!form.ok) return showAgain(asked(form.errors, questions));
    const { tekst, folge, onske } = form.value;
    const guarded = guardFields({ tekst, folge, onske }, request.language);
    if (Object.keys(guarded).length > 0) return showAgain(guarded);
    const warnings = guardText([tekst, folge, onske].join("\n")).warnings.map((one) => one.found);
    if (warnings.length > 0 && !form.value.sett) return showAgain({}, [...new Set(warnings)]);

    const given = {
      networkId: form.value.nettverk,
      byId: viewerOf(request).id,
      source: "free" as const,
      naming: form.value.navn,
      wording: form.value.ord,
      text: tekst,
      consequence: folge,
      wish: onske,
      about: form.value.gjelder,
      gatheringId: null,
      once: onceOf(request.body),
    };
    const inTurn = { inTurnFor: given.networkId };
    const result = await store.write((tx) => giveFeedback(tx, given, now()), inTurn);
    if (!result.ok && result.reason === "nobody-to-paraphrase")
      return showAgain({ ord: given.about === "none" ? t.errLeadersOnly : t.errNobodyToParaphrase });
    if (!result.ok) throw new NotFound();
    return thank(reply, result.code, "anonymt", secure);
  });

  app.get("/innspill/takk", forMembers, async (request, reply) => {
    const t = say(request);
    const [, given, code] = /^(anonymt|slettet)\.([A-Z-]+)$/.exec(request.cookies[receiptCookie] ?? "") ?? [];
    if (code) reply.clearCookie(receiptCookie, { path: "/innspill/takk" });
    const kind = given ? thanksKinds[given as keyof typeof thanksKinds] : "own";
    const title = kind === "erased" ? t.erasedTitle : t.thanksTitle;
    return reply.page("learning/thanks", { t, code: code ?? null, kind, title });
  });
}
