/** Words of the staff's sign-in. */
import type { TextTable } from "../web/languages.ts";

export const staffTexts = {
  unknownTitle: {
    nb: "Vi kjenner deg ikke igjen",
    nn: "Vi kjenner deg ikkje att",
    en: "We do not recognise you",
  },
  unknownText: {
    nb: "Innloggingen gikk bra, men du er ikke registrert her. Be administratoren legge deg til med den e-postadressen du har i Nav, og prøv igjen. Ingen konto er laget.",
    nn: "Innlogginga gjekk bra, men du er ikkje registrert her. Be administratoren leggje deg til med den e-postadressa du har i Nav, og prøv igjen. Ingen konto er laga.",
    en: "The sign-in worked, but you are not registered here. Ask the administrator to add you with the email address you have at Nav, and try again. No account has been created.",
  },
  downTitle: {
    nb: "Innloggingen for Nav-ansatte svarer ikke",
    nn: "Innlogginga for Nav-tilsette svarar ikkje",
    en: "The Nav staff sign-in is not responding",
  },
  downText: {
    nb: "Det er ikke noe galt med deg eller med adressen. Vent noen minutter og prøv igjen.",
    nn: "Det er ikkje noko gale med deg eller med adressa. Vent nokre minutt og prøv igjen.",
    en: "Nothing is wrong with you or your address. Wait a few minutes and try again.",
  },
  againTitle: {
    nb: "Innloggingen ble avbrutt",
    nn: "Innlogginga vart avbroten",
    en: "The sign-in was interrupted",
  },
  againText: {
    nb: "Den kan ha tatt for lang tid, vært brukt før eller blitt stoppet. Begynn på nytt, så går det som regel bra.",
    nn: "Ho kan ha teke for lang tid, vore brukt før eller blitt stoppa. Byrj på nytt, så går det som regel bra.",
    en: "It may have taken too long, been used before or been stopped. Start again, and it usually works.",
  },
  tryAgain: { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" },
  outTitle: { nb: "Du er logget ut her", nn: "Du er logga ut her", en: "You are signed out here" },
  outText: {
    nb: "Du kan fortsatt være logget inn hos Nav. Bruker andre denne maskinen, så logg ut der også.",
    nn: "Du kan framleis vere logga inn hos Nav. Bruker andre denne maskina, så logg ut der òg.",
    en: "You may still be signed in at Nav. If others use this computer, sign out there too.",
  },
  outThere: { nb: "Logg ut hos Nav", nn: "Logg ut hos Nav", en: "Sign out at Nav" },
} satisfies TextTable;
