import type { LiveMask } from '../../app/state/view.ts';
import type { Candidate } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, usePrompt, useView } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useAfterPaint } from '../kit/use-after-paint.ts';
import { candidateNames, isUnsure } from './candidates.ts';
import { Unsure } from './Unsure.tsx';

/** The model's answers to the prompt in hand, best first, with its own estimate of their IoU. */
export function CandidatesPanel() {
  const live = useView((view) => view.live);
  const isPending = useView((view) => view.pending) || live !== null;
  // The mask first.
  const listed = useAfterPaint(live);
  const steps = usePrompt().length;
  const prompts = steps === 0 ? '' : t('candidates.prompts', { count: steps });
  const figure = live ? `${t(`modelChoice.names.${live.model}`)} · ${prompts}` : prompts;
  return (
    <Panel title={t('candidates.title')} figure={figure}>
      {live && listed ? <Candidates live={listed} /> : <Hint isPending={isPending} />}
    </Panel>
  );
}

function Hint({ isPending }: { readonly isPending: boolean }) {
  if (isPending) return <p className="hint">{t('candidates.pending')}</p>;
  return <p className="hint">{t('candidates.hint')}</p>;
}

function Candidates({ live }: { readonly live: LiveMask }) {
  const names = candidateNames(live.candidates);
  return (
    <ul className="candidates">
      {live.candidates.map((candidate) => (
        <CandidateRow
          key={candidate.token}
          candidate={candidate}
          name={names.get(candidate.token) ?? ''}
          isShown={candidate.token === live.token}
          isUnsure={isUnsure(live.candidates, candidate.token)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  readonly name: string;
  readonly isShown: boolean;
  readonly isUnsure: boolean;
}

function CandidateRow({ candidate, name, isShown, isUnsure }: RowProps) {
  const annotator = useAnnotator();
  const { width, height } = useView((view) => view.viewport.image);
  const { token, predictedIou, area } = candidate;
  return (
    <li>
      <button
        type="button"
        className="candidate"
        aria-pressed={isShown}
        onMouseDown={keepFocus}
        onClick={() => void annotator.chooseCandidate(token)}
      >
        <span className="candidate-name">{name}</span>
        <span className="candidate-area">
          {t('format.ofPhoto', { share: formatShare(area / (width * height)) })}
        </span>
        <span className="candidate-iou" title={t('candidates.iouTip')}>
          {isUnsure && <Unsure />} IoU {predictedIou.toFixed(2)}
        </span>
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(Math.max(predictedIou, 0), 1) * 100}%` }} />
        </span>
      </button>
    </li>
  );
}
