import { baseName, folderName, isPictureName, MASK_SUFFIX, stemOf } from './photos/file-names.ts';
import { fold, isParallelFolder, isShowingFolder, parsePath } from './photos/photo-names.ts';
import { cityscapesPhoto, cityscapesRank } from './png/cityscapes.ts';
import { fileFormat } from './reading/recognised.ts';
import type { SourceFile } from './reading/sources.ts';

/** What each file of a data set is for, as far as its name tells. */
export interface SortedFiles {
  readonly json: readonly SourceFile[];
  readonly xml: readonly SourceFile[];
  /** What may be YOLO labels. */
  readonly text: readonly SourceFile[];
  /** YOLO's, with classes and more. */
  readonly yaml: readonly SourceFile[];
  /** A class a line. */
  readonly classLists: readonly SourceFile[];
  /** Classes and their colours, as VOC and CamVid have them. */
  readonly labelMaps: readonly SourceFile[];
  readonly tables: readonly SourceFile[];
  readonly masks: readonly SourceFile[];
  /** VOC's pictures of numbered objects. */
  readonly objectPngs: readonly SourceFile[];
  /** COCO's pictures of numbered segments. */
  readonly segmentPngs: readonly SourceFile[];
  readonly photos: readonly SourceFile[];
  /** What is known but not read. */
  readonly others: readonly SourceFile[];
}

type Kind = keyof SortedFiles;

/** Lists of photos and the like, which say nothing about objects. */
const SAYS_NOTHING =
  /(^|\/)imagesets\/|(^|\/)(predefined_classes|obj|image_?list)(\.[^/]*)?\.txt$|(^|[/_.-])(read[-_ ]?me|licen[cs]es?|changelog|changes|citation|credits|authors|about|notice|requirements|terms|copyright)([_.-][^/]*)?\.txt$/i;
/** Photos of a part of a data set; below "labels" such a file belongs to a photo of that name. */
const PHOTO_LIST = /(^|\/)(train|val|valid|test|trainval)(\.[^/]*)?\.txt$/i;
const IN_LABELS = /(^|\/)(labels|labeltxt|annfiles)\//i;
/** Beside photos never the labels of one, though it may be called so. */
const ABOUT_THE_SET = /(^|[/_.-])(read[-_ ]?me|licen[cs]es?)([_.-][^/]*)?\.txt$/i;
const CLASS_LIST =
  /^_?(classes|class_names|label_names|labels|names|categories)\.txt$|\.names$|\.labels$/;
const LABEL_MAP = /^(labelmap|label_map|label_colou?rs)\.txt$/;
const MASK_FOLDER =
  /mask|^(instances?|classes|labels?|annotations?|annots?|gt|gtfine|gtcoarse|segmentation.*|semantic.*)$/;
const PHOTO_FOLDER = /^(images?|photos?|jpegimages|imgs?|leftimg8bit)$/;

/** `open` are photos that labels may be for: a photo called "readme" has its labels in readme.txt. */
export function sortFiles(
  files: readonly SourceFile[],
  open: readonly { readonly name: string }[],
): SortedFiles {
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
    segmentPngs: [],
    photos: [],
    others: [],
  };
  const others = surroundingsOf(files, open);
  for (const file of files) {
    const kind = kindOf(file.path, others);
    if (kind) sorted[kind].push(file);
  }
  return sorted;
}

/** What the other files tell about one. */
interface Surroundings {
  /** Whose labels are in a format that pictures of masks only go with. */
  readonly xmlKeys: ReadonlySet<string>;
  readonly hasLabels: boolean;
  /** Paths without ending, folded. */
  readonly pictures: ReadonlySet<string>;
  readonly otherPictures: ReadonlySet<string>;
  /** Names of photos whose masks lie in a folder of masks, without ending. */
  readonly masked: ReadonlySet<string>;
  /** By photo of Cityscapes: the file that says most. */
  readonly bestCityscapes: ReadonlyMap<string, number>;
  /** Names of open photos and of pictures outside of folders of masks, without ending. */
  readonly photographed: ReadonlySet<string>;
  /** How many folders all files share. */
  readonly root: number;
}

function surroundingsOf(
  files: readonly SourceFile[],
  open: readonly { readonly name: string }[],
): Surroundings {
  const paths = files.map(({ path }) => path);
  const bestCityscapes = new Map<string, number>();
  for (const path of paths) {
    const rank = cityscapesRank(path);
    if (rank === null) continue;
    const photo = cityscapesPhoto(path);
    bestCityscapes.set(photo, Math.min(rank, bestCityscapes.get(photo) ?? rank));
  }
  const stems = (has: (path: string) => boolean) =>
    new Set(paths.filter(has).map(stemOf).map(fold));
  const shared = sharedFolders(paths);
  // A folder that holds all files tells no masks from photos, unless none below it does.
  const root = paths.some((path) => toldByFolder(path, shared)) ? shared : 0;
  const isInMasks = (path: string) => toldByFolder(path, root) === 'masks';
  const among = paths.filter((path) => isPictureName(path) && !isInMasks(path) && !isShowing(path));
  const photographed = new Set(
    [...among, ...open.map(({ name }) => name)].map((path) => fold(stemOf(baseName(path)))),
  );
  const isLabels = (path: string) =>
    ['json', 'xml', 'text'].includes(textKind(path, photographed) ?? '');
  return {
    root,
    photographed,
    xmlKeys: new Set(paths.filter((path) => /\.xml$/i.test(path)).map(placeKey)),
    hasLabels: paths.some(isLabels),
    pictures: stems(isPictureName),
    otherPictures: stems((path) => isPictureName(path) && !/\.png$/i.test(path)),
    masked: new Set(
      paths
        .filter((path) => isPictureName(path) && isInMasks(path))
        .map((path) => fold(stemOf(baseName(path))).replace(MASK_SUFFIX, '')),
    ),
    bestCityscapes,
  };
}

