import { CircleAlert, Eye, FileArchive, FileQuestion, FolderLock, X } from 'lucide-react';
import { useState } from 'react';
import type { UnreadablePhoto } from '../../app/state/view.ts';
import type { SaveFailure } from '../../projects/saving.ts';
import { t } from '../../words/words.ts';
import { FolderAlerts } from '../folder/FolderAlerts.tsx';
import { FolderDialog } from '../folder/FolderDialog.tsx';
import { FolderStatus } from '../folder/FolderStatus.tsx';
import { useAnnotator, useDocument, useProjects, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { IconButton } from '../kit/IconButton.tsx';

/** Above the photo: what keeps the work from being saved, changed or seen, and the way out. */
export function ProjectAlerts() {
  const { save, access, transfer, storage, isOpening } = useProjects((state) => state);
  const hasPhotos = useDocument(({ photos }) => photos.length > 0);
  const unreadable = useView((view) => view.unreadable);
  return (
    <>
      {storage === 'none' && hasPhotos && !isOpening && <NothingKept />}
      {save.kind === 'failed' && <NotSaved failure={save} />}
      {access !== 'write' && <ReadOnly isWaiting={access === 'waiting'} />}
      <FolderAlerts />
      <FolderDialog />
      <FolderStatus />
      {unreadable && <Unreadable photo={unreadable} />}
      {transfer && <Transfer {...transfer} />}
    </>
  );
}

/** Private windows, and browsers that are told to keep nothing. */
function NothingKept() {
  const annotator = useAnnotator();
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <div className="engine-alert" role="status">
      <CircleAlert aria-hidden size={18} strokeWidth={1.75} />
      <p>
        <strong>{t('projectAlerts.nothingKept')}</strong> {t('projectAlerts.nothingKeptHelp')}
      </p>
      <button type="button" className="button" onClick={() => void annotator.saveProjectFile(true)}>
        {t('projects.file.save')}
      </button>
      <IconButton
        icon={X}
        label={t('projectAlerts.dismiss')}
        tip="left"
        onClick={() => setDismissed(true)}
      />
    </div>
  );
}

function NotSaved({ failure }: { readonly failure: SaveFailure }) {
  const annotator = useAnnotator();
  return (
    <div className="engine-alert error" role="alert">
      <CircleAlert aria-hidden size={18} strokeWidth={1.75} />
      <div>
        <p>
          <strong>{t(`projects.failures.${failure.reason}.what`)}</strong>{' '}
          {t(`projects.failures.${failure.reason}.help`)}
          {failure.reason === 'refused' && ` (${failure.detail})`}
        </p>
        <div className="engine-alert-actions">
          {failure.reason !== 'taken' && (
            <button
              type="button"
              className="button primary"
              onClick={() => void annotator.saveAgain()}
            >
              {t('projectAlerts.tryAgain')}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => void annotator.saveProjectFile(true)}
          >
            {t('projects.file.save')}
          </button>
        </div>
      </div>
    </div>
  );
}

function ReadOnly({ isWaiting }: { readonly isWaiting: boolean }) {
  const annotator = useAnnotator();
  return (
    <div className="engine-alert" role="status">
      <Eye aria-hidden size={18} strokeWidth={1.75} />
      <p>
        <strong>{t('projectAlerts.openElsewhere')}</strong>{' '}
        {t(isWaiting ? 'projectAlerts.waiting' : 'projectAlerts.following')}
      </p>
      {!isWaiting && (
        <button type="button" className="button" onClick={() => void annotator.takeOver()}>
          {t('projectAlerts.takeOver')}
        </button>
      )}
    </div>
  );
}

function Unreadable({ photo }: { readonly photo: UnreadablePhoto }) {
  const annotator = useAnnotator();
  const { openPicker } = useChrome();
  if (photo.lockedName !== null) {
    return (
      <div className="engine-alert" role="status">
        <FolderLock aria-hidden size={18} strokeWidth={1.75} />
        <p>
          <strong>{t('projectAlerts.locked', { name: photo.lockedName })}</strong>{' '}
          {t('projectAlerts.lockedHelp', { photo: photo.name })}
        </p>
        <button
          type="button"
          className="button primary"
          onClick={() => void annotator.unlockPhoto(photo.id)}
        >
          {t('projectAlerts.allow')}
        </button>
      </div>
    );
  }
  return (
    <div className="engine-alert" role="alert">
      <FileQuestion aria-hidden size={18} strokeWidth={1.75} />
      <div>
        <p>
          <strong>{t('projectAlerts.moved', { photo: photo.name })}</strong>{' '}
          {t('projectAlerts.movedHelp')}
        </p>
        <div className="engine-alert-actions">
          <button type="button" className="button primary" onClick={openPicker}>
            {t('projectAlerts.findFile')}
          </button>
          <button type="button" className="button" onClick={() => void annotator.openFolder()}>
            {t('projectAlerts.findFolder')}
          </button>
        </div>
      </div>
    </div>
  );
}

interface TransferProps {
  readonly kind: 'writing' | 'reading';
  readonly done: number;
  readonly of: number;
}

function Transfer({ kind, done, of }: TransferProps) {
  const annotator = useAnnotator();
  return (
    <div className="engine-alert" role="status">
      <FileArchive aria-hidden size={18} strokeWidth={1.75} />
      <p>
        {t(kind === 'writing' ? 'projects.file.saving' : 'projects.file.opening', { done, of })}
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(done / Math.max(of, 1)) * 100}%` }} />
        </span>
      </p>
      <button type="button" className="button" onClick={() => annotator.cancelProjectFile()}>
        {t('projects.file.cancel')}
      </button>
    </div>
  );
}
