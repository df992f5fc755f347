import type { SourceFile } from '../reading/sources.ts';

/** Files in memory, as a reader gets them. */
export function sourceFiles(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer> | string>,
): SourceFile[] {
  return [...files].map(([path, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { path, size: bytes.length, read: async () => bytes };
  });
}
