import type { ComponentProps } from 'react';
import type { ImportState } from '../../app/transfers/transfers.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useTransfers } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { chosenFiles } from './chosen-files.ts';
import { ImportReport } from './ImportReport.tsx';
import { readingWords, takenWords } from './import-words.ts';
import { PickLabels } from './PickLabels.tsx';

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

function ChooseFiles() {
  const annotator = useAnnotator();
  return (
    <div className="data-choose">
      <p>{t('importDialog.lead')}</p>
      <PickLabels onPick={(files) => void annotator.readLabels(chosenFiles(files))}>
        <span className="hint wide-only">{t('importDialog.drop')}</span>
      </PickLabels>
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
