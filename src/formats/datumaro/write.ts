import { drawPolygons } from '../../mask/detail.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { cocoCounts, compressCounts } from '../coco/rle.ts';
import { cocoBox } from '../coco/write.ts';
import type { DatasetHead, LabelledObject } from '../dataset.ts';
import { extrasToAttributes } from '../extras.ts';
import { figureAttributes } from '../figures.ts';
import { withReviewAttributes } from '../reviews.ts';
import { partRings } from '../shapes/part-rings.ts';
import { createListSpool, type Spool } from '../writing/spool.ts';
import type { Subset } from '../writing/subsets.ts';
import type { CreateWriter, OutFile, WriteOptions } from '../writing/writer.ts';

/** Datumaro's own JSON: masks as compressed run lengths, or polygons whose parts share a group. */
export const createDatumaroWriter: CreateWriter = (head, _places, options) => {
  const subsets = new Map<Subset, Spool>();
  return {
    photoPath: ({ file, subset }) => `images/${subset}/${file.name}`,
    addPhoto({ file, size, subset }, { objects, review, figures }) {
      const attributes = withReviewAttributes(figureAttributes(figures), review);
      const items = subsets.get(subset) ?? createListSpool();
      subsets.set(subset, items);
      items.add(
        JSON.stringify({
          id: file.stem,
          annotations: objects.flatMap((object, i) => annotationsOf(object, i, options)),
          ...(attributes.length > 0 ? { attr: Object.fromEntries(attributes) } : {}),
          image: { path: file.name, size: [size.height, size.width] },
        }),
      );
      return [];
    },
    *finish(): Iterable<OutFile> {
      for (const [subset, items] of subsets) {
        const content = new Blob([fileStart(head), items.toBlob(), '}\n']);
        yield { path: `annotations/${subset}.json`, content };
      }
    },
  };
};

function fileStart({ classes }: DatasetHead): string {
  const labels = classes.map(({ name }) => ({ name, parent: '', attributes: [] }));
  const colormap = classes.map(({ color: [r, g, b] }, label_id) => ({ label_id, r, g, b }));
  const categories = { label: { labels, attributes: [] }, mask: { colormap } };
  return `{"dm_format_version":"1.0","media_type":2,"infos":{},"categories":${JSON.stringify(categories)},\n"items":`;
}

function annotationsOf(
  object: LabelledObject,
  order: number,
  { shapes, tolerance }: WriteOptions,
): object[] {
  const { classIndex, mask } = object;
  const drawn: object[] =
    shapes === 'masks'
      ? [{ type: 'mask', rle: rleOf(mask) }]
      : partRings(drawPolygons(mask, tolerance).polygons).map((ring) => ({
          type: 'polygon',
          points: [...ring],
        }));
  const extra = Object.fromEntries(extrasToAttributes(object));
  const common = { id: order + 1, group: order + 1, label_id: classIndex, z_order: order };
  return drawn.map((shape) => ({ ...common, attributes: extra, ...shape, ...extentOf(mask) }));
}

function rleOf(mask: Mask) {
  const size = [mask.size.height, mask.size.width];
  return { counts: compressCounts(cocoCounts(mask)), size };
}

function extentOf(mask: Mask) {
  return { bbox: cocoBox(mask), area: maskArea(mask) };
}
