/** The mails that ask someone to answer: the first, and one reminder. */
import type { Temporal } from "temporal-polyfill";
import { choicesLink } from "../gatherings/mail-parts.ts";
import type { Mail, Mailer } from "../mail/outbox.ts";
import { instantOf, longDate } from "../web/dates.ts";
import { inLanguage } from "../web/languages.ts";
import { type Asked, type Survey, surveyToken } from "./asked.ts";
import { surveyMailTexts } from "./mail-texts.ts";
import { reminderKey } from "./survey.ts";

export interface SurveyMail {
  mailer: Mailer;
  survey: Survey;
  networkName: string;
  /** Of the gathering an evaluation is about. */
  gatheringTitle: string | null;
  now: Temporal.Instant;
  notBefore: Temporal.Instant;
}

/** What both mails have in common. */
function frame({ mailer, survey, notBefore }: SurveyMail, person: Asked) {
  const t = inLanguage(surveyMailTexts, person.language);
  const { id, name, email, language } = person;
  const choices = choicesLink(mailer, id);
  const unsubscribing = {
    lastLink: { label: t.choices, url: choices },
    headers: {
      "List-Unsubscribe": `<${choices}/stopp>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
  return {
    to: { id, name, email, language },
    notBefore,
    notAfter: instantOf(survey.closesOn, "23:59"),
    question: t.closes(longDate(survey.closesOn, language)),
    links: [
      {
        label: t.answerButton,
        url: `${mailer.baseUrl}/evaluering/${surveyToken(mailer.secret, survey.id, person)}`,
      },
    ],
    footer: [t.ownLink],
    ...(survey.kind === "employers" ? {} : unsubscribing),
  };
}

function wordsOf({ survey, networkName, gatheringTitle }: SurveyMail, { language }: Asked) {
  const t = inLanguage(surveyMailTexts, language);
  if (survey.kind === "evaluation") {
    const title = gatheringTitle ?? networkName;
    return {
      subject: t.evaluationSubject(title),
      reminder: t.evaluationReminderSubject(title),
      text: t.evaluationText(networkName),
      privacy: t.evaluationPrivacy,
    };
  }
  return {
    subject: t.yearlySubject(networkName),
    reminder: t.yearlyReminderSubject(networkName),
    text: survey.kind === "mentors" ? t.yearlyMentors : t.yearlyEmployers(networkName),
    privacy: t.yearlyPrivacy,
  };
}

/** Asks: how it was, or the questions of the year. */
export function surveyMail(making: SurveyMail, person: Asked): Mail {
  const { survey } = making;
  const { subject, text, privacy } = wordsOf(making, person);
  return {
    ...frame(making, person),
    kind: survey.kind === "evaluation" ? "evaluation" : "yearly-survey",
    ...(survey.gatheringId ? { gatheringId: survey.gatheringId } : {}),
    onceKey: `survey:${survey.id}:${person.id}`,
    subject,
    paragraphs: [text, privacy],
  };
}

/**
 * Reminds. It carries no gathering, so that it is not among the mails the adviser sees there: it would
 * tell who has not answered.
 */
export function reminderMail(making: SurveyMail, person: Asked): Mail {
  const { survey } = making;
  const { reminder, text, privacy } = wordsOf(making, person);
  const t = inLanguage(surveyMailTexts, person.language);
  return {
    ...frame(making, person),
    kind: survey.kind === "evaluation" ? "evaluation-reminder" : "yearly-reminder",
    onceKey: `${reminderKey(survey)}:${person.id}`,
    subject: reminder,
    paragraphs: [t.reminderText, text, privacy],
  };
}
