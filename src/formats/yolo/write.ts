import { stringify } from 'yaml';
import type { Size } from '../../geometry/spaces.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { maskBox } from '../../mask/measure.ts';
import { type Ring, ringsOf } from '../../mask/polygons.ts';
import { seamedRing } from '../../mask/seams.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import type { CreateWriter, OutFile, PhotoPlace } from '../writer.ts';

/** YOLO segmentation: a line an object, class and polygon; parts and holes hang together by seams. */
export const createYoloSegmentWriter: CreateWriter = (head, places, { tolerance }) =>
  createYoloWriter(head, places, ({ mask }, size) => {
    const rings = ringsOf(drawPolygons(mask, tolerance).polygons);
    return normalised(seamedRing(rings), size);
  });

/** YOLO detection: class, centre and size of the box. */
export const createYoloDetectWriter: CreateWriter = (head, places) =>
  createYoloWriter(head, places, ({ mask }, size) => {
    const { x0, y0, x1, y1 } = maskBox(mask) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    return normalised([(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0], size);
  });

function createYoloWriter(
  { classes }: DatasetHead,
  places: readonly PhotoPlace[],
  shapeOf: (object: LabelledObject, size: Size) => string,
): ReturnType<CreateWriter> {
  return {
    photoPath: (place) => `images/${folderOf(place)}/${place.file.name}`,
    addPhoto(place, { objects }) {
      const lines = objects.map(
        (object) => `${object.classIndex} ${shapeOf(object, place.size)}\n`,
      );
      // Also when it is empty: a photo without its file would count as not labelled.
      const path = `labels/${folderOf(place)}/${place.file.stem}.txt`;
      return [{ path, content: lines.join('') }];
    },
    finish: (): OutFile[] => [
      {
        path: 'data.yaml',
        content: stringify({
          // No path: the trainer then looks beside this file.
          train: 'images/train',
          // The trainer insists on one; without a split it is measured on what it has learned from.
          val: places.some(({ subset }) => subset === 'val') ? 'images/val' : 'images/train',
          names: new Map(classes.map(({ name }, i) => [i, name])),
        }),
      },
    ],
  };
}

function folderOf({ subset }: PhotoPlace): string {
  return subset === 'val' ? 'val' : 'train';
}

/** x and y in turn as shares of the photo; seven places keep a pixel of any photo. */
function normalised(values: Ring, { width, height }: Size): string {
  return Array.from(values, (value, i) =>
    String(Number((value / (i % 2 === 0 ? width : height)).toFixed(7))),
  ).join(' ');
}
