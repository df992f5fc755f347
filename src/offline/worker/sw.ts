import { PrecacheController } from 'workbox-precaching';
import { FILES_CACHE, PARTS_CACHE } from '../../models/file-store.ts';
import { withHeaders } from '../../security/headers.ts';
import {
  LIST_NAME,
  type OfflineList,
  type ServiceMessage,
  staleFiles,
  versionIn,
} from '../protocol.ts';
import { leaveShared, SHARE_FIELD, SHARE_PATH, SHARED_QUERY } from '../shared-photos.ts';

declare const self: ServiceWorkerGlobalScope;

const PAGE = 'index.html';
const base = self.registration.scope;

/** Page, scripts, samples: of this version and, until `cleanUp`, of those before. */
const shell = new PrecacheController({
  plugins: [
    {
      // Kept with the headers, so they are answered as they are, with the browser's compiled code.
      cacheWillUpdate: async ({ response }) => (response.ok ? withHeaders(response) : null),
    },
  ],
});
// The build puts the list of files here.
shell.addToCacheList(self.__WB_MANIFEST);

self.addEventListener('install', (event) =>
  event.waitUntil(oneAtATime(() => shell.install(event))),
);

// The first version serves the page that installed it; a later one comes here only with consent.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const message: ServiceMessage = event.data;
  if (message === 'take-over') event.waitUntil(self.skipWaiting());
  else event.waitUntil(oneAtATime(() => cleanUp(event)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!request.url.startsWith(base)) return;
  if (request.method === 'GET') event.respondWith(answer(request));
  else if (request.method === 'POST' && request.url === base + SHARE_PATH)
    event.respondWith(takeShare(request));
});

async function answer(request: Request): Promise<Response> {
  const kept = request.headers.has('range') ? undefined : await keptAnswer(request);
  return kept ?? withHeaders(await fetch(request));
}

async function keptAnswer({ url, mode }: Request): Promise<Response | undefined> {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  const isPage = address === base || address === base + PAGE;
  if (mode === 'navigate' && isPage) return shell.matchPrecache(PAGE);
  // Models and runtimes; also files of an older version, for its pages that are still open.
  return (await shell.matchPrecache(address)) ?? caches.match(url);
}

async function takeShare(request: Request): Promise<Response> {
  const form = await request.formData();
  const photos = form.getAll(SHARE_FIELD).filter((entry) => entry instanceof File);
  await leaveShared(base, photos);
  return Response.redirect(`${base}?${SHARED_QUERY}`, 303);
}

/** All versions keep their shells in one cache: none cleans up while another fills it. */
function oneAtATime(work: () => Promise<unknown>): Promise<unknown> {
  return navigator.locks.request(`${base}shell`, work);
}

/** Only once no other version is about to come, nor a page of one open: it may still want its scripts. */
async function cleanUp(event: ExtendableEvent): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const versions = held.flatMap(({ name }) => versionIn(name ?? '', base) ?? []);
  if (!versions.every((version) => shell.getCacheKeyForURL(version))) return;
  await shell.activate(event);
  const list = await shell.matchPrecache(LIST_NAME);
  if (!list) return;
  const { files }: OfflineList = await list.json();
  const listed = files.map(({ path }) => base + path);
  for (const name of [FILES_CACHE, PARTS_CACHE]) {
    const cache = await caches.open(name);
    const kept = (await cache.keys()).map(({ url }) => url);
    await Promise.all(staleFiles(kept, listed).map((url) => cache.delete(url)));
  }
}
