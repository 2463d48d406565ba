import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

const usualPlaces = [
  process.env["CHROME_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Starts a headless Chromium. Says what to do when there is none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = usualPlaces.find((place) => place && existsSync(place));
  if (!executablePath) {
    throw new Error(
      "No Chromium found. Install one, or name it: CHROME_PATH=/path/to/chromium npm run test:browser",
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

/** A person's own browser: cookies of their own, Norwegian, and a screen. */
export function contextFor(browser: Browser, viewport = phone): Promise<BrowserContext> {
  return browser.newContext({ viewport, locale: "nb-NO", timezoneId: "Europe/Oslo" });
}
