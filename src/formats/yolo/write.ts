import type { Size } from '../../geometry/spaces.ts';
import { drawPolygons } from '../../mask/detail.ts';
import { maskBox } from '../../mask/measure.ts';
import { type Ring, ringsOf } from '../../mask/polygons.ts';
import { seamedRing } from '../../mask/seams.ts';
import { turnedBox } from '../../mask/turned-box.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import type { CreateWriter, OutFile, PhotoPlace } from '../writing/writer.ts';
import { dataYaml, yamlInPlace } from './data-yaml.ts';
import { type YoloPart, yoloPaths } from './paths.ts';

/** YOLO segmentation: a line an object, class and polygon; parts and holes hang together by seams. */
export const createYoloSegmentWriter: CreateWriter = (head, places, options) => {
  const shapeOf = ({ mask }: LabelledObject, size: Size) => {
    const rings = ringsOf(drawPolygons(mask, options.tolerance).polygons);
    return normalised(seamedRing(rings), size);
  };
  const writer = createYoloWriter(head, places, shapeOf);
  return options.isInPlace ? besidePhotos(head, writer) : writer;
};

/** YOLO detection: class, centre and size of the box. */
export const createYoloDetectWriter: CreateWriter = (head, places) =>
  createYoloWriter(head, places, ({ mask }, size) => {
    const { x0, y0, x1, y1 } = maskBox(mask) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    return normalised([(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0], size);
  });

/** YOLO OBB: class and the corners of the smallest box, turned as it may be. */
export const createYoloObbWriter: CreateWriter = (head, places) =>
  createYoloWriter(head, places, ({ mask }, size) => normalised(turnedBox(mask) ?? [], size));

function createYoloWriter(
  { classes }: DatasetHead,
  places: readonly PhotoPlace[],
  shapeOf: (object: LabelledObject, size: Size) => string,
): ReturnType<CreateWriter> {
  const names = classes.map(({ name }) => name);
  return createLineWriter(places, {
    folder: 'labels',
    lineOf: (object, size) => `${object.classIndex} ${shapeOf(object, size)}`,
    finish: (parts) => [{ path: 'data.yaml', content: dataYaml(parts, names) }],
  });
}

/** For photos that stay where they are: "labels" where they lie in "images", as a trainer looks for them, else beside each. */
function besidePhotos(
  { classes }: DatasetHead,
  writer: ReturnType<CreateWriter>,
): ReturnType<CreateWriter> {
  return {
    photoPath: ({ file }) => file.name,
    async *addPhoto(place, labels, picture) {
      const folders = place.file.stem.split('/');
      const at = folders.slice(0, -1).lastIndexOf('images');
      const path = `${(at < 0 ? folders : folders.with(at, 'labels')).join('/')}.txt`;
      for await (const { content } of writer.addPhoto(place, labels, picture)) {
        yield { path, content };
      }
    },
    finish: () => [{ path: 'data.yaml', content: yamlInPlace(classes.map(({ name }) => name)) }],
  };
}

interface LineFormat {
  /** Beside "images". */
  readonly folder: string;
  lineOf(object: LabelledObject, size: Size): string;
  finish(parts: ReadonlySet<YoloPart>): OutFile[];
}

/** A text file a photo and a line an object, in folders by part. */
export function createLineWriter(
  places: readonly PhotoPlace[],
  { folder, lineOf, finish }: LineFormat,
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
      const lines = objects.map((object) => `${lineOf(object, place.size)}\n`);
      const { part, stem } = pathOf(place);
      // Also when it is empty: a photo without its file would count as not labelled.
      return [{ path: `${folder}/${part}/${stem}.txt`, content: lines.join('') }];
    },
    finish: () => finish(new Set(places.map((place) => pathOf(place).part))),
  };
}

/** x and y in turn as shares of the photo; seven places keep a pixel of any photo. */
function normalised(values: Ring, { width, height }: Size): string {
  return Array.from(values, (value, i) =>
    String(Number((value / (i % 2 === 0 ? width : height)).toFixed(7))),
  ).join(' ');
}
