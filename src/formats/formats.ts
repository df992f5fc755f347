import { createPanopticWriter } from './coco/panoptic.ts';
import { createCocoWriter } from './coco/write.ts';
import { createCsvWriter } from './csv/write.ts';
import { createCvatWriter } from './cvat/write.ts';
import { createDatumaroWriter } from './datumaro/write.ts';
import { createLabelStudioWriter } from './label-studio/write.ts';
import { createLabelmeWriter } from './labelme/write.ts';
import { createCutOutWriter } from './pictures/cut-out.ts';
import { createOverlayWriter } from './pictures/overlay.ts';
import {
  createClassPngWriter,
  createInstancePngWriter,
  createObjectPngWriter,
} from './png/write.ts';
import { createSvgWriter } from './svg/write.ts';
import { createVocWriter } from './voc/write.ts';
import type { CreateWriter } from './writer.ts';
import { createYoloDetectWriter, createYoloSegmentWriter } from './yolo/write.ts';

/** In the order in which they are offered. */
export const FORMAT_IDS = [
  'coco',
  'coco-panoptic',
  'yolo-segment',
  'yolo-detect',
  'voc',
  'labelme',
  'cvat',
  'label-studio',
  'datumaro',
  'png-objects',
  'png-instances',
  'png-classes',
  'cut-outs',
  'overlays',
  'svg',
  'csv',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What of a labelled object a format has room for, beyond its class. */
export type Kept = 'overlaps' | 'scores' | 'notes' | 'attributes' | 'tags' | 'shapes';

/** What a person may choose about a format. */
export type Choice = 'shapes' | 'detail' | 'split' | 'photos' | 'feather';

export interface Format {
  readonly create: CreateWriter;
  readonly choices: readonly Choice[];
  readonly loses: readonly Kept[];
  /** Draws the photos, so each is decoded; the others only copy the file. */
  readonly needsPixels?: true;
}

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  coco: {
    create: createCocoWriter,
    choices: ['shapes', 'detail', 'split', 'photos'],
    loses: [],
  },
  'coco-panoptic': {
    create: createPanopticWriter,
    choices: ['split', 'photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes'],
  },
  'yolo-segment': {
    create: createYoloSegmentWriter,
    choices: ['detail', 'split', 'photos'],
    loses: ['scores', 'notes', 'attributes', 'tags'],
  },
  'yolo-detect': {
    create: createYoloDetectWriter,
    choices: ['split', 'photos'],
    loses: ['shapes', 'scores', 'notes', 'attributes', 'tags'],
  },
  voc: {
    create: createVocWriter,
    choices: ['split', 'photos'],
    loses: ['overlaps', 'tags'],
  },
  labelme: { create: createLabelmeWriter, choices: ['shapes', 'detail', 'photos'], loses: [] },
  cvat: { create: createCvatWriter, choices: ['shapes', 'detail', 'split', 'photos'], loses: [] },
  'label-studio': {
    create: createLabelStudioWriter,
    choices: ['shapes', 'detail', 'photos'],
    loses: ['attributes'],
  },
  datumaro: {
    create: createDatumaroWriter,
    choices: ['shapes', 'detail', 'split', 'photos'],
    loses: ['tags'],
  },
  'png-objects': {
    create: createObjectPngWriter,
    choices: ['photos'],
    loses: ['scores', 'notes', 'attributes', 'tags'],
  },
  'png-instances': {
    create: createInstancePngWriter,
    choices: ['photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes', 'tags'],
  },
  'png-classes': {
    create: createClassPngWriter,
    choices: ['photos'],
    loses: ['overlaps', 'scores', 'notes', 'attributes', 'tags'],
  },
  'cut-outs': {
    create: createCutOutWriter,
    choices: ['feather'],
    loses: ['scores', 'notes', 'attributes', 'tags'],
    needsPixels: true,
  },
  overlays: {
    create: createOverlayWriter,
    choices: [],
    loses: ['scores', 'notes', 'attributes', 'tags'],
    needsPixels: true,
  },
  svg: {
    create: createSvgWriter,
    choices: ['detail', 'photos'],
    loses: ['scores', 'notes', 'attributes', 'tags'],
  },
  csv: { create: createCsvWriter, choices: [], loses: ['shapes', 'attributes', 'tags'] },
};
