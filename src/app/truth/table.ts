import type { PhotoEntry } from '../../document/types.ts';
import { csvLine } from '../../formats/text/table.ts';
import { maskArea } from '../../mask/measure.ts';
import { kindOf } from './rows.ts';
import type { Row } from './truth-state.ts';

const COLUMNS = [
  ...['photo', 'result', 'iou', 'boundary_iou', 'class', 'truth_class', 'object'],
  ...['area', 'truth_area'],
];

/** One line an object, in the order of the rows. Pure. */
export function tableOf(rows: readonly Row[], photos: readonly PhotoEntry[]): string {
  const pathOf = new Map(
    photos.map(({ id, folder, name }) => [id, folder ? `${folder}/${name}` : name]),
  );
  const lines = rows.map((row) => {
    const { ours, truth, iou, boundaryIou } = row;
    return csvLine([
      pathOf.get(row.photoId) ?? '',
      kindOf(row),
      rounded(iou),
      rounded(boundaryIou),
      ours?.className ?? '',
      truth?.className ?? '',
      ours?.object?.name ?? '',
      ours ? maskArea(ours.mask) : '',
      truth ? maskArea(truth.mask) : '',
    ]);
  });
  return csvLine(COLUMNS) + lines.join('');
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}
