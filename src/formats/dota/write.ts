import { turnedBox } from '../../mask/turned-box.ts';
import type { DatasetClass } from '../dataset.ts';
import { fold } from '../photos/photo-names.ts';
import type { CreateWriter } from '../writing/writer.ts';
import { createLineWriter } from '../yolo/write.ts';

/** DOTA: the corners of the smallest box, turned as it may be, in photo pixels, the class, and how hard it is. */
export const createDotaWriter: CreateWriter = ({ classes }, places) => {
  const words = dotaWords(classes);
  return createLineWriter(places, {
    folder: 'labelTxt',
    lineOf({ mask, classIndex, attributes }) {
      const corners = Array.from(turnedBox(mask) ?? [], (value) => Number(value.toFixed(3)));
      const isHard = attributes.some(([name, value]) => name === 'difficult' && value === true);
      return [...corners, words[classIndex], isHard ? 1 : 0].join(' ');
    },
    finish: () => [],
  });
};

/** Readers take such a word for a coordinate. */
const NUMBER = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i;

/** By class: a line has its name as one word, and as no number. */
export function dotaWords(classes: readonly Pick<DatasetClass, 'name'>[]): string[] {
  const taken = new Set<string>();
  return classes.map(({ name }) => {
    const joined = name.trim().replace(/[\s\p{C}]+/gu, '_') || '_';
    const base = NUMBER.test(joined) ? `class_${joined}` : joined;
    let word = base;
    for (let number = 2; taken.has(fold(word)); number++) word = `${base}_${number}`;
    taken.add(fold(word));
    return word;
  });
}
