/** The menu: every door opens for those who are shown it, and a phone needs one line for it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../server/web/languages.ts";
import { browserOf } from "../house.ts";
import { castKeys, openDemoHouse, speak } from "./demo-house.ts";

let house: Awaited<ReturnType<typeof openDemoHouse>>;
beforeAll(async () => {
  house = await openDemoHouse();
});
afterAll(() => house.close());

const menuOf = (body: string) => /<nav [^>]*class="header-menu">([\s\S]*?)<\/nav>/.exec(body)?.[1] ?? "";

describe("the menu", () => {
  it.each(castKeys)("opens every door for %s, and marks where one is", async (key) => {
    const browser = await browserOf(house, await house.idOf(key));
    const menu = menuOf((await browser.get("/")).body);
    const paths = [...new Set([...menu.matchAll(/href="([^"]+)"/g)].map(([, path]) => path as string))];
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) {
      let response = await browser.get(path);
      if (response.statusCode === 303) response = await browser.get(String(response.headers.location));
      expect([path, response.statusCode]).toEqual([path, 200]);
      expect([path, menuOf(response.body).includes('aria-current="page"')]).toEqual([path, true]);
    }
  });

  it.each(languages)("shows two or three doors beside the rest on a phone, in %s", async (language) => {
    await speak(house, language);
    for (const key of castKeys) {
      const { body } = await (await browserOf(house, await house.idOf(key))).get("/");
      const inSight = [
        ...menuOf(body).matchAll(/class="aksel-internalheader__button" data-active="\w+"[^<]*>([^<]+)<\/a>/g),
      ];
      const letters = inSight.map(([, label]) => label as string).join("").length;
      expect([key, inSight.length >= 2, letters <= 36]).toEqual([key, true, true]);
    }
  });
});
