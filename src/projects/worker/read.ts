import { FormatError } from '../../formats/problems.ts';
import { LIMITS } from '../../formats/reading/limits.ts';
import { readBytes, readText, type SourceFile } from '../../formats/reading/sources.ts';
import { parseJson } from '../../formats/text/json.ts';
import { openZip } from '../../formats/worker/zip-read.ts';
import type { Size } from '../../geometry/spaces.ts';
import { HEAD_PATH, labelsPath, type ProjectJson, parseHead, parseLabels } from '../file/format.ts';
import type { ProjectFileWorker, ReadOutcome } from '../file/protocol.ts';

/** What can't be taken of a file is left out and counted; only a broken `project.json` spoils all of it. */
export const readProjectFile: ProjectFileWorker['read'] = async (file, begin, take) => {
  try {
    const files = new Map((await openZip(file, () => {})).map((one) => [one.path, one]));
    const head = files.get(HEAD_PATH);
    if (!head) return { ok: false, problem: { kind: 'no-project' } };
    const parsed = parseHead(parseJson(await readText(head)));
    if (!parsed.ok) return parsed;
    return await readPhotos(parsed.json, files, begin, take);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { ok: false, problem: { kind: 'broken', detail: error.problem.kind } };
  }
};

async function readPhotos(
  { name, created, classes, adjustments, photos }: ProjectJson,
  files: ReadonlyMap<string, SourceFile>,
  begin: Parameters<ProjectFileWorker['read']>[1],
  take: Parameters<ProjectFileWorker['read']>[2],
): Promise<ReadOutcome> {
  const shared = adjustments ? { adjustments } : {};
  await begin({ name, created, classes, ...shared }, photos.length);
  let brokenObjects = 0;
  let objectCount = 0;
  for (const { file, ...facts } of photos) {
    const labels = await labelsIn(files.get(labelsPath(facts.entry)), facts.entry.size);
    brokenObjects += labels.broken;
    objectCount += labels.objects.length;
    if (objectCount > LIMITS.objects) throw new FormatError({ kind: 'too-many' });
    const photo = await photoIn(file === null ? undefined : files.get(file));
    await take({ ...facts, objects: labels.objects, file: photo });
  }
  return { ok: true, brokenObjects };
}

async function labelsIn(
  file: SourceFile | undefined,
  photoSize: Size,
): Promise<ReturnType<typeof parseLabels>> {
  if (!file) return { objects: [], broken: 0 };
  try {
    return parseLabels(parseJson(await readText(file)), photoSize);
  } catch (error) {
    if (error instanceof FormatError) return { objects: [], broken: 1 };
    throw error;
  }
}

/** Null: the photo then has to be found on the disk again. */
async function photoIn(file: SourceFile | undefined): Promise<Blob | null> {
  if (!file) return null;
  try {
    return new Blob([await readBytes(file)]);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
