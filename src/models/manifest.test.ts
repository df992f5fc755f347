import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseManifest, setBytes, setFilesOf } from './manifest.ts';

const text = readFileSync(new URL('../../public/models/manifest.json', import.meta.url), 'utf8');

const FALLING = [
  [0, 0.5],
  [1, 0.4],
];

describe('the manifest of a model set', () => {
  test('the one that ships is taken, and its files add up', () => {
    const { manifest } = bundled();
    const names = setFilesOf(manifest).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(setBytes(manifest)).toBeGreaterThan(1e6);
  });

  test.each([
    ['another version', ['version'], 1, /^version/],
    ['an id that is a path', ['id'], '../outside', /^id: not a plain/],
    ['an id that is a hidden name', ['id'], '.incoming', /^id/],
    ['no name', ['name'], '', /^name/],
    [
      'a file name that is a path',
      ['graphs', 'decoder', 'weights', 0, 'name'],
      'a/b',
      /plain file/,
    ],
    [
      'the manifest as a file',
      ['graphs', 'decoder', 'weights', 0, 'name'],
      'manifest.json',
      /itself/,
    ],
    ['a size below zero', ['graphs', 'encoder', 'graphs', 0, 'bytes'], -1, /bytes/],
    ['a size that is a text', ['graphs', 'encoder', 'graphs', 0, 'bytes'], '12', /bytes/],
    ['a checksum of other length', ['graphs', 'decoder', 'graphs', 0, 'sha256'], 'abc', /SHA-256/],
    [
      'a precision nobody knows',
      ['graphs', 'decoder', 'graphs', 0, 'precision'],
      'int4',
      /precision/,
    ],
    ['no weights', ['graphs', 'encoder', 'weights'], [], /weights/],
    ['no decoder', ['graphs', 'decoder'], null, /decoder/],
    [
      'a calibration that falls',
      ['calibration'],
      { plain: { box: FALLING } },
      /calibration.*falls/,
    ],
    ['a calibration of one point', ['calibration'], { robust: { click: [[0, 0]] } }, /calibration/],
  ])('%s is refused, and it says where', (_, path, value, detail) => {
    expect(parseManifest(changed(path, value))).toEqual({
      ok: false,
      detail: expect.stringMatching(detail),
    });
  });

  test('a part without one of the precisions is refused', () => {
    const { manifest } = bundled();
    const [first] = manifest.graphs.decoder.graphs;
    expect(parseManifest(changed(['graphs', 'decoder', 'graphs'], [first]))).toMatchObject({
      detail: 'graphs.decoder needs a graph in fp32 and one in fp16',
    });
  });

  test('one name for two contents is refused', () => {
    const name = bundled().manifest.graphs.encoder.weights[0]?.name;
    expect(parseManifest(changed(['graphs', 'decoder', 'weights', 0, 'name'], name))).toMatchObject(
      {
        detail: `two different files are called ${name}`,
      },
    );
  });

  test('what is not a manifest never throws', () => {
    const anything = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(anything, (other) => {
        expect(parseManifest(other).ok).toBe(false);
      }),
    );
  });
});

function bundled() {
  const parsed = parseManifest(text);
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed;
}

/** The manifest that ships, with one value in another's place. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = JSON.parse(text);
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
  parent[last] = value;
  return JSON.stringify(copy);
}
