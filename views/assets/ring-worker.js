// Keeps the sheet "Whom do I ring?" for when there is no connection. Nothing else is kept by it.
const kept = "ring";
const isSheet = ({ pathname }) => /^\/nettverk\/[^/]+\/ring$/.test(pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function sheet(request, path) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    // signed out, or out of the network: what was kept is no longer theirs
    if (answer.ok) await cache.put(path, answer.clone());
    else if (answer.status < 500) await cache.delete(path);
    return answer;
  } catch {
    return (await cache.match(path)) ?? Response.error();
  }
}

async function asset(request) {
  const found = await caches.match(request.url, { cacheName: kept });
  return found ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && isSheet(url)) event.respondWith(sheet(request, url.pathname));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
});
