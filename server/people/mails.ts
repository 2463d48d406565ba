/** Mails of this room. */
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { inLanguage } from "../web/languages.ts";
import { peopleTexts } from "./texts.ts";

/** The link one signs in with. @param token the link's secret part @param path where it leads */
export function signInMail(mailer: Mailer, to: Recipient, token: string, path: string): Mail {
  const t = inLanguage(peopleTexts, to.language);
  const query = path === "/" ? "" : `?til=${encodeURIComponent(path)}`;
  return {
    kind: "sign-in",
    to,
    subject: t.mailSubject,
    paragraphs: [t.mailText],
    links: [{ label: t.signIn, url: `${mailer.baseUrl}/logg-inn/${token}${query}` }],
    footer: [t.mailNotYou],
  };
}
