import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../models/manifest.ts';
import { BACKENDS } from '../protocol.ts';
import { precisionOf, setFiles, traitsOf } from './manifest.ts';

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
    const names = whole.encoders.flatMap(({ graphs }) => graphs.map(({ name }) => name));
    expect(names).toEqual(names.map(() => expect.stringMatching(/^(robust_)?encoder-.*int8/)));
    expect(whole.encoders.map(({ weights }) => weights)).toEqual(
      plain.encoders.map(({ weights }) => weights),
    );
    expect(whole.decoders.robust?.graph.name).toMatch(/^robust_decoder-int8/);
    expect(whole.decoders.robust?.weights).toEqual(plain.decoders.robust?.weights);
  });

  test('RobustSAM sees photos in shapes of their own, plain SAM in the square', () => {
    const shapes = setFiles(manifest, 'int8').encoders.map(({ name, graphs }) => [
      name,
      graphs.map(({ input }) => input.width / input.height),
    ]);
    const lying = [16 / 9, 1024 / 688, 4 / 3];
    expect(shapes).toEqual([
      ['robust_encoder', expect.arrayContaining([1, ...lying, ...lying.map((shape) => 1 / shape)])],
      ['encoder', [1]],
    ]);
  });

  test('a decoder that has none in int8 is the one of fp32', () => {
    const { graphs } = floating;
    const mixed = { ...manifest, graphs: { encoder, decoder: graphs.decoder } };
    expect(setFiles(mixed, 'int8').decoders).toEqual(setFiles(mixed, 'fp32').decoders);
  });
});

describe('how a set was trained', () => {
  test('the shipped one’s single mask is blended, and it is no official checkpoint', () => {
    expect(traitsOf(manifest)).toEqual({ isBlended: true, isOfficial: false });
  });

  test('an official one says so, and its head tells nothing of blending', () => {
    const content = { ...JSON.parse(text), official: true, provenance: { summary: 'official' } };
    const read = parseManifest(JSON.stringify(content));
    expect(read.ok && traitsOf(read.manifest)).toEqual({ isBlended: false, isOfficial: true });
  });

  test('a head described in other words is no reason to refuse a set', () => {
    const provenance = { summary: 'another make', head: { config: 'in a file' } };
    const read = parseManifest(JSON.stringify({ ...JSON.parse(text), provenance }));
    expect(read.ok && traitsOf(read.manifest).isBlended).toBe(false);
  });
});
