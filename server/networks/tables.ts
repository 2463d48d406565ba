/** A network, the offices it belongs to, who is in it, and what their employers agreed to. */
import { persons, units, workplaces } from "../people/tables.ts";
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

export const networks = table(
  "networks",
  {
    id: id(),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    /** The Arbeidslivssenter that runs it. */
    centreId: text()
      .notNull()
      .references(() => units.id),
    createdAt: instant().notNull(),
  },
  { id: "key", name: "fact", sortKey: "fact", centreId: "key", createdAt: "fact" },
  (t) => [index("networks_sort").on(t.sortKey, t.id), index("networks_centre").on(t.centreId)],
);

/** The offices whose leaders answer this network's feedback. */
export const networkUnits = table(
  "network_units",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
  },
  { networkId: "key", unitId: "key" },
  (t) => [primaryKey({ columns: [t.networkId, t.unitId] }), index("network_units_unit").on(t.unitId)],
);

export const memberships = table(
  "memberships",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: oneOf("mentor", "adviser", "counsellor").notNull(),
    since: sortable().notNull(),
    until: sortable(),
  },
  { networkId: "key", personId: "person", role: "identity", since: "fact", until: "fact" },
  (t) => [
    primaryKey({ columns: [t.networkId, t.personId, t.role] }),
    index("memberships_person").on(t.personId, t.networkId),
  ],
);

/** The agreement with an employer: whether taking part in the network is in it, and hours freed. */
export const agreements = table(
  "agreements",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    workplaceId: text()
      .notNull()
      .references(() => workplaces.id),
    takesPart: flag().notNull(),
    /** Local date, YYYY-MM-DD. */
    since: sortable().notNull(),
    hoursFreedPerMonth: integer(),
  },
  {
    id: "key",
    networkId: "key",
    workplaceId: "key",
    takesPart: "fact",
    since: "fact",
    hoursFreedPerMonth: "fact",
  },
  (t) => [
    uniqueIndex("agreements_once").on(t.networkId, t.workplaceId),
    index("agreements_workplace").on(t.workplaceId),
  ],
);

/** That an employer was written to about the agreement: so that a second adviser does not do it again. */
export const agreementLetters = table(
  "agreement_letters",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    workplaceId: text()
      .notNull()
      .references(() => workplaces.id),
    sentById: text()
      .notNull()
      .references(() => persons.id),
    /** Local date. */
    sentOn: sortable().notNull(),
  },
  { id: "key", networkId: "key", workplaceId: "key", sentById: "person", sentOn: "fact" },
  (t) => [index("agreement_letters_workplace").on(t.networkId, t.workplaceId, t.sentOn)],
);

/** A line of "Who do I ring?" that the network wrote itself; its own people are not copied here. */
export const ringLines = table(
  "ring_lines",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    section: oneOf("day", "after_hours", "acute").notNull(),
    position: integer().notNull(),
    /** What one rings about, or whom: a role, a service. */
    label: text().notNull(),
    phone: text().notNull(),
    note: text(),
    /** Who answers when that person is out. */
    deputyName: text(),
    deputyPhone: text(),
  },
  {
    id: "key",
    networkId: "key",
    section: "fact",
    position: "fact",
    label: "staff-words",
    phone: "staff-words",
    note: "staff-words",
    deputyName: "staff-words",
    deputyPhone: "staff-words",
  },
  (t) => [index("ring_lines_network").on(t.networkId, t.position, t.id)],
);

/**
 * Whom a network speaks with at a workplace: invited and asked by signed links, never signed in. The
 * row belongs to the network, so that no other network sees it.
 */
export const employerContacts = table(
  "employer_contacts",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    workplaceId: text()
      .notNull()
      .references(() => workplaces.id),
    name: text().notNull(),
    sortKey: sortable().notNull(),
    email: text().notNull(),
    /** Trimmed and lower case. */
    emailKey: text().notNull(),
    language: oneOf("nb", "nn", "en").notNull().default("nb"),
    /** Local date. */
    since: sortable().notNull(),
    /** Local date from which they are not asked any more. */
    until: sortable(),
  },
  {
    id: "key",
    networkId: "key",
    workplaceId: "key",
    name: "identity",
    sortKey: "identity",
    email: "identity",
    emailKey: "identity",
    language: "identity",
    since: "fact",
    until: "fact",
  },
  (t) => [
    uniqueIndex("employer_contacts_once").on(t.networkId, t.emailKey),
    index("employer_contacts_sort").on(t.networkId, t.sortKey, t.id),
    index("employer_contacts_workplace").on(t.workplaceId),
  ],
);

/** Which counsellor a mentor in a network speaks with. */
export const counsellorLinks = table(
  "counsellor_links",
  {
    networkId: text()
      .notNull()
      .references(() => networks.id),
    mentorId: text()
      .notNull()
      .references(() => persons.id),
    counsellorId: text()
      .notNull()
      .references(() => persons.id),
    /** Local date. */
    since: sortable().notNull(),
  },
  { networkId: "key", mentorId: "person", counsellorId: "person", since: "fact" },
  (t) => [
    primaryKey({ columns: [t.networkId, t.mentorId, t.counsellorId] }),
    index("counsellor_links_mentor").on(t.mentorId),
    index("counsellor_links_counsellor").on(t.counsellorId),
  ],
);

/** What someone wants a gathering to be about. An agenda item remembers the wish it came from. */
export const topics = table(
  "topics",
  {
    id: id(),
    networkId: text()
      .notNull()
      .references(() => networks.id),
    words: text().notNull(),
    /** `evaluation` for a wish from a gathering's evaluation: it has no proposer. */
    source: oneOf("mentor", "evaluation", "adviser").notNull(),
    proposedById: text().references(() => persons.id),
    /** Local date. */
    proposedOn: sortable().notNull(),
  },
  {
    id: "key",
    networkId: "key",
    words: "member-words",
    source: "fact",
    proposedById: "person",
    proposedOn: "fact",
  },
  (t) => [
    index("topics_network").on(t.networkId, t.proposedOn, t.id),
    index("topics_person").on(t.proposedById),
  ],
);

/** One press for a topic; the proposer's own is among them. */
export const topicVotes = table(
  "topic_votes",
  {
    topicId: text()
      .notNull()
      .references(() => topics.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
  },
  { topicId: "key", personId: "person" },
  (t) => [primaryKey({ columns: [t.topicId, t.personId] }), index("topic_votes_person").on(t.personId)],
);
