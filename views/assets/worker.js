// Pages that have been opened can be read without network. The server says which (`kept-as`) and whom they
// belong to (`kept-for`): what belongs to anybody else goes as soon as an answer says so. The network comes
// first. The server puts `files`, what pages need to look like themselves, and `release`, a name for just
// these files, above this: a new release is another worker.
const shelf = `filer-${release}`;
const offlinePage = "/uten-nett";
const patience = 4000;
const day = 86_400_000;
const longest = 60 * day;
const most = 40;
const isPages = (name) => name.startsWith("sider-");
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const ignore = () => undefined;
const drop = async (isToGo) => {
  for (const name of await caches.keys()) if (isToGo(name)) await caches.delete(name);
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(shelf).then((cache) => cache.addAll(Object.values(files))));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
async function takeOver() {
  await drop((name) => name !== shelf && !isPages(name));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The copy of a page that is on the device, marked with when it was kept. */
async function copyOf({ pathname, search }) {
  const name = (await caches.keys()).find(isPages);
  const cache = name && (await caches.open(name));
  let kept = await cache?.match(pathname);
  if (kept?.headers.has("leads-to")) kept = await cache.match(kept.headers.get("leads-to"));
  if (!kept || (search && kept.headers.get("kept-as").startsWith("exact"))) return undefined;
  const at = kept.headers.get("kept-at");
  if (Date.now() - at > longest) return undefined;
  const html = await kept.text();
  return new Response(html.replace("<html", `<html data-kept="${at}"`), { headers: kept.headers });
}

async function keep(answer, pathname) {
  const own = `sider-${answer.headers.get("kept-for")}`;
  if ((await caches.keys()).some((name) => isPages(name) && name !== own)) return; // somebody else came meanwhile
  const cache = await caches.open(own);
  const headers = new Headers(answer.headers);
  headers.set("kept-at", Date.now());
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const [, also] = headers.get("kept-as").split(" ");
  await cache.put(pathname, new Response(await answer.text(), { headers }));
  if (also) await cache.put(also, new Response("", { headers: { "leads-to": pathname } }));
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -most).map((key) => cache.delete(key)));
  if (pathname !== offlinePage) await keepOfflinePage(cache, headers.get("content-language"));
}

/** The page that says what is there: in the language of the pages, and as it was within a day. */
async function keepOfflinePage(cache, language) {
  const headers = (await cache.match(offlinePage))?.headers;
  const isFresh = headers && Date.now() - headers.get("kept-at") < day;
  if (isFresh && headers.get("content-language") === language) return;
  const answer = await fetch(offlinePage);
  if (answer.headers.has("kept-as")) await keep(answer, offlinePage);
}

/** Does with an answer what it says. Another's pages are gone before it is seen. */
async function heed(event, answer, pathname) {
  const owner = answer.headers.get("kept-for");
  if (!owner || answer.redirected) return;
  const own = `sider-${owner}`;
  await drop((name) => isPages(name) && name !== own);
  // a device may be full: then nothing is kept, and the page is shown all the same
  if (answer.headers.has("kept-as")) event.waitUntil(keep(answer.clone(), pathname).catch(ignore));
  else if ([403, 404, 410].includes(answer.status)) await (await caches.open(own)).delete(pathname);
}

/** On the way in nobody is known yet, and a slow first page must not be another's copy. */
async function makeWay(pathname) {
  if (/^\/(logg-inn|demo\/inn)/.test(pathname)) await drop(isPages);
}

async function fromNetwork(event, pathname) {
  const answer = (await event.preloadResponse) ?? (await fetch(event.request));
  await makeWay(pathname).catch(ignore);
  await heed(event, answer, pathname).catch(ignore);
  return answer;
}

/** The network's answer; after some seconds without one the copy, if there is any, else what is there. */
async function page(event, url) {
  const coming = fromNetwork(event, url.pathname);
  event.waitUntil(coming.catch(ignore));
  const answer = await Promise.race([coming.catch(ignore), pause(patience)]);
  if (answer) return answer;
  const kept = await copyOf(url).catch(ignore);
  if (kept) return kept;
  return coming.catch(
    async () => (await copyOf({ pathname: offlinePage }).catch(ignore)) ?? Response.error(),
  );
}

async function asset({ url }) {
  const kept = await caches.match(url, { cacheName: shelf });
  if (kept) return kept;
  try {
    return await fetch(url);
  } catch {
    // a page kept before this release asks for what went with it
    const name = new URL(url).pathname.replace(/^\/assets\/(.+)\.\w{12}(\.\w+)$/, "$1$2");
    return (await caches.match(files[name] ?? "", { cacheName: shelf })) ?? Response.error();
  }
}

/** A form that does not get out leaves its page as it stands (204): `offline.js` says so there. */
async function form(request, pathname) {
  try {
    const answer = await fetch(request);
    await makeWay(pathname).catch(ignore);
    return answer;
  } catch {
    for (const client of await self.clients.matchAll({ type: "window" }))
      client.postMessage({ notSent: pathname });
    return new Response(null, { status: 204 });
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const isPage = request.mode === "navigate";
  if (request.method === "GET" && isPage) event.respondWith(page(event, url));
  else if (request.method === "GET" && url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  // Forms of our own pages only: the server tells those of other sites by headers that change on this way.
  // Signing out goes by itself, so that the browser heeds Clear-Site-Data.
  else if (request.method === "POST" && isPage && url.pathname !== "/logg-ut" && isOurs(request.referrer))
    event.respondWith(form(request, url.pathname));
});
const isOurs = (address) => address.startsWith(`${location.origin}/`);

// the page that was open before there was a worker
self.addEventListener("message", (event) => {
  const { keep: address } = event.data;
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return;
  event.waitUntil(
    fetch(url)
      .then((answer) => heed(event, answer, url.pathname))
      .catch(ignore),
  );
});
