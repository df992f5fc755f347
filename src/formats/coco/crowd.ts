import type { Attribute } from '../dataset.ts';

/** On an object that stands for many which nobody told apart, as COCO marks them. */
export const CROWD: Attribute = ['iscrowd', true];

export function isCrowdMark([name, value]: Attribute): boolean {
  return name === CROWD[0] && value === CROWD[1];
}
