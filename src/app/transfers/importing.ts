import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../document/change.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState } from '../../document/types.ts';
import { groupBy } from '../../formats/group-by.ts';
import { baseName } from '../../formats/photos/file-names.ts';
import type { ChosenFile, ImportResult } from '../../formats/protocol.ts';
import type { ReadPhoto } from '../../formats/reading/result.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Turn } from '../../mask/turn.ts';
import { t } from '../../words/words.ts';
import { classesChange } from '../classes/class-list.ts';
import { type ChosenPhoto, chosenFile } from '../photos/chosen.ts';
import type { Context } from '../state/context.ts';
import { classesWith, datasetPhoto, objectsFrom } from './dataset.ts';
import { type FitChoice, fitted, type Misfits, misfitsAmong, usualFit } from './fitting.ts';
import type { ImportSummary, OnConflict, TransfersState } from './transfers.ts';

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

/** Photos are opened, and their ids come back in the same order; null for one that can't be. */
type OpenPhotos = (chosen: readonly ChosenPhoto[]) => Promise<(string | null)[]>;

export function createImporting(
  { document, datasets, files, background }: Context,
  transfers: StoreApi<TransfersState>,
  openPhotos: OpenPhotos,
): ImportVerbs {
  let reading = new AbortController();
  /** Ids of the photos that were open when the labels were read, in that order. */
  let openIds: readonly string[] = [];

  function show(importing: TransfersState['importing']): void {
    transfers.setState({ importing });
  }

  /** By index among the known photos: the id of the open photo, once those that came along are open. */
  async function idsOf({
    photos,
    known,
    paths,
    folders,
  }: ImportResult): Promise<Map<number, string>> {
    const ids = new Map(openIds.map((id, i) => [i, id]));
    const brought = [...new Set(photos.map(({ photo }) => photo))].filter(
      (photo) => photo >= openIds.length,
    );
    const chosen: ChosenPhoto[] = [];
    for (const photo of brought) {
      const path = paths[photo - openIds.length] ?? '';
      const file = new File([await datasets.photo(path)], baseName(path));
      chosen.push({ ...chosenFile(file), folder: folders[photo - openIds.length] ?? '' });
    }
    const opened = await openPhotos(chosen);
    for (const [i, photo] of brought.entries()) {
      const entry = document.state.getState().photos.find(({ id }) => id === opened[i]);
      const size = known[photo]?.size;
      // A header may say one size and the pixels another; labels of a wrong size help nobody.
      const fits = entry?.size.width === size?.width && entry?.size.height === size?.height;
      if (entry && fits) ids.set(photo, entry.id);
    }
    return ids;
  }

  async function fileOf(photo: number, { paths }: ImportResult): Promise<Blob> {
    const id = openIds[photo];
    return id === undefined ? datasets.photo(paths[photo - openIds.length] ?? '') : files.open(id);
  }

  async function misfitsIn(result: ImportResult): Promise<Misfits> {
    const misfits = misfitsAmong(result.photos, (photo) => result.known[photo]?.size);
    const turns = new Map<number, Turn>();
    for (const { photo } of misfits.turned) {
      // One that can't be read says nothing.
      const turn = await fileOf(photo, result)
        .then(datasets.turnOf)
        .catch(() => null);
      if (turn) turns.set(photo, turn);
    }
    return { ...misfits, turns };
  }

  return {
    async readLabels(files) {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      show({ kind: 'reading', done: 0, of: 0 });
      const { photos } = document.state.getState();
      openIds = photos.map(({ id }) => id);
      const open = photos.map(datasetPhoto);
      try {
        const result = await datasets.read(signal, files, open, (done, of) => {
          if (!signal.aborted) show({ kind: 'reading', done, of });
        });
        const misfits = await misfitsIn(result);
        if (signal.aborted) return;
        const summary = summaryOf(result, document.state.getState(), openIds);
        show({ kind: 'read', summary: { ...summary, misfits } });
      } catch (error) {
        if (signal.aborted) return;
        show({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
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
      const size = fullest && result.known[fullest.photo]?.size;
      const shown = size && fitted(fullest, size, misfits, fit);
      if (!shown) return null;
      const file = await fileOf(fullest.photo, result).catch(() => null);
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
      const { result, misfits } = importing.summary;
      const choice = fit ?? usualFit(misfits);
      const photos = result.photos.flatMap((read) => {
        const size = result.known[read.photo]?.size;
        return (size && fitted(read, size, misfits, choice)) ?? [];
      });
      const ids = await idsOf({ ...result, photos });
      const state = document.state.getState();
      const classes = classesWith(state.classes, result.classes);
      const changes = labelsById(photos, ids).flatMap(([id, labels]) =>
        changesFor(state, id, labels, onConflict, classes),
      );
      const [first] = changes;
      if (first && 'photoId' in first) {
        const all = [...classesChange(state, classes), ...changes];
        document.commit({ name: t('steps.photos.import'), photoId: first.photoId, changes: all });
      }
      const added = changes.filter(({ kind }) => kind === 'add-object');
      const labelled = new Set(
        added.flatMap((change) => ('photoId' in change ? change.photoId : [])),
      );
      show({ kind: 'taken', objects: added.length, photos: labelled.size });
    },
  };
}

function summaryOf(
  result: ImportResult,
  { objects }: DocumentState,
  openIds: readonly string[],
): Omit<ImportSummary, 'misfits'> {
  const named = [...new Set(result.photos.map(({ photo }) => photo))];
  const matched = named.filter((photo) => photo < openIds.length);
  return {
    result,
    objects: result.photos.reduce((sum, photo) => sum + photo.objects.length, 0),
    matched: matched.length,
    brought: named.length - matched.length,
    conflicts: matched.filter((photo) => objects[openIds[photo] ?? '']?.length).length,
  };
}

type PhotoLabels = Pick<ReadPhoto, 'objects' | 'tags'>;

/** A picture that lies in a data set twice is one photo here, with the labels of both. */
function labelsById(
  photos: readonly ReadPhoto[],
  ids: ReadonlyMap<number, string>,
): [photoId: string, labels: PhotoLabels][] {
  const byId = groupBy(photos, ({ photo }) => ids.get(photo) ?? '');
  byId.delete('');
  return [...byId].map(([id, all]) => {
    const objects = all.flatMap((read) => read.objects);
    return [id, { objects, tags: all.flatMap((read) => read.tags) }];
  });
}

function changesFor(
  { objects, tags }: DocumentState,
  photoId: string,
  read: PhotoLabels,
  onConflict: OnConflict,
  classes: readonly ObjectClass[],
): Change[] {
  const kept = objects[photoId] ?? [];
  if (kept.length > 0 && onConflict === 'leave') return [];
  // Locked objects stay, whatever comes.
  const stay = onConflict === 'replace' ? kept.filter(({ isLocked }) => isLocked) : kept;
  const removed = kept.filter((object) => !stay.includes(object));
  const words = tags[photoId] ?? [];
  const newWords = [...new Set(read.tags)].filter((tag) => !words.includes(tag));
  const tagging = {
    kind: 'set-tags',
    photoId,
    before: words,
    after: [...words, ...newWords],
  } as const;
  return [
    ...removed
      .toReversed()
      .map(
        (object) =>
          ({ kind: 'remove-object', photoId, object, index: kept.indexOf(object) }) as const,
      ),
    ...objectsFrom(read.objects, stay, classes).map(
      (object, i) => ({ kind: 'add-object', photoId, object, index: stay.length + i }) as const,
    ),
    ...(newWords.length > 0 ? [tagging] : []),
  ];
}
