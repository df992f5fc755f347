/**
 * Photos shared to the app on their way from the service worker to the page, which may not be open
 * yet. Works on both threads.
 */
const CACHE = 'robustsam-annotator-shared';
const NAME_HEADER = 'X-File-Name';

/** What shared photos come under in the form, and the path they are posted to: as in the app's manifest. */
export const SHARE_FIELD = 'photos';
export const SHARE_PATH = 'share';
/** In the page's address, when there are some to take. */
export const SHARED_QUERY = 'shared';

export async function leaveShared(base: string, photos: readonly File[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const photo of photos) {
    const headers = {
      [NAME_HEADER]: encodeURIComponent(photo.name),
      'Content-Type': photo.type || 'application/octet-stream',
    };
    await cache.put(`${base}shared/${crypto.randomUUID()}`, new Response(photo, { headers }));
  }
}

/** Each is there once. */
export async function takeShared(base: string): Promise<readonly File[]> {
  const cache = await sharedCache();
  if (!cache) return [];
  const photos: File[] = [];
  for (const request of await cache.keys()) {
    if (!request.url.startsWith(base)) continue;
    const response = await cache.match(request);
    await cache.delete(request);
    if (response) photos.push(await fileIn(response));
  }
  return photos;
}

/** Null: this browser may keep nothing, and so nothing was left here. */
async function sharedCache(): Promise<Cache | null> {
  try {
    return await caches.open(CACHE);
  } catch {
    return null;
  }
}

async function fileIn(response: Response): Promise<File> {
  const name = decodeURIComponent(response.headers.get(NAME_HEADER) ?? 'photo');
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}
