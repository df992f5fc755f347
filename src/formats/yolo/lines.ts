/** How a data set's lines go on behind the box: so many keypoints of two or three values. */
export interface KeypointShape {
  readonly count: number;
  readonly values: number;
}

/** One object as a line has it; all values are shares of the photo. */
export interface YoloLine {
  /** A number, as the line has it. */
  readonly classNumber: number;
  /** Centre and size of a box, or x, y pairs of a polygon. */
  readonly shape: readonly number[];
  readonly score: number | null;
  readonly trackId: number | null;
  readonly hasKeypoints: boolean;
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const COUNT = /^\d+$/;
/** Class, box and id. */
const SHORTEST_WITH_ID = 6;
/** A photo's edge is where rounding may lead a bit beyond. */
const SLACK = 0.02;
/** Number of keypoints that nothing else tells from a polygon. */
const LEAST_KEYPOINTS = 3;
const MOST_KEYPOINTS = 500;
/** Values of a keypoint, and whether a score follows. */
const TAILS = [
  [3, 0],
  [2, 0],
  [3, 1],
  [2, 1],
] as const;
/** Keypoints of a person in COCO, which most sets of poses follow. */
const BODY_KEYPOINTS = 17;

/** The values of each line, those that hold nothing left out. */
export function splitLines(text: string): string[][] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const bare = line.trim();
    const values = bare.split(hasSigns(bare) ? /[\s,;]+/ : /\s+/).filter((value) => value !== '');
    return values.length === 0 ? [] : [values];
  });
}

/** Whether commas or semicolons are between the values: a comma within one may be a decimal's. */
function hasSigns(line: string): boolean {
  return !/\s/.test(line) || /[,;](\s|$)/.test(line);
}

/** Whether this is a class number and shares of the photo, enough for a box. */
export function isYoloLine([classNumber = '', ...values]: readonly string[]): boolean {
  if (!NUMBER.test(classNumber) || !(Number(classNumber) >= 0) || values.length < 4) return false;
  return Number.isInteger(Number(classNumber)) && values.every((value) => NUMBER.test(value));
}

/**
 * Trainers write only boxes, polygons and keypoints, but predictions add how sure they are, and
 * trackers a number after that. What a column is shows only in all lines together.
 */
export function readLines(
  lines: readonly (readonly string[])[],
  keypoints: KeypointShape | null,
): YoloLine[] {
  const hasIds = endWithIds(lines, keypoints);
  const rows = lines.map((line) => {
    const values = line.slice(1).map(Number);
    const trackId = hasIds ? (values.pop() ?? null) : null;
    return { classNumber: Number(line[0]), values, trackId };
  });
  const shape = keypoints ?? keypointsOf(rows.map(({ values }) => values));
  return rows.map(({ classNumber, values, trackId }) => {
    const posed = shape ? 4 + shape.count * shape.values : 0;
    const isPosed = values.length === posed || values.length === posed + 1;
    const isScored = isPosed ? values.length === posed + 1 : values.length % 2 === 1;
    const score = isScored ? (values.at(-1) ?? null) : null;
    const drawn = isScored ? values.slice(0, -1) : values;
    return {
      classNumber,
      shape: isPosed && posed > 4 ? drawn.slice(0, 4) : drawn,
      score,
      trackId,
      hasKeypoints: isPosed && posed > 4,
    };
  });
}

/** A column of integers that no share, score or visibility could be. */
function endWithIds(
  lines: readonly (readonly string[])[],
  keypoints: KeypointShape | null,
): boolean {
  const ends = lines.map((line) => line.at(-1) ?? '');
  if (lines.length === 0 || !ends.every((end) => COUNT.test(end))) return false;
  if (lines.some((line) => line.length < SHORTEST_WITH_ID)) return false;
  const posed = keypoints ? 4 + keypoints.count * keypoints.values : 0;
  if (keypoints && lines.every((line) => line.length - 1 <= posed)) return false;
  // A visibility goes up to 2.
  const isBeyond = ends.some((end) => Number(end) > (isVisible(lines) ? 2 : 1));
  return isBeyond || lines.every(isTracked);
}

