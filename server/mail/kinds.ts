/**
 * Every kind of mail there is. A new one is added here, or it does not compile; `test/mail/every-mail.ts`
 * then wants one of it, to be looked at in each language.
 */
export const mailKinds = [
  "sign-in",
  "new-address",
  "address-changed",
  "employer-letter",
  "invitation",
  "again",
  "moved",
  "changed",
  "cancellation",
  "withdrawal",
  "answer",
  "waiting",
  "seat",
  "offer",
  "reminder-silent",
  "reminder-day",
  "was-it-you",
  "minutes",
  "minutes-reminder",
  "evaluation",
  "evaluation-reminder",
  "yearly-survey",
  "yearly-reminder",
  "learning-waiting",
  "learning-paraphrase",
  "learning-silent",
  "learning-news",
  "learning-waiting-digest",
  "vote",
  "vote-reminder",
] as const;
export type MailKind = (typeof mailKinds)[number];
