// The worker of the sheet "Who do I ring?", which another has taken over for: it lets go of the device.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(caches.delete("ring").then(() => self.registration.unregister())),
);