/** Whether each third value behind the box is one of the three visibilities. */
function isVisible(lines: readonly (readonly string[])[]): boolean {
  return lines.every((line) => isPoseOf(line.slice(1).map(Number)));
}

/** A box, how sure it is, and a number: three corners would hardly all end in integers. */
function isTracked(line: readonly string[]): boolean {
  const values = line.slice(1).map(Number);
  const [, , , , fifth = 0] = values;
  if (values.length === 5) return fifth >= 1;
  return values.length === 6 && fifth >= 0 && fifth <= 1 && isBoxOnPhoto(values);
}

/** What the values alone say, where there is no data.yaml. */
function keypointsOf(rows: readonly (readonly number[])[]): KeypointShape | null {
  const length = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== length)) return null;
  if (length > 3 * MOST_KEYPOINTS) return null;
  if (rows.every(isPoseOf)) return { count: (length - 4) / 3, values: 3 };
  const fitting = TAILS.map(([values, scored]) => ({
    count: (length - 4 - scored) / values,
    values,
  }))
    .filter(({ count }) => Number.isInteger(count) && count >= LEAST_KEYPOINTS)
    .filter(({ count, values }) => rows.every((row) => hasPointsInBox(row, count, values)));
  const body = fitting.find(
    ({ count, values }) => count === BODY_KEYPOINTS && !(values === 3 && rows.every(isSmooth)),
  );
  return body ?? (rows.some(isFarOff) ? fitting[0] : null) ?? null;
}

/** How often a way goes along the sides of its box; keypoints with visibilities, read as corners, jump about. */
const MOST_LAPS = 2;

/** Whether the values, read as corners, go round as those of a polygon do. */
function isSmooth(values: readonly number[]): boolean {
  const xs = values.filter((_, i) => i % 2 === 0 && i + 1 < values.length);
  const ys = values.filter((_, i) => i % 2 === 1);
  return lengthOf(xs) + lengthOf(ys) <= MOST_LAPS * 2 * (spanOf(xs) + spanOf(ys));
}

function lengthOf(values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + Math.abs(value - (values[i - 1] ?? value)), 0);
}

function spanOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** A box and keypoints whose visibility is 0, 1 or 2. */
function isPoseOf(values: readonly number[]): boolean {
  const count = (values.length - 4) / 3;
  if (!Number.isInteger(count) || count < 1 || !isBoxOnPhoto(values)) return false;
  const visibilities = values.slice(4).filter((_, i) => i % 3 === 2);
  return visibilities.every((value) => value === 0 || value === 1 || value === 2);
}

function hasPointsInBox(row: readonly number[], count: number, values: number): boolean {
  if (!isBoxOnPhoto(row)) return false;
  const [x = 0, y = 0, w = 0, h = 0] = row;
  let [spreadX, spreadY] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [px, py] = [row[4 + i * values] ?? 0, row[5 + i * values] ?? 0];
    if (px === 0 && py === 0) continue;
    spreadX = Math.max(spreadX, Math.abs(px - x));
    spreadY = Math.max(spreadY, Math.abs(py - y));
  }
  return spreadX <= w / 2 + SLACK && spreadY <= h / 2 + SLACK;
}

/** Width and height, taken for a corner of a polygon, lie outside of the box that they make. */
function isFarOff([x = 0, y = 0, w = 0, h = 0]: readonly number[]): boolean {
  return Math.abs(w - x) > w / 2 + SLACK || Math.abs(h - y) > h / 2 + SLACK;
}

function isBoxOnPhoto([x = 0, y = 0, w = 0, h = 0]: readonly number[]): boolean {
  const fits = (centre: number, side: number) =>
    side > 0 && centre - side / 2 >= -SLACK && centre + side / 2 <= 1 + SLACK;
  return fits(x, w) && fits(y, h);
}