/** The same for what belongs to one photo in folders side by side, "Annotations/a/1.xml" and "SegmentationClass/a/1.png". */
export function placeKey(path: string): string {
  const { folders, key } = parsePath(path.replace(/\.xml$/i, ''));
  return [...folders.filter((folder) => !isParallelFolder(folder)), key].join('/');
}

function kindOf(path: string, others: Surroundings): Kind | null {
  const name = baseName(path).toLowerCase();
  // What macOS puts into its zips beside each file.
  if (path.startsWith('__MACOSX/') || name.startsWith('.')) return null;
  if (isPictureName(name) && isShowing(path) && isPhotographed(path, others)) return null;
  if (name.endsWith('.png')) return pngKind(path, others);
  if (isPictureName(name)) return pictureKind(path, others);
  return textKind(path, others.photographed);
}

/** Pictures that tools draw for people to look at. */
function isShowing(path: string): boolean {
  return folderName(path).split('/').map(fold).some(isShowingFolder);
}

function isPhotographed(path: string, { photographed }: Surroundings): boolean {
  const stem = fold(stemOf(baseName(path)));
  return photographed.has(stem) || photographed.has(stem.replace(MASK_SUFFIX, ''));
}

/** Masks where their folder or name says so, and there is a photo for them or nothing else to read. */
function pictureKind(path: string, others: Surroundings): Kind {
  const stem = fold(stemOf(path));
  const bare = stem.replace(MASK_SUFFIX, '');
  if (bare !== stem && others.pictures.has(bare)) return 'masks';
  if (toldByFolder(path, others.root) !== 'masks') return 'photos';
  return others.photographed.has(baseName(bare)) || !others.hasLabels ? 'masks' : 'photos';
}

function textKind(path: string, photographed: ReadonlySet<string>): Kind | null {
  const name = baseName(path).toLowerCase();
  // A photo may be called "classes" or "notice", too.
  const isOfPhoto = name.endsWith('.txt') && photographed.has(fold(name.slice(0, -4)));
  if (isOfPhoto && (!ABOUT_THE_SET.test(path) || IN_LABELS.test(path))) return 'text';
  if (LABEL_MAP.test(name)) return 'labelMaps';
  if (CLASS_LIST.test(name)) return 'classLists';
  if (SAYS_NOTHING.test(path) || (PHOTO_LIST.test(path) && !IN_LABELS.test(path))) return null;
  const kind = KIND_BY_ENDING[name.slice(name.lastIndexOf('.') + 1)];
  return kind ?? (fileFormat(name) ? 'others' : null);
}

const KIND_BY_ENDING: Readonly<Record<string, Kind>> = {
  json: 'json',
  xml: 'xml',
  txt: 'text',
  yaml: 'yaml',
  yml: 'yaml',
  csv: 'tables',
  tsv: 'tables',
};

/** PNGs are masks where their folder or name says so, and where there is nothing else to read. */
function pngKind(path: string, others: Surroundings): Kind | null {
  const folders = folderName(path).split('/').map(fold).toReversed();
  if (folders.some((folder) => folder.startsWith('panoptic_'))) return 'segmentPngs';
  const rank = cityscapesRank(path);
  if (rank !== null)
    return others.bestCityscapes.get(cityscapesPhoto(path)) === rank ? 'masks' : null;
  if (folders.includes('segmentationobject')) return 'objectPngs';
  // VOC's XML says more than the picture of its classes.
  if (folders.includes('segmentationclass'))
    return others.xmlKeys.has(placeKey(path)) ? null : 'masks';
  const told = toldByFolder(path, others.root);
  if (told) return told;
  // Beside its photo.
  const stem = fold(stemOf(path));
  const bare = stem.replace(MASK_SUFFIX, '');
  const isBeside = bare === stem ? others.otherPictures.has(stem) : others.pictures.has(bare);
  const isNeeded = !others.hasLabels && !others.masked.has(baseName(stem));
  return isBeside || isNeeded ? 'masks' : 'photos';
}

/** By the nearest folder that says anything; masks only below the first `root` folders. */
function toldByFolder(path: string, root: number): 'masks' | 'photos' | undefined {
  const folders = folderName(path).split('/').map(fold);
  const below = folders.slice(root);
  // Photos of "images" in a folder of masks are masks.
  if (below.some((each) => /^(masks|instances|classes)$/.test(each))) return 'masks';
  const folder = folders.findLast(
    (each, i) => PHOTO_FOLDER.test(each) || (i >= root && MASK_FOLDER.test(each)),
  );
  if (folder === undefined) return undefined;
  return PHOTO_FOLDER.test(folder) ? 'photos' : 'masks';
}

function sharedFolders([first = '', ...others]: readonly string[]): number {
  const folders = folderName(first).split('/');
  let shared = folders.length;
  for (const path of others) {
    const own = folderName(path).split('/');
    const differs = folders.findIndex((folder, i) => folder !== own[i]);
    if (differs >= 0) shared = Math.min(shared, differs);
  }
  return shared;
}
