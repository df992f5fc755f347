import { useEffect, useState } from 'react';
import { loadSamples, type Sample } from '../../photo/samples.ts';
import { useAnnotator } from '../annotator.ts';

interface Props {
  readonly onPick?: () => void;
}

export function SampleGallery({ onPick }: Props) {
  const annotator = useAnnotator();
  const samples = useSamples();
  if (samples === 'missing') return <p className="hint">The sample photos are missing here.</p>;
  return (
    <ul className="samples" aria-label="Sample photos">
      {samples.map((sample) => (
        <li key={sample.id}>
          <button
            type="button"
            className="sample"
            aria-label={`${sample.title}, ${sample.condition}`}
            onClick={() => {
              onPick?.();
              void annotator.openSample(sample.id);
            }}
          >
            <img src={sample.thumbnailUrl} alt="" width={sample.width} height={sample.height} />
            <span className="sample-title">{sample.title}</span>
            <span className="sample-condition">{sample.condition}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function useSamples(): readonly Sample[] | 'missing' {
  const [samples, setSamples] = useState<readonly Sample[] | 'missing'>([]);
  useEffect(() => {
    loadSamples().then(setSamples, () => setSamples('missing'));
  }, []);
  return samples;
}
