import type { LabelledObject } from '../dataset.ts';
import { rgbPng } from '../png/encode.ts';
import { type LabelMap, labelExtents, paintLabels } from '../png/label-map.ts';
import { createListSpool, type Spool } from '../writing/spool.ts';
import type { Subset } from '../writing/subsets.ts';
import type { CreateWriter, OutFile } from '../writing/writer.ts';
import { isCrowdMark } from './crowd.ts';
import { cocoCategories, cocoIds, imageIds } from './ids.ts';
import { cocoFile, cocoImage } from './write.ts';

/**
 * COCO panoptic: a PNG a photo whose colour is the segment's number (red + 256 green + 65536 blue),
 * and JSON that says what the numbers are. Each pixel belongs to the topmost object.
 */
export const createPanopticWriter: CreateWriter = (head) => {
  const categories = cocoCategories(head.classes);
  const images = imageIds(head.photos);
  const subsets = new Map<Subset, { images: Spool; annotations: Spool }>();
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    *addPhoto(place, photoLabels): Iterable<OutFile> {
      const { objects } = photoLabels;
      const { subset, size, file } = place;
      const lists = subsets.get(subset) ?? {
        images: createListSpool(),
        annotations: createListSpool(),
      };
      subsets.set(subset, lists);
      const labels = paintLabels(
        objects.map(({ mask }) => mask),
        objects.map((_, i) => i + 1),
        size,
      );
      const image_id = images[place.index] ?? 0;
      const ids = segmentIds(objects);
      lists.images.add(JSON.stringify(cocoImage(image_id, place, photoLabels)));
      lists.annotations.add(
        JSON.stringify({
          image_id,
          file_name: `${file.stem}.png`,
          segments_info: segmentsOf(objects, ids, labels, size.width, categories),
        }),
      );
      const path = `annotations/panoptic_${subset}/${file.stem}.png`;
      yield { path, content: rgbPng(colorsOf(labels, ids), size) };
    },
    *finish(): Iterable<OutFile> {
      for (const [subset, { images, annotations }] of subsets) {
        const lists = [images.toBlob(), annotations.toBlob()] as const;
        const content = cocoFile(head.name, head.classes, ...lists, { isthing: 1 });
        yield { path: `annotations/panoptic_${subset}.json`, content };
      }
    },
  };
};

/** Three bytes hold it; 0 is no segment. */
const MOST_ID = 0xff_ff_ff;

/** By object. */
function segmentIds(objects: readonly LabelledObject[]): readonly number[] {
  const own = objects.map(({ cocoId }) => {
    const id = Number(cocoId);
    return Number.isInteger(id) && id > 0 && id <= MOST_ID - objects.length ? id : undefined;
  });
  return cocoIds(own).map(Number);
}

/** By object; those that others cover have no segment. */
function segmentsOf(
  objects: readonly LabelledObject[],
  segments: readonly number[],
  labels: LabelMap,
  width: number,
  categories: ReturnType<typeof cocoCategories>,
) {
  const extents = labelExtents(labels, width, objects.length);
  return objects.flatMap(({ classIndex, attributes }, i) => {
    const seen = extents[i + 1];
    const ids = { id: segments[i] ?? 0, category_id: categories[classIndex]?.id ?? 0 };
    const iscrowd = attributes.some(isCrowdMark) ? 1 : 0;
    return seen ? [{ ...ids, area: seen.area, bbox: seen.box, iscrowd }] : [];
  });
}

function colorsOf(labels: LabelMap, ids: readonly number[]): Uint8Array {
  const colors = new Uint8Array(labels.length * 3);
  for (const [i, label] of labels.entries()) {
    const id = ids[label - 1] ?? 0;
    colors[3 * i] = id & 0xff;
    colors[3 * i + 1] = (id >> 8) & 0xff;
    colors[3 * i + 2] = id >> 16;
  }
  return colors;
}
