import { FileUp, FolderUp } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import type { ImportState } from '../../app/transfers/transfers.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useTransfers } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { chosenFiles } from './chosen-files.ts';
import { ImportReport } from './ImportReport.tsx';
import { readingWords, takenWords } from './import-words.ts';

type Props = Pick<ComponentProps<typeof Dialog>, 'isOpen' | 'onClose'>;

export function ImportDialog({ isOpen, onClose }: Props) {
  const annotator = useAnnotator();
  const close = () => {
    annotator.cancelImport();
    onClose();
  };
  return (
    <Dialog title={t('importDialog.title')} isOpen={isOpen} onClose={close}>
      <ImportSteps onClose={close} />
    </Dialog>
  );
}

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const state = useTransfers(({ importing }) => importing);
  switch (state.kind) {
    case 'idle':
      return <ChooseFiles />;
    case 'reading':
      return <Reading state={state} />;
    case 'read':
      return <ImportReport summary={state.summary} />;
    case 'taking':
      return <p role="status">{t('importDialog.taking')}</p>;
    case 'taken':
      return (
        <div className="data-actions">
          <p role="status">{takenWords(state.objects, state.photos)}</p>
          <button type="button" className="button primary" onClick={onClose}>
            {t('importDialog.close')}
          </button>
        </div>
      );
    case 'failed':
      return (
        <>
          <p role="alert" className="data-failure">
            {t('importDialog.failed', { detail: state.detail })}
          </p>
          <ChooseFiles />
        </>
      );
  }
}

const canPickFolders = 'webkitdirectory' in HTMLInputElement.prototype;
/** Not in React's types, being an attribute of no standard. */
const PICK_FOLDER = { webkitdirectory: '' };

function ChooseFiles() {
  const annotator = useAnnotator();
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // Lets the same file be picked again.
    input.value = '';
    if (chosen.length > 0) void annotator.readLabels(chosenFiles(chosen));
  };
  return (
    <div className="data-choose">
      <p>{t('importDialog.lead')}</p>
      <div className="data-buttons">
        <button type="button" className="button primary" onClick={() => files.current?.click()}>
          <FileUp aria-hidden size={16} strokeWidth={1.75} /> {t('importDialog.files')}
        </button>
        {canPickFolders && (
          <button type="button" className="button" onClick={() => folder.current?.click()}>
            <FolderUp aria-hidden size={16} strokeWidth={1.75} /> {t('importDialog.folder')}
          </button>
        )}
        <span className="hint wide-only">{t('importDialog.drop')}</span>
      </div>
      <input ref={files} type="file" multiple hidden onChange={({ target }) => take(target)} />
      <input
        ref={folder}
        type="file"
        hidden
        {...PICK_FOLDER}
        onChange={({ target }) => take(target)}
      />
    </div>
  );
}

function Reading({ state }: { readonly state: Extract<ImportState, { kind: 'reading' }> }) {
  const annotator = useAnnotator();
  const { done, of } = state;
  return (
    <div className="data-actions" role="status">
      <span className="data-progress">
        {readingWords(done, of)}
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(done / Math.max(of, 1)) * 100}%` }} />
        </span>
      </span>
      <button type="button" className="button" onClick={() => annotator.cancelImport()}>
        {t('importDialog.cancel')}
      </button>
    </div>
  );
}
