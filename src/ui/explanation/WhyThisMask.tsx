import type { LiveMask } from '../../app/state/view.ts';
import type { Explained } from '../../engine/explained.ts';
import { t } from '../../words/words.ts';

interface Props {
  readonly answer: LiveMask;
  readonly explained: Explained;
}

/** Which mask was chosen and what was done to it, in the order in which it was done. */
export function WhyThisMask({
  answer,
  explained: { choice, token, isBlended, hasChequer },
}: Props) {
  const { tidied, isTidied, isZoomed } = answer;
  const pieces = { specks: tidied?.specks ?? 0, holes: tidied?.holes ?? 0 };
  return (
    <section>
      <h3>{t('explanation.answer.title')}</h3>
      <ul>
        <li>{t(`explanation.answer.${choice}`, { token })}</li>
        {isBlended && <li>{t('explanation.answer.blended')}</li>}
        {hasChequer && <li>{t('explanation.answer.chequer')}</li>}
        {isZoomed && <li>{t('explanation.answer.zoomed')}</li>}
        {!tidied && <li>{t('explanation.answer.untidied')}</li>}
        {tidied && <li>{t(`explanation.answer.${isTidied ? 'tidied' : 'left'}`, pieces)}</li>}
      </ul>
    </section>
  );
}
