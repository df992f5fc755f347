import { hexColor, vocIndex } from '../classes/colors.ts';
import { type Rgb, UNNAMED_CLASS } from '../dataset.ts';
import type { MaskPng } from './decode.ts';
import { colorNumber, isNothing, type Legend } from './legend.ts';

/** A class as a mask picture gives it. */
export interface MaskClass {
  readonly name: string;
  readonly color: Rgb | null;
}

/** "Void" in VOC and many others: the rim of objects, and what nobody labelled. */
const VOID = 255;
const VOID_COLOR: Rgb = [224, 224, 192];

/** What a number of the picture stands for; null: nothing, as the background does. */
export function classOf(number: number, png: MaskPng, legend: Legend | null): MaskClass | null {
  const name = legend && nameIn(legend, number, png);
  if (name !== null && name !== undefined) {
    return isNothing(name) ? null : { name, color: legend?.colors.get(name) ?? null };
  }
  const color = colorAt(number, png);
  if (isVoid(number, png, legend)) return null;
  if (!isColored(png) || isGrey(number))
    return { name: numbered(greyOf(number, png)), color: null };
  return { name: numbered(color ? hexColor(color) : number), color };
}

function numbered(number: number | string): string {
  return `class ${number}`;
}

function nameIn(legend: Legend, number: number, png: MaskPng): string | undefined {
  const color = colorAt(number, png);
  const byColor = color && legend.byColor.get(colorNumber(color));
  if (isColored(png)) {
    const grey = isGrey(number) ? legend.byNumber.get(number & 0xff) : undefined;
    return byColor ?? grey ?? (color ? legend.byNumber.get(vocIndex(color)) : undefined);
  }
  const byNumber = legend.byNumber.get(number);
  const own = byNumber === undefined ? undefined : legend.colors.get(byNumber);
  const agrees = !own || !color || colorNumber(own) === colorNumber(color);
  return byNumber !== undefined && agrees ? byNumber : (byColor ?? byNumber);
}

/** Where a legend or a palette shows that the numbers are classes, 255 is none of them. */
export function isVoid(number: number, png: MaskPng, legend: Legend | null): boolean {
  if (isColored(png)) return number === colorNumber(VOID_COLOR);
  const isNumbered = png.palette !== null || (legend?.byNumber.size ?? 0) > 0;
  return number === VOID && isNumbered;
}

export function isColored({ labels, palette }: MaskPng): boolean {
  return labels instanceof Uint32Array && palette === null;
}

function colorAt(number: number, png: MaskPng): Rgb | null {
  if (isColored(png)) return [number & 0xff, (number >> 8) & 0xff, number >> 16];
  const [red, green, blue] = png.palette?.[number] ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** Some tools write numbers as a grey of three equal parts. */
function isGrey(number: number): boolean {
  return number >> 16 === (number & 0xff) && ((number >> 8) & 0xff) === (number & 0xff);
}

function greyOf(number: number, png: MaskPng): number {
  return isColored(png) ? number & 0xff : number;
}

export function unnamed(): MaskClass {
  return { name: UNNAMED_CLASS, color: null };
}
