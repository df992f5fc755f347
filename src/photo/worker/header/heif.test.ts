import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heifFacts } from './heif.ts';

/** An ISO box: its length, its name, what is in it. */
function box(type: string, ...content: readonly (number | readonly number[])[]): number[] {
  const inside = content.flat();
  return [...u32(8 + inside.length), ...Buffer.from(type, 'latin1'), ...inside];
}

const u32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];

const SIZE = box('ispe', u32(0), u32(7008), u32(4672));
const OTHERS = {
  turn: box('irot', 1),
  half: box('irot', 2),
  colour: box('colr', [...Buffer.from('nclx')], 0, 1, 0, 13, 0, 1, 0),
  depth: box('pixi', u32(0), 3, 8, 8, 8),
};

/** The item's properties in this order, each as its own entry of the list. */
function heif(properties: readonly (readonly number[])[]): Uint8Array {
  const uses = box(
    'ipma',
    u32(0),
    u32(1),
    0,
    1,
    properties.length,
    properties.map((_, i) => i + 1),
  );
  const meta = box(
    'meta',
    u32(0),
    box('pitm', u32(0), 0, 1),
    box('iprp', box('ipco', properties.flat()), uses),
  );
  return Uint8Array.from([...box('ftyp', [...Buffer.from('heic')], u32(0)), ...meta]);
}

test('a picture has its upright size, wherever the turn stands in the list', () => {
  const kinds = fc.uniqueArray(fc.constantFrom('turn', 'half', 'colour', 'depth'));
  fc.assert(
    fc.property(kinds, fc.nat(4), (others, at) => {
      const properties: (readonly number[])[] = others.map((kind) => OTHERS[kind]);
      properties.splice(at, 0, SIZE);
      const isTurned = others.includes('turn');
      const size = isTurned ? { width: 4672, height: 7008 } : { width: 7008, height: 4672 };
      expect(heifFacts(heif(properties))?.size).toEqual(size);
    }),
  );
});
