import { safeName } from '../../formats/photos/file-names.ts';
import { createBlobSink } from '../../formats/worker/blob-sink.ts';
import { createZip } from '../../formats/worker/zip-write.ts';
import {
  type FileHead,
  type FilePhoto,
  HEAD_PATH,
  headJson,
  type ListedPhoto,
  labelsJson,
  labelsPath,
} from '../file/format.ts';
import type { ProjectFileWorker } from '../file/protocol.ts';

/** Photo after photo, so a project is never in memory as a whole. */
export const writeProjectFile: ProjectFileWorker['write'] = async (head, photos, photoAt, sink) => {
  const memory = sink ? null : createBlobSink();
  const stream = memory?.stream ?? (await sink?.createWritable()) ?? new WritableStream();
  // The same project is the same bytes, whenever it is written.
  const zip = createZip(stream, new Date(head.created));
  try {
    await writeAll(zip, head, photos, photoAt);
  } catch (error) {
    await zip.abort();
    throw error;
  }
  return memory?.toBlob('application/zip') ?? null;
};

async function writeAll(
  zip: ReturnType<typeof createZip>,
  head: FileHead,
  count: number,
  photoAt: (index: number) => Promise<FilePhoto>,
): Promise<void> {
  const listed: ListedPhoto[] = [];
  for (let i = 0; i < count; i++) {
    const { objects, file, ...facts } = await photoAt(i);
    const path = file && photoPath(i, facts.entry.name);
    if (objects.length > 0) {
      await zip.add({ path: labelsPath(facts.entry), content: labelsJson(objects) });
    }
    if (file && path) await zip.add({ path, content: file });
    listed.push({ ...facts, file: path });
  }
  // Last, as only now it is known which photos are in it.
  await zip.add({ path: HEAD_PATH, content: headJson(head, listed) });
  await zip.close();
}

/** "photos/12 beach.jpg": no two are the same, and every file system takes them. */
function photoPath(index: number, name: string): string {
  return `photos/${index + 1} ${safeName(name)}`;
}
