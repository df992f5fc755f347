import { type Attribute, FIGURES, type PhotoFigures } from './dataset.ts';

/** What is beyond is noise of the measure itself. */
const DIGITS = 4;

/** By name, for formats that take any. */
export function figureAttributes(figures: PhotoFigures | undefined): readonly Attribute[] {
  return figures ? FIGURES.map((name) => [name, rounded(figures[name])] as const) : [];
}

/** In the order of the names; empty where nobody has measured. */
export function figureCells(figures: PhotoFigures | undefined): readonly (number | '')[] {
  return FIGURES.map((name) => (figures ? rounded(figures[name]) : ''));
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(DIGITS));
}
