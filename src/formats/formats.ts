/** Formats of data sets, by the names that exports have. */
export type FormatId =
  | 'coco'
  | 'coco-panoptic'
  | 'yolo-segment'
  | 'yolo-detect'
  | 'yolo-obb'
  | 'dota'
  | 'voc'
  | 'labelme'
  | 'cvat'
  | 'label-studio'
  | 'datumaro'
  | 'png-objects'
  | 'png-instances'
  | 'png-classes'
  | 'cut-outs'
  | 'overlays'
  | 'svg'
  | 'csv';

/** What of a labelled object a format has room for, beyond its class. */
export type Kept =
  | 'controls'
  | 'overlaps'
  | 'scores'
  | 'notes'
  | 'attributes'
  /** Those of objects and of whole photos, or of one of the two. */
  | 'reviews'
  | 'objectReviews'
  | 'photoReviews'
  | 'tags'
  | 'shapes';

/** What a person may choose about a format. */
export type Choice = 'shapes' | 'detail' | 'split' | 'photos' | 'feather';

export interface Format {
  readonly choices: readonly Choice[];
  readonly loses: readonly Kept[];
  /** Draws the photos, so each is decoded; the others only copy the file. */
  readonly needsPixels?: true;
}

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  coco: {
    choices: ['shapes', 'detail', 'split', 'photos'],
    loses: [],
  },
  'coco-panoptic': {
    choices: ['split', 'photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes', 'objectReviews'],
  },
  'yolo-segment': {
    choices: ['detail', 'split', 'photos'],
    loses: ['scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  'yolo-detect': {
    choices: ['split', 'photos'],
    loses: ['shapes', 'scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  'yolo-obb': {
    choices: ['split', 'photos'],
    loses: ['shapes', 'scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  dota: {
    choices: ['split', 'photos'],
    loses: ['shapes', 'scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  voc: {
    choices: ['split', 'photos'],
    loses: ['overlaps', 'photoReviews', 'tags', 'controls'],
  },
  labelme: { choices: ['shapes', 'detail', 'photos'], loses: ['photoReviews'] },
  cvat: {
    choices: ['shapes', 'detail', 'split', 'photos'],
    loses: ['photoReviews', 'controls'],
  },
  'label-studio': {
    choices: ['shapes', 'detail', 'photos'],
    loses: ['attributes'],
  },
  datumaro: {
    choices: ['shapes', 'detail', 'split', 'photos'],
    loses: ['tags'],
  },
  'png-objects': {
    choices: ['photos'],
    loses: ['scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  'png-instances': {
    choices: ['photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  'png-classes': {
    choices: ['photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes', 'reviews', 'tags'],
  },
  'cut-outs': {
    choices: ['feather'],
    loses: ['scores', 'notes', 'attributes', 'reviews', 'tags'],
    needsPixels: true,
  },
  overlays: {
    choices: [],
    loses: ['scores', 'notes', 'attributes', 'reviews', 'tags'],
    needsPixels: true,
  },
  svg: {
    choices: ['detail', 'photos'],
    loses: ['scores', 'notes', 'attributes', 'reviews', 'tags', 'controls'],
  },
  csv: { choices: [], loses: ['shapes', 'attributes', 'reviews', 'tags'] },
};
