import type { FolderRecord } from '../../projects/database.ts';
import { FOLDER_FORMATS, type FolderFormat, type FolderState } from './folder-state.ts';
import type { Known } from './pass.ts';
import type { FolderPlace } from './rendering.ts';

/** A project's folder, while the project is open. */
export interface FolderLink extends FolderPlace {
  readonly projectId: string;
  readonly known: ReadonlyMap<string, Known>;
  readonly writtenAt: number | null;
}

export function linkFrom(record: FolderRecord): FolderLink {
  const format = FOLDER_FORMATS.find((one) => one === record.format) ?? 'labelme';
  return { ...record, format, photos: new Map(record.photos), known: new Map(record.known) };
}

export function recordOf({ photos, known, ...link }: FolderLink): FolderRecord {
  return { ...link, photos: [...photos], known: [...known] };
}

export function newLink(
  projectId: string,
  handle: FileSystemDirectoryHandle,
  format: FolderFormat,
  wholePath: string,
): FolderLink {
  return {
    projectId,
    handle,
    format,
    wholePath,
    photos: new Map(),
    classNames: [],
    known: new Map(),
    writtenAt: null,
  };
}

/** What is told of it. */
export function toldOf({
  handle,
  format,
  writtenAt,
}: FolderLink): Pick<FolderState, 'name' | 'format' | 'writtenAt'> {
  return { name: handle.name, format, writtenAt };
}
