// Offline. One cache per version, filled all or nothing at install: when one file fails, the old version goes on serving.
// A new version never takes over in a session; it starts when the last page of the old one has been closed, and only
// then is the old cache removed.
const VERSION = "{{version}}";
const PRECACHE = ["{{precache}}"];

const SCOPE = new URL(self.registration.scope).pathname;
const PREFIX = "stoepkrijt:" + SCOPE + ":";
const NAME = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    try {
      // A file with a hash in its name never changes: what the page has just fetched is good. All others go past the
      // browser's own cache, because a stale one here would stay for the life of this version.
      const hashed = /\.[0-9a-f]{12}\.[a-z0-9]+$/;
      await cache.addAll(PRECACHE.map((path) => new Request(path, { cache: hashed.test(path) ? "default" : "reload" })));
    } catch (error) {
      await caches.delete(NAME);
      throw error;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
    }
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    const key = request.mode === "navigate" ? new URL("./index.html", self.registration.scope).href : request;
    return (await cache.match(key, { ignoreSearch: true })) ?? fetch(request);
  })());
});
