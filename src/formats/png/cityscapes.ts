import CLASSES from './cityscapes.json' with { type: 'json' };
import type { MaskPng } from './decode.ts';
import { type Legend, legendOf } from './legend.ts';

/** The ids that are trained on, by their number there. */
const TRAINED = [7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33];

/** By id; -1, the licence plate, is never written. */
const ALL = legendOf(
  CLASSES.map(({ name, color: [red = 0, green = 0, blue = 0] }, number) => {
    return { number, name, color: [red, green, blue] };
  }),
);
const TRAIN_IDS: Legend = {
  ...ALL,
  byNumber: new Map(TRAINED.map((id, i) => [i + 1, ALL.byNumber.get(id) ?? ''])),
};

/** What Cityscapes' own files are called, "x_gtFine_labelIds.png", from the one that says most on. */
const FILE = /_gt(?:Fine|Coarse)_(instanceIds|labelIds|labelTrainIds|color)\.png$/i;
const KINDS = ['instanceids', 'labelids', 'labeltrainids', 'color'];

/** The place of a file among those of one photo, 0 says most; null for others. */
export function cityscapesRank(path: string): number | null {
  const kind = FILE.exec(path)?.[1]?.toLowerCase();
  return kind === undefined ? null : KINDS.indexOf(kind);
}

/** "x" for "x_gtFine_color.png", with its folders. */
export function cityscapesPhoto(path: string): string {
  return path.replace(FILE, '');
}

export function cityscapesLegend(path: string): Legend | null {
  const rank = cityscapesRank(path);
  if (rank === null) return null;
  return KINDS[rank] === 'labeltrainids' ? TRAIN_IDS : ALL;
}

/** The ids that are trained on begin at 0, which is no class elsewhere; here they begin at 1. */
export function fromCityscapes(path: string, png: MaskPng): MaskPng {
  const kind = KINDS[cityscapesRank(path) ?? -1];
  if (kind === 'labeltrainids') {
    return { ...png, labels: Uint16Array.from(png.labels, (id) => (id === 255 ? 0 : id + 1)) };
  }
  return png;
}

/** Things are counted: 26003 is the fourth car. */
export function cityscapesClass(number: number): number {
  return number >= 1000 ? Math.floor(number / 1000) : number;
}
