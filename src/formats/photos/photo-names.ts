import { stemOf } from './file-names.ts';

/** A path as it is compared with others. */
export interface PhotoPath {
  /** As it stands, "My%20Photo.JPG". */
  readonly written: string;
  /** What it stands for, "My Photo.JPG". */
  readonly base: string;
  /** Without regard to case and ending, "my photo". */
  readonly key: string;
  /** Folders from the root on, folded; a name may climb out of them first. */
  readonly folders: readonly string[];
}

/** Label Studio serves files by an address like "/data/local-files/?d=images/a.jpg". */
const SERVED_FILE = /[?&]d=([^&#]*)/;
const WEB_ADDRESS = /^[a-z][a-z\d+.-]+:\/\/[^/]*\/([^?#]*)/i;

/** A path, or a name that a tool wrote for one: of either kind of slash, a web address, percent-encoded. */
export function parsePath(path: string): PhotoPath {
  const local = SERVED_FILE.exec(path)?.[1] ?? WEB_ADDRESS.exec(path)?.[1] ?? path;
  const written = folderParts(local).at(-1) ?? '';
  const parts = folderParts(decodePercents(local));
  const base = parts.at(-1) ?? '';
  return { written, base, key: fold(stemOf(base)), folders: parts.slice(0, -1).map(fold) };
}

function folderParts(path: string): string[] {
  const parts = path.normalize('NFC').replaceAll('\\', '/').split('/');
  return parts.filter((part) => part !== '' && part !== '.');
}

/** As file systems that don't tell cases apart compare names. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Also what was encoded twice; a percent sign that encodes nothing stays. */
function decodePercents(text: string): string {
  const once = text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
  return once === text ? text : decodePercents(once);
}

/** The folders that a name leads to from others, "a/b" and "../c" to "a/c". */
export function followFolders(from: readonly string[], parts: readonly string[]): string[] {
  const at = [...from];
  for (const part of parts) {
    if (part === '..') at.pop();
    else at.push(part);
  }
  return at;
}

/** What tools add to a photo's name: Label Studio in front, Roboflow and Cityscapes behind, and endings no browser shows. */
const ADDED =
  /^[0-9a-f]{8}-(?=.)|_(jpe?g|png|webp|bmp|gif|tiff?)\.rf\.[0-9a-z]+$|_leftimg8bit$|_gt(fine|coarse)_[a-z]+$|\.(heic|heif|jp2|dng|ppm|pgm|jxl)$/g;

/** The key without what tools add to it. */
export function bareKey(key: string): string {
  return key.replace(ADDED, '');
}

/** Folders that lie side by side in a data set, one for photos, others for what belongs to them. */
const PARALLEL =
  /^(images?|imgs?|photos?|pictures?|jpegimages|leftimg8bit|labels?|labeltxt|annotations?|anns?|jsons?|xmls?|txts?|masks?|gt|gtfine|gtcoarse|segmentation(class|object)?|instances?|classes)$/;

export function isParallelFolder(folder: string): boolean {
  return PARALLEL.test(folder);
}

/** 0 for where photos lie, more for where pictures of labels do: such a photo is meant last. */
export function drawnRank(folders: readonly string[]): number {
  if (folders.some(isShowingFolder)) {
    return 2;
  }
  return folders.some((folder) => /mask|segmentation|^(gt|labels?|annotations?)$/.test(folder))
    ? 1
    : 0;
}

const SUBSETS: Readonly<Record<string, string>> = {
  training: 'train',
  valid: 'val',
  validation: 'val',
  testing: 'test',
};

/** The words of folders and names by which parts of a data set are told apart: "instances_train" has "train". */
export function placeWords(names: readonly string[]): Set<string> {
  const words = names.flatMap((name) =>
    isParallelFolder(name) ? [] : name.split(/[^\p{L}\p{N}]+/u),
  );
  return new Set(words.filter((word) => word !== '').map((word) => SUBSETS[word] ?? word));
}

const PARTS = ['train', 'val', 'test'];

/** The parts of a data set that are among the words. */
export function partsOfDataset(words: ReadonlySet<string>): string[] {
  return PARTS.filter((part) => words.has(part));
}

/** Whether its pictures show a data set's labels, or photos once more and small: "SegmentationClassVisualization". */
export function isShowingFolder(folder: string): boolean {
  return /visuali[sz]ation|overlay|preview|thumb|^vi[sz]$/.test(folder);
}
