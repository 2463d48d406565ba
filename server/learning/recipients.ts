/** Whom the loop writes to. */
import { and, eq, ne } from "drizzle-orm";
import type { Recipient } from "../mail/outbox.ts";
import { persons } from "../people/tables.ts";
import type { Reader } from "../store/store.ts";
import { feedbackAuthors, itemFeedback, learningItems } from "./tables.ts";

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

/** The authors, named and confidential, of what stands in an item, with what each of them gave. */
export async function authorsOfItem(read: Reader, itemId: string) {
  return read
    .select({ feedbackId: feedbackAuthors.feedbackId, ...recipient })
    .from(itemFeedback)
    .innerJoin(feedbackAuthors, eq(feedbackAuthors.feedbackId, itemFeedback.feedbackId))
    .innerJoin(persons, eq(persons.id, feedbackAuthors.personId))
    .where(and(eq(itemFeedback.itemId, itemId), ne(persons.status, "left")));
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
