/** Persons, where they work, which units Nav has, and how one signs in. */
import {
  flag,
  id,
  index,
  instant,
  integer,
  oneOf,
  primaryKey,
  sortable,
  table,
  text,
  uniqueIndex,
} from "../store/columns.ts";

/** Nav's units: a region has centres and offices below it. */
export const units = table(
  "units",
  {
    id: id(),
    kind: oneOf("region", "centre", "office").notNull(),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    parentId: text(),
  },
  { id: "key", kind: "fact", name: "fact", sortKey: "fact", parentId: "key" },
  (t) => [index("units_parent").on(t.parentId), index("units_sort").on(t.sortKey)],
);

export const workplaces = table(
  "workplaces",
  {
    id: id(),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    /** Empty when nobody has said; so is the municipality. */
    trade: text().notNull(),
    size: oneOf("small", "medium", "large", "unknown").notNull(),
    municipality: text().notNull(),
  },
  {
    id: "key",
    name: "fact",
    sortKey: "fact",
    trade: "fact",
    size: "fact",
    municipality: "fact",
  },
  (t) => [index("workplaces_sort").on(t.sortKey, t.id), index("workplaces_trade").on(t.trade)],
);

export const persons = table(
  "persons",
  {
    id: id(),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    email: text().notNull(),
    /** Trimmed and lower case; what one signs in with. */
    emailKey: text().notNull(),
    phone: text(),
    language: oneOf("nb", "nn", "en").notNull().default("nb"),
    workplaceId: text().references(() => workplaces.id),
    unitId: text().references(() => units.id),
    jobTitle: text(),
    status: oneOf("active", "finished", "interested", "left").notNull().default("active"),
    createdAt: instant().notNull(),
    /** When everything that tells who this was went; the row stays for what refers to it. */
    erasedAt: instant(),
  },
  {
    id: "person",
    name: "identity",
    sortKey: "identity",
    email: "identity",
    emailKey: "identity",
    phone: "identity",
    language: "identity",
    workplaceId: "identity",
    unitId: "identity",
    jobTitle: "identity",
    status: "identity",
    createdAt: "fact",
    erasedAt: "fact",
  },
  (t) => [
    uniqueIndex("persons_email").on(t.emailKey),
    index("persons_sort").on(t.sortKey, t.id),
    index("persons_workplace").on(t.workplaceId),
    index("persons_unit").on(t.unitId, t.sortKey, t.id),
    index("persons_status").on(t.status, t.sortKey, t.id),
  ],
);

/**
 * What one finds people by: each word of a name, and the ends of it from three letters, so that a word
 * is found by its beginning and by its inside with one look into the index. Derived from `persons`;
 * `indexPerson` in `search.ts` writes it anew whenever a name changes or is blanked.
 */
export const personWords = table(
  "person_words",
  { word: sortable().notNull(), personId: text().notNull() },
  { word: "identity", personId: "person" },
  (t) => [primaryKey({ columns: [t.word, t.personId] }), index("person_words_person").on(t.personId)],
);

/** The same for the names of workplaces. */
export const workplaceWords = table(
  "workplace_words",
  { word: sortable().notNull(), workplaceId: text().notNull() },
  { word: "fact", workplaceId: "key" },
  (t) => [
    primaryKey({ columns: [t.word, t.workplaceId] }),
    index("workplace_words_workplace").on(t.workplaceId),
  ],
);

/** Since when a person has been active, finished, interested or gone; the newest row is what `persons` says. */
export const personStatuses = table(
  "person_statuses",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** Local date. */
    since: sortable().notNull(),
    status: oneOf("active", "finished", "interested", "left").notNull(),
  },
  { personId: "person", since: "fact", status: "identity" },
  (t) => [primaryKey({ columns: [t.personId, t.since] })],
);

/** A mentor's yes to being asked again; kept three years (domain.md section 6) and withdrawn by deleting. */
export const askAgainConsents = table(
  "ask_again_consents",
  {
    personId: text()
      .primaryKey()
      .references(() => persons.id),
    /** Local dates. */
    givenOn: sortable().notNull(),
    expiresOn: sortable().notNull(),
    /** The adviser who wrote down what was said; null when the mentor said it here. */
    recordedById: text().references(() => persons.id),
  },
  { personId: "person", givenOn: "fact", expiresOn: "fact", recordedById: "person" },
  (t) => [index("ask_again_expiry").on(t.expiresOn), index("ask_again_recorder").on(t.recordedById)],
);

/** What a person may act as. In which network stands in `memberships`, which unit one leads in `unitLeaders`. */
export const personRoles = table(
  "person_roles",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: oneOf("mentor", "adviser", "counsellor", "leader", "regional_leader", "administrator").notNull(),
  },
  { personId: "person", role: "identity" },
  (t) => [primaryKey({ columns: [t.personId, t.role] }), index("person_roles_role").on(t.role, t.personId)],
);

