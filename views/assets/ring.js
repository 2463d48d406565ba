// The sheet works without a connection once it has been opened: it and what it looks like are kept here.
if ("serviceWorker" in navigator && "caches" in window) {
  const parts = document.querySelectorAll(
    "link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src]",
  );
  const paths = [...parts].map((part) => new URL(part.href || part.src).pathname);
  navigator.serviceWorker
    .register("/ring-uten-nett.js", { scope: "/nettverk/" })
    .then(() => caches.delete("ring"))
    .then(() => caches.open("ring"))
    .then((cache) => cache.addAll([location.pathname, ...new Set(paths)]))
    .then(() => document.documentElement.setAttribute("data-kept", "yes"))
    .catch(() => undefined);
}
