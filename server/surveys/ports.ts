/** What other rooms do for this one; `app.ts` hands it in. */
import type { Temporal } from "temporal-polyfill";
import type { Recipient } from "../mail/outbox.ts";
import type { Reader, Tx } from "../store/store.ts";

/** "Dette gjelder Nav": feedback given together with an evaluation. */
export interface FeedbackGiven {
  networkId: string;
  gatheringId: string;
  byId: string;
  text: string;
  naming: "named" | "confidential" | "anonymous";
  wording: "own" | "paraphrase";
}

export interface SurveyPorts {
  /** The receipt code of an anonymous piece; null for others. Refused for whoever is not in the network. */
  giveFeedback(
    tx: Tx,
    given: FeedbackGiven,
    now: Temporal.Instant,
  ): Promise<{ ok: true; code: string | null } | { ok: false; reason: string }>;
  /** The people at the workplaces of a network who are asked once a year and never sign in. */
  employerContactsOf(read: Reader, networkId: string): Promise<Recipient[]>;
}
