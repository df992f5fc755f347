import type { EditingTasks } from './editing.ts';
import type { LongestTask } from './main-thread.ts';
import type { ManyObjects } from './many-objects.ts';
import type { Panning } from './panning.ts';
import type { Reopening } from './reopening.ts';
import type { Shapes } from './shapes.ts';
import type { Summary } from './statistics.ts';

interface Clicks<Figure> {
  readonly firstClick: Figure;
  readonly nextClick: Figure;
}

interface Times<Figure> extends Clicks<Figure> {
  readonly encode: Figure;
  readonly open: Figure;
}

/** Times in milliseconds. */
export interface SubjectReport extends Times<Summary> {
  readonly coldStart: number;
  readonly warmStart: number;
  readonly fetchedBytes: number;
  /** The renderer process's; null where the system doesn't tell. */
  readonly peakMemoryBytes: number | null;
}

export interface Report {
  readonly threads: number;
  readonly rounds: number;
  /** Its clicks are answered by plain SAM, the model that the peer has too. */
  readonly app: SubjectReport;
  /** The app's clicks answered by RobustSAM. */
  readonly robust: Clicks<Summary>;
  readonly peer: SubjectReport;
  /** The app's time over the peer's, pair by pair: the median of these. */
  readonly ratios: Times<number> & { readonly robust: Clicks<number> };
  readonly shapes: Shapes;
  readonly panning: Panning;
  readonly editing: EditingTasks;
  readonly manyObjects: ManyObjects;
  readonly reopening: Reopening;
}

/** What the project promises of the ratios. */
const BARS = { encode: 0.9, nextClick: 0.7 } as const;
const SHAPE_BARS: Readonly<Record<string, number>> = { '4:3': 0.65, '3:2': 0.65, '16:9': 0.55 };

/** Milliseconds of work, at the 95th percentile. */
const SELECTING_BAR = 16;
/** Milliseconds after the photo is painted, for a photo whose embedding is on disk. */
const FIRST_HOVER_BAR = 300;

const MEBIBYTE = 2 ** 20;

export function printReport(report: Report): void {
  const { threads, app, robust, peer, ratios, panning } = report;
  console.log(
    `\nwasm, ${threads} threads; median (p95) in ms; ratio: app / minisam, median of pairs`,
  );
  const rows = [
    timeRow('next click', app.nextClick, peer.nextClick, ratios.nextClick, BARS.nextClick),
    timeRow('first click', app.firstClick, peer.firstClick, ratios.firstClick),
    timeRow('next, RobustSAM', robust.nextClick, peer.nextClick, ratios.robust.nextClick),
    timeRow('first, RobustSAM', robust.firstClick, peer.firstClick, ratios.robust.firstClick),
    timeRow('encode', app.encode, peer.encode, ratios.encode, BARS.encode),
    timeRow('open', app.open, peer.open, ratios.open),
    ...Object.entries(report.shapes).map(([shape, { app: ours, peer: theirs, ratio }]) =>
      timeRow(`encode, degraded ${shape}`, ours, theirs, ratio, SHAPE_BARS[shape]),
    ),
    row('cold start (ms)', app.coldStart, peer.coldStart),
    row('warm start (ms)', app.warmStart, peer.warmStart),
    row('bytes fetched (MiB)', app.fetchedBytes / MEBIBYTE, peer.fetchedBytes / MEBIBYTE),
    row('peak memory (MiB)', mebibytes(app.peakMemoryBytes), mebibytes(peer.peakMemoryBytes)),
  ];
  console.table(Object.assign({}, ...rows));
  printPanning(panning);
  printEditing(report.editing);
  printManyObjects(report.manyObjects);
  printReopening(report.reopening);
}

function printReopening({ firstHover, encoded }: Reopening): void {
  const isMet = firstHover.p95 <= FIRST_HOVER_BAR && encoded === 0;
  console.log(
    `photos opened again after a restart of the browser: first hover mask ${words(firstHover)} ms after the photo, ` +
      `${encoded} of them encoded again; bar ${isMet ? 'met' : 'MISSED'}: ${FIRST_HOVER_BAR} ms`,
  );
}

function printManyObjects({
  selecting,
  selectingWork,
  firstSelections,
  ...moving
}: ManyObjects): void {
  const rates = Object.entries(moving).map(([what, { median, p95 }]) => {
    return `${what} ${(1000 / median).toFixed(0)} (p95 ${p95.toFixed(0)} ms a frame)`;
  });
  console.log(`500 objects on 24 megapixels, frames a second: ${rates.join(', ')}`);
  console.log(
    `selecting one of them: ${words(selectingWork)} ms of work, ${words(selecting)} ms to the frame that shows it; ` +
      `bar ${selectingWork.p95 < SELECTING_BAR ? 'met' : 'MISSED'}: ${SELECTING_BAR} ms of work; ` +
      `the first of a visit ${firstSelections.map((work) => work.toFixed(0)).join(', ')} ms`,
  );
}

function printEditing(tasks: EditingTasks): void {
  const all = Object.entries(tasks).map(([what, longest]) => `${what} ${taskWords(longest)}`);
  console.log(`longest main-thread tasks while editing there: ${all.join('; ')}`);
}

function taskWords({ processor, clock }: LongestTask): string {
  return `${processor.toFixed(0)} ms of the processor, ${clock.toFixed(0)} ms by the clock`;
}

function printPanning({ framesPerSecond, frame, longestTaskWhileOpening: longest }: Panning): void {
  console.log(
    `panning 24 megapixels: ${framesPerSecond.toFixed(1)} frames a second, p95 ${frame.p95.toFixed(1)} ms a frame; ` +
      `longest main-thread task while opening: ${taskWords(longest)}`,
  );
}

function timeRow(name: string, app: Summary, peer: Summary, ratio: number, bar?: number) {
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
