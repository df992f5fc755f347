import type { DocumentState } from '../../document/types.ts';
import { isWhole } from './layout.ts';
import type { FolderPlace } from './rendering.ts';

/** How many files wait for what has changed since, the project's own counted. Pure. */
export function filesBehind(
  { format, photos }: Pick<FolderPlace, 'format' | 'photos'>,
  before: DocumentState,
  now: DocumentState,
): number {
  if (before === now) return 0;
  const isChanged = (id: string) =>
    before.objects[id] !== now.objects[id] ||
    before.tags[id] !== now.tags[id] ||
    before.done[id] !== now.done[id] ||
    before.reviews[id] !== now.reviews[id];
  const hasClasses = before.classes !== now.classes;
  const changed = [...photos.keys()].filter((id) => hasClasses || isChanged(id)).length;
  return 1 + (isWhole(format) ? Math.min(1, changed) : changed);
}
