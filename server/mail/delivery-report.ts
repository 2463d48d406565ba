/** Reports that a mail of ours did not arrive (RFC 3464), and what programs send by themselves. */
import { addressKey } from "./address.ts";
import { type MessageIn, messageIdsIn, type Part, textOf } from "./message-in.ts";

export interface DeliveryReport {
  /** 5.x.x: it will never arrive. Otherwise it may still. */
  isFinal: boolean;
  /** Of the mail that did not arrive. */
  messageIds: string[];
  /** Keys of addresses. */
  recipients: string[];
}

const field = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,500})`, "gim"))].map(
    (match) => match[1] as string,
  );

/** Message-IDs of what was returned: in a part of its own, or below the report's own text. */
function returnedIds(parts: Part[]): string[] {
  const returned = parts.filter(({ type }) =>
    /^(message\/rfc822|text\/rfc822-headers|message\/global)/.test(type),
  );
  return returned
    .flatMap((part) => field(textOf(part).slice(0, 20_000), "Message-ID"))
    .flatMap((value) => /[^\s<>]+@[^\s<>]+/.exec(value)?.[0] ?? []);
}

const keysOf = (written: string[]) =>
  written.flatMap((one) => addressKey(one.replace(/^[a-z0-9]+;\s*/i, "").trim()) ?? []);

/** What a message says of an undelivered mail of ours; null when it is no such report. */
export function deliveryReportOf(message: MessageIn): DeliveryReport | null {
  const statusParts = message.parts.filter(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  const text = statusParts.map((part) => textOf(part).slice(0, 20_000)).join("\n\n");
  const exim = message.headers("x-failed-recipients");
  if (statusParts.length === 0 && exim.length === 0) return null;
  const statuses = field(text, "Status").map((value) => value.trim()[0]);
  const actions = field(text, "Action").map((value) => value.trim().toLowerCase());
  return {
    isFinal: exim.length > 0 || (statuses.includes("5") && !actions.every((action) => action === "delayed")),
    messageIds: [...returnedIds(message.parts), ...messageIdsIn(message, "in-reply-to", "references")],
    recipients: keysOf([
      ...field(text, "Final-Recipient"),
      ...field(text, "Original-Recipient"),
      ...exim.flatMap((value) => value.split(",")),
    ]).slice(0, 20),
  };
}

const automaticSubject =
  /^\s*(automatisk svar|autosvar|automatic reply|auto-?reply|out of (the )?office|fravær(smelding)?|ikke til stede|ute av kontoret)\b/i;

/** Whether a program wrote it: an absence notice, a read receipt, a list. None of them is answered. */
export function isAutomatic(message: MessageIn, subject: string): boolean {
  const has = (name: string) => message.headers(name).length > 0;
  const word = (name: string) => message.headers(name)[0]?.toLowerCase() ?? "";
  return (
    (has("auto-submitted") && !/^no\b/.test(word("auto-submitted"))) ||
    /^(bulk|junk|list|auto_reply)/.test(word("precedence")) ||
    ["x-autoreply", "x-autorespond", "list-id"].some(has) ||
    hasNullSender(message) ||
    message.type === "multipart/report" ||
    automaticSubject.test(subject)
  );
}

/** `Return-Path: <>`: whatever is sent back would go nowhere, or round and round. */
export function hasNullSender(message: MessageIn): boolean {
  return message.headers("return-path").some((value) => /^<\s*>/.test(value));
}
