import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Transform } from 'node:stream';

/** What `npm run build` leaves. */
export const BUILT_FOLDER = join(import.meta.dirname, '..', '..', 'dist');

export interface HostOptions {
  /** Under which the app is. */
  readonly path: string;
  /** Larger files are not there. */
  readonly largestBytes: number;
  /** Pages of other hosts may read its files. */
  readonly isShared?: boolean;
}

/** One file as this host gets it wrong. */
interface Fault {
  readonly file: RegExp;
  /** The connection breaks after so many bytes. */
  readonly breaksAfter?: number;
  /** The first byte is another. */
  readonly isDamaged?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** A host of static files that knows ranges and sends no header for anybody's sake. */
export class StaticHost {
  /** "GET /path bytes=…", as they came. */
  readonly requests: string[] = [];
  folder = BUILT_FOLDER;
  fault: Fault | null = null;
  private readonly server: Server;

  constructor(private readonly options: HostOptions) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** Where the app is, ending in a slash. */
  get url(): string {
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('the host is not running');
    return `http://127.0.0.1:${address.port}${this.options.path}`;
  }

  /** From now on nobody is there. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const { range } = request.headers;
    this.requests.push(`${request.method} ${pathname}${range ? ` ${range}` : ''}`);
    const file = this.fileAt(pathname);
    if (!file || request.method !== 'GET') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    const total = statSync(file).size;
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': total - from,
      'Cache-Control': 'no-store',
      ...(this.options.isShared ? { 'Access-Control-Allow-Origin': '*' } : {}),
      ...(from > 0 ? { 'Content-Range': `bytes ${from}-${total - 1}/${total}` } : {}),
    });
    const fault = this.fault?.file.test(pathname) ? this.fault : null;
    createReadStream(file, { start: from }).pipe(faultyStream(fault, response)).pipe(response);
  }

  private fileAt(pathname: string): string | null {
    const { path, largestBytes } = this.options;
    if (!pathname.startsWith(path)) return null;
    const file = join(this.folder, normalize(`/${pathname.slice(path.length) || 'index.html'}`));
    const isThere = existsSync(file) && statSync(file).isFile();
    return isThere && statSync(file).size <= largestBytes ? file : null;
  }
}

function faultyStream(fault: Fault | null, response: ServerResponse): Transform {
  let sent = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (sent === 0 && fault?.isDamaged) chunk[0] = (chunk[0] ?? 0) ^ 0xff;
      const limit = fault?.breaksAfter ?? Number.POSITIVE_INFINITY;
      const piece = chunk.subarray(0, Math.max(0, limit - sent));
      sent += piece.length;
      this.push(piece);
      // What has been written gets through first.
      if (sent >= limit) setTimeout(() => response.destroy(), 200);
      else done();
    },
  });
}
