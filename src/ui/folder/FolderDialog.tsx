import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { FolderFormat } from '../../app/folder/folder-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useFolder } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Choices } from '../transfers/Choices.tsx';
import { formatChoices, timeWords, troubleWords } from './folder-words.ts';

/** A folder of the disk, and how labels are written into it. */
export function FolderDialog() {
  const annotator = useAnnotator();
  const isOpen = useFolder((folder) => folder.isDialogOpen);
  const phase = useFolder((folder) => folder.phase);
  const isConnected = phase !== 'none' && phase !== 'opening';
  return (
    <Dialog title={t('folder.title')} isOpen={isOpen} onClose={() => annotator.showFolder(false)}>
      {isConnected ? <Connected /> : <Choose />}
    </Dialog>
  );
}

function Choose() {
  const annotator = useAnnotator();
  const hasPhotos = useDocument(({ photos }) => photos.length > 0);
  const trouble = useFolder((folder) => folder.trouble);
  const isOpening = useFolder((folder) => folder.phase === 'opening');
  const [format, setFormat] = useState<FolderFormat>('labelme');
  const [target, setTarget] = useState<'own' | 'open'>('own');
  if (!annotator.canWorkInFolder()) {
    return (
      <div className="data-form">
        <p>{t('folder.unsupported')}</p>
        <p className="hint">{t('folder.unsupportedHelp')}</p>
      </div>
    );
  }
  const open = async () => {
    await annotator.workInFolder(format, hasPhotos && target === 'open');
    if (annotator.folder.getState().phase !== 'none') annotator.showFolder(false);
  };
  const targets = { own: t('folder.targets.own'), open: t('folder.targets.open') };
  return (
    <div className="data-form">
      <p>{t('folder.lead')}</p>
      <FormatChoice format={format} onChange={setFormat} />
      {hasPhotos && (
        <Choices legend={t('folder.target')} words={targets} value={target} onChange={setTarget} />
      )}
      {trouble && <p className="data-failure">{troubleWords(trouble, trouble.detail)}</p>}
      <div className="data-actions">
        <button
          type="button"
          className="button primary"
          disabled={isOpening}
          onClick={() => void open()}
        >
          <FolderOpen aria-hidden size={16} strokeWidth={1.75} /> {t('folder.choose')}
        </button>
      </div>
    </div>
  );
}

interface FormatProps {
  readonly format: FolderFormat;
  readonly onChange: (format: FolderFormat) => void;
}

function FormatChoice({ format, onChange }: FormatProps) {
  return (
    <>
      <Choices
        legend={t('folder.format')}
        words={formatChoices()}
        value={format}
        onChange={onChange}
      />
      <p className="hint data-about">{t(`folder.formats.${format}.about`)}</p>
    </>
  );
}

function Connected() {
  const annotator = useAnnotator();
  const { name, format, waiting, writtenAt, outside, phase } = useFolder((folder) => folder);
  const canWrite = phase === 'connected';
  return (
    <div className="data-form">
      <p>
        <strong>{t('folder.connected', { name })}</strong>{' '}
        {writtenAt === null
          ? t('folder.notWritten')
          : t('folder.written', { time: timeWords(writtenAt) })}{' '}
        {waiting > 0 && t('folder.waiting', { count: waiting })}
      </p>
      {outside > 0 && <p className="hint">{t('folder.outside', { count: outside })}</p>}
      <FormatChoice format={format} onChange={(next) => void annotator.setFolderFormat(next)} />
      <div className="data-actions">
        {phase === 'locked' && <ReconnectButton />}
        {canWrite && (
          <button type="button" className="button" onClick={() => void annotator.checkFolder()}>
            {t('folder.check')}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            void annotator.leaveFolder();
            annotator.showFolder(false);
          }}
        >
          {t('folder.leave')}
        </button>
      </div>
    </div>
  );
}

export function ReconnectButton() {
  const annotator = useAnnotator();
  return (
    <button
      type="button"
      className="button primary"
      onClick={() => void annotator.reconnectFolder()}
    >
      {t('folder.reconnect')}
    </button>
  );
}
