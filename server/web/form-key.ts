/**
 * What a form makes is made once, however often its button is pressed. A form that makes something new
 * carries a key of its own (`part('form-key')`); what comes of it gets its id from the key and all that was
 * typed. Sent again it names the thing that is there; with a word changed it is another.
 */
import { createHmac } from "node:crypto";
import { idFrom, newId } from "../store/columns.ts";

/** The field's name. */
export const formKeyField = "nokkel";

/** What the browser adds when the form is a draft sent at last; it says nothing of what is sent. */
const draftField = "utkast";

/** A key for a form about to be shown. */
export const newFormKey = newId;

/**
 * 256 bits that this sending of the form always gives, and nothing else; null when it has no key.
 * @param what keeps what the form makes apart, such as an id and a code
 * @param body the fields as they came
 */
export function bytesOnce(secret: string, what: string, body: unknown): Buffer | null {
  const fields = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const key = fields.find(([name]) => name === formKeyField)?.[1];
  if (typeof key !== "string" || !/^[a-z2-7]{26}$/.test(key)) return null;
  const sorted = fields.filter(([name]) => name !== draftField).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", secret)
    .update(JSON.stringify(["form", what, sorted]))
    .digest();
}

/** The id of what this sending of the form makes; a new one each time when the form has no key. */
export function idOnce(secret: string, what: string, body: unknown): string {
  const bytes = bytesOnce(secret, what, body);
  return bytes ? idFrom(bytes.subarray(0, 16)) : newId();
}
