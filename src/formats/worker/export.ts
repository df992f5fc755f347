import type { PhotoLabels } from '../dataset.ts';
import type {
  ExportPhoto,
  ExportRequest,
  ExportSink,
  PlannedFile,
  RenderedFile,
} from '../protocol.ts';
import { WRITERS } from '../writers.ts';
import { placesOf } from '../writing/places.ts';
import type { OutFile, PhotoPlace, Writer } from '../writing/writer.ts';
import { createBlobSink } from './blob-sink.ts';
import { createFolderOut } from './folder-write.ts';
import type { Out } from './out.ts';
import { pictureOf } from './picture.ts';
import { createZip } from './zip-write.ts';

/** A data set that is being written. */
export interface Export {
  addPhoto(photo: ExportPhoto): Promise<number>;
  finish(): Promise<Blob | null>;
  abort(): Promise<void>;
}

export async function startExport(
  request: ExportRequest,
  sink: ExportSink | null,
): Promise<Export> {
  const places = placesOf(request);
  const writer = createWriter(request, places);
  const memory = createBlobSink();
  const out = sink ? await outTo(sink) : createZip(memory.stream);
  let next = 0;
  return {
    async addPhoto(photo) {
      const place = places[next++];
      if (!place) throw new RangeError('more photos than were announced');
      for await (const file of filesOf(writer, place, photo, request)) await out.add(file);
      return out.bytes();
    },
    async finish() {
      for (const file of writer.finish()) await out.add(file);
      await out.close();
      return sink ? null : memory.toBlob('application/zip');
    },
    abort: out.abort,
  };
}

async function outTo(sink: ExportSink): Promise<Out> {
  return sink.kind === 'directory' ? createFolderOut(sink) : createZip(await sink.createWritable());
}

/** What a data set of this photo alone would hold. */
export async function planExport(
  request: ExportRequest,
  photo: ExportPhoto,
): Promise<PlannedFile[]> {
  const places = placesOf(request);
  const [place] = places;
  if (!place) return [];
  const writer = createWriter(request, places);
  const files: PlannedFile[] = [];
  for await (const file of filesOf(writer, place, photo, request)) files.push(planned(file, false));
  for (const file of writer.finish()) files.push(planned(file, true));
  return files;
}

/** What the data set says of these photos, in files that go nowhere yet. */
export async function renderFiles(
  request: ExportRequest,
  indices: readonly number[],
  labelsAt: (index: number) => Promise<PhotoLabels>,
): Promise<RenderedFile[]> {
  const places = placesOf(request);
  const writer = createWriter(request, places);
  const rendered: RenderedFile[] = [];
  for (const index of indices) {
    const place = places[index];
    if (!place) throw new RangeError('no such photo');
    for await (const { path, content } of writer.addPhoto(place, await labelsAt(index), null)) {
      rendered.push({ path, content: new Blob([content]), photo: index });
    }
  }
  for (const { path, content } of writer.finish()) {
    rendered.push({ path, content: new Blob([content]), photo: null });
  }
  return rendered;
}

function createWriter({ format, head, options }: ExportRequest, places: readonly PhotoPlace[]) {
  return WRITERS[format](head, places, options);
}

async function* filesOf(
  writer: Writer,
  place: PhotoPlace,
  { labels, file, picture }: ExportPhoto,
  { options }: ExportRequest,
): AsyncIterable<OutFile> {
  try {
    yield* writer.addPhoto(place, labels, picture && pictureOf(picture));
    const path = options.includesPhotos ? writer.photoPath(place) : null;
    if (path) yield { path, content: file };
  } finally {
    picture?.close();
  }
}

function planned({ path, content }: OutFile, isShared: boolean): PlannedFile {
  const blob = typeof content === 'string' ? new Blob([content]) : content;
  return { path, bytes: blob instanceof Blob ? blob.size : blob.length, isShared };
}
