import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { object, photo } from '../../document/testing/arbitrary.ts';
import { FormatError } from '../../formats/problems.ts';
import { damagedBytes, damagedJson, FUZZ, inBounds } from '../../formats/testing/damage.ts';
import { parseJson } from '../../formats/text/json.ts';
import { MAX_MEGAPIXELS } from '../../photo/protocol.ts';
import {
  type FileHead,
  type FilePhoto,
  headJson,
  labelsJson,
  parseHead,
  parseLabels,
} from '../file/format.ts';
import { readProjectFile } from './read.ts';
import { writeProjectFile } from './write.ts';

vi.setConfig({ testTimeout: 300_000 });

const size = { width: 3, height: 2 };
const point = { kind: 'point', at: { x: 1, y: 1 }, label: 'include', candidate: 0 } as const;
const box = { kind: 'box', box: { x0: 0, y0: 0, x1: 2, y1: 1 }, candidate: null } as const;
const head: FileHead = {
  name: 'Meadow',
  created: 1_700_000_000_000,
  classes: [
    {
      id: 'c',
      name: 'kite',
      color: '#f0b429',
      attributes: [{ name: 'far', kind: 'choice', choices: ['yes', 'no'] }],
    },
  ],
};
const one: FilePhoto = {
  entry: photo('a'),
  prompt: [point],
  refined: 'o',
  tags: ['night'],
  done: true,
  review: { state: 'mended', comment: 'cut off', by: 'Mina', when: 5 },
  seconds: 3,
  objects: [
    { ...object('o'), prompt: [box, point], attributes: [['far', 'yes']] },
    { ...object('p'), mask: { size, runs: Uint32Array.of(1, 2, 3) } },
  ],
  file: new Blob(['pixels']),
};
const { objects, file, ...facts } = one;
const wholeHead = headJson(head, [{ ...facts, file: 'photos/1 a' }]);
const wholeLabels = labelsJson(objects);

/** Null for text that is no JSON. */
function jsonFrom(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

test('the whole documents are taken', () => {
  expect(parseHead(JSON.parse(wholeHead)).ok).toBe(true);
  expect(parseLabels(JSON.parse(wholeLabels), size)).toEqual({ objects, broken: 0 });
});

test('project.json: damaged ones are taken or refused', async () => {
  await fc.assert(
    fc.asyncProperty(damagedJson([JSON.parse(wholeHead)]), (text) =>
      inBounds(() => {
        const parsed = parseHead(jsonFrom(text));
        for (const { entry } of parsed.ok ? parsed.json.photos : []) expectEntry(entry);
      }),
    ),
    FUZZ,
  );
});

function expectEntry({ id, size: { width, height } }: FilePhoto['entry']): void {
  if (!/^[0-9a-z-]+$/.test(id)) throw new Error(`${id} is no fingerprint`);
  if (!(width * height <= MAX_MEGAPIXELS * 1e6)) throw new Error('too large for a photo');
}

test('labels: damaged ones are taken or counted, each mask of its photo’s size', async () => {
  await fc.assert(
    fc.asyncProperty(damagedJson([JSON.parse(wholeLabels)]), (text) =>
      inBounds(() => expectMasks(parseLabels(jsonFrom(text), size).objects)),
    ),
    FUZZ,
  );
});

function expectMasks(read: FilePhoto['objects']): void {
  for (const { mask } of read) {
    const pixels = mask.runs.reduce((sum, run) => sum + run, 0);
    if (mask.size.width !== size.width || mask.size.height !== size.height || pixels !== 6) {
      throw new Error('a mask that is not of its photo');
    }
  }
}

// Fewer, since each is a zip of three files; the zip and both documents have tests of their own.
test('a project file: damaged ones are read or refused', async () => {
  const zip = await writeProjectFile(head, 1, async () => one, null);
  const whole = new Uint8Array((await zip?.arrayBuffer()) ?? new ArrayBuffer());
  await fc.assert(
    fc.asyncProperty(damagedBytes([whole]), (bytes) =>
      inBounds(async () => {
        const take = async (taken: FilePhoto) => expectEntry(taken.entry);
        const outcome = await readProjectFile(new Blob([bytes]), async () => {}, take);
        if (!outcome.ok && outcome.problem.kind === 'newer') throw new Error('of no version');
      }),
    ),
    { ...FUZZ, numRuns: FUZZ.numRuns / 5 },
  );
});
