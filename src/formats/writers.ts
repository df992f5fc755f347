import { createPanopticWriter } from './coco/panoptic.ts';
import { createCocoWriter } from './coco/write.ts';
import { createCsvWriter } from './csv/write.ts';
import { createCvatWriter } from './cvat/write.ts';
import { createDatumaroWriter } from './datumaro/write.ts';
import { createDotaWriter } from './dota/write.ts';
import type { FormatId } from './formats.ts';
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
import type { CreateWriter } from './writing/writer.ts';
import {
  createYoloDetectWriter,
  createYoloObbWriter,
  createYoloSegmentWriter,
} from './yolo/write.ts';

/** Apart from the list of formats, so a page can offer them without loading what writes them. */
export const WRITERS: Readonly<Record<FormatId, CreateWriter>> = {
  coco: createCocoWriter,
  'coco-panoptic': createPanopticWriter,
  'yolo-segment': createYoloSegmentWriter,
  'yolo-detect': createYoloDetectWriter,
  'yolo-obb': createYoloObbWriter,
  dota: createDotaWriter,
  voc: createVocWriter,
  labelme: createLabelmeWriter,
  cvat: createCvatWriter,
  'label-studio': createLabelStudioWriter,
  datumaro: createDatumaroWriter,
  'png-objects': createObjectPngWriter,
  'png-instances': createInstancePngWriter,
  'png-classes': createClassPngWriter,
  'cut-outs': createCutOutWriter,
  overlays: createOverlayWriter,
  svg: createSvgWriter,
  csv: createCsvWriter,
};
