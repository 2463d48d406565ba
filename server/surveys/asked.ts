/** Who is asked, and the link that lets them answer without signing in. */
import { and, asc, count, eq, inArray, isNull, ne, notInArray, type SQL } from "drizzle-orm";
import { attendance, invitations, rsvps } from "../gatherings/tables.ts";
import type { Recipient } from "../mail/outbox.ts";
import { memberships } from "../networks/tables.ts";
import { mailPreferences, personRoles, persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { isSigned, sign } from "../web/signing.ts";
import type { SurveyPorts } from "./ports.ts";
import type { SurveyKind } from "./questions.ts";
import { surveys } from "./tables.ts";

/** Someone who may answer. */
export interface Asked extends Recipient {
  /** A raised version or another address revokes the links sent so far. */
  version: number;
  wantsMail: boolean;
  wantsReminders: boolean;
}

export interface AskedOf {
  kind: SurveyKind;
  networkId: string;
  gatheringId: string | null;
}

const columns = {
  id: persons.id,
  name: persons.name,
  email: persons.email,
  language: persons.language,
  hasInvitations: mailPreferences.hasInvitations,
  hasReminders: mailPreferences.hasReminders,
};

type Row = Recipient & {
  hasInvitations: boolean | null;
  hasReminders: boolean | null;
  version?: number | null;
};

function toAsked({ hasInvitations, hasReminders, version, ...person }: Row): Asked {
  const wantsMail = hasInvitations ?? true;
  return { ...person, version: version ?? 0, wantsMail, wantsReminders: wantsMail && (hasReminders ?? true) };
}

/** Those who read the figures as part of their work do not answer: one's own answer can be subtracted. */
const readsNoFigures = (read: Reader, networkId: string): SQL | undefined =>
  and(
    notInArray(
      persons.id,
      read
        .select({ id: memberships.personId })
        .from(memberships)
        .where(
          and(
            eq(memberships.networkId, networkId),
            eq(memberships.role, "adviser"),
            isNull(memberships.until),
          ),
        ),
    ),
    notInArray(
      persons.id,
      read
        .select({ id: personRoles.personId })
        .from(personRoles)
        .where(inArray(personRoles.role, ["leader", "regional_leader"])),
    ),
  );

/** Whether the list of a gathering has been filled in. */
export async function isAttendanceRecorded(read: Reader, gatheringId: string): Promise<boolean> {
  const [row] = await read
    .select({ n: count() })
    .from(attendance)
    .where(eq(attendance.gatheringId, gatheringId));
  return Number(row?.n ?? 0) > 0;
}

const isOne = (onlyId: string | undefined) => (onlyId ? eq(persons.id, onlyId) : undefined);

/** Those who were there, wholly or partly; before the list is filled in, those who said they would be. */
async function cameTo(read: Reader, { networkId, gatheringId }: AskedOf, onlyId?: string): Promise<Row[]> {
  const id = gatheringId as string;
  const isAskable = and(ne(persons.status, "left"), readsNoFigures(read, networkId), isOne(onlyId));
  const ownInvitation = and(eq(invitations.gatheringId, id), eq(invitations.personId, persons.id));
  if (await isAttendanceRecorded(read, id)) {
    return read
      .select({ ...columns, version: invitations.linkVersion })
      .from(attendance)
      .innerJoin(persons, eq(persons.id, attendance.personId))
      .leftJoin(invitations, ownInvitation)
      .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
      .where(
        and(
          eq(attendance.gatheringId, id),
          inArray(attendance.status, ["present", "digital", "part"]),
          isAskable,
        ),
      )
      .orderBy(asc(persons.id));
  }
  return read
    .select({ ...columns, version: invitations.linkVersion })
    .from(rsvps)
    .innerJoin(persons, eq(persons.id, rsvps.personId))
    .innerJoin(invitations, and(eq(invitations.id, rsvps.invitationId), isNull(invitations.withdrawnAt)))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(and(eq(rsvps.gatheringId, id), eq(rsvps.answer, "yes"), ne(rsvps.placement, "waiting"), isAskable))
    .orderBy(asc(persons.id));
}

async function mentorsOf(read: Reader, { networkId }: AskedOf, onlyId?: string): Promise<Row[]> {
  return read
    .select(columns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, persons.id))
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.role, "mentor"),
        isNull(memberships.until),
        ne(persons.status, "left"),
        readsNoFigures(read, networkId),
        isOne(onlyId),
      ),
    )
    .orderBy(asc(persons.id));
}

/**
 * Who may answer a survey now. After a gathering: those whose attendance was present, digital or part,
 * or who said yes when none is recorded; the network's advisers and Nav leaders are left out, because
 * they read the figures. Once a year: the network's mentors, or its employer contacts.
 * @param onlyId looks for this one only
 */
export async function askedOf(
  read: Reader,
  ports: Pick<SurveyPorts, "employerContactsOf">,
  survey: AskedOf,
  onlyId?: string,
): Promise<Asked[]> {
  if (survey.kind === "employers") {
    const contacts = await ports.employerContactsOf(read, survey.networkId);
    const rows = contacts.filter(({ id }) => onlyId === undefined || id === onlyId);
    return rows.map((row) => toAsked({ ...row, hasInvitations: true, hasReminders: true }));
  }
  const find = survey.kind === "evaluation" ? cameTo : mentorsOf;
  return (await find(read, survey, onlyId)).map(toAsked);
}

const proofParts = (surveyId: string, { id, version, email }: Pick<Asked, "id" | "version" | "email">) =>
  ["survey", surveyId, id, version, email] as const;

/** The secret part of a person's own link to a survey; it can be made again for the reminder. */
export const surveyToken = (secret: string, surveyId: string, asked: Asked): string =>
  `${surveyId}.${asked.id}.${sign(secret, ...proofParts(surveyId, asked))}`;

export type Survey = typeof surveys.$inferSelect;

/**
 * Which survey a link opens, and for whom. Null when it is cut, made up or revoked, and when its owner is
 * no longer among those asked: has left, or was not there after all.
 */
export async function surveyByToken(
  read: Reader,
  secret: string,
  ports: Pick<SurveyPorts, "employerContactsOf">,
  token: string,
): Promise<{ survey: Survey; person: Asked } | null> {
  const [surveyId, personId, proof] = token.split(".");
  if (!surveyId || !personId || !proof) return null;
  const [survey] = await read.select().from(surveys).where(eq(surveys.id, surveyId));
  if (!survey) return null;
  const [person] = await askedOf(read, ports, survey, personId);
  if (!person || !isSigned(proof, secret, ...proofParts(surveyId, person))) return null;
  return { survey, person };
}
