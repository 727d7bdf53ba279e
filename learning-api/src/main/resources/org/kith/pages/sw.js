// Serves the page to write on, and what it needs, without a network. Everything of one version is
// fetched before any of it is used. Nothing that belongs to a person passes through here.
const NAME = 'kith-write-' + VERSION;
const path = address => new URL(address, self.location).pathname;
const SHELL = path(FILES[0]);

self.addEventListener('install', event => event.waitUntil(fetchAll().then(() => self.skipWaiting())));

async function fetchAll() {
  const cache = await caches.open(NAME);
  await Promise.all(FILES.map(async file => {
    const answer = await fetch(file, {cache: 'no-cache', credentials: 'omit'});
    if (!answer.ok || answer.redirected) throw new Error('not the file that was asked for');
    await cache.put(path(file), answer);
  }));
}

self.addEventListener('activate', event => event.waitUntil(dropOlder().then(() => self.clients.claim())));

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names
    .filter(name => name.startsWith('kith-write-') && name !== NAME)
    .map(name => caches.delete(name)));
}

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') {
    if (url.pathname === '/write' && !url.searchParams.has('form')) {
      event.respondWith(fromDevice(SHELL, event.request));
    }
    return;
  }
  // A file with another content than the one kept is asked for by another hash.
  const mine = FILES.find(file => path(file) === url.pathname);
  if (mine && (!url.search || mine.endsWith(url.search))) {
    event.respondWith(fromDevice(url.pathname, event.request));
  }
});

async function fromDevice(pathname, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(pathname)) ?? fetch(request);
}
