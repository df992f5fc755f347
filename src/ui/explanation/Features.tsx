import { useMemo } from 'react';
import type { Explained, Likeness, TensorPicture } from '../../engine/explained.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { formatFixed, formatShare } from '../kit/format.ts';
import { explainCommand } from './explain-command.ts';
import { colourMap, greyMap } from './heat-map.ts';
import { MapPicture } from './MapPicture.tsx';

interface Props {
  readonly explained: Explained;
  readonly prompt: Prompt;
}

/** What the encoders gave for the photo, and where to see the rest. */
export function Features({ explained, prompt }: Props) {
  const { tensors, likeness, encoder, photos, model } = explained;
  return (
    <section>
      <h3>{t('explanation.features.title')}</h3>
      <p className="hint">
        {t('explanation.features.lead', {
          encoder,
          photos: t(`explanation.features.photos.${photos}`),
        })}
      </p>
      <div className="pairs">
        {tensors.map((tensor) => (
          <TensorMaps key={tensor.name} tensor={tensor} />
        ))}
        {likeness && <LikenessMap likeness={likeness} />}
      </div>
      {model === 'robust' && !likeness && (
        <p className="hint">{t('explanation.features.onlyOne')}</p>
      )}
      {model === 'robust' && (
        <>
          <p className="hint">{t('explanation.features.beyond')}</p>
          <pre className="command">
            <code>{explainCommand(prompt)}</code>
          </pre>
        </>
      )}
    </section>
  );
}

function TensorMaps({ tensor }: { readonly tensor: TensorPicture }) {
  const { name, shape, size, mean, components, shares } = tensor;
  const grey = useMemo(() => greyMap(mean, size), [mean, size]);
  const colours = useMemo(() => colourMap(components, size), [components, size]);
  const share = formatShare(shares.reduce((sum, one) => sum + one, 0));
  return (
    <figure>
      <div className="pair">
        <MapPicture picture={grey} label={t('explanation.features.mean', { name })} />
        <MapPicture picture={colours} label={t('explanation.features.components', { name })} />
      </div>
      <figcaption>
        {t('explanation.features.tensor', { name, shape: shape.join(', '), share })}
      </figcaption>
    </figure>
  );
}

function LikenessMap({ likeness }: { readonly likeness: Likeness }) {
  const { names, cosine, size, mean } = likeness;
  const picture = useMemo(() => greyMap(cosine, size), [cosine, size]);
  const [first, second] = names;
  const label = t('explanation.features.likeness', { first, second, mean: formatFixed(mean, 3) });
  return (
    <figure>
      <div className="pair">
        <MapPicture picture={picture} label={label} />
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
