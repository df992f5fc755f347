import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { parseSamples, samplesByPicture } from './samples.ts';

const FOLDER = join(import.meta.dirname, '../../public/samples/');
const manifest: unknown = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8'));
const samples = parseSamples(manifest, FOLDER);

describe('the sample photos', () => {
  it('are there, each once, with nothing left over', () => {
    const named = samples.flatMap(({ url, thumbnailUrl }) => [url, thumbnailUrl]);
    const files = readdirSync(FOLDER)
      .filter((name) => /\.(jpg|webp)$/.test(name))
      .map((name) => join(FOLDER, name));
    expect(named.toSorted()).toEqual(files.toSorted());
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  });

  it.each(samples)('$id has the size the manifest says', ({ url, thumbnailUrl, width, height }) => {
    expect(imageSize(readFileSync(url))).toMatchObject({ width, height });
    const thumbnail = imageSize(readFileSync(thumbnailUrl));
    expect(Math.max(thumbnail.width, thumbnail.height)).toBe(240);
  });

  it('show clear photos and every hard condition the page promises', () => {
    const conditions = samples.map(({ condition }) => condition);
    expect(conditions.filter((condition) => condition === 'clear').length).toBeGreaterThan(1);
    expect(conditions).toEqual(
      expect.arrayContaining([
        'dark',
        'noisy',
        'rainy',
        'foggy',
        'snowy',
        'motion-blurred',
        'over-compressed',
        'low-resolution',
      ]),
    );
  });

  it('may be passed on, and say where they are from', () => {
    const sources = readFileSync(join(FOLDER, 'SOURCES.md'), 'utf8');
    for (const { id, licence, author, sourceUrl } of samples) {
      expect(['CC0 1.0', 'Public domain']).toContain(licence);
      expect(author).not.toBe('');
      expect(new URL(sourceUrl).protocol).toBe('https:');
      expect(sources).toContain(`| ${id}.jpg |`);
    }
  });
});

describe('a manifest that is not as expected', () => {
  it('is refused with the entry and the field', () => {
    expect(() => parseSamples({}, '')).toThrow('not a list');
    expect(() => parseSamples([null], '')).toThrow('id of entry 0 is not a string');
    const [first] = Array.isArray(manifest) ? manifest : [];
    expect(() => parseSamples([first, { ...first, width: '5' }], '')).toThrow(
      'width of entry 1 is not a number',
    );
  });
});

it('samples of one picture are together, the clear one first', () => {
  const sample = (id: string, source: string, condition: string) => {
    return {
      id,
      source,
      condition,
      title: id,
      width: 1,
      height: 1,
      file: '',
      thumbnail: '',
      author: '',
      licence: '',
      sourceUrl: '',
    };
  };
  const samples = parseSamples(
    [
      sample('fog', 'tower', 'foggy'),
      sample('night', 'cup', 'dark'),
      sample('day', 'cup', 'clear'),
    ],
    '',
  );
  const ids = samplesByPicture(samples).map((made) => made.map(({ id }) => id));
  expect(ids).toEqual([['day', 'night'], ['fog']]);
});
