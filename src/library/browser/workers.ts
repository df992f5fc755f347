/** Names of the scripts in the package's folder, as build/scripts.ts builds them. */
export type WorkerName = 'engine-worker.js' | 'photo-worker.js';

/** Folder that this script was loaded from, ending in a slash. */
export function ownFolder(): string {
  return folderUrl('.', import.meta.url);
}

/** Absolute, ending in a slash. */
export function folderUrl(folder: string | URL, base: string): string {
  const { href } = new URL(folder, base);
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * Starts a worker of the package. Browsers refuse scripts of other hosts as workers, but let a worker of the
 * page's own import them.
 */
export function startWorker(filesUrl: string, name: WorkerName): Worker {
  const { href, origin } = new URL(name, filesUrl);
  if (origin === location.origin) return new Worker(href, { type: 'module' });
  const script = new Blob([`import ${JSON.stringify(href)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  const worker = new Worker(url, { type: 'module' });
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
