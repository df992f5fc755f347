import type { LiveMask } from '../../app/view.ts';
import type { Candidate } from '../../engine/protocol.ts';
import { useAnnotator, usePrompt, useView } from '../annotator.ts';
import { candidateNames, isUnsure } from '../candidates.ts';
import { formatShare } from '../format.ts';
import { keepFocus } from '../IconButton.tsx';
import { MODEL_NAMES } from '../model-words.ts';
import { Unsure } from '../Unsure.tsx';
import { Panel } from './Panel.tsx';

/** The model's answers to the prompt in hand, best first, with its own estimate of their IoU. */
export function CandidatesPanel() {
  const live = useView((view) => view.live);
  const isPending = useView((view) => view.pending);
  const steps = usePrompt().length;
  const prompts = steps === 0 ? '' : steps === 1 ? '1 prompt' : `${steps} prompts`;
  const figure = live ? `${MODEL_NAMES[live.model]} · ${prompts}` : prompts;
  return (
    <Panel title="Mask in hand" figure={figure}>
      {live ? <Candidates live={live} /> : <Hint isPending={isPending} />}
    </Panel>
  );
}

function Hint({ isPending }: { readonly isPending: boolean }) {
  if (isPending) return <p className="hint">Your click is on its way…</p>;
  return (
    <p className="hint">
      Click an object, or drag a box around it. Right-click what should not belong.
    </p>
  );
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
        <span className="candidate-area">{formatShare(area / (width * height))} of photo</span>
        <span className="candidate-iou" title="The model’s own estimate of this mask’s IoU">
          {isUnsure && <Unsure />} IoU {predictedIou.toFixed(2)}
        </span>
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(Math.max(predictedIou, 0), 1) * 100}%` }} />
        </span>
      </button>
    </li>
  );
}
