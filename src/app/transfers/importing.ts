import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../document/change.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState } from '../../document/types.ts';
import { groupBy } from '../../formats/group-by.ts';
import { baseName } from '../../formats/photos/file-names.ts';
import type { ChosenFile, ImportResult } from '../../formats/protocol.ts';
import type { ReadPhoto } from '../../formats/reading/result.ts';
import { t } from '../../words/words.ts';
import { classesChange } from '../classes/class-list.ts';
import { type ChosenPhoto, chosenFile } from '../photos/chosen.ts';
import type { Context } from '../state/context.ts';
import { classesWith, datasetPhoto, objectsFrom } from './dataset.ts';
import type { ImportSummary, OnConflict, TransfersState } from './transfers.ts';

export interface ImportVerbs {
  /** Reads labels from files, folders or zips and says what is in them; changes nothing yet. */
  readLabels(files: readonly ChosenFile[]): Promise<void>;
  cancelImport(): void;
  /** What was read becomes objects, in one undo step; photos that came along are opened. */
  takeLabels(onConflict: OnConflict): Promise<void>;
}

/** Photos are opened, and their ids come back in the same order; null for one that can't be. */
type OpenPhotos = (chosen: readonly ChosenPhoto[]) => Promise<(string | null)[]>;

export function createImporting(
  { document, datasets }: Context,
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
    const brought = photos.map(({ photo }) => photo).filter((photo) => photo >= openIds.length);
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
        if (!signal.aborted) {
          show({ kind: 'read', summary: summaryOf(result, document.state.getState(), openIds) });
        }
      } catch (error) {
        if (signal.aborted) return;
        show({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      }
    },
    cancelImport() {
      reading.abort();
      show({ kind: 'idle' });
    },
    async takeLabels(onConflict) {
      const { importing } = transfers.getState();
      if (importing.kind !== 'read') return;
      show({ kind: 'taking' });
      const { result } = importing.summary;
      const ids = await idsOf(result);
      const state = document.state.getState();
      const classes = classesWith(state.classes, result.classes);
      const changes = labelsById(result.photos, ids).flatMap(([id, labels]) =>
        changesFor(state, id, labels, onConflict, classes),
      );
      const [first] = changes;
      if (first && 'photoId' in first) {
        const all = [...classesChange(state, classes), ...changes];
        document.commit({ name: t('steps.photos.import'), photoId: first.photoId, changes: all });
      }
      const added = changes.filter(({ kind }) => kind === 'add-object');
      const photos = new Set(
        added.flatMap((change) => ('photoId' in change ? change.photoId : [])),
      );
      show({ kind: 'taken', objects: added.length, photos: photos.size });
    },
  };
}

function summaryOf(
  result: ImportResult,
  { objects }: DocumentState,
  openIds: readonly string[],
): ImportSummary {
  const matched = result.photos.filter(({ photo }) => photo < openIds.length);
  return {
    result,
    objects: result.photos.reduce((sum, photo) => sum + photo.objects.length, 0),
    matched: matched.length,
    brought: result.photos.length - matched.length,
    conflicts: matched.filter(({ photo }) => objects[openIds[photo] ?? '']?.length).length,
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
