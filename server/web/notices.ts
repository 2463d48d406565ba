/** What a page says once after something was done. A POST names one; the next page shows it. */

export const notices = {
  signedIn: { nb: "Du er logget inn.", nn: "Du er logga inn.", en: "You are signed in." },
  signedOut: { nb: "Du er logget ut.", nn: "Du er logga ut.", en: "You are signed out." },
  saved: { nb: "Lagret.", nn: "Lagra.", en: "Saved." },
} as const;

export type NoticeKey = keyof typeof notices;
