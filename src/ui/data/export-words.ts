import type { ExportFailure } from '../../app/data/transfers.ts';
import type { FormatId, Kept } from '../../formats/formats.ts';
import { describePhotoProblem } from '../../photo/problems.ts';

/** Every word of the export dialog. */
export const EXPORT = {
  title: 'Export data set',
  format: 'Format',
  scope: 'Photos',
  target: 'Into',
  shapes: 'Shapes',
  polygons: 'Polygons',
  masks: 'Masks (run lengths)',
  detail: 'Polygon detail',
  exact: 'exact',
  split: 'Validation part',
  noSplit: 'no split',
  photos: 'Put the photos beside the labels',
  feather: 'Soft edge',
  none: 'none',
  measuring: 'measuring…',
  contents: 'It will hold',
  planning: 'Looking what it will hold…',
  empty: 'There is nothing to export yet: open a photo and keep a mask.',
  start: 'Export',
  cancel: 'Cancel',
  again: 'Try again',
  importInstead: 'Import labels instead',
} as const;

export const TARGET_WORDS = { zip: 'one zip', folder: 'a new folder on the disk' } as const;

export const FORMAT_GROUPS: readonly { name: string; formats: readonly FormatId[] }[] = [
  {
    name: 'For training',
    formats: ['coco', 'coco-panoptic', 'yolo-segment', 'yolo-detect', 'voc'],
  },
  { name: 'For other tools', formats: ['labelme', 'cvat', 'label-studio', 'datumaro'] },
  { name: 'Masks as PNG', formats: ['png-objects', 'png-instances', 'png-classes'] },
  { name: 'Pictures and tables', formats: ['cut-outs', 'overlays', 'svg', 'csv'] },
];

export const FORMAT_WORDS: Readonly<Record<FormatId, { name: string; about: string }>> = {
  coco: {
    name: 'COCO instances',
    about: 'One JSON with a polygon or run lengths for each object.',
  },
  'coco-panoptic': {
    name: 'COCO panoptic',
    about: 'A PNG for each photo whose colours number the objects, and a JSON about them.',
  },
  'yolo-segment': {
    name: 'YOLO segmentation',
    about: 'A text file of polygons for each photo, with data.yaml for Ultralytics.',
  },
  'yolo-detect': {
    name: 'YOLO detection',
    about: 'A text file of boxes for each photo, with data.yaml for Ultralytics.',
  },
  voc: { name: 'Pascal VOC', about: 'XML with boxes, and indexed PNGs of classes and objects.' },
  labelme: { name: 'LabelMe', about: 'A JSON beside each photo.' },
  cvat: { name: 'CVAT for images 1.1', about: 'One XML with masks or polygons.' },
  'label-studio': { name: 'Label Studio', about: 'Tasks as JSON, with brushes or polygons.' },
  datumaro: { name: 'Datumaro', about: 'Datumaro’s own JSON.' },
  'png-objects': { name: 'One PNG an object', about: 'Black and white; nothing hides anything.' },
  'png-instances': {
    name: 'One PNG a photo, by object',
    about: '16 bits a pixel: the number of the topmost object.',
  },
  'png-classes': {
    name: 'One PNG a photo, by class',
    about: 'Indexed, with the classes’ colours as palette.',
  },
  'cut-outs': { name: 'Cut-outs', about: 'Each object by itself, transparent around it.' },
  overlays: { name: 'Overlays', about: 'The photos with their objects drawn over them, as JPEG.' },
  svg: { name: 'SVG drawings', about: 'A path for each object, with real holes.' },
  csv: { name: 'CSV table', about: 'A line for each object: class, area, box, centre.' },
};

const KEPT_WORDS: Readonly<Record<Kept, string>> = {
  overlaps: 'what lies under other objects',
  shapes: 'shapes (boxes only)',
  scores: 'scores',
  notes: 'notes',
  attributes: 'attributes',
  tags: 'tags',
};

/** "This format leaves out scores and notes." */
export function lossWords(loses: readonly Kept[]): string | null {
  if (loses.length === 0) return null;
  const words = loses.map((kept) => KEPT_WORDS[kept]);
  const last = words.pop();
  const list = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return `This format leaves out ${list}.`;
}

export function scopeWords(labelled: number, all: number) {
  return {
    photo: 'This photo',
    labelled: `With objects (${labelled})`,
    all: `All open (${all})`,
  } as const;
}

/** "polygons stay within 1.5 px of the mask". */
export function toleranceWords(tolerance: number): string {
  return tolerance === 0 ? EXPORT.exact : `within ${tolerance} px`;
}

export function detailWords(vertices: number, meanIou: number, leastIou: number): string {
  const percent = (iou: number) => `${(Math.floor(iou * 1000) / 10).toFixed(1)} %`;
  return `${vertices.toLocaleString('en')} vertices, IoU ${percent(meanIou)}, at worst ${percent(leastIou)}`;
}

export function alikeWords(more: number): string | null {
  if (more <= 0) return null;
  return `and the same for ${more.toLocaleString('en')} more ${more === 1 ? 'photo' : 'photos'}`;
}

export function progressWords(photos: number, of: number, bytes: string): string {
  return `${photos} of ${of} photos, ${bytes}`;
}

export function doneWords(name: string, bytes: string): string {
  return `${name} is written: ${bytes}.`;
}

export function failureWords(failure: ExportFailure): string {
  switch (failure.kind) {
    case 'no-room':
      return 'There is no room left where it should go. Free some space and try again.';
    case 'photo':
      return `${failure.name}: ${describePhotoProblem(failure.problem)} Nothing was written.`;
    case 'other':
      return `The zip could not be written (${failure.detail}).`;
  }
}
