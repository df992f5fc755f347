import { t } from '../words/words.ts';
import type { Sample } from './samples.ts';

type Words = Pick<Sample, 'title' | 'condition'>;

/** In the language of the page; what the catalogue doesn't know is said as the manifest says it. */
export function sampleWords({ id, title, condition }: Words & Pick<Sample, 'id'>): Words {
  const titles: Known = t('samples.title', { returnObjects: true });
  const conditions: Known = t('samples.condition', { returnObjects: true });
  return { title: titles[id] ?? title, condition: conditions[condition] ?? condition };
}

type Known = Readonly<Partial<Record<string, string>>>;
