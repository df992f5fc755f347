import { useMemo } from 'react';
import { contract } from '../../contract/contract.ts';
import type { Explained } from '../../engine/explained.ts';
import { t } from '../../words/words.ts';
import { formatFixed } from '../kit/format.ts';
import { heatMap } from './heat-map.ts';
import { MapPicture } from './MapPicture.tsx';

const LABELS = ['include', 'exclude', 'boxTopLeft', 'boxBottomRight', 'padding'] as const;

/** The prompt in the model's frame. */
export function FedPrompt({ explained }: { readonly explained: Explained }) {
  const { points, input } = explained;
  return (
    <section>
      <h3>{t('explanation.prompt.title')}</h3>
      <p className="hint">
        {t('explanation.prompt.lead', { size: contract.image.size, ...input })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('explanation.prompt.label')}</th>
            <th scope="col">{t('explanation.prompt.x')}</th>
            <th scope="col">{t('explanation.prompt.y')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ x, y, label }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two points may be at one place, and none ever moves.
            <tr key={i}>
              <th scope="row">{labelWords(label)}</th>
              <td>{formatFixed(x, 2)}</td>
              <td>{formatFixed(y, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MaskPrompt explained={explained} />
    </section>
  );
}

function MaskPrompt({ explained: { maskPrompt, input } }: { readonly explained: Explained }) {
  const picture = useMemo(
    () => maskPrompt && heatMap(maskPrompt.logits, input),
    [maskPrompt, input],
  );
  if (!maskPrompt || !picture) return <p className="hint">{t('explanation.prompt.noMask')}</p>;
  const label = t('explanation.prompt.mask', { token: maskPrompt.token });
  return (
    <figure className="one-map">
      <MapPicture picture={picture} label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}

function labelWords(label: number): string {
  const name = LABELS.find((one) => contract.labels[one] === label);
  return name ? `${label}: ${t(`explanation.prompt.labels.${name}`)}` : String(label);
}
