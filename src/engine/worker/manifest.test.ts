import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../models/manifest.ts';
import { BACKENDS } from '../protocol.ts';
import { precisionOf, setFiles } from './manifest.ts';

const text = readFileSync(new URL('../../../public/models/manifest.json', import.meta.url), 'utf8');
const parsed = parseManifest(text);
if (!parsed.ok) throw new Error(parsed.detail);
const { manifest } = parsed;

/** As sets were, and as official checkpoints are exported. */
const { encoder } = manifest.graphs;
const graphs = encoder.graphs.filter(({ precision }) => precision !== 'int8');
const withoutWhole = {
  ...manifest,
  graphs: { ...manifest.graphs, encoder: { ...encoder, graphs } },
};

describe('what a backend computes in', () => {
  test.each([
    ['a set with int8', manifest, ['fp16', 'fp32', 'int8', 'int8']],
    ['a set without', withoutWhole, ['fp16', 'fp32', 'fp32', 'fp32']],
  ])('%s', (_, set, expected) => {
    expect(BACKENDS.map((backend) => precisionOf(backend, set))).toEqual(expected);
  });

  test('in int8 the encoder has graphs of its own, and decoders are those of fp32', () => {
    const [whole, plain] = [setFiles(manifest, 'int8'), setFiles(manifest, 'fp32')];
    expect(whole.encoder.graphs.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^encoder-.*int8/),
    ]);
    expect(whole.encoder.weights).toEqual(plain.encoder.weights);
    expect(whole.decoders).toEqual(plain.decoders);
  });
});
