import { useEffect, useState } from 'react';
import { sampleWords } from '../../photo/sample-words.ts';
import { loadSamples, type Sample, samplesByPicture } from '../../photo/samples.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';

interface Props {
  readonly onPick?: () => void;
}

export function SampleGallery({ onPick }: Props) {
  const annotator = useAnnotator();
  const samples = useSamples();
  if (samples === 'missing') return <p className="hint">{t('welcome.samplesMissing')}</p>;
  const pick = (id: string) => {
    onPick?.();
    void annotator.openSample(id);
  };
  return (
    <ul className="samples" aria-label={t('welcome.samples')}>
      {samplesByPicture(samples).map((made) => (
        <li key={made[0]?.source} className="picture">
          {made.map((sample) => (
            <SampleButton key={sample.id} sample={sample} onClick={() => pick(sample.id)} />
          ))}
        </li>
      ))}
    </ul>
  );
}

interface ButtonProps {
  readonly sample: Sample;
  readonly onClick: () => void;
}

/** The first of a picture is large, with its title. */
function SampleButton({ sample, onClick }: ButtonProps) {
  const { title, condition } = sampleWords(sample);
  return (
    <button
      type="button"
      className="sample"
      aria-label={t('welcome.sample', { title, condition })}
      title={title}
      onClick={onClick}
    >
      <img src={sample.thumbnailUrl} alt="" width={sample.width} height={sample.height} />
      <span className="sample-title">{title}</span>
      <span className="sample-condition">{condition}</span>
    </button>
  );
}

function useSamples(): readonly Sample[] | 'missing' {
  const [samples, setSamples] = useState<readonly Sample[] | 'missing'>([]);
  useEffect(() => {
    loadSamples().then(setSamples, () => setSamples('missing'));
  }, []);
  return samples;
}
