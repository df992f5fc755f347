import { baseName, isPictureName } from './file-names.ts';
import type { SourceFile } from './sources.ts';

/** What each file of a data set is for, as far as its name tells. */
export interface SortedFiles {
  readonly json: readonly SourceFile[];
  readonly xml: readonly SourceFile[];
  /** What may be YOLO labels. */
  readonly text: readonly SourceFile[];
  /** YOLO's list of classes, and VOC's. */
  readonly yaml: readonly SourceFile[];
  readonly classLists: readonly SourceFile[];
  readonly labelMaps: readonly SourceFile[];
  readonly tables: readonly SourceFile[];
  readonly masks: readonly SourceFile[];
  /** VOC's pictures of numbered objects. */
  readonly objectPngs: readonly SourceFile[];
  readonly photos: readonly SourceFile[];
}

type Kind = keyof SortedFiles;

/** Lists of photos and the like, which say nothing about objects. */
const SAYS_NOTHING =
  /(^|\/)imagesets\/|(^|\/)(train|val|valid|test|trainval|readme|license|predefined_classes)(\.[^/]*)?\.txt$/i;
const MASK_FOLDER = /(^|\/)(masks?|instances?|classes|labels?|annotations?|gt)\//i;
const PHOTO_FOLDER = /(^|\/)(images?|photos?|jpegimages|imgs?)\//i;

export function sortFiles(files: readonly SourceFile[]): SortedFiles {
  const sorted: Record<Kind, SourceFile[]> = {
    json: [],
    xml: [],
    text: [],
    yaml: [],
    classLists: [],
    labelMaps: [],
    tables: [],
    masks: [],
    objectPngs: [],
    photos: [],
  };
  const hasXml = files.some(({ path }) => /\.xml$/i.test(path));
  const hasLabels = hasXml || files.some(({ path }) => /\.(json|txt)$/i.test(path));
  for (const file of files) {
    const kind = kindOf(file.path, { hasXml, hasLabels });
    if (kind) sorted[kind].push(file);
  }
  return sorted;
}

interface Surroundings {
  readonly hasXml: boolean;
  readonly hasLabels: boolean;
}

function kindOf(path: string, others: Surroundings): Kind | null {
  const name = baseName(path).toLowerCase();
  // What macOS puts into its zips beside each file.
  if (path.startsWith('__MACOSX/') || name.startsWith('.')) return null;
  if (name.endsWith('.png')) return pngKind(path, others);
  if (isPictureName(name)) return 'photos';
  if (name === 'labelmap.txt') return 'labelMaps';
  if (name === 'classes.txt' || name === 'obj.names') return 'classLists';
  if (SAYS_NOTHING.test(path)) return null;
  return KIND_BY_ENDING[name.slice(name.lastIndexOf('.') + 1)] ?? null;
}

const KIND_BY_ENDING: Readonly<Record<string, Kind>> = {
  json: 'json',
  xml: 'xml',
  txt: 'text',
  yaml: 'yaml',
  yml: 'yaml',
  csv: 'tables',
};

/** PNGs are masks where their folder says so; by themselves too, as there is nothing else to read. */
function pngKind(path: string, { hasXml, hasLabels }: Surroundings): Kind | null {
  if (/(^|\/)panoptic_[^/]*\//i.test(path)) return null;
  if (/(^|\/)segmentationobject\//i.test(path)) return 'objectPngs';
  // VOC's XML says more than the picture of its classes.
  if (/(^|\/)segmentationclass\//i.test(path)) return hasXml ? null : 'masks';
  if (PHOTO_FOLDER.test(path)) return 'photos';
  return MASK_FOLDER.test(path) || !hasLabels ? 'masks' : 'photos';
}
