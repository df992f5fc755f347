import type { LabelledObject } from '../dataset.ts';
import { rgbPng } from '../png/encode.ts';
import { type LabelMap, labelExtents, paintLabels } from '../png/label-map.ts';
import { createListSpool, type Spool } from '../writing/spool.ts';
import type { Subset } from '../writing/subsets.ts';
import type { CreateWriter, OutFile } from '../writing/writer.ts';
import { cocoCategories } from './categories.ts';
import { isCrowdMark } from './crowd.ts';
import { cocoFile, cocoImage } from './write.ts';

/**
 * COCO panoptic: a PNG a photo whose colour is the segment's number (red + 256 green + 65536 blue),
 * and JSON that says what the numbers are. Each pixel belongs to the topmost object.
 */
export const createPanopticWriter: CreateWriter = (head) => {
  const categories = cocoCategories(head.classes);
  const subsets = new Map<Subset, { images: Spool; annotations: Spool }>();
  return {
    photoPath: ({ file }) => `images/${file.name}`,
    *addPhoto(place, { objects, tags }): Iterable<OutFile> {
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
      lists.images.add(JSON.stringify(cocoImage(place, tags)));
      lists.annotations.add(
        JSON.stringify({
          image_id: place.index + 1,
          file_name: `${file.stem}.png`,
          segments_info: segmentsOf(objects, labels, size.width, categories),
        }),
      );
      const path = `annotations/panoptic_${subset}/${file.stem}.png`;
      yield { path, content: rgbPng(colorsOf(labels), size) };
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

/** By object; those that others cover have no segment. */
function segmentsOf(
  objects: readonly LabelledObject[],
  labels: LabelMap,
  width: number,
  categories: ReturnType<typeof cocoCategories>,
) {
  const extents = labelExtents(labels, width, objects.length);
  return objects.flatMap(({ classIndex, attributes }, i) => {
    const seen = extents[i + 1];
    const ids = { id: i + 1, category_id: categories[classIndex]?.id ?? 0 };
    const iscrowd = attributes.some(isCrowdMark) ? 1 : 0;
    return seen ? [{ ...ids, area: seen.area, bbox: seen.box, iscrowd }] : [];
  });
}

function colorsOf(labels: LabelMap): Uint8Array {
  const colors = new Uint8Array(labels.length * 3);
  for (const [i, label] of labels.entries()) {
    colors[3 * i] = label & 0xff;
    colors[3 * i + 1] = label >> 8;
  }
  return colors;
}
