/** What a page says once after something was done. A POST names one; the next page shows it. */

export const notices = {
  signedIn: { nb: "Du er logget inn.", nn: "Du er logga inn.", en: "You are signed in." },
  signedOut: { nb: "Du er logget ut.", nn: "Du er logga ut.", en: "You are signed out." },
  saved: { nb: "Lagret.", nn: "Lagra.", en: "Saved." },
  memberAdded: {
    nb: "Lagt til. Vedkommende får invitasjon neste gang du inviterer.",
    nn: "Lagt til. Vedkomande får invitasjon neste gong du inviterer.",
    en: "Added. They will be in the next invitation.",
  },
  memberKnown: {
    nb: "Adressen var registrert fra før. Vedkommende er nå med i nettverket, med navnet som sto der.",
    nn: "Adressa var registrert frå før. Vedkomande er no med i nettverket, med namnet som stod der.",
    en: "The address was known. They are now in the network, under the name that was there.",
  },
  caseRead: {
    nb: "Fint! Eksempelet er merket som lest.",
    nn: "Fint! Dømet er merkt som lese.",
    en: "Good! The case is marked as read.",
  },
  reflectionDeleted: {
    nb: "Det du skrev, er slettet.",
    nn: "Det du skreiv, er sletta.",
    en: "What you wrote is deleted.",
  },
} as const;

export type NoticeKey = keyof typeof notices;
