import type { PhotoSource } from './api.ts';
import { RobustSamError } from './errors.ts';
import { pixelsToFile } from './pixels.ts';

/** A source that lies in memory, as a file; a string or URL is fetched by `open`. */
export async function fileOf(
  source: PhotoSource,
  open: (address: string | URL) => Promise<Blob>,
): Promise<Blob> {
  if (typeof source === 'string' || source instanceof URL) return open(source);
  if (source instanceof Blob) return source;
  if (source instanceof ArrayBuffer) return new Blob([source]);
  if (source instanceof Uint8Array) return new Blob([new Uint8Array(source)]);
  return pixelsToFile(source);
}

/** A RobustSamError says what the server answered. */
export async function fetchPhoto(url: string | URL, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new RobustSamError('photo', `${url} could not be fetched.`, { cause });
  });
  if (response.ok) return response.blob();
  throw new RobustSamError('photo', `${url} could not be fetched: status ${response.status}.`);
}
