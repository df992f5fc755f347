import { useMemo } from 'react';
import type { Explained, ExplainedMask } from '../../engine/explained.ts';
import { t } from '../../words/words.ts';
import { formatFixed, formatShare } from '../kit/format.ts';
import { FedMarks } from './FedMarks.tsx';
import { heatMap } from './heat-map.ts';
import { MapPicture } from './MapPicture.tsx';

/** All masks that the decoder gave, as heat maps of their logits. */
export function MaskMaps({ explained }: { readonly explained: Explained }) {
  return (
    <section>
      <h3>{t('explanation.masks.title')}</h3>
      <p className="hint">{t('explanation.masks.lead')}</p>
      <div className="maps">
        {explained.masks.map((mask) => (
          <MaskMap key={mask.token} mask={mask} explained={explained} />
        ))}
      </div>
    </section>
  );
}

interface Props {
  readonly mask: ExplainedMask;
  readonly explained: Explained;
}

function MaskMap({ mask, explained: { input, points, token } }: Props) {
  const picture = useMemo(() => heatMap(mask.logits, input), [mask, input]);
  const lowest = formatFixed(mask.lowest, 1);
  const highest = formatFixed(mask.highest, 1);
  const label = t('explanation.masks.heatMap', { token: mask.token, lowest, highest });
  return (
    <figure data-answer={mask.token === token || undefined}>
      <MapPicture picture={picture} label={label}>
        <FedMarks points={points} />
      </MapPicture>
      <figcaption>
        <strong>{t('explanation.masks.name', { token: mask.token })}</strong>{' '}
        {standing(mask, token)}
        <dl className="facts">
          <dt>{t('explanation.masks.facts.raw')}</dt>
          <dd>{formatFixed(mask.rawIou, 3)}</dd>
          <dt>{t('explanation.masks.facts.calibrated')}</dt>
          <dd>{formatFixed(mask.calibratedIou, 3)}</dd>
          <dt>{t('explanation.masks.facts.coverage')}</dt>
          <dd>{formatShare(mask.coverage)}</dd>
          <dt>{t('explanation.masks.facts.range')}</dt>
          <dd>
            {lowest} … {highest}
          </dd>
        </dl>
      </figcaption>
    </figure>
  );
}

function standing({ rank, token }: ExplainedMask, answer: number): string {
  const place =
    rank === null
      ? t('explanation.masks.notOffered')
      : t('explanation.masks.rank', { rank: rank + 1 });
  return token === answer ? `${t('explanation.masks.answered')}, ${place}` : place;
}