/** Who leads a unit, and who stands in for them. */
export const unitLeaders = table(
  "unit_leaders",
  {
    unitId: text()
      .notNull()
      .references(() => units.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    isDeputy: flag().notNull().default(false),
  },
  { unitId: "key", personId: "person", isDeputy: "fact" },
  (t) => [primaryKey({ columns: [t.unitId, t.personId] }), index("unit_leaders_person").on(t.personId)],
);

/** What a person wants by mail about gatherings; who has no row wants all of it. */
export const mailPreferences = table(
  "mail_preferences",
  {
    personId: text()
      .primaryKey()
      .references(() => persons.id),
    hasInvitations: flag().notNull().default(true),
    hasReminders: flag().notNull().default(true),
    /** New words about a gathering, and new times of one they have not said yes to. */
    hasChanges: flag().notNull().default(true),
    /** Gatherings come into their calendar by a subscription instead of by mail. */
    isSubscribed: flag().notNull().default(false),
    changedAt: instant().notNull(),
  },
  {
    personId: "person",
    hasInvitations: "identity",
    hasReminders: "identity",
    hasChanges: "identity",
    isSubscribed: "identity",
    changedAt: "fact",
  },
);

/** Links mailed to those who want to sign in: single use, twenty minutes. */
export const signInLinks = table(
  "sign_in_links",
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  { tokenHash: "secret", personId: "person", expiresAt: "fact", usedAt: "fact" },
  (t) => [index("sign_in_links_expiry").on(t.expiresAt), index("sign_in_links_person").on(t.personId)],
);

export const sessions = table(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** How one came in. */
    way: oneOf("mail", "staff", "demo").notNull().default("mail"),
    /** The last local date it was used; no time, no address, no kind of device. */
    lastSeenOn: sortable().notNull().default(""),
  },
  {
    tokenHash: "secret",
    personId: "person",
    createdAt: "fact",
    expiresAt: "fact",
    way: "fact",
    lastSeenOn: "fact",
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_expiry").on(t.expiresAt)],
);

/** A sign-in with the staff's identity provider under way: kept ten minutes, used once. */
export const staffSignIns = table(
  "staff_sign_ins",
  {
    /** Of the state that the provider sends back, and that the browser's cookie holds. */
    stateHash: text().primaryKey(),
    nonce: text().notNull(),
    codeVerifier: text().notNull(),
    /** The path to go to afterwards. */
    leadsTo: text().notNull(),
    expiresAt: instant().notNull(),
  },
  { stateHash: "secret", nonce: "secret", codeVerifier: "secret", leadsTo: "fact", expiresAt: "fact" },
  (t) => [index("staff_sign_ins_expiry").on(t.expiresAt)],
);

/** Who someone is at the identity provider: linked by address the first time, by subject from then on. */
export const staffIdentities = table(
  "staff_identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    linkedAt: instant().notNull(),
  },
  { issuer: "fact", subject: "identity", personId: "person", linkedAt: "fact" },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("staff_identities_person").on(t.personId, t.issuer),
  ],
);

/** A new address waiting for its owner to press the link that was mailed to it. */
export const addressChanges = table(
  "address_changes",
  {
    tokenHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    address: text().notNull(),
    expiresAt: instant().notNull(),
  },
  { tokenHash: "secret", personId: "person", address: "identity", expiresAt: "fact" },
  (t) => [index("address_changes_expiry").on(t.expiresAt), index("address_changes_person").on(t.personId)],
);

/** Who accepted which version of the declaration of confidentiality, and when. */
export const acceptances = table(
  "acceptances",
  {
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** As the file in `content/declaration` names it. */
    version: text().notNull(),
    acceptedAt: instant().notNull(),
  },
  { personId: "person", version: "fact", acceptedAt: "fact" },
  (t) => [primaryKey({ columns: [t.personId, t.version] })],
);

/**
 * Who saw and changed what of a person: ids and dates, no words. Append only; goes after twelve months.
 * The same reader, person, event and thing on one day is one row.
 */
export const auditLog = table(
  "audit_log",
  {
    id: id(),
    /** Whom it is about; no reference, since a person who came by mistake with a file may be taken out. */
    personId: text().notNull(),
    /** Who did it; null when it was the clock or someone at the command line. */
    byId: text().references(() => persons.id),
    event: text().$type<AuditEvent>().notNull(),
    /** The id of the gathering, piece of feedback or network it was seen in; empty for none. */
    thingId: text().notNull().default(""),
    /** Local date. */
    onDate: sortable().notNull(),
    at: instant().notNull(),
  },
  {
    id: "key",
    personId: "person",
    byId: "person",
    event: "audit",
    thingId: "key",
    onDate: "fact",
    at: "fact",
  },
  (t) => [
    uniqueIndex("audit_log_once").on(t.personId, t.onDate, t.byId, t.event, t.thingId),
    index("audit_log_person").on(t.personId, t.at, t.id),
    index("audit_log_by").on(t.byId, t.at, t.id),
    index("audit_log_at").on(t.at, t.id),
  ],
);

/** What may be noted of someone's dealings with personal data. */
export const auditEvents = [
  "person-seen",
  "person-changed",
  "person-deleted",
  "register-seen",
  "register-exported",
  "members-seen",
  "attendance-seen",
  "answers-seen",
  "attendance-changed",
  "author-seen",
  "mail-seen",
  "own-data-downloaded",
  "address-changed",
  "sign-in-linked",
  "link-printed",
  "role-changed",
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** How often something was tried in a window of time; the key is a keyed hash, never an address. */
export const rateCounters = table(
  "rate_counters",
  {
    key: text().notNull(),
    windowStart: instant().notNull(),
    tries: integer().notNull(),
  },
  { key: "secret", windowStart: "fact", tries: "fact" },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index("rate_counters_window").on(t.windowStart)],
);
