import { openAsBlob, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { isParallelFolder } from '../../src/formats/photos/photo-names.ts';
import type { ReadProblem } from '../../src/formats/problems.ts';
import { decodePicture } from '../../src/formats/testing/decode-picture.ts';
import { importFiles } from '../../src/formats/worker/import.ts';
import { filesIn } from './files-in.ts';

/** Files that hold labels, or say something about them. */
export const LABEL_FILES = /\.(json|xml|txt|ya?ml|csv|names|labels|md|zip|tfrecord|record)$/i;
const PART = /^(train|valid|val|test|trainval|validation)$/i;

interface Report {
  readonly photos: number;
  readonly objects: number;
  readonly classes: number;
  /** Photos that labels speak of and that are not among the files. */
  readonly missing: number;
  readonly copies: number;
  /** What was left out, and why. */
  readonly leftOut: string;
  readonly notes: string;
  readonly milliseconds: number;
}

/** Reads each set of labels below a folder as the app does, and prints what came of it as one table. */
export async function reportLabelSets(folder: string): Promise<void> {
  const reports: Record<string, Report | string> = {};
  for (const set of setsBelow(folder)) {
    const paths = filesIn(set);
    if (!paths.some((path) => LABEL_FILES.test(path) || isDrawn(path))) continue;
    const report = await readSet(set, paths).catch((error: unknown) => `fails: ${error}`);
    reports[relative(folder, set) || '.'] = report;
  }
  if (Object.keys(reports).length > 0) console.table(reports);
}

async function readSet(set: string, paths: readonly string[]): Promise<Report> {
  const chosen = await Promise.all(
    paths.map(async (path) => ({ path: relative(set, path), file: await openAsBlob(path) })),
  );
  const start = performance.now();
  const { result } = await importFiles(chosen, [], () => {}, { decode: decodePicture, measure });
  return {
    photos: new Set(result.photos.map(({ photo }) => photo)).size,
    objects: result.photos.reduce((sum, { objects }) => sum + objects.length, 0),
    classes: result.classes.length,
    missing: result.unmatched.length,
    copies: result.photos.filter(({ madeFor }) => madeFor !== null).length,
    leftOut: countWords(result.skipped.map(({ problem, count }) => [reasonOf(problem), count])),
    notes: countWords(result.notes.map(({ note, count }) => [note.kind, count])),
    milliseconds: Math.round(performance.now() - start),
  };
}

async function measure(photo: Blob) {
  const picture = await decodePicture(new Uint8Array(await photo.arrayBuffer()));
  return picture?.size ?? null;
}

/** Folders that are a set each: such as have files, or whose folders belong together. */
function setsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const hasFiles = entries.some((entry) => entry.isFile() && extname(entry.name) !== '.md');
  const belong = folders.some((name) => isParallelFolder(name.toLowerCase()) || PART.test(name));
  if (hasFiles || belong || folders.length === 0) return [folder];
  return folders.toSorted().flatMap((name) => setsBelow(join(folder, name)));
}

/** A picture that may be a mask. */
function isDrawn(path: string): boolean {
  return /mask|label|segmentation|gtfine/i.test(path);
}

function reasonOf(problem: ReadProblem): string {
  return problem.kind === 'not-read' ? `not read: ${problem.format}` : problem.kind;
}

/** "bad-polygon 3, unknown-class 1". */
function countWords(counts: readonly (readonly [what: string, count: number])[]): string {
  const sums = new Map<string, number>();
  for (const [what, count] of counts) sums.set(what, (sums.get(what) ?? 0) + count);
  return [...sums].map(([what, count]) => `${what} ${count}`).join(', ');
}
