import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadWords, setLanguage } from '../words/words.ts';
import { sampleWords } from './sample-words.ts';
import { parseSamples } from './samples.ts';

await loadWords('ko');

const MANIFEST = join(import.meta.dirname, '../../public/samples/manifest.json');
const samples = parseSamples(JSON.parse(readFileSync(MANIFEST, 'utf8')), '');

afterEach(() => setLanguage('en'));

test.each(samples)('$title has words in each language', (sample) => {
  const { title, condition } = sample;
  expect(sampleWords(sample)).toEqual({ title, condition });
  setLanguage('ko');
  const korean = sampleWords(sample);
  expect(korean.title).toMatch(/\p{Script=Hangul}/u);
  expect(korean.condition).toMatch(/\p{Script=Hangul}/u);
});

test('a sample that was added without words is called what the manifest calls it', () => {
  setLanguage('ko');
  const added = { id: 'harbour', title: 'Harbour', condition: 'hazy' };
  expect(sampleWords(added)).toEqual({ title: 'Harbour', condition: 'hazy' });
});
