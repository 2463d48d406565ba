/** What a page says once after something was done. A POST names one; the next page shows it. */

export const notices = {
  signedIn: { nb: "Du er logget inn.", nn: "Du er logga inn.", en: "You are signed in." },
  signedOut: { nb: "Du er logget ut.", nn: "Du er logga ut.", en: "You are signed out." },
  saved: { nb: "Lagret.", nn: "Lagra.", en: "Saved." },
  addressAsked: {
    nb: "Lenka er på vei til den nye adressen. Den gamle gjelder til du har trykt på den.",
    nn: "Lenkja er på veg til den nye adressa. Den gamle gjeld til du har trykt på ho.",
    en: "The link is on its way to the new address. The old one applies until you have pressed it.",
  },
  addressChanged: {
    nb: "Den nye adressen er tatt i bruk.",
    nn: "Den nye adressa er teken i bruk.",
    en: "The new address is in use.",
  },
  addressTaken: {
    nb: "Adressen er registrert på noen fra før, så vi byttet ikke. Spør rådgiveren i nettverket.",
    nn: "Adressa er registrert på nokon frå før, så vi bytte ikkje. Spør rådgivaren i nettverket.",
    en: "The address is already registered, so we did not change yours. Ask your network’s adviser.",
  },
  sessionEnded: { nb: "Logget ut der.", nn: "Logga ut der.", en: "Signed out there." },
  personErased: {
    nb: "Du er slettet. Takk for at du var med.",
    nn: "Du er sletta. Takk for at du var med.",
    en: "Your details are deleted. Thank you for taking part.",
  },
  otherErased: { nb: "Personen er slettet.", nn: "Personen er sletta.", en: "The person is deleted." },
  erasureHindered: {
    nb: "Noen må ta over etter deg først. Det står hva lenger ned.",
    nn: "Nokon må ta over etter deg først. Det står kva lenger ned.",
    en: "Someone must take over from you first. Details are further down.",
  },
  memberAdded: {
    nb: "Lagt til. Personen får invitasjon neste gang du inviterer.",
    nn: "Lagt til. Personen får invitasjon neste gong du inviterer.",
    en: "Added. They will be in the next invitation.",
  },
  memberKnown: {
    nb: "Vi hadde adressen fra før. Personen er nå med i nettverket, med navnet som sto der.",
    nn: "Vi hadde adressa frå før. Personen er no med i nettverket, med namnet som stod der.",
    en: "We already had the address. They are now in the network, under the name we had.",
  },
  memberHere: {
    nb: "Personen er med i nettverket fra før. Ingenting er endret.",
    nn: "Personen er med i nettverket frå før. Ingenting er endra.",
    en: "They are already in the network. Nothing has changed.",
  },
  leftWithPlaces: {
    nb: "Lagret. Invitasjonene framover er trukket tilbake, og ledige plasser går til dem som står på venteliste.",
    nn: "Lagra. Invitasjonane framover er trekte tilbake, og ledige plassar går til dei som står på venteliste.",
    en: "Saved. Invitations to coming gatherings are withdrawn, and free places go to those on the waiting list.",
  },
  nothingNew: {
    nb: "Alle navnene sto her fra før.",
    nn: "Alle namna stod her frå før.",
    en: "All the names were already here.",
  },
  merged: {
    nb: "Slått sammen. Alt hører nå til denne virksomheten.",
    nn: "Slått saman. Alt høyrer no til denne verksemda.",
    en: "Merged. Everything belongs to this workplace now.",
  },
  caseRead: {
    nb: "Fint! Eksempelet er merket som lest.",
    nn: "Fint! Dømet er merkt som lese.",
    en: "Great! The case is marked as read.",
  },
  inMinutes: {
    nb: "Det gruppene kom fram til, ligger i referatet.",
    nn: "Det gruppene kom fram til, ligg i referatet.",
    en: "What the groups concluded is in the minutes.",
  },
  caseApproved: {
    nb: "Godkjent. Nå kan eksempelet publiseres.",
    nn: "Godkjent. No kan dømet publiserast.",
    en: "Approved. The case can now be published.",
  },
  casePublished: {
    nb: "Publisert. Alle mentorer kan lese det nå.",
    nn: "Publisert. Alle mentorar kan lese det no.",
    en: "Published. Every mentor can now read it.",
  },
  caseWithdrawn: {
    nb: "Trukket tilbake. Det folk har skrevet til det, er der fortsatt.",
    nn: "Trekt tilbake. Det folk har skrive til det, er der framleis.",
    en: "Withdrawn. What people wrote about it is still there.",
  },
  caseVersionStarted: {
    nb: "Den nye utgaven er et utkast. Mentorene leser den gamle så lenge.",
    nn: "Den nye utgåva er eit utkast. Mentorane les den gamle så lenge.",
    en: "The new version is a draft. Mentors read the old one meanwhile.",
  },
  caseDiscarded: { nb: "Utkastet er slettet.", nn: "Utkastet er sletta.", en: "The draft is deleted." },
  caseLanguageAdded: {
    nb: "Lagt til som kopi. Skriv den om på stedet.",
    nn: "Lagt til som kopi. Skriv han om på staden.",
    en: "Added as a copy. Rewrite it in place.",
  },
  caseChanged: {
    nb: "Noen har gjort noe med eksempelet i mellomtida. Slik står det nå.",
    nn: "Nokon har gjort noko med dømet i mellomtida. Slik står det no.",
    en: "Someone did something to the case in the meantime. This is how it stands now.",
  },
  reflectionDeleted: {
    nb: "Det du skrev, er slettet.",
    nn: "Det du skreiv, er sletta.",
    en: "What you wrote is deleted.",
  },
  paraphraseTooLate: {
    nb: "Fristen er ute, så lederen kan ha lest omskrivingen.",
    nn: "Fristen er ute, så leiaren kan ha lese omskrivinga.",
    en: "The time is up, so the leader may have read the paraphrase.",
  },
  checkedIn: {
    nb: "Så fint! Du er registrert.",
    nn: "Så fint! Du er registrert.",
    en: "Great! You are checked in.",
  },
  cannotBegin: {
    nb: "Punktet kan ikke begynnes: det er tatt av dagsordenen, eller samlingen er avsluttet eller avlyst.",
    nn: "Punktet kan ikkje byrjast på: det er teke av dagsordenen, eller samlinga er avslutta eller avlyst.",
    en: "The item cannot be started: it has been taken off the agenda, or the gathering is closed or cancelled.",
  },
  minutesOut: {
    nb: "Referatet er publisert og sendt.",
    nn: "Referatet er publisert og sendt.",
    en: "The minutes are published and sent.",
  },
  minutesWereOut: {
    nb: "Referatet var allerede publisert. Ingen fikk ny e-post.",
    nn: "Referatet var allereie publisert. Ingen fekk ny e-post.",
    en: "The minutes had already been published. Nobody got a new email.",
  },
  linkRevoked: {
    nb: "Den gamle lenka virker ikke lenger.",
    nn: "Den gamle lenkja verkar ikkje lenger.",
    en: "The old link no longer works.",
  },
  linePassedOn: {
    nb: "Sendt som innspill fra gruppa. Det ligger i innboksen.",
    nn: "Sendt som innspel frå gruppa. Det ligg i innboksen.",
    en: "Sent as feedback from the group. It is in the inbox.",
  },
  lineGone: {
    nb: "Linja er endret i mellomtida. Se på den en gang til.",
    nn: "Linja er endra i mellomtida. Sjå på ho ein gong til.",
    en: "The line has changed in the meantime. Have another look.",
  },
  tryKept: { nb: "Lagret. Bare du ser det.", nn: "Lagra. Berre du ser det.", en: "Saved. Only you see it." },
  tryShared: {
    nb: "Lagret. Nettverket ser det på neste samling, med navnet ditt.",
    nn: "Lagra. Nettverket ser det på neste samling, med namnet ditt.",
    en: "Saved. The network sees it at the next gathering, with your name.",
  },
  tryDeleted: { nb: "Notatet er slettet.", nn: "Notatet er sletta.", en: "The note is deleted." },
  wishAdded: {
    nb: "Ønsket er lagt til, med din stemme.",
    nn: "Ønsket er lagt til, med di stemme.",
    en: "Your request is added, with your vote.",
  },
  wishDeleted: { nb: "Ønsket er slettet.", nn: "Ønsket er sletta.", en: "The request is deleted." },
  wishIsShared: {
    nb: "Ønsket kan ikke slettes: andre har stemt på det, eller det står på en dagsorden.",
    nn: "Ønsket kan ikkje slettast: andre har stemt på det, eller det står på ein dagsorden.",
    en: "The request cannot be deleted: others have voted for it, or it is on an agenda.",
  },
  reviewed: { nb: "Lest.", nn: "Lese.", en: "Reviewed." },
  alreadyReviewed: {
    nb: "Noen andre har lest gjennom dette i mellomtida.",
    nn: "Nokon andre har lese gjennom dette i mellomtida.",
    en: "Someone else has reviewed this in the meantime.",
  },
  gathered: {
    nb: "Innspillet er samlet.",
    nn: "Innspelet er samla.",
    en: "The feedback is in a learning item.",
  },
  sentToLeader: {
    nb: "Sendt. Lederen får beskjed på e-post.",
    nn: "Sendt. Leiaren får beskjed på e-post.",
    en: "Sent. The leader will be told by email.",
  },
  alreadySent: {
    nb: "Dette er allerede sendt til en leder.",
    nn: "Dette er allereie sendt til ein leiar.",
    en: "This has already been sent to a leader.",
  },
  answerSent: {
    nb: "Svaret er sendt. Det legges fram på neste samling.",
    nn: "Svaret er sendt. Det blir lagt fram på neste samling.",
    en: "The answer is sent. It will be presented at the next gathering.",
  },
  alreadyDecided: {
    nb: "Noen har allerede svart, og et svar kan ikke endres. Her er det første svaret.",
    nn: "Nokon har allereie svara, og eit svar kan ikkje endrast. Her er det første svaret.",
    en: "Someone has already answered, and an answer cannot be changed. Here is the first one.",
  },
  movedOn: {
    nb: "Dette venter ikke på deg lenger. Noen har gitt det videre.",
    nn: "Dette ventar ikkje på deg lenger. Nokon har gitt det vidare.",
    en: "This is no longer waiting for you. It has been passed on.",
  },
  passedOn: { nb: "Gitt videre.", nn: "Gitt vidare.", en: "Passed on." },
  returnedDown: { nb: "Sendt tilbake.", nn: "Sendt tilbake.", en: "Returned." },
  reportedBack: {
    nb: "Lagret. Nå kan alle i nettverket lese svaret.",
    nn: "Lagra. No kan alle i nettverket lese svaret.",
    en: "Saved. Everyone in the network can now read the answer.",
  },
  alreadyReported: {
    nb: "Noen har allerede meldt at svaret er lagt fram.",
    nn: "Nokon har allereie meldt at svaret er lagt fram.",
    en: "Someone has already said that the answer was presented.",
  },
  noAttendance: {
    nb: "Før oppmøtet på samlingen først. Da vet vi at svaret nådde noen.",
    nn: "Før frammøtet på samlinga først. Då veit vi at svaret nådde nokon.",
    en: "Record attendance at the gathering first. Then we know the answer reached someone.",
  },
  notReported: {
    nb: "Velg en samling som har begynt etter at svaret kom.",
    nn: "Vel ei samling som har byrja etter at svaret kom.",
    en: "Choose a gathering that began after the answer came.",
  },
  voted: {
    nb: "Takk for svaret. Du kan endre det til runden er over.",
    nn: "Takk for svaret. Du kan endre det til runden er over.",
    en: "Thank you for answering. You can change it until the round is over.",
  },
  askedAgain: {
    nb: "Mentorene er spurt på nytt, og får en e-post.",
    nn: "Mentorane er spurde på nytt, og får ein e-post.",
    en: "The mentors are being asked again, by email.",
  },
  openedAgain: {
    nb: "Åpnet igjen. Spørsmålet ligger hos lederen.",
    nn: "Opna igjen. Spørsmålet ligg hos leiaren.",
    en: "Opened again. The question is with the leader.",
  },
  voteClosed: {
    nb: "Runden er over, så svaret ble ikke med.",
    nn: "Runden er over, så svaret vart ikkje med.",
    en: "The round is over, so the answer was not counted.",
  },
  answerStored: { nb: "Svaret er lagret.", nn: "Svaret er lagra.", en: "Your answer is saved." },
  surveySent: {
    nb: "Undersøkelsen er åpnet, og e-postene er på vei.",
    nn: "Undersøkinga er opna, og e-postane er på veg.",
    en: "The survey is open, and the emails are on their way.",
  },
  surveySentBefore: {
    nb: "Denne er allerede sendt i år.",
    nn: "Denne er allereie send i år.",
    en: "This has already been sent this year.",
  },
  seasonPlanned: {
    nb: "Utkastene er laget. Ingen har fått beskjed ennå; inviter når du er klar.",
    nn: "Utkasta er laga. Ingen har fått beskjed enno; inviter når du er klar.",
    en: "The drafts are ready. Nobody has been told yet; invite when you are ready.",
  },
  seasonExisted: {
    nb: "Alle datoene finnes allerede. Ingenting nytt er laget.",
    nn: "Alle datoane finst allereie. Ikkje noko nytt er laga.",
    en: "All these dates already exist. Nothing new was created.",
  },
  draftCreated: {
    nb: "Utkastet er laget. Ingen har fått beskjed ennå.",
    nn: "Utkastet er laga. Ingen har fått beskjed enno.",
    en: "The draft is ready. Nobody has been told yet.",
  },
  cancelInstead: {
    nb: "Noen er invitert, så samlingen kan ikke slettes. Du kan avlyse i stedet.",
    nn: "Nokon er inviterte, så samlinga kan ikkje slettast. Du kan avlyse i staden.",
    en: "People are invited, so the gathering cannot be deleted. You can cancel instead.",
  },
  cancelUsed: {
    nb: "Det er skrevet referat eller registrert noe på samlingen, så den kan ikke slettes. Du kan avlyse i stedet.",
    nn: "Det er skrive referat eller registrert noko på samlinga, så ho kan ikkje slettast. Du kan avlyse i staden.",
    en: "Minutes or something else has been recorded for the gathering, so it cannot be deleted. You can cancel instead.",
  },
  draftDeleted: { nb: "Utkastet er slettet.", nn: "Utkastet er sletta.", en: "The draft is deleted." },
  gatheringMoved: {
    nb: "Lagret. Alle inviterte får en ny invitasjon om noen minutter og blir bedt om å svare på nytt.",
    nn: "Lagra. Alle inviterte får ein ny invitasjon om nokre minutt og blir bedne om å svare på nytt.",
    en: "Saved. Everyone invited gets a new invitation in a few minutes and is asked to answer again.",
  },
  gatheringReworded: {
    nb: "Lagret. De inviterte får beskjed om noen minutter.",
    nn: "Lagra. Dei inviterte får beskjed om nokre minutt.",
    en: "Saved. Those invited will be told in a few minutes.",
  },
  nothingChanged: {
    nb: "Ingenting var endret, så ingen har fått beskjed.",
    nn: "Ingenting var endra, så ingen har fått beskjed.",
    en: "Nothing had changed, so nobody was told.",
  },
  gatheringCancelled: {
    nb: "Samlingen er avlyst, og de som var invitert, får beskjed.",
    nn: "Samlinga er avlyst, og dei som var inviterte, får beskjed.",
    en: "The gathering is cancelled, and those who were invited will be told.",
  },
  gatheringIsCancelled: {
    nb: "Samlingen er avlyst og kan ikke endres.",
    nn: "Samlinga er avlyst og kan ikkje endrast.",
    en: "The gathering is cancelled and cannot be changed.",
  },
  gatheringIsClosed: {
    nb: "Samlingen er avsluttet, så dagsordenen kan ikke endres.",
    nn: "Samlinga er avslutta, så dagsordenen kan ikkje endrast.",
    en: "The gathering is closed, so the agenda cannot be changed.",
  },
  gatheringHasBegun: {
    nb: "Samlingen har begynt og kan ikke endres lenger.",
    nn: "Samlinga har byrja og kan ikkje endrast lenger.",
    en: "The gathering has begun and can no longer be changed.",
  },
  seriesChanged: {
    nb: "Lagret. De som er invitert til noe som er flyttet, får e-post om noen minutter.",
    nn: "Lagra. Dei som er inviterte til noko som er flytta, får e-post om nokre minutt.",
    en: "Saved. Those invited to anything that moved get an email in a few minutes.",
  },
  seasonInvited: {
    nb: "Invitasjonene til den første er på vei. De neste går ut av seg selv, fire uker før hver samling.",
    nn: "Invitasjonane til den første er på veg. Dei neste går ut av seg sjølv, fire veker før kvar samling.",
    en: "Invitations to the first are on their way. The others go out automatically, four weeks before each gathering.",
  },
  invitingStopped: {
    nb: "Invitasjonene går ikke lenger av seg selv. Du inviterer når du vil.",
    nn: "Invitasjonane går ikkje lenger av seg sjølv. Du inviterer når du vil.",
    en: "Invitations no longer go out automatically. You invite when you want to.",
  },
  letterSent: {
    nb: "E-posten til arbeidsgiveren er på vei.",
    nn: "E-posten til arbeidsgivaren er på veg.",
    en: "The email to the employer is on its way.",
  },
  invited: {
    nb: "Invitasjonene er på vei.",
    nn: "Invitasjonane er på veg.",
    en: "The invitations are on their way.",
  },
  answeredFor: {
    nb: "Svaret er lagret, og personen får en bekreftelse.",
    nn: "Svaret er lagra, og personen får ei stadfesting.",
    en: "The answer is saved, and they get a confirmation.",
  },
  attendanceSaved: { nb: "Oppmøtet er lagret.", nn: "Frammøtet er lagra.", en: "Attendance is saved." },
  gatheringClosed: {
    nb: "Oppmøtet er lagret, og samlingen er avsluttet.",
    nn: "Frammøtet er lagra, og samlinga er avslutta.",
    en: "Attendance is saved and the gathering is closed.",
  },
  postHandled: {
    nb: "Ferdig. Meldingen er borte fra lista.",
    nn: "Ferdig. Meldinga er borte frå lista.",
    en: "Done. The message is off the list.",
  },
  feedOn: {
    nb: "Abonnementet er på. Her er adressen.",
    nn: "Abonnementet er på. Her er adressa.",
    en: "The subscription is on. Here is the address.",
  },
  feedOff: {
    nb: "Abonnementet er slått av, og adressen virker ikke lenger.",
    nn: "Abonnementet er slått av, og adressa verkar ikkje lenger.",
    en: "The subscription is off, and its address no longer works.",
  },
  choicesSaved: {
    nb: "Lagret. Det gjelder fra neste e-post.",
    nn: "Lagra. Det gjeld frå neste e-post.",
    en: "Saved. It applies from the next email.",
  },
  unsubscribed: {
    nb: "Du er meldt av. Du får ikke flere påminnelser. Har du svart ja eller kanskje, får du fortsatt beskjed hvis samlingen flyttes eller avlyses.",
    nn: "Du er meld av. Du får ikkje fleire påminningar. Har du svara ja eller kanskje, får du framleis beskjed om samlinga blir flytta eller avlyst.",
    en: "You are unsubscribed. You will get no more reminders. If you answered yes or maybe, you are still told if the gathering is moved or cancelled.",
  },
  colleagueInvited: {
    nb: "Takk! Kollegaen din får invitasjonen på e-post, og du er meldt av.",
    nn: "Takk! Kollegaen din får invitasjonen på e-post, og du er meld av.",
    en: "Thank you! Your colleague gets the invitation by email, and you are marked as not coming.",
  },
  standingSaved: {
    nb: "Lagret. Du er meldt på det du ikke hadde svart på.",
    nn: "Lagra. Du er meld på det du ikkje hadde svara på.",
    en: "Saved. You are down as coming to what you had not answered.",
  },
  standingStopped: {
    nb: "Stoppet. Det du allerede har svart, står som før.",
    nn: "Stoppa. Det du allereie har svara, står som før.",
    en: "Stopped. What you have already answered stays.",
  },
  mailOnItsWay: {
    nb: "E-posten er på vei.",
    nn: "E-posten er på veg.",
    en: "The email is on its way.",
  },
  mailAlreadyOnItsWay: {
    nb: "Det ligger allerede en e-post i kø, så vi sendte ikke en til.",
    nn: "Det ligg allereie ein e-post i kø, så vi sende ikkje ein til.",
    en: "An email is already in the queue, so we did not send another one.",
  },
} as const;

export type NoticeKey = keyof typeof notices;

/** Those that tell why something was not done: shown as information, not as a success. */
export const refusals: ReadonlySet<NoticeKey> = new Set([
  "addressTaken",
  "erasureHindered",
  "paraphraseTooLate",
  "wishIsShared",
  "minutesWereOut",
  "cannotBegin",
  "lineGone",
  "alreadyReviewed",
  "alreadySent",
  "alreadyDecided",
  "movedOn",
  "alreadyReported",
  "noAttendance",
  "notReported",
  "voteClosed",
  "surveySentBefore",
  "seasonExisted",
  "cancelInstead",
  "cancelUsed",
  "gatheringIsCancelled",
  "gatheringIsClosed",
  "gatheringHasBegun",
  "nothingChanged",
  "mailAlreadyOnItsWay",
  "caseChanged",
  "nothingNew",
]);
