/** Telephone numbers as people read them, and as a phone dials them. */

/** `22 22 22 22`, `116 117`; what is neither stays as it was written. */
export function phoneInWords(phone: string): string {
  const plain = phone.replace(/[\s\u00a0]+/g, "");
  const local = plain.replace(/^(\+47|0047)(?=\d{8}$)/, "");
  if (/^\d{8}$/.test(local)) return local.replace(/(\d\d)(?=\d)/g, "$1\u00a0");
  if (/^\d{6}$/.test(plain)) return plain.replace(/^(\d{3})/, "$1\u00a0");
  return phone.trim();
}

/** What stands behind `tel:`. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
