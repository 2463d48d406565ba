/** The whole site for a journey: app on loopback, clock running, mail over real SMTP, a real browser. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startClock } from "../../server/clock.ts";
import { loadDemo } from "../../server/demo/demo.ts";
import { makeTransport } from "../../server/mail/transport.ts";
import { openHouse, type TestHouse } from "../house.ts";
import { contextFor, phone, startChromium } from "./chromium.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { freePort } from "./process.ts";

export interface Site {
  url: string;
  house: TestHouse;
  mail: MailServer;
  browser: Browser;
  /** A page signed in as one of the demo's cast, on a phone unless told otherwise. */
  pageOf(person: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** A page of someone who is not signed in. */
  strangersPage(viewport?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** @param now the moment the site believes it is at first; `house.setNow` moves it */
export async function openSite(now: string): Promise<Site> {
  const mail = await startMailServer();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const house = await openHouse({ BASE_URL: url, SMTP_URL: mail.url });
  house.setNow(now);
  await loadDemo(house, house.mailer);
  const app = await house.app();
  await app.listen({ port, host: "127.0.0.1" });
  const failures: unknown[] = [];
  const stopClock = startClock(house, house.mailer, makeTransport(house.config), (_job, error) =>
    failures.push(error),
  );
  const browser = await startChromium();
  const contexts: BrowserContext[] = [];
  const open = async (viewport = phone) => {
    const context = await contextFor(browser, viewport);
    contexts.push(context);
    return context.newPage();
  };
  return {
    url,
    house,
    mail,
    browser,
    strangersPage: open,
    pageOf: async (person, viewport) => {
      const page = await open(viewport);
      await page.goto(`${url}/logg-inn`);
      await page.click(`button[value=${person}]`);
      return page;
    },
    close: async () => {
      await browser.close();
      await stopClock();
      await house.close();
      await mail.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}
