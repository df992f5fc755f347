import { RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useOffline, useProjects } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';

/** A newer version is used only when the person says so, and never under their work. */
export function UpdateNotice() {
  const annotator = useAnnotator();
  const hasUpdate = useOffline((status) => status.hasUpdate);
  // Every step of the history changes the document.
  useDocument((state) => state);
  const isUnsaved = useProjects(({ storage, save }) =>
    storage === 'none' ? annotator.canUndo() : save.kind === 'failed',
  );
  const [isDismissed, setDismissed] = useState(false);
  if (!hasUpdate || isDismissed) return null;
  return (
    <div className="notice update">
      <RefreshCw aria-hidden size={18} strokeWidth={1.75} />
      <p>{t(isUnsaved ? 'shell.update.readyLater' : 'shell.update.ready')}</p>
      {!isUnsaved && (
        <button type="button" className="button" onClick={() => void annotator.update()}>
          {t('shell.update.reload')}
        </button>
      )}
      <IconButton
        icon={X}
        label={t('shell.update.later')}
        tip="left"
        onClick={() => setDismissed(true)}
      />
    </div>
  );
}
