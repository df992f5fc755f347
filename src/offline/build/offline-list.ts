import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { PIECE_BYTES, piecesOf } from '../../models/pieces.ts';
import { RESPONSE_HEADERS } from '../../security/headers.ts';
import { LIST_NAME, type OfflineFile, type OfflineList } from '../protocol.ts';

/** Files that pages keep themselves, with their checksums; hashed names, so they never change. Also pieces of them. */
export const KEPT_FILES = /^((models|selftest)\/.+\.[0-9a-f]{8}\.\w+|.+\.wasm)(\.\d+)?$/;
/** For hosts that read it (Netlify, Cloudflare Pages); not a part of the app. */
export const HEADERS_FILE = '_headers';

/**
 * Once everything is built: writes the list of what pages keep for offline use, cuts files that some
 * hosts would refuse into pieces, and writes the headers for hosts that take them from a file.
 */
export function offlineList(): Plugin {
  let folder = '';
  return {
    name: 'offline-list',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      handler() {
        writeFileSync(join(folder, LIST_NAME), JSON.stringify(listOf(folder)));
        writeFileSync(join(folder, HEADERS_FILE), hostHeaders());
      },
    },
  };
}

function listOf(folder: string): OfflineList {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile());
  const files = paths.filter((path) => KEPT_FILES.test(path)).map((path) => cut(folder, path));
  const shell = paths.filter((path) => !KEPT_FILES.test(path));
  const shellBytes = shell.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return { shellBytes, files };
}

function cut(folder: string, path: string): OfflineFile {
  const content = readFileSync(join(folder, path));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const pieces = piecesOf(path, content.length, PIECE_BYTES);
  if (pieces.length > 1) rmSync(join(folder, path));
  for (const { url, from, to } of pieces) {
    if (url !== path) writeFileSync(join(folder, url), content.subarray(from, to));
  }
  return { path, bytes: content.length, sha256, webgpu: path.includes('asyncify') };
}

function hostHeaders(): string {
  const forAll = Object.entries(RESPONSE_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  const forever = '  Cache-Control: public, max-age=31536000, immutable';
  const always = ['/sw.js', '/index.html', '/'].map((path) => `${path}\n  Cache-Control: no-cache`);
  return `${['/*', ...forAll, '/assets/*', forever, ...always].join('\n')}\n`;
}
