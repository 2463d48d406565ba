/** The mail that asks whether an answer was one's own. */
import type { Mail } from "../mail/outbox.ts";
import { inLanguage } from "../web/languages.ts";
import type { Invitee } from "./invitee.ts";
import { frame, type MailMaking, ownLink, partsOf } from "./mail-parts.ts";
import { postTexts } from "./post-texts.ts";

/** One question, and a link to the page where it is answered; nothing is decided by opening it. */
export function heldMail(
  making: MailMaking,
  invitee: Invitee,
  held: { answer: "yes" | "maybe" | "no"; addressKey: string; token: string },
): Mail {
  const t = inLanguage(postTexts, invitee.language);
  const parts = partsOf(making, invitee.language);
  return {
    ...frame(making, invitee),
    kind: "was-it-you",
    subject: t.subjectLine(parts.begins),
    paragraphs: [t.questionText(t[`answer_${held.answer}`], held.addressKey), t.whyAsked],
    facts: parts.facts,
    question: t.question,
    links: [
      { label: t.questionButton, url: `${making.mailer.baseUrl}/var-det-deg/${held.token}` },
      { label: t.answerPage, url: ownLink(making.mailer, invitee) },
    ],
    footer: [parts.t.ownLink],
  };
}
