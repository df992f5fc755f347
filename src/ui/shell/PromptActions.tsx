import { Check, LoaderCircle, ScanSearch, X } from 'lucide-react';
import { preferredModel } from '../../app/prompts/preferred.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useChoiceInUse, useObjects, usePrompt, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';

/** What can be done with the mask in hand. */
export function PromptActions() {
  const annotator = useAnnotator();
  // Asked for while the mask is on its way, it is kept when it comes.
  const canKeep = useView((view) => view.live !== null || view.pending);
  const isComparing = useChoiceInUse() === 'compare';
  const preferred = usePreferred();
  return (
    <>
      <ActionButton action="clearPrompt" icon={X} keysOf="cancel" tip="above" />
      <ActionButton action="zoomRefine" icon={ScanSearch} tip="above" />
      {isComparing ? (
        (['plain', 'robust'] as const).map((model) => (
          <KeepButton
            key={model}
            words={t(model === 'plain' ? 'shell.prompt.keepPlain' : 'shell.prompt.keepRobust')}
            isPreferred={model === preferred}
            canKeep={canKeep}
            onKeep={() => void annotator.keep(model)}
          />
        ))
      ) : (
        <KeepButton
          words={t('shell.prompt.keep')}
          isPreferred
          canKeep={canKeep}
          onKeep={() => void annotator.keep()}
        />
      )}
    </>
  );
}

/** Whose mask Enter keeps of two. */
function usePreferred(): ModelKind {
  const { document, engine } = useAnnotator();
  // Drawn again when they change.
  useObjects();
  usePrompt();
  const preferred = useView((view) => preferredModel(document.getState(), view, engine.getState()));
  return preferred ?? 'robust';
}

interface KeepProps {
  readonly words: string;
  readonly isPreferred: boolean;
  readonly canKeep: boolean;
  readonly onKeep: () => void;
}

function KeepButton({ words, isPreferred, canKeep, onKeep }: KeepProps) {
  const willBeKept = useWillBeKept() && isPreferred;
  const keys = useKeyWords('finish');
  const Icon = willBeKept ? LoaderCircle : Check;
  return (
    <button
      type="button"
      className={isPreferred ? 'button primary' : 'button'}
      disabled={!canKeep || willBeKept}
      onMouseDown={keepFocus}
      onClick={onKeep}
    >
      {isPreferred && <Icon aria-hidden size={16} className={willBeKept ? 'spin' : ''} />} {words}{' '}
      {isPreferred && keys && <kbd className="wide-only">{keys}</kbd>}
    </button>
  );
}

/** The mask in hand was asked to be kept before it is there. */
export function useWillBeKept(): boolean {
  const prompt = usePrompt();
  return useView((view) => view.keptNext === prompt);
}
