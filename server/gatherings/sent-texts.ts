/** Words of "who got what": each person's mails about a gathering. */
import { numberOpening } from "../web/dates.ts";
import type { TextTable } from "../web/languages.ts";

export const sentTexts = {
  title: { nb: "Hvem fikk hva på e-post", nn: "Kven fekk kva på e-post", en: "Who got what by email" },
  toAnswers: { nb: "Hvem har svart hva", nn: "Kven har svara kva", en: "Who answered what" },
  fine: {
    nb: "Alt er sendt, og ingen e-post har feilet.",
    nn: "Alt er sendt, og ingen e-post har feila.",
    en: "Everything is sent, and no email has failed.",
  },
  problems: {
    nb: (n: number) =>
      n === 1
        ? "Én person er ikke nådd på e-post. Ring, eller rett adressen og send på nytt."
        : `${numberOpening(n, "nb")} personer er ikke nådd på e-post. Ring, eller rett adressene og send på nytt.`,
    nn: (n: number) =>
      n === 1
        ? "Éin person er ikkje nådd på e-post. Ring, eller rett adressa og send på nytt."
        : `${numberOpening(n, "nn")} personar er ikkje nådde på e-post. Ring, eller rett adressene og send på nytt.`,
    en: (n: number) =>
      n === 1
        ? "One person has not been reached by email. Ring, or correct the address and send again."
        : `${numberOpening(n, "en")} people have not been reached by email. Ring, or correct the addresses and send again.`,
  },
  underWay: {
    nb: (n: number) => (n === 1 ? "Én e-post er på vei." : `${numberOpening(n, "nb")} e-poster er på vei.`),
    nn: (n: number) => (n === 1 ? "Éin e-post er på veg." : `${numberOpening(n, "nn")} e-postar er på veg.`),
    en: (n: number) =>
      n === 1 ? "One email is on its way." : `${numberOpening(n, "en")} emails are on their way.`,
  },
  nobody: {
    nb: "Ingen er invitert ennå.",
    nn: "Ingen er inviterte enno.",
    en: "Nobody has been invited yet.",
  },
  noMails: {
    nb: "Ingen e-post er lagret om denne samlingen. Vi sletter e-post 30\u00a0dager etter at den er sendt.",
    nn: "Ingen e-post er lagra om denne samlinga. Vi slettar e-post 30\u00a0dagar etter at han er send.",
    en: "No email about this gathering is stored. We delete email 30 days after it was sent.",
  },
  nothing: { nb: "Har ikke fått noen e-post.", nn: "Har ikkje fått nokon e-post.", en: "Has had no email." },
  wantsNone: {
    nb: "Har slått av invitasjoner på e-post.",
    nn: "Har slått av invitasjonar på e-post.",
    en: "Has turned off email invitations.",
  },
  again: { nb: "Send på nytt", nn: "Send på nytt", en: "Send again" },

  state_queued: { nb: "I kø", nn: "I kø", en: "In the queue" },
  state_sending: { nb: "Sendes nå", nn: "Blir sendt no", en: "Being sent" },
  state_sent: { nb: "Sendt", nn: "Sendt", en: "Sent" },
  state_retrying: { nb: "Prøver igjen", nn: "Prøver igjen", en: "Trying again" },
  state_failed: { nb: "Kom ikke fram", nn: "Kom ikkje fram", en: "Not delivered" },
  state_bounced: { nb: "Kom i retur", nn: "Kom i retur", en: "Bounced" },
  state_aborted: { nb: "Ikke sendt", nn: "Ikkje sendt", en: "Not sent" },

  kind_invitation: { nb: "Invitasjon", nn: "Invitasjon", en: "Invitation" },
  kind_again: { nb: "Invitasjon på nytt", nn: "Invitasjon på nytt", en: "Invitation, sent again" },
  kind_moved: { nb: "Ny tid eller nytt sted", nn: "Ny tid eller ny stad", en: "New time or place" },
  kind_changed: { nb: "Nytt innhold", nn: "Nytt innhald", en: "New content" },
  kind_cancellation: { nb: "Avlysning", nn: "Avlysing", en: "Cancellation" },
  kind_withdrawal: { nb: "Invitasjon trukket", nn: "Invitasjon trekt", en: "Invitation withdrawn" },
  kind_answer: { nb: "Bekreftelse på svar", nn: "Stadfesting av svar", en: "Confirmation of answer" },
  kind_waiting: { nb: "Venteliste", nn: "Venteliste", en: "Waiting list" },
  kind_seat: { nb: "Fikk plass", nn: "Fekk plass", en: "Got a place" },
  kind_minutes: { nb: "Referat", nn: "Referat", en: "Minutes" },
  "kind_minutes-reminder": {
    nb: "Påminnelse om referatet",
    nn: "Påminning om referatet",
    en: "Reminder about the minutes",
  },
  kind_offer: { nb: "Tilbud om plass", nn: "Tilbod om plass", en: "Offer of a place" },
  "kind_reminder-silent": {
    nb: "Påminnelse, ikke svart",
    nn: "Påminning, ikkje svara",
    en: "Reminder, no answer yet",
  },
  "kind_reminder-day": {
    nb: "Påminnelse dagen før",
    nn: "Påminning dagen før",
    en: "Reminder the day before",
  },
  "kind_was-it-you": { nb: "Spørsmål om svaret", nn: "Spørsmål om svaret", en: "Question about the answer" },
  kind_evaluation: {
    nb: "Spørsmål om hvordan det var",
    nn: "Spørsmål om korleis det var",
    en: "Question about how it was",
  },
  kind_other: { nb: "E-post", nn: "E-post", en: "Email" },

  why_replaced: {
    nb: "Erstattet av en nyere e-post før den ble sendt.",
    nn: "Erstatta av ein nyare e-post før han vart send.",
    en: "Replaced by a newer email before it was sent.",
  },
  why_late: {
    nb: "Den ville kommet etter at samlingen eller fristen var over.",
    nn: "Han ville kome etter at samlinga eller fristen var over.",
    en: "It would have arrived after the gathering or the deadline.",
  },
  why_unknown_address: {
    nb: "Adressen finnes ikke hos mottakeren.",
    nn: "Adressa finst ikkje hos mottakaren.",
    en: "The recipient’s email server does not know the address.",
  },
  why_full: { nb: "Postkassen er full.", nn: "Postkassa er full.", en: "The mailbox is full." },
  why_refused: {
    nb: "Mottakerens e-postsystem avviste den.",
    nn: "E-postsystemet til mottakaren avviste han.",
    en: "The recipient’s email system refused it.",
  },
  why_wait: {
    nb: "Mottakerens e-postsystem ba oss prøve senere.",
    nn: "E-postsystemet til mottakaren bad oss prøve seinare.",
    en: "The recipient’s email system asked us to try later.",
  },
  why_returned: {
    nb: "Den ble sendt, men kom i retur. Sjekk adressen.",
    nn: "Han vart send, men kom i retur. Sjekk adressa.",
    en: "It was sent but bounced. Check the address.",
  },
  why_unreachable: {
    nb: "Vi fikk ikke kontakt med e-posttjeneren.",
    nn: "Vi fekk ikkje kontakt med e-posttenaren.",
    en: "We could not reach the email server.",
  },
  why_ours: {
    nb: "Vår egen e-posttjener tok den ikke imot. Si fra til dem som drifter løsningen.",
    nn: "Vår eigen e-posttenar tok han ikkje imot. Sei frå til dei som driftar løysinga.",
    en: "Our own email server did not accept it. Tell those who run the service.",
  },
  why_given_up: {
    nb: "Vi prøvde i over et døgn og ga opp.",
    nn: "Vi prøvde i over eit døgn og gav opp.",
    en: "We tried for more than a day and gave up.",
  },
} satisfies TextTable;
