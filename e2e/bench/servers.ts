import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { build, preview } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
export const OUT = join(ROOT, 'e2e', 'out');
const PEER_OUT = join(OUT, 'peer');

export interface BenchServer {
  readonly url: string;
  /** Everything sent so far, headers included. */
  sentBytes(): number;
  close(): Promise<void>;
}

/** The production build of the app. */
export async function serveApp(): Promise<BenchServer> {
  await build({ root: ROOT, logLevel: 'warn' });
  return serve(join(ROOT, 'dist'));
}

/** The peer's page with the same photos; not part of the production build. */
export async function servePeer(): Promise<BenchServer> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'peer'),
    publicDir: join(ROOT, 'public', 'samples'),
    build: { outDir: PEER_OUT, emptyOutDir: true, target: 'es2023', copyPublicDir: true },
    logLevel: 'warn',
  });
  return serve(PEER_OUT);
}

async function serve(outDir: string): Promise<BenchServer> {
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    // As a host of hashed files would, so the warm start is a warm one.
    'Cache-Control': 'max-age=3600',
  };
  const server = await preview({
    configFile: false,
    root: ROOT,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers },
    logLevel: 'warn',
  });
  const sockets = new Set<Socket>();
  server.httpServer.on('connection', (socket: Socket) => sockets.add(socket));
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sentBytes: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0),
    close: () => server.close(),
  };
}
