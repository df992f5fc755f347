import { isPictureName } from '../photos/file-names.ts';

/** What Label Studio puts before the name of a file that it took in. */
const UPLOAD_MARK = /^[0-9a-f]{8}-(?=.)/i;

/**
 * The names that a task's photo may have here: as its address ends, and as it was called before
 * Label Studio took it in. Addresses are those of uploads, of its local storage, or of any server.
 */
export function photoNames(data: Readonly<Record<string, unknown>>): string[] {
  const texts = Object.values(data).filter((value) => typeof value === 'string');
  const paths = texts.map(pathOf);
  const path = paths.find(isPictureName) ?? paths[0];
  if (path === undefined) return [];
  const at = path.lastIndexOf('/') + 1;
  const bare = path.slice(at).replace(UPLOAD_MARK, '');
  return [...new Set([path, path.slice(0, at) + bare])];
}

function pathOf(address: string): string {
  const local = /[?&]d=([^&]*)/.exec(address)?.[1];
  const path =
    local ?? address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*\//i, '').replace(/[?#].*$/, '');
  return decoded(path).replace(/^\/+/, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
