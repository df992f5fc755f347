import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox } from '../../mask/measure.ts';
import { partsOf } from '../../mask/parts.ts';
import { forEachSpan } from '../../mask/runs.ts';
import { FIGURES } from '../dataset.ts';
import { figureCells } from '../figures.ts';
import { csvLine } from '../text/table.ts';
import { createSpool } from '../writing/spool.ts';
import type { CreateWriter } from '../writing/writer.ts';

const COLUMNS = [
  ...['photo', 'photo_width', 'photo_height', 'object', 'class', 'area', 'share'],
  ...['left', 'top', 'width', 'height', 'centre_x', 'centre_y', 'parts', 'score', 'note'],
  ...FIGURES,
];

/** One line an object, in photo pixels, for spreadsheets and statistics; what was measured of its photo stands behind each. */
export const createCsvWriter: CreateWriter = ({ classes }) => {
  const lines = createSpool();
  lines.add(csvLine(COLUMNS));
  return {
    photoPath: () => null,
    addPhoto({ file, size }, { objects, figures }) {
      const report = figureCells(figures);
      for (const [i, { classIndex, mask, score, note }] of objects.entries()) {
        const className = classes[classIndex]?.name ?? '';
        const photo = [file.name, size.width, size.height];
        lines.add(
          csvLine([...photo, i + 1, className, ...measures(mask), score ?? '', note, ...report]),
        );
      }
      return [];
    },
    finish: () => [{ path: 'objects.csv', content: lines.toBlob() }],
  };
};

function measures(mask: Mask): number[] {
  const area = maskArea(mask);
  const { x0, y0, x1, y1 } = maskBox(mask) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const share = area / (mask.size.width * mask.size.height);
  const [x, y] = centreOf(mask, area);
  const figures = [area, share, x0, y0, x1 - x0, y1 - y0, x, y, partsOf(mask).count];
  return figures.map((value) => Number(value.toPrecision(8)));
}

/** The mean of the pixels' centres. */
function centreOf(mask: Mask, area: number): [x: number, y: number] {
  let [sumX, sumY] = [0, 0];
  forEachSpan(mask, (y, x0, x1) => {
    sumX += ((x0 + x1) / 2) * (x1 - x0);
    sumY += (y + 0.5) * (x1 - x0);
  });
  return [sumX / area, sumY / area];
}
