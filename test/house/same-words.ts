/**
 * Words that are written alike. A text may be the same in two languages when all its words are here:
 * each was looked up once, so that a text left untranslated is found by the first word that is not.
 */

/** Correct bokmål and correct nynorsk. */
export const inBothNorwegian = new Set(
  `
    abonnement abonnementet administrator administratoren adresse aktiv aldri all alle allergi alt andre
    angre anonymt arbeidslivssenter arbeidsplass arket at av avbryt avgjort avgrens avlys avlyst avslutt
    avtale avtalen begge beskjed bli blir bokmål bort borte bra bransje brevet bruk brukt budsjett bunke
    bunken dag dagsorden dagsordenen dato deg del delt delvis demo demoen den denne der det dette dialog
    digitalt din dine dit ditt du e-post e-postadresse e-posten eldre eller emne endre endring engelsk er erfaring etter
    etterpå ettertanke fane fare fast feil feltet ferdig fil fila filer finn finne fint fjerde fjern flest flytt
    folk for fordeler fordelt forskrift forsøk fortalt fram framover frist fristen fyll fylt få får før fører
    først første ført gang gapet gitt gjelde gjennom gjerne gjorde gjort godkjenn godkjenne godkjent grunn gruppa
    gruppe gruppemodus gruppene grupper gå går halvår handling har hei hent her hos i igjen importen ingen
    ingenting inn innboks inne innlogging innsynslogg inntil interessert invitasjon inviter invitert ja juli
    kalender kalenderabonnement kalenderen kalenderinvitasjon kameraet kan kandidat kandidaten kanskje kast
    kl klokka knappen kode koden kollegaen kolonne kom kommune kontortid kontortida kryss kunne kø køen lag lagre
    lagt lang langt last ledig legevakt lenge legg les lese lever lim linja linje linjer lista liten litt liv logg
    loggen lov lys lære læringspunkt læringspunktet løfte maskiner mat med meg meld meldt mentor mentornettverk
    mentorsamling mest middels min mitt måte mørk natt nav nav-kontor ned nei neste nett nettverk nettverket nivå
    notat notatet noter notert nummer nummeret ny nynorsk nytt når og om omskriving opp ord ordlyd over overskrift
    overskriftene overskrifter perioden person personen personvern planlagt plass plassen praktisk prøv
    prøvde prøve prøver prøvetida publiser publisert publiserte punkt på påstand qr-kode rad rader rapport
    rapporten rediger referat referatet regelen region registrert resultatet rett retur ring rolle roller
    rom rommet runde runden rundskriv rutine rytme sa sagt samarbeidet samle samling samtale samtalen samtykket seg
    send sende sender sendt ser serien sesong setning side sist siste situasjonen sjekk skal skjedde skjemaet skjer
    skriftspråk skriv slag slaget slett slette sletting slik slutt slå snakk snudd som språk spør
    spørsmål spørsmålet status stemmer stemt startskjermen steng stengt stilling stopp stor stått står svar svare svaret
    svarfristen så søk ta takk tekst teksten telefon telefonen tema tid tida tide til tilbake tilrettelegging tilstand
    tittel tok tom tomt tredje trekk trykk type uansett ukjent under ut ute utfall utkast utkastet
    utvekslingsmøte var vare varer ved vent venteliste verken vi vil vis vist å året årshjul årshjulet ønske
    ønsket
  `
    .trim()
    .split(/\s+/),
);

/** Norwegian and English. */
export const inEnglishToo = new Set(
  "administrator arbeidslivssenter demo for mentor min nav person region ring status".split(" "),
);

/** What is no word of a language: names of fields and files in the case format, which people type. */
export const typed = new Set([
  "csv",
  "xlsx",
  "mb",
  "json",
  "id",
  "kind",
  "open",
  "choice",
  "roleplay",
  "yes",
  "no",
]);
