import type { Sample } from '../../photo/samples.ts';
import { t } from '../../words/words.ts';

type Words = Pick<Sample, 'title' | 'condition'>;

/** In the language of the page; what the catalogue doesn't know is said as the manifest says it. */
export function sampleWords({ id, title, condition }: Words & Pick<Sample, 'id'>): Words {
  return {
    title: t(`samples.title.${id}` as 'samples.title.coffee', { defaultValue: title }),
    condition: t(`samples.condition.${condition}` as 'samples.condition.clear', {
      defaultValue: condition,
    }),
  };
}
