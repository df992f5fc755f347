import { FormatError } from '../problems.ts';
import type { FoundPhoto, Reading } from '../reading/reading.ts';
import { maskFromBox } from '../shapes/polygon-masks.ts';
import { parseJson } from '../text/json.ts';
import { numberFrom } from '../text/xml-reader.ts';
import { viaClass, viaMask } from '../via/read.ts';

/** What tools call a column, in the order of preference. */
const COLUMNS = {
  photo: [
    'filename',
    'file_name',
    'image_path',
    'img_path',
    'image_name',
    'image',
    'path',
    'photo',
    'file',
    'img',
    'image_id',
    'imageid',
  ],
  name: ['class', 'label', 'class_name', 'label_name', 'name', 'category', 'labelname'],
  left: ['xmin', 'x_min', 'x1', 'left', 'bbox_x', 'x'],
  top: ['ymin', 'y_min', 'y1', 'top', 'bbox_y', 'y'],
  right: ['xmax', 'x_max', 'x2', 'right'],
  bottom: ['ymax', 'y_max', 'y2', 'bottom'],
  width: ['bbox_width', 'box_width', 'w', 'width'],
  height: ['bbox_height', 'box_height', 'h', 'height'],
  /** The app's own. */
  photoWidth: ['photo_width'],
  shape: ['region_shape_attributes'],
  attributes: ['region_attributes'],
  score: ['score', 'confidence', 'conf'],
  note: ['note'],
} as const;
type Column = keyof typeof COLUMNS;

/** RetinaNet's, which has no header. */
const RETINANET: Readonly<Partial<Record<Column, number>>> = {
  photo: 0,
  left: 1,
  top: 2,
  right: 3,
  bottom: 4,
  name: 5,
};

type Row = readonly string[];
type Places = Readonly<Partial<Record<Column, number>>>;

/** Where the columns of a table of boxes are; null: it is none. */
function placesIn(header: Row): Places | null {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^\ufeff/, ''),
  );
  const places = Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([column, known]) => {
      const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
      return at === undefined ? [] : [[column, at]];
    }),
  ) as Places;
  const { photo, left, top, width, height, shape } = places;
  const hasSize = width !== undefined && height !== undefined;
  const isBox = left !== undefined && top !== undefined && (hasCorners(places) || hasSize);
  return photo !== undefined && (isBox || shape !== undefined) ? places : null;
}

function isRetinanet(row: Row): boolean {
  const numbers = row.slice(1, 5);
  const isBackground = row.slice(1).every((value) => value.trim() === '');
  const isBox = numbers.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
  return row.length === 6 && (isBox || isBackground) && !Number.isFinite(Number(row[0]));
}

export function isBoxTable(rows: readonly Row[]): boolean {
  return placesIn(rows[0] ?? []) !== null || (rows[0] !== undefined && rows.every(isRetinanet));
}

/** RetinaNet's classes with their numbers, which its tables of boxes do without. */
export function isClassTable(rows: readonly Row[]): boolean {
  const isClass = ([name = '', number = '', ...others]: Row) =>
    name !== '' && /^\d+$/.test(number.trim()) && others.length === 0;
  return rows.length > 0 && rows.every(isClass);
}

/** Tables of boxes: TensorFlow's, RetinaNet's, VIA's, and the like. A line without a box is a photo without objects. */
export function readBoxTable(file: string, rows: readonly Row[], reading: Reading): void {
  const named = placesIn(rows[0] ?? []);
  const places = named ?? RETINANET;
  const lines = named ? rows.slice(1) : rows;
  const table = { places, hasShares: areShares(lines, places) };
  for (const row of lines) reading.attempt(file, () => readRow(file, row, table, reading));
}

/** Open Images has edges as shares of the photo; a box of one pixel in the corner of another table only looks like it. */
function areShares(rows: readonly Row[], places: Places): boolean {
  // Beside corners, width and height are the photo's.
  const columns = hasCorners(places)
    ? (['left', 'top', 'right', 'bottom'] as const)
    : (['left', 'top', 'width', 'height'] as const);
  const edges = rows.flatMap((row) =>
    columns.flatMap((column) => textsOf(row, places)(column) || []).map(Number),
  );
  const isInside = edges.every((edge) => edge >= 0 && edge <= 1);
  return isInside && (places.photoWidth === undefined || edges.some((edge) => edge % 1 !== 0));
}

function hasCorners({ right, bottom }: Places): boolean {
  return right !== undefined && bottom !== undefined;
}

interface Table {
  readonly places: Places;
  readonly hasShares: boolean;
}

function readRow(file: string, row: Row, table: Table, reading: Reading): void {
  const { places } = table;
  const text = textsOf(row, places);
  const photo = reading.findPhoto(file, text('photo'), null);
  if (!photo) return;
  if (places.shape !== undefined) addShape(text, photo, reading);
  else if (text('left') !== '') addBox(row, table, photo, reading);
}

function textsOf(row: Row, places: Places) {
  return (column: Column) => row[places[column] ?? -1]?.trim() ?? '';
}

function addBox(row: Row, { places, hasShares }: Table, photo: FoundPhoto, reading: Reading): void {
  const text = textsOf(row, places);
  const number = (column: Column) => numberFrom(text(column), column);
  const [left, top] = [number('left'), number('top')];
  const right = hasCorners(places) ? number('right') : left + number('width');
  const bottom = hasCorners(places) ? number('bottom') : top + number('height');
  const className = text('name');
  if (className === '') throw new FormatError({ kind: 'unknown-class' });
  const scale = hasShares ? photo.size : { width: 1, height: 1 };
  const edges = {
    x0: Math.min(left, right) * scale.width,
    y0: Math.min(top, bottom) * scale.height,
    x1: Math.max(left, right) * scale.width,
    y1: Math.max(top, bottom) * scale.height,
  };
  const score = Number(text('score') || Number.NaN);
  reading.addObject(photo, {
    className,
    mask: maskFromBox(edges, photo.size),
    isBox: true,
    score: score >= 0 && score <= 1 ? score : null,
    // Not trimmed: a note keeps its own space.
    note: row[places.note ?? -1] ?? '',
  });
}

/** VIA keeps JSON in its cells. */
function addShape(text: (column: Column) => string, photo: FoundPhoto, reading: Reading): void {
  const shape = recordFrom(text('shape'));
  if (!shape.name) return;
  const mask = viaMask(shape, photo.size);
  const isBox = shape.name === 'rect';
  reading.addObject(photo, { mask, isBox, ...viaClass(recordFrom(text('attributes'))) });
}

function recordFrom(text: string): Record<string, unknown> {
  const value = text === '' ? {} : parseJson(text);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
