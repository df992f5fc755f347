import { Copy, Scissors } from 'lucide-react';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';

/** The selected object as a picture, for pasting elsewhere. */
export function CopyButtons() {
  const annotator = useAnnotator();
  const isSelected = useView((view) => view.selectedObjectId !== null);
  const [cutOutKeys, maskKeys] = [useKeyWords('copyCutOut'), useKeyWords('copyMask')];
  if (!isSelected) return null;
  return (
    <div className="copy-buttons">
      <button
        type="button"
        className="button quiet"
        title={cutOutKeys ?? undefined}
        onMouseDown={keepFocus}
        onClick={() => void annotator.copyCutOut()}
      >
        <Scissors aria-hidden size={14} strokeWidth={1.75} /> {t('objects.clipboard.copyCutOut')}
      </button>
      <button
        type="button"
        className="button quiet"
        title={maskKeys ?? undefined}
        onMouseDown={keepFocus}
        onClick={() => void annotator.copyMask()}
      >
        <Copy aria-hidden size={14} strokeWidth={1.75} /> {t('objects.clipboard.copyMask')}
      </button>
    </div>
  );
}
