import type { ObjectClass } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import { t } from '../../words/words.ts';
import { formatShare } from '../kit/format.ts';

/** "cat · 12 % · 93 % sure · RobustSAM": what it is, how large, how sure that was, whose mask. */
export function figureWords(
  { mask, model, predictedIou, review }: MaskObject,
  className: string | null,
) {
  const share = formatShare(maskArea(mask) / (mask.size.width * mask.size.height));
  const sure =
    predictedIou === null
      ? null
      : t('objects.panel.sure', { share: formatShare(Math.min(Math.max(predictedIou, 0), 1)) });
  return [
    review ? t(`review.states.${review.state}`) : null,
    className,
    share,
    sure,
    model ? t(`modelChoice.names.${model}`) : t('objects.panel.noModel'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Those whose name, class, note, review or answers hold the words. */
export function foundIn(
  objects: readonly MaskObject[],
  classes: readonly ObjectClass[],
  words: string,
): readonly MaskObject[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return objects;
  return objects.filter(({ name, note, classId, attributes, review }) => {
    const className = classes.find(({ id }) => id === classId)?.name ?? '';
    const answers = attributes.map(([question, answer]) => `${question} ${answer}`);
    const said = review ? [t(`review.states.${review.state}`), review.comment] : [];
    return [name, note, className, ...said, ...answers].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  });
}
