/** States and faults of an import, said in words. */
import type { Texts } from "../web/languages.ts";
import type { Fault, FaultCode } from "./check.ts";
import type { importTexts } from "./import-texts.ts";
import type { ImportState } from "./tables.ts";

export type T = Texts<typeof importTexts>;

export function stateInWords(state: ImportState, t: T): string {
  const words: Record<ImportState, string> = {
    checking: t.stateChecking,
    ready: t.stateReady,
    moving: t.stateMoving,
    done: t.stateDone,
    stopped: t.stateStopped,
    undone: t.stateUndone,
  };
  return words[state];
}

export function faultInWords(fault: Fault, t: T): string {
  const words: Record<FaultCode, string> = {
    required: t.cRequired,
    "too-long": t.cTooLong,
    "not-an-email": t.cNotAnEmail,
    "not-a-name": t.cNotAName,
    "not-a-phone": t.cNotAPhone,
    "same-address": t.cSameAddress(fault.line ?? 0),
    "unknown-role": t.cUnknownRole,
    "may-not-give": t.cMayNotGive,
    "unknown-status": t.cUnknownStatus,
    "unknown-size": t.cUnknownSize,
    "unknown-language": t.cUnknownLanguage,
    "unknown-unit": t.cUnknownUnit,
    "unknown-network": t.cUnknownNetwork,
    "workplace-needs": t.cWorkplaceNeeds,
    identity: t.cIdentity,
  };
  return `${t[fault.field]} ${words[fault.code]}`;
}
