import type { StoreApi } from 'zustand/vanilla';
import type { PhotoEntry } from '../../document/types.ts';
import type { WriteProgress } from '../../formats/client.ts';
import { safeName } from '../../formats/photos/file-names.ts';
import type {
  DetailFigures,
  ExportPhoto,
  ExportSink,
  PlannedFile,
} from '../../formats/protocol.ts';
import type { PhotoProblem } from '../../photo/protocol.ts';
import { download, pickNewFolder, pickZip, removeEmpty } from '../files/save-file.ts';
import type { Context } from '../state/context.ts';
import type { DocumentDataset } from './dataset.ts';
import type { ExportChoice, ExportFailure, Scope, TransfersState } from './transfers.ts';

export interface ExportVerbs {
  /** Asks for a file where the browser can, and writes a zip into it; else the zip is downloaded. */
  exportDataset(choice: ExportChoice): Promise<void>;
  /** The zip that was begun goes away again. */
  cancelExport(): void;
  /** What was said about the last export is no more about what is chosen now. */
  forgetExport(): void;
  /** What one photo, the fullest, would put into the zip, and how many photos there are. */
  planExport(choice: ExportChoice): Promise<{ files: readonly PlannedFile[]; photos: number }>;
  /** Polygons of this tolerance, in photo pixels; null without objects. */
  measureDetail(scope: Scope, tolerance: number): Promise<DetailFigures | null>;
}

/** Objects whose polygons are tried for the figures of the detail slider. */
const MEASURED_OBJECTS = 200;

class PhotoUnreadable extends Error {
  constructor(
    readonly photoName: string,
    readonly problem: PhotoProblem,
  ) {
    super(`${photoName} can't be drawn`);
  }
}

// Only needed once something is exported.
const datasetPart = () => import('./dataset.ts');

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: plan, figures and export make the same data set of the same parts.
export function createExporting(
  { document, view, photos, files, datasets }: Context,
  transfers: StoreApi<TransfersState>,
  projectName: () => string,
): ExportVerbs {
  let writing = new AbortController();

  async function datasetFor({ scope }: Pick<ExportChoice, 'scope'>): Promise<DocumentDataset> {
    const { datasetOf, photosIn } = await datasetPart();
    const state = document.state.getState();
    const { photo, reports } = view.getState();
    return datasetOf(projectName(), state, photosIn(state, scope, photo?.id), reports);
  }

  async function photoOf(
    dataset: DocumentDataset,
    entry: PhotoEntry,
    { format }: ExportChoice,
    signal?: AbortSignal,
  ): Promise<ExportPhoto> {
    const labels = dataset.labelsOf(entry.id);
    const file = await files.open(entry.id).catch(() => {
      throw new PhotoUnreadable(entry.name, { kind: 'inaccessible' });
    });
    const { needsPixels } = await datasetPart();
    if (!needsPixels(format)) return { labels, file, picture: null };
    const result = await photos.picture(file, signal);
    if (!result.ok) throw new PhotoUnreadable(entry.name, result.problem);
    return { labels, file, picture: result.picture };
  }

  async function write(
    choice: ExportChoice,
    name: string,
    sink: ExportSink | null,
    signal: AbortSignal,
  ): Promise<void> {
    const dataset = await datasetFor(choice);
    const { requestFor } = await datasetPart();
    let bytes = 0;
    const show = (progress: WriteProgress) => {
      bytes = progress.bytes;
      transfers.setState({ exporting: { kind: 'writing', progress } });
    };
    show({ photos: 0, of: dataset.photos.length, bytes: 0 });
    const photoAt = (index: number) => {
      const entry = dataset.photos[index];
      if (!entry) throw new RangeError('no such photo');
      return photoOf(dataset, entry, choice, signal);
    };
    const blob = await datasets.write(signal, requestFor(dataset, choice), photoAt, sink, show);
    signal.throwIfAborted();
    if (blob) download(blob, name);
    if (blob) bytes = blob.size;
    if (sink?.kind === 'file') bytes = (await sink.getFile()).size;
    transfers.setState({ exporting: { kind: 'done', name: sink?.name ?? name, bytes } });
  }

  return {
    async exportDataset(choice) {
      if (transfers.getState().exporting.kind === 'writing') return;
      writing = new AbortController();
      const { signal } = writing;
      const isZip = choice.target === 'zip';
      const folder = `${safeName(projectName())}.${choice.format}`;
      const name = isZip ? `${folder}.zip` : folder;
      const sink = isZip ? await pickZip(name) : await pickNewFolder(name);
      if (sink === 'cancelled') return;
      try {
        signal.throwIfAborted();
        await write(choice, name, sink, signal);
      } catch (error) {
        if (sink?.kind === 'file') await removeEmpty(sink);
        const failure = failureOf(error);
        transfers.setState({
          exporting: signal.aborted ? { kind: 'idle' } : { kind: 'failed', failure },
        });
      }
    },
    cancelExport() {
      writing.abort();
      transfers.setState({ exporting: { kind: 'idle' } });
    },
    forgetExport() {
      if (transfers.getState().exporting.kind !== 'writing') {
        transfers.setState({ exporting: { kind: 'idle' } });
      }
    },
    async planExport(choice) {
      const dataset = await datasetFor(choice);
      const { head, labelsOf } = dataset;
      // The photo with the most to show stands for all.
      const fullest = head.photos.reduce((best, _, i) => {
        const count = (at: number) => labelsOf(dataset.photos[at]?.id ?? '').objects.length;
        return count(i) > count(best) ? i : best;
      }, 0);
      const entry = dataset.photos[fullest];
      if (!entry) return { files: [], photos: 0 };
      const { requestFor } = await datasetPart();
      const request = requestFor({ ...dataset, photos: [entry] }, choice);
      const planned = await datasets.plan(request, await photoOf(dataset, entry, choice));
      return { files: planned, photos: head.photos.length };
    },
    async measureDetail(scope, tolerance) {
      const { photos: entries, labelsOf } = await datasetFor({ scope });
      const masks = entries.flatMap(({ id }) => labelsOf(id).objects.map(({ mask }) => mask));
      if (masks.length === 0) return null;
      return datasets.detail(masks.slice(0, MEASURED_OBJECTS), tolerance);
    },
  };
}

function failureOf(error: unknown): ExportFailure {
  if (error instanceof PhotoUnreadable) {
    return { kind: 'photo', name: error.photoName, problem: error.problem };
  }
  // Across the thread an error keeps its name and message alone.
  if (error instanceof Error && error.name === 'QuotaExceededError') return { kind: 'no-room' };
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}
