/** Where a model set's files are. */
export type ModelSource =
  /** Beside the page: absolute URL of the folder with manifest.json, ending in a slash. */
  | { readonly kind: 'bundled'; readonly baseUrl: string }
  /** Kept in this browser, see store.ts. */
  | { readonly kind: 'stored'; readonly id: string };

const STORED = 'stored-set:';

/** Address of a set's file for the engine's worker, which reads stored ones without the network. */
export function fileUrl(source: ModelSource, name: string): string {
  return source.kind === 'bundled'
    ? new URL(name, source.baseUrl).href
    : `${STORED}${source.id}/${name}`;
}

/** What a stored file's address says; null for any other. */
export function storedPlace(url: string): { readonly id: string; readonly name: string } | null {
  if (!url.startsWith(STORED)) return null;
  const [id = '', name = ''] = url.slice(STORED.length).split('/');
  return { id, name };
}
