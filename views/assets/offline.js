// How old a kept page is, and what lies on the device. `words` is put above by the build, which puts
// app.js, this and drafts.js together. Pages that somebody else left on the device are removed at once.

const { keptFor, kept } = document.documentElement.dataset;
const isSignedIn = keptFor !== undefined && keptFor !== "ingen";
const t = words[document.documentElement.lang] ?? words.nb;
const ignore = () => undefined;
const make = (tag, className, text = "") => {
  const element = Object.assign(document.createElement(tag), { className });
  element.append(text);
  return element;
};

function ago(at) {
  const hours = Math.floor((Date.now() - at) / 3_600_000);
  if (hours < 0) return ""; // the clock has been set back
  if (hours < 1) return ` (${t.underHour})`;
  if (hours < 48) return ` (${hours === 1 ? t.hour : t.hours.replace("{}", hours)})`;
  return ` (${t.days.replace("{}", Math.floor(hours / 24))})`;
}

for (const place of document.querySelectorAll("[data-ago]")) if (kept) place.textContent = ago(kept);

async function dropPages(isToGo) {
  if (!("caches" in window)) return;
  const names = await caches.keys().catch(() => []);
  const pages = names.filter((name) => name.startsWith("sider-") && isToGo(name));
  await Promise.all(pages.map((name) => caches.delete(name))).catch(ignore);
}
if (keptFor) dropPages((name) => name !== `sider-${keptFor}`);

async function listed(cache, request) {
  const answer = await cache.match(request);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const moment = page.querySelector("[data-moment]")?.dataset.moment;
  const path = new URL(request.url).pathname;
  if (!moment || path === "/uten-nett") return null; // another way to a page, or this list
  const link = make("a", "aksel-link", page.querySelector("h1").textContent);
  link.href = path;
  const item = make("li", "");
  item.append(link, make("br", ""), make("span", "subtle", `${moment}${ago(answer.headers.get("kept-at"))}`));
  return item;
}

async function listKept(list) {
  const cache = await caches.open(`sider-${keptFor}`);
  const items = await Promise.all((await cache.keys()).map((request) => listed(cache, request)));
  list.append(...items.filter((item) => item !== null).reverse());
  list.previousElementSibling.hidden = list.childElementCount > 0;
}
const list = document.querySelector("[data-kept-list]");
if (list && "caches" in window) listKept(list).catch(ignore);

async function register() {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller?.scriptURL.endsWith("/uten-nett.js")) return;
  for (const one of await serviceWorker.getRegistrations())
    if (new URL(one.scope).pathname !== "/") await one.unregister(); // it kept "Who do I ring?" alone
  await serviceWorker.register("/uten-nett.js");
  const { active } = await serviceWorker.ready;
  active.postMessage({ keep: location.pathname + location.search });
}
// after the page is there, so that nobody waits for it
if (isSignedIn && !kept && "serviceWorker" in navigator)
  addEventListener("load", () => setTimeout(() => register().catch(ignore), 1000));
