import type { StoreApi } from 'zustand/vanilla';
import type { ChosenFile } from '../../formats/protocol.ts';
import type { Mask } from '../../mask/mask.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import type { FitChoice } from './fitting.ts';
import { fileOf, idsOf, type OpenPhotos } from './labelled-photos.ts';
import { readLabelFiles } from './reading-labels.ts';
import type { ImportState, ImportSummary, OnConflict, TransfersState } from './transfers.ts';

/** The receiver closes the picture. */
export interface FittedPhoto {
  readonly picture: ImageBitmap;
  readonly masks: readonly Mask[];
}

export interface ImportVerbs {
  /** Reads labels from files, folders or zips and says what is in them; changes nothing yet. */
  readLabels(files: readonly ChosenFile[]): Promise<void>;
  cancelImport(): void;
  /** What was read becomes objects, in one undo step; photos that came along are opened. */
  takeLabels(onConflict: OnConflict, fit?: FitChoice): Promise<void>;
  /** The fullest photo of those whose labels were made for a copy, with them; null: none is left, or it can't be shown. */
  previewFit(kind: 'scaled' | 'turned', fit: FitChoice): Promise<FittedPhoto | null>;
}

// Only needed once labels are read.
const fittingPart = () => import('./fitting.ts');
const takingPart = () => import('./taking.ts');

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: reading, preview and taking are steps of one import, whose state this is.
export function createImporting(
  context: Context,
  transfers: StoreApi<TransfersState>,
  openPhotos: OpenPhotos,
): ImportVerbs {
  const { document, background } = context;
  let reading = new AbortController();
  /** Ids of the photos that were open when the labels were read, in that order. */
  let openIds: readonly string[] = [];

  function show(importing: TransfersState['importing']): void {
    transfers.setState({ importing });
  }

  return {
    async readLabels(files) {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      show({ kind: 'reading', done: 0, of: 0 });
      try {
        const tell = (done: number, of: number) => show({ kind: 'reading', done, of });
        const read = await readLabelFiles(context, signal, files, tell);
        openIds = read.openIds;
        const { summaryOf } = await takingPart();
        if (signal.aborted) return;
        const summary = summaryOf(read.result, document.state.getState(), openIds);
        show({ kind: 'read', summary: { ...summary, misfits: read.misfits } });
      } catch (error) {
        if (signal.aborted) return;
        show(failed(error));
      }
    },
    cancelImport() {
      reading.abort();
      show({ kind: 'idle' });
    },
    async previewFit(kind, fit) {
      const { importing } = transfers.getState();
      if (importing.kind !== 'read') return null;
      const { result, misfits } = importing.summary;
      const [fullest] = misfits[kind].toSorted((a, b) => b.objects.length - a.objects.length);
      const { fitted } = await fittingPart();
      const size = fullest && result.known[fullest.photo]?.size;
      const shown = size && fitted(fullest, size, misfits, fit);
      if (!shown) return null;
      const file = await fileOf(context, result, openIds, fullest.photo).catch(() => null);
      const answer = file && (await background.thumbnail(file));
      if (!answer?.ok) return null;
      return {
        picture: answer.thumbnail.bitmap,
        masks: shown.objects.map(({ mask }) => mask),
      };
    },
    async takeLabels(onConflict, fit) {
      const { importing } = transfers.getState();
      if (importing.kind !== 'read') return;
      show({ kind: 'taking' });
      const end = await taken(importing.summary, onConflict, fit).catch(failed);
      // A dialog that was closed meanwhile starts over.
      if (transfers.getState().importing.kind === 'taking') show(end);
    },
  };

  async function taken(
    { result, misfits }: ImportSummary,
    onConflict: OnConflict,
    fit: FitChoice | undefined,
  ): Promise<ImportState> {
    const [{ usualFit }, { fittedPhotos, changesToTake }] = await Promise.all([
      fittingPart(),
      takingPart(),
    ]);
    const photos = fittedPhotos(result, misfits, fit ?? usualFit(misfits));
    const ids = await idsOf(context, { ...result, photos }, openIds, openPhotos);
    const changes = await changesToTake(
      document.state.getState,
      { photos, classes: result.classes, ids },
      onConflict,
    );
    const [photoId] = changes.flatMap((change) => ('photoId' in change ? change.photoId : []));
    if (photoId !== undefined) {
      document.commit({ name: t('steps.photos.import'), photoId, changes });
    }
    const added = changes.filter((change) => change.kind === 'add-object');
    const labelled = new Set(added.map((change) => change.photoId));
    return { kind: 'taken', objects: added.length, photos: labelled.size };
  }
}

function failed(error: unknown): ImportState {
  return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
