// Opens the field page where there is no net: it keeps that one page and its static files, nothing else.
const STORE = "ksd-lapangan"; // the same name in outbox.js and ksd.js
const OWNER = "/lapangan-milik"; // whose pages are kept, no address of the site
const PATIENCE = 10_000; // ms: a net this slow is none
const page = new URL(self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data && event.data.keep) event.waitUntil(keep(event.data));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (address.pathname === page) event.respondWith(open(request));
  } else if (request.destination) event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept || fetch(request)));
});

// The page's own words come first from the net; what is kept is only for where there is none.
async function open(request) {
  let answer = null;
  try {
    answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return (await caches.match(page, { ignoreVary: true })) || Response.error();
  }
  if (answer.status >= 500) return (await caches.match(page, { ignoreVary: true })) || answer;
  // Signed out, or no longer allowed: the device forgets the page too.
  if (!answer.ok) await caches.open(STORE).then((store) => store.delete(page));
  return answer;
}

// The page says who opened it and what it is made of; another person's page makes way for it.
async function keep({ who, files }) {
  const before = await caches.match(OWNER).then((row) => row && row.text());
  if (before && before !== who) await caches.delete(STORE);
  const store = await caches.open(STORE);
  const answer = await fetch(page, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  await store.put(page, answer);
  await store.put(OWNER, new Response(who));
  const wanted = new Set(files);
  for (const { url } of await store.keys()) {
    const old = new URL(url).pathname;
    if (!wanted.has(url) && !old.endsWith("/lapangan/") && old !== OWNER) await store.delete(url);
  }
  const known = new Set((await store.keys()).map((row) => row.url));
  await Promise.all(files.filter((url) => !known.has(url)).map((url) => store.add(url).catch(() => undefined)));
}
