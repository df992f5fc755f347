import { isPictureName } from '../../formats/photos/file-names.ts';
import type { FolderFormat } from './folder-state.ts';

/** Where things lie in a folder that is worked in. Pure. */

/** All that labels have no room for: prompts, reviews, what is done. */
export const STATE_PATH = 'robustsam.project.zip';
export const YAML_PATH = 'data.yaml';

const LABELS = /\.(json|xml|txt|ya?ml|csv|names|labels)$/i;

export function isLabelFile(path: string): boolean {
  return LABELS.test(path) && !isPictureName(path) && !/(^|\/)\./.test(path);
}

/** Whether it has one file for all photos. */
export function isWhole(format: FolderFormat): boolean {
  return format === 'coco' || format === 'cvat';
}

const WHOLE: Readonly<Partial<Record<FolderFormat, { usual: string; like: RegExp }>>> = {
  coco: {
    usual: 'annotations/instances_default.json',
    like: /(^|\/)(_?annotations?|instances|labels|coco)[^/]*\.json$/i,
  },
  cvat: { usual: 'annotations.xml', like: /(^|\/)annotations?[^/]*\.xml$/i },
};

/** Its one label file: that which is there already, if it is the only one called so. */
export function wholePathIn(format: FolderFormat, paths: readonly string[]): string {
  const { usual, like } = WHOLE[format] ?? { usual: '', like: /$^/ };
  const found = paths.filter((path) => like.test(path));
  const [only] = found;
  return only !== undefined && found.length === 1 && !found.includes(usual) ? only : usual;
}

/** A name beside "a.zip" that nobody has, "a (theirs).zip". */
export function asidePath(path: string, taken: (path: string) => boolean): string {
  const at = path.lastIndexOf('.');
  const named = (number: number) =>
    `${path.slice(0, at)} (theirs${number > 1 ? ` ${number}` : ''})${path.slice(at)}`;
  let number = 1;
  while (taken(named(number))) number++;
  return named(number);
}
