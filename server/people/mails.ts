/** Mails of this room. */
import type { Mail, Mailer, Recipient } from "../mail/outbox.ts";
import { inLanguage } from "../web/languages.ts";
import { selfTexts } from "./self-texts.ts";
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

/** To a new address: the link that takes it into use. @param token the link's secret part */
export function newAddressMail(mailer: Mailer, to: Recipient, token: string): Mail {
  const t = inLanguage(selfTexts, to.language);
  return {
    kind: "new-address",
    to,
    subject: t.newAddressSubject,
    paragraphs: [t.newAddressText],
    links: [{ label: t.confirmAddress, url: `${mailer.baseUrl}/ny-adresse/${token}` }],
    footer: [t.newAddressNotYou],
  };
}

/** To the old address: that another one is in use from now on. */
export function addressChangedMail(_mailer: Mailer, to: Recipient): Mail {
  const t = inLanguage(selfTexts, to.language);
  return {
    kind: "address-changed",
    to,
    subject: t.addressChangedSubject,
    paragraphs: [t.addressChangedText],
    footer: [t.addressChangedNotYou],
  };
}
