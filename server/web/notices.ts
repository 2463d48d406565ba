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
  paraphraseTooLate: {
    nb: "Fristen er gått ut, så omskrivingen kan være lest av lederen.",
    nn: "Fristen er gått ut, så omskrivinga kan vere lesen av leiaren.",
    en: "The time is up, so the leader may have read the paraphrase.",
  },
  reviewed: { nb: "Lest.", nn: "Lese.", en: "Reviewed." },
  alreadyReviewed: {
    nb: "Noen andre har lest gjennom dette i mellomtida.",
    nn: "Nokon andre har lese gjennom dette i mellomtida.",
    en: "Someone else has reviewed this in the meantime.",
  },
  gathered: { nb: "Innspillet er samlet.", nn: "Innspelet er samla.", en: "The feedback is gathered." },
  sentToLeader: {
    nb: "Sendt. Lederen får beskjed på e-post.",
    nn: "Sendt. Leiaren får beskjed på e-post.",
    en: "Sent. The leader is told by mail.",
  },
  alreadySent: {
    nb: "Dette er alt sendt til en leder.",
    nn: "Dette er alt sendt til ein leiar.",
    en: "This has been sent to a leader already.",
  },
  answerSent: {
    nb: "Svaret er sendt. Det legges fram på neste samling.",
    nn: "Svaret er sendt. Det blir lagt fram på neste samling.",
    en: "The answer is sent. It will be presented at the next gathering.",
  },
  alreadyDecided: {
    nb: "Dette er alt besvart, og et svar kan ikke endres. Her er det første svaret.",
    nn: "Dette er alt svara på, og eit svar kan ikkje endrast. Her er det første svaret.",
    en: "This has been answered already, and an answer cannot be changed. Here is the first one.",
  },
  movedOn: {
    nb: "Dette venter ikke på deg lenger. Det er gitt videre.",
    nn: "Dette ventar ikkje på deg lenger. Det er gjeve vidare.",
    en: "This no longer waits for you. It has been passed on.",
  },
  passedOn: { nb: "Gitt videre.", nn: "Gjeve vidare.", en: "Passed on." },
  returnedDown: { nb: "Sendt tilbake.", nn: "Sendt tilbake.", en: "Returned." },
  reportedBack: {
    nb: "Ført. Alle i nettverket kan nå lese svaret.",
    nn: "Ført. Alle i nettverket kan no lese svaret.",
    en: "Recorded. Everyone in the network can read the answer now.",
  },
  alreadyReported: {
    nb: "Svaret er alt ført som lagt fram.",
    nn: "Svaret er alt ført som lagt fram.",
    en: "The answer has been recorded as presented already.",
  },
  noAttendance: {
    nb: "Ikke ført: Før oppmøtet på samlingen først. Da vet vi at svaret nådde noen.",
    nn: "Ikkje ført: Før frammøtet på samlinga først. Då veit vi at svaret nådde nokon.",
    en: "Not recorded: record attendance at the gathering first. Then we know the answer reached someone.",
  },
  notReported: {
    nb: "Ikke ført: Velg en samling som har begynt etter at svaret kom.",
    nn: "Ikkje ført: Vel ei samling som har byrja etter at svaret kom.",
    en: "Not recorded: choose a gathering that has begun after the answer came.",
  },
  voted: {
    nb: "Takk for svaret. Du kan endre det til runden er over.",
    nn: "Takk for svaret. Du kan endre det til runden er over.",
    en: "Thank you for answering. You can change it until the round is over.",
  },
  voteClosed: {
    nb: "Runden er over, så svaret ble ikke med.",
    nn: "Runden er over, så svaret vart ikkje med.",
    en: "The round is over, so the answer was not counted.",
  },
  answerStored: { nb: "Svaret er lagret.", nn: "Svaret er lagra.", en: "Your answer is stored." },
  seasonPlanned: {
    nb: "Utkastene er laget. Ingen har fått beskjed ennå; inviter når du er klar.",
    nn: "Utkasta er laga. Ingen har fått beskjed enno; inviter når du er klar.",
    en: "The drafts are there. Nobody has been told yet; invite when you are ready.",
  },
  seasonExisted: {
    nb: "Alle datoene finnes allerede. Ingenting nytt er laget.",
    nn: "Alle datoane finst allereie. Ikkje noko nytt er laga.",
    en: "All these dates exist already. Nothing new was created.",
  },
  draftCreated: {
    nb: "Utkastet er laget. Ingen har fått beskjed ennå.",
    nn: "Utkastet er laga. Ingen har fått beskjed enno.",
    en: "The draft is there. Nobody has been told yet.",
  },
  cancelInstead: {
    nb: "Noen er invitert, så samlingen kan ikke slettes. Du kan avlyse den.",
    nn: "Nokon er inviterte, så samlinga kan ikkje slettast. Du kan avlyse ho.",
    en: "People are invited, so the gathering cannot be deleted. You can cancel it.",
  },
  draftDeleted: { nb: "Utkastet er slettet.", nn: "Utkastet er sletta.", en: "The draft is deleted." },
  gatheringMoved: {
    nb: "Lagret. Alle inviterte får en ny invitasjon om noen minutter og blir bedt om å svare på nytt.",
    nn: "Lagra. Alle inviterte får ein ny invitasjon om nokre minutt og blir bedne om å svare på nytt.",
    en: "Saved. Everyone invited gets a new invitation in some minutes and is asked to answer again.",
  },
  gatheringReworded: {
    nb: "Lagret. De inviterte får beskjed om noen minutter.",
    nn: "Lagra. Dei inviterte får beskjed om nokre minutt.",
    en: "Saved. Those invited will be told in some minutes.",
  },
  nothingChanged: {
    nb: "Ingenting var endret, så ingen har fått beskjed.",
    nn: "Ingenting var endra, så ingen har fått beskjed.",
    en: "Nothing had changed, so nobody was told.",
  },
  gatheringCancelled: {
    nb: "Samlingen er avlyst, og alle inviterte får beskjed.",
    nn: "Samlinga er avlyst, og alle inviterte får beskjed.",
    en: "The gathering is cancelled and everyone invited is told.",
  },
  invited: {
    nb: "Invitasjonene er på vei.",
    nn: "Invitasjonane er på veg.",
    en: "The invitations are on their way.",
  },
  answeredFor: {
    nb: "Svaret er lagret, og vedkommende får en bekreftelse.",
    nn: "Svaret er lagra, og vedkomande får ei stadfesting.",
    en: "The answer is stored, and they get a confirmation.",
  },
  attendanceSaved: { nb: "Oppmøtet er lagret.", nn: "Frammøtet er lagra.", en: "Attendance is saved." },
  gatheringClosed: {
    nb: "Oppmøtet er lagret, og samlingen er avsluttet.",
    nn: "Frammøtet er lagra, og samlinga er avslutta.",
    en: "Attendance is saved and the gathering is closed.",
  },
  postHandled: { nb: "Ferdig behandlet.", nn: "Ferdig behandla.", en: "Dealt with." },
} as const;

export type NoticeKey = keyof typeof notices;
