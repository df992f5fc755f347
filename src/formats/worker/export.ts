import { placesOf } from '../places.ts';
import type { ExportPhoto, ExportRequest, PlannedFile } from '../protocol.ts';
import type { OutFile, PhotoPlace, Writer } from '../writer.ts';
import { WRITERS } from '../writers.ts';
import { createBlobSink } from './blob-sink.ts';
import { pictureOf } from './picture.ts';
import { createZip } from './zip-write.ts';

/** A zip that is being written. */
export interface Export {
  addPhoto(photo: ExportPhoto): Promise<number>;
  finish(): Promise<Blob | null>;
  abort(): Promise<void>;
}

export async function startExport(
  request: ExportRequest,
  sink: FileSystemFileHandle | null,
): Promise<Export> {
  const places = placesOf(request);
  const writer = createWriter(request, places);
  const memory = sink ? null : createBlobSink();
  const zip = createZip(memory?.stream ?? (await sink?.createWritable()) ?? new WritableStream());
  let next = 0;
  return {
    async addPhoto(photo) {
      const place = places[next++];
      if (!place) throw new RangeError('more photos than were announced');
      for await (const file of filesOf(writer, place, photo, request)) await zip.add(file);
      return zip.bytes();
    },
    async finish() {
      for (const file of writer.finish()) await zip.add(file);
      await zip.close();
      return memory?.toBlob('application/zip') ?? null;
    },
    abort: zip.abort,
  };
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
  for await (const file of filesOf(writer, place, photo, request)) files.push(planned(file));
  for (const file of writer.finish()) files.push(planned(file));
  return files;
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

function planned({ path, content }: OutFile): PlannedFile {
  const blob = typeof content === 'string' ? new Blob([content]) : content;
  return { path, bytes: blob instanceof Blob ? blob.size : blob.length };
}
