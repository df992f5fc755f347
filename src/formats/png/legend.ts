import type { Rgb } from '../dataset.ts';

/** What the numbers or colours of mask pictures stand for. */
export interface Legend {
  readonly byNumber: ReadonlyMap<number, string>;
  /** By red + 256 green + 65536 blue. */
  readonly byColor: ReadonlyMap<number, string>;
  readonly colors: ReadonlyMap<string, Rgb>;
}

interface LegendLine {
  readonly number: number;
  readonly name: string;
  readonly color: Rgb | null;
}

export function legendOf(lines: readonly LegendLine[]): Legend {
  const colored = lines.flatMap(({ name, color }) => (color ? [{ name, color }] : []));
  return {
    byNumber: new Map(lines.map(({ number, name }) => [number, name])),
    byColor: new Map(colored.map(({ name, color }) => [colorNumber(color), name])),
    colors: new Map(colored.map(({ name, color }) => [name, color])),
  };
}

export function colorNumber([red, green, blue]: Rgb): number {
  return red + 256 * green + 65536 * blue;
}

/** What is no object, whatever its number. */
export function isNothing(className: string): boolean {
  return /^_*(background|bg|void|unlabel+ed|ignored?|out of roi|rectification border|ego vehicle)_*$/i.test(
    className.trim(),
  );
}

/** Classes in their order. Number 0 is the background, whether the list has it or not. */
export function legendFromList(names: readonly string[]): Legend {
  const listed = names[0] === '__ignore__' ? names.slice(1) : names;
  const first = isNothing(listed[0] ?? '') ? 0 : 1;
  return legendOf(listed.map((name, i) => ({ number: i + first, name, color: null })));
}

/**
 * Lines of "name:red,green,blue:parts:actions", as CVAT and Datumaro extend VOC, or of
 * "red green blue name", as CamVid has them.
 */
export function legendFromText(text: string): Legend {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return legendOf(
    lines.map((line, number) => {
      const camvid = /^\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)[\s,]+(.+?)\s*$/.exec(line);
      if (camvid) return { number, name: camvid[4] ?? '', color: rgbFrom(camvid.slice(1, 4)) };
      const [name = '', color = ''] = line.split(':');
      return { number, name, color: rgbFrom(color.split(',')) };
    }),
  );
}

const COLUMNS = {
  number: ['number', 'pixel_value', 'value', 'id', 'idx', 'index', 'class_id', 'label_id'],
  name: ['class', 'name', 'label', 'class_name', 'label_name', 'category'],
  red: ['red', 'r'],
  green: ['green', 'g'],
  blue: ['blue', 'b'],
} as const;

/** A table is of labels, not of classes, where it has one of these. */
const OF_LABELS = /^(photo|image|image_?id|file|file_?name|path|xmin|x1|x_min|width)$/;

/** A table of classes by its columns; null for any other. */
export function legendFromTable([
  header = [],
  ...rows
]: readonly (readonly string[])[]): Legend | null {
  const titles = header.map((title) => title.trim().toLowerCase().replace(' ', '_'));
  const columnOf = (names: readonly string[]) => titles.findIndex((title) => names.includes(title));
  const [number, name] = [columnOf(COLUMNS.number), columnOf(COLUMNS.name)];
  const rgb = [COLUMNS.red, COLUMNS.green, COLUMNS.blue].map(columnOf);
  const isColored = rgb.every((column) => column >= 0);
  if (name < 0 || (number < 0 && !isColored) || titles.some((title) => OF_LABELS.test(title))) {
    return null;
  }
  // Where the titles have space around them, so have the values.
  const isSpaced = header.some((title) => title !== title.trim());
  const lines = rows.map((row, i) => ({
    number: number < 0 ? i : Number(row[number]),
    name: isSpaced ? (row[name] ?? '').trim() : (row[name] ?? ''),
    color: isColored ? rgbFrom(rgb.map((column) => row[column] ?? '')) : null,
  }));
  return legendOf(lines.filter((line) => Number.isInteger(line.number)));
}

function rgbFrom(values: readonly string[]): Rgb | null {
  const [red = -1, green = -1, blue = -1] = values.map((value) =>
    /^\s*\d+\s*$/.test(value) ? Number(value) : -1,
  );
  return [red, green, blue].every((value) => value >= 0 && value <= 255)
    ? [red, green, blue]
    : null;
}
