/** Whom the loop writes to. */
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Recipient } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { feedbackAuthors, learningItems } from "./tables.ts";

const recipient = {
  id: persons.id,
  name: persons.name,
  email: persons.email,
  language: persons.language,
};

/** A person as the receiver of mail; null when they have left. */
export async function recipientById(read: Reader, personId: string): Promise<Recipient | null> {
  const [person] = await read
    .select(recipient)
    .from(persons)
    .where(and(eq(persons.id, personId), ne(persons.status, "left")));
  return person ?? null;
}

/** The author of a piece of feedback; null when it has none to write to. */
export async function recipientOfFeedback(read: Reader, feedbackId: string): Promise<Recipient | null> {
  const [author] = await read
    .select(recipient)
    .from(feedbackAuthors)
    .innerJoin(persons, eq(persons.id, feedbackAuthors.personId))
    .where(and(eq(feedbackAuthors.feedbackId, feedbackId), ne(persons.status, "left")));
  return author ?? null;
}

/** People as receivers of mail, a hundred at a time; those who have left are not among them. */
export async function recipientsById(read: Reader, personIds: readonly string[]): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for (let from = 0; from < personIds.length; from += 100) {
    const some = personIds.slice(from, from + 100);
    const people = await read
      .select(recipient)
      .from(persons)
      .where(and(inArray(persons.id, some), ne(persons.status, "left")));
    found.push(...people);
  }
  return found;
}

/** The question and network of an item; it must exist. */
export async function itemById(read: Reader, itemId: string) {
  const [item] = await read
    .select({
      id: learningItems.id,
      networkId: learningItems.networkId,
      question: learningItems.question,
      themeSlug: learningItems.themeSlug,
    })
    .from(learningItems)
    .where(eq(learningItems.id, itemId));
  return item ?? null;
}
