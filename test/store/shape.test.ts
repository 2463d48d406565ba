import { expect, it } from "vitest";
import "../../server/app.ts";
import { goesWhole } from "../../server/privacy/blank.ts";
import { ownerColumn } from "../../server/privacy/ownership.ts";
import { shapes } from "../../server/store/shape.ts";

const shape = (name: string) => {
  const found = shapes().get(name);
  if (!found) throw new Error(name);
  return found;
};
const namesOf = (name: string, test: (column: { isInKey: boolean; isUnique: boolean }) => boolean) =>
  shape(name)
    .columns.filter(test)
    .map((column) => column.name);

it("knows keys, what may not be twice, and what refers to what, on both engines", () => {
  expect(namesOf("attendance", (one) => one.isInKey)).toEqual(["gatheringId", "personId"]);
  expect(namesOf("persons", (one) => one.isUnique)).toEqual(["id", "emailKey"]);
  expect(namesOf("held_answers", (one) => one.isUnique)).toEqual(["id", "invitationId", "addressKey"]);
  expect(
    shape("answer_words").references.map(({ column, to, toColumn }) => [column.name, to, toColumn]),
  ).toEqual([["invitationId", "invitations", "id"]]);
  expect([shape("invitations").isReferredTo, shape("answer_words").isReferredTo]).toEqual([true, false]);
  const kinds = Object.fromEntries(shape("outbox").columns.map(({ name, kind }) => [name, kind]));
  expect(kinds).toMatchObject({ subject: "text", headers: "json", createdAt: "other", attempts: "other" });
  expect(Object.fromEntries(shape("persons").columns.map(({ name, kind }) => [name, kind]))).toMatchObject({
    sortKey: "text",
  });
});

it("tells whose a row is, and which rows go as a whole", () => {
  expect(ownerColumn(shape("topics"))?.name).toBe("proposedById");
  expect(ownerColumn(shape("decisions"))).toBeUndefined();
  const whole = [...shapes().values()].filter(goesWhole).map(({ name }) => name);
  for (const name of ["sessions", "reflections", "tries", "outbox", "mail_preferences", "held_answers"]) {
    expect(whole).toContain(name);
  }
  for (const name of [
    "memberships",
    "attendance",
    "feedback_words",
    "answer_words",
    "invitations",
    "acceptances",
  ]) {
    expect(whole).not.toContain(name);
  }
});
