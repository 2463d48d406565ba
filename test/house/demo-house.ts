/** A house with the demo network in it, and its cast by key. */
import { eq } from "drizzle-orm";
import { loadDemo } from "../../server/demo/demo.ts";
import { demoEmail } from "../../server/people/demo-cast.ts";
import { persons } from "../../server/people/tables.ts";
import type { Language } from "../../server/web/languages.ts";
import { openHouse, type TestHouse } from "../house.ts";

export const castKeys = ["kari", "ola", "siri", "leif", "randi", "nina", "amir"] as const;

export async function openDemoHouse(): Promise<TestHouse & { idOf(key: string): Promise<string> }> {
  const house = await openHouse();
  await loadDemo(house, house.mailer);
  return {
    ...house,
    idOf: async (key) => {
      const email = demoEmail(key) as string;
      const [person] = await house.store.read
        .select({ id: persons.id })
        .from(persons)
        .where(eq(persons.emailKey, email));
      return person?.id as string;
    },
  };
}

export async function speak(house: TestHouse, language: Language): Promise<void> {
  await house.store.write(async (tx) => {
    await tx.update(persons).set({ language });
  });
}
