import type { Size } from '../../geometry/spaces.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { maskBox } from '../../mask/measure.ts';
import { type Ring, ringsOf } from '../../mask/polygons.ts';
import { seamedRing } from '../../mask/seams.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import type { CreateWriter, OutFile, PhotoPlace } from '../writing/writer.ts';
import { dataYaml } from './data-yaml.ts';
import { yoloPaths } from './paths.ts';

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
  const paths = yoloPaths(places);
  const pathOf = ({ index, file }: PhotoPlace) =>
    paths[index] ?? { part: 'train', stem: file.stem };
  return {
    photoPath(place) {
      const { part, stem } = pathOf(place);
      return `images/${part}/${stem}${place.file.name.slice(place.file.stem.length)}`;
    },
    addPhoto(place, { objects }) {
      const lines = objects.map(
        (object) => `${object.classIndex} ${shapeOf(object, place.size)}\n`,
      );
      const { part, stem } = pathOf(place);
      // Also when it is empty: a photo without its file would count as not labelled.
      return [{ path: `labels/${part}/${stem}.txt`, content: lines.join('') }];
    },
    finish: (): OutFile[] => [
      {
        path: 'data.yaml',
        content: dataYaml(
          new Set(places.map((place) => pathOf(place).part)),
          classes.map(({ name }) => name),
        ),
      },
    ],
  };
}

/** x and y in turn as shares of the photo; seven places keep a pixel of any photo. */
function normalised(values: Ring, { width, height }: Size): string {
  return Array.from(values, (value, i) =>
    String(Number((value / (i % 2 === 0 ? width : height)).toFixed(7))),
  ).join(' ');
}
