import { textOr } from '../words/words.ts';
import type { Sample } from './samples.ts';

type Words = Pick<Sample, 'title' | 'condition'>;

/** In the language of the page; what the catalogue doesn't know is said as the manifest says it. */
export function sampleWords({ id, title, condition }: Words & Pick<Sample, 'id'>): Words {
  return {
    title: textOr(`samples.title.${id}`, title),
    condition: textOr(`samples.condition.${condition}`, condition),
  };
}
