import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Manifest, parseManifest } from '../../models/manifest.ts';
import { BACKENDS } from '../protocol.ts';
import { precisionOf, setFiles } from './manifest.ts';

const text = readFileSync(new URL('../../../public/models/manifest.json', import.meta.url), 'utf8');
const parsed = parseManifest(text);
if (!parsed.ok) throw new Error(parsed.detail);
const { manifest } = parsed;

const { encoder, decoder } = manifest.graphs;
function withoutWhole<Graph extends { precision: string }>(part: { graphs: Graph[] }): Graph[] {
  return part.graphs.filter(({ precision }) => precision !== 'int8');
}
/** As official checkpoints are exported. */
const floating = {
  ...manifest,
  graphs: {
    encoder: { ...encoder, graphs: withoutWhole(encoder) },
    decoder: { ...decoder, graphs: withoutWhole(decoder) },
  },
};

describe('what a backend computes in', () => {
  test.each([
    ['a set with int8', manifest, ['fp16', 'fp32', 'int8', 'int8']],
    ['a set without', floating, ['fp16', 'fp32', 'fp32', 'fp32']],
  ])('%s', (_, set, expected) => {
    expect(BACKENDS.map((backend) => precisionOf(backend, set))).toEqual(expected);
  });

  test('in int8 there are graphs of their own, on the weights of the others', () => {
    const [whole, plain] = [setFiles(manifest, 'int8'), setFiles(manifest, 'fp32')];
    expect(whole.encoders.flatMap(({ graphs }) => graphs.map(({ name }) => name))).toEqual([
      expect.stringMatching(/^encoder-.*int8/),
    ]);
    expect(whole.encoders.map(({ weights }) => weights)).toEqual(
      plain.encoders.map(({ weights }) => weights),
    );
    expect(whole.decoders.robust?.graph.name).toMatch(/^robust_decoder-int8/);
    expect(whole.decoders.robust?.weights).toEqual(plain.decoders.robust?.weights);
  });

  test('one encoder serves both models, or each has its own', () => {
    const whose = (set: Manifest) =>
      setFiles(set, 'fp32').encoders.map(({ name, kinds }) => [name, kinds]);
    const { robust_encoder: _, ...graphs } = manifest.graphs;
    expect(whose({ ...manifest, graphs })).toEqual([['encoder', ['robust', 'plain']]]);
    const both = { ...graphs, robust_encoder: encoder };
    expect(whose({ ...manifest, graphs: both })).toEqual([
      ['robust_encoder', ['robust']],
      ['encoder', ['plain']],
    ]);
  });

  test('a decoder that has none in int8 is the one of fp32', () => {
    const { graphs } = floating;
    const mixed = { ...manifest, graphs: { encoder, decoder: graphs.decoder } };
    expect(setFiles(mixed, 'int8').decoders).toEqual(setFiles(mixed, 'fp32').decoders);
  });
});
