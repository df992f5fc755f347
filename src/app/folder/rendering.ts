import { sha256Hex } from '../../browser/sha256.ts';
import { fileAt } from '../../disk/files.ts';
import type { WantedFile } from '../../disk/plan.ts';
import type { DocumentState, PhotoEntry } from '../../document/types.ts';
import type { ExportRequest, RenderedFile } from '../../formats/protocol.ts';
import type { Context } from '../state/context.ts';
import { objectsOf } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';
import { type DocumentDataset, datasetOf, requestFor } from '../transfers/dataset.ts';
import type { FolderFormat } from './folder-state.ts';
import { isWhole, YAML_PATH } from './layout.ts';

/** A file as the document says it should be. */
export interface FolderFile extends WantedFile {
  readonly content: Blob;
  /** Null: it is of all photos. */
  readonly photoId: string | null;
}

/** What of a folder decides where labels go. */
export interface FolderPlace {
  readonly handle: FileSystemDirectoryHandle;
  readonly format: FolderFormat;
  /** Path of each photo that lies in it, by id. */
  readonly photos: ReadonlyMap<string, string>;
  readonly wholePath: string;
  readonly classNames: readonly string[];
}

/** The document at one moment. */
export interface Moment {
  readonly state: DocumentState;
  readonly reports: ViewState['reports'];
  readonly name: string;
}

export interface Rendering {
  /** The label files; of those that have not changed since, what they were. */
  render(signal: AbortSignal, place: FolderPlace, moment: Moment): Promise<FolderFile[]>;
}

export async function digestOf(content: Blob): Promise<string> {
  return sha256Hex(new Uint8Array(await content.arrayBuffer()));
}

export function createRendering({ datasets }: Pick<Context, 'datasets'>): Rendering {
  /** By photo: the parts of the document that its file is made of, and the file. */
  const made = new Map<string, { readonly of: readonly unknown[]; readonly file: FolderFile }>();
  let madeFor: FolderPlace | null = null;

  async function renderEach(
    signal: AbortSignal,
    place: FolderPlace,
    { state }: Moment,
    dataset: DocumentDataset,
  ): Promise<FolderFile[]> {
    const partsOf = ({ id }: PhotoEntry) => [
      state.objects[id],
      state.tags[id],
      state.reviews[id],
      state.done[id],
      state.classes,
      place.classNames,
    ];
    const isMade = (photo: PhotoEntry) => {
      const before = made.get(photo.id)?.of;
      return before?.every((part, i) => part === partsOf(photo)[i]) ?? false;
    };
    const indices = dataset.photos.flatMap((photo, i) => (isMade(photo) ? [] : [i]));
    const rendered = await datasets.render(signal, request(dataset, place), indices, async (i) =>
      dataset.labelsOf(dataset.photos[i]?.id ?? ''),
    );
    const shared: FolderFile[] = [];
    for (const one of rendered) {
      const photo = dataset.photos[one.photo ?? -1];
      if (!photo) shared.push(await sharedFile(place, one, dataset, state));
      else {
        const isBlank = saysNothing(state, photo);
        const file = await fileFrom(one.path, one.content, isBlank, photo.id);
        made.set(photo.id, { of: partsOf(photo), file });
      }
    }
    return [...dataset.photos.flatMap(({ id }) => made.get(id)?.file ?? []), ...shared];
  }

  return {
    async render(signal, place, moment) {
      if (madeFor?.format !== place.format || madeFor.photos !== place.photos) made.clear();
      madeFor = place;
      const dataset = datasetIn(place, moment);
      if (!isWhole(place.format)) return renderEach(signal, place, moment, dataset);
      const { state } = moment;
      const rendered = await datasets.render(
        signal,
        request(dataset, place),
        [...dataset.photos.keys()],
        async (i) => dataset.labelsOf(dataset.photos[i]?.id ?? ''),
      );
      const isBlank = dataset.photos.every((photo) => saysNothing(state, photo));
      return Promise.all(
        rendered.map(({ content }) => fileFrom(place.wholePath, content, isBlank, null)),
      );
    },
  };
}

/** Labels would be taken for a photo that has none, or nobody has looked at. */
function saysNothing(state: DocumentState, { id }: PhotoEntry): boolean {
  const { tags, done } = state;
  return objectsOf(state, id).length === 0 && !tags[id]?.length && !done[id];
}

async function fileFrom(
  path: string,
  content: Blob,
  isBlank: boolean,
  photoId: string | null,
): Promise<FolderFile> {
  return { path, content, isBlank, photoId, digest: await digestOf(content) };
}

/** YOLO's classes: in the person's own file, where there is one. */
async function sharedFile(
  { handle }: FolderPlace,
  { path, content }: RenderedFile,
  { head }: DocumentDataset,
  { classes }: DocumentState,
): Promise<FolderFile> {
  const there = path === YAML_PATH ? await fileAt(handle, path) : null;
  // Only needed where there is such a file.
  const { withNames } = await import('./names-yaml.ts');
  const names = head.classes.map(({ name }) => name);
  const own = there && withNames(await there.text(), names);
  return fileFrom(path, own ? new Blob([own]) : content, classes.length === 0, null);
}

function datasetIn(
  { photos, classNames }: FolderPlace,
  { state, reports, name }: Moment,
): DocumentDataset {
  const placed = state.photos.flatMap((photo) => {
    const path = photos.get(photo.id);
    if (path === undefined) return [];
    const at = path.lastIndexOf('/');
    return [{ ...photo, folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) }];
  });
  // Files that nobody changes here number the classes so.
  const numberOf = new Map(classNames.map((one, i) => [one, i]));
  const rank = (one: string) => numberOf.get(one) ?? classNames.length;
  const classes = state.classes.toSorted((a, b) => rank(a.name) - rank(b.name));
  return datasetOf(name, { ...state, classes }, placed, reports);
}

function request(dataset: DocumentDataset, { format }: FolderPlace): ExportRequest {
  const asked = requestFor(dataset, {
    format,
    scope: 'all',
    target: 'folder',
    shapes: 'polygons',
    tolerance: 0,
    valShare: 0,
    includesPhotos: false,
    feather: 0,
    isInPlace: true,
  });
  return asked;
}
