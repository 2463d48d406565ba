/** Every mail there is, in each language: whole, in that language, and with its dates as they are written in it. */
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gathering } from "../../server/gatherings/queries.ts";
import { gatherings } from "../../server/gatherings/tables.ts";
import { mailKinds } from "../../server/mail/kinds.ts";
import { outbox } from "../../server/mail/tables.ts";
import { languages } from "../../server/web/languages.ts";
import { openDemoHouse } from "../house/demo-house.ts";
import { everyMail, mailFunctions } from "./every-mail.ts";

let house: Awaited<ReturnType<typeof openDemoHouse>>;
let gathering: Gathering;
beforeAll(async () => {
  house = await openDemoHouse();
  const [row] = await house.store.read.select().from(gatherings).orderBy(asc(gatherings.startsAt)).limit(1);
  gathering = { ...(row as Gathering), localDate: "2026-12-08", startTime: "13:00", endTime: "15:00" };
});
afterAll(() => house.close());

/** All of a mail's own words. */
const wordsOf = ({ subject, paragraphs, facts, question, links, sections, footer, lastLink }: Mail) =>
  [
    subject,
    ...paragraphs,
    ...(facts ?? []).flatMap(({ label, value }) => [label, value]),
    question ?? "",
    ...(links ?? []).map(({ label }) => label),
    ...(sections ?? []).flatMap(({ heading, lines, link }) => [heading, ...lines, link?.label ?? ""]),
    ...(footer ?? []),
    lastLink?.label ?? "",
  ].filter((words) => words !== "");
type Mail = ReturnType<typeof everyMail>[number]["mail"];

describe("every mail", () => {
  it("is among these: a new function or kind of mail is added here, or this fails", () => {
    const made = everyMail(house.mailer, gathering, "nb");
    expect(new Set(made.map(({ name }) => name))).toEqual(new Set(mailFunctions));
    expect(new Set(made.map(({ mail }) => mail.kind))).toEqual(new Set(mailKinds));
  });

  it.each(languages)("has nothing left to fill in, in words, page or calendar, in %s", async (language) => {
    const faults: string[] = [];
    const mistake = /undefined|\bNaN\b|\[object|Invalid|\bnull\b|\{\w*\}|\bTODO\b|\$\{/;
    await house.store.write(async (tx) => {
      await tx.delete(outbox);
      for (const { name, mail } of everyMail(house.mailer, gathering, language)) {
        const { onceKey: _, messageId: __, ...fresh } = mail;
        await house.mailer.queue(tx, fresh, house.now());
        for (const words of wordsOf(mail)) if (mistake.test(words)) faults.push(`${name}: ${words}`);
      }
    });
    const rows = await house.store.read.select().from(outbox);
    expect(rows.length).toBeGreaterThan(mailKinds.length);
    for (const { kind, textBody, htmlBody, calendarBody } of rows) {
      for (const body of [textBody, htmlBody, calendarBody ?? ""]) {
        const found = mistake.exec(body);
        if (found) faults.push(`${kind}: ${found[0]}`);
      }
      expect(htmlBody).toContain(`<html lang="${language}">`);
    }
    expect(faults).toEqual([]);
  });

  it.each(languages)("has a subject that reads well after a title that asks, in %s", (language) => {
    const asking = { ...gathering, title: "Hva gjør vi nå?" };
    const subjects = everyMail(house.mailer, asking, language).map(({ mail }) => mail.subject);
    expect(subjects.filter((subject) => subject.includes("nå?")).length).toBeGreaterThan(8);
    expect(subjects.filter((subject) => /[?!.][,:;]/.test(subject))).toEqual([]);
  });

  it("is another mail in each language: the same subject and text in two is a mistake", () => {
    const [nb, nn, en] = languages.map((language) => everyMail(house.mailer, gathering, language));
    const faults = (nb ?? []).flatMap(({ name, mail }, i) => {
      const [a, b, c] = [mail, nn?.[i]?.mail as Mail, en?.[i]?.mail as Mail].map((one) =>
        wordsOf(one).join("\n"),
      );
      return a === b || a === c || b === c ? [name] : [];
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ["nb", "tirsdag 8. desember kl. 13.00", "tysdag|Tuesday|December"],
    ["nn", "tysdag 8. desember kl. 13.00", "tirsdag|Tuesday|December"],
    ["en", "Tuesday 8 December, 13.00", "tirsdag|tysdag|desember"],
  ] as const)(
    "says its dates as they are written in %s, in the calendar entry too",
    (language, date, others) => {
      const all = everyMail(house.mailer, gathering, language);
      const subjects = all.map(({ mail }) => mail.subject).join("\n");
      expect(subjects.replaceAll("\u00a0", " ")).toContain(date);
      const foreign = new RegExp(others);
      const faults = all.flatMap(({ name, mail }) =>
        [...wordsOf(mail), mail.calendar?.body ?? ""]
          .filter((words) => foreign.test(words))
          .map((words) => `${name}: ${words}`),
      );
      // the day of a digest's line is handed in by this test
      expect(faults.filter((fault) => !fault.startsWith("digests."))).toEqual([]);
      expect(all.filter(({ mail }) => mail.calendar).length).toBeGreaterThan(8);
    },
  );
});
