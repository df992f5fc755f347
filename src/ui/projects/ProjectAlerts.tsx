import { CircleAlert, Eye, FileArchive, FileQuestion, FolderLock, X } from 'lucide-react';
import { useState } from 'react';
import type { UnreadablePhoto } from '../../app/view.ts';
import type { SaveFailure } from '../../projects/saving.ts';
import { useAnnotator, useDocument, useProjects, useView } from '../annotator.ts';
import { useChrome } from '../chrome.ts';
import { IconButton } from '../IconButton.tsx';
import { FAILURES } from './project-words.ts';

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
        <strong>This window keeps nothing once it is closed,</strong> as private windows do. Save a
        project file before you close it.
      </p>
      <button type="button" className="button" onClick={() => void annotator.saveProjectFile(true)}>
        Save project file
      </button>
      <IconButton icon={X} label="Dismiss" tip="left" onClick={() => setDismissed(true)} />
    </div>
  );
}

function NotSaved({ failure }: { readonly failure: SaveFailure }) {
  const annotator = useAnnotator();
  const { what, help } = FAILURES[failure.reason];
  return (
    <div className="engine-alert error" role="alert">
      <CircleAlert aria-hidden size={18} strokeWidth={1.75} />
      <div>
        <p>
          <strong>{what}</strong> {help}
          {failure.reason === 'refused' && ` (${failure.detail})`}
        </p>
        <div className="engine-alert-actions">
          {failure.reason !== 'taken' && (
            <button
              type="button"
              className="button primary"
              onClick={() => void annotator.saveAgain()}
            >
              Try again
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => void annotator.saveProjectFile(true)}
          >
            Save project file
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
        <strong>Open in another tab.</strong>{' '}
        {isWaiting
          ? 'Waiting for that tab to finish. If it doesn’t answer, close it.'
          : 'What is done there is shown here.'}
      </p>
      {!isWaiting && (
        <button type="button" className="button" onClick={() => void annotator.takeOver()}>
          Take over here
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
          <strong>“{photo.lockedName}” needs your permission again</strong> to show {photo.name}:
          browsers ask anew after a restart.
        </p>
        <button
          type="button"
          className="button primary"
          onClick={() => void annotator.unlockPhoto(photo.id)}
        >
          Allow
        </button>
      </div>
    );
  }
  return (
    <div className="engine-alert" role="alert">
      <FileQuestion aria-hidden size={18} strokeWidth={1.75} />
      <div>
        <p>
          <strong>The file of {photo.name} is not where it was.</strong> Its labels are kept: open
          the file, or its folder, again from wherever it is now.
        </p>
        <div className="engine-alert-actions">
          <button type="button" className="button primary" onClick={openPicker}>
            Find the file
          </button>
          <button type="button" className="button" onClick={() => void annotator.openFolder()}>
            Find its folder
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
  const words = kind === 'writing' ? 'Saving the project file' : 'Opening the project file';
  return (
    <div className="engine-alert" role="status">
      <FileArchive aria-hidden size={18} strokeWidth={1.75} />
      <p>
        {words}: {done} of {of} photos
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(done / Math.max(of, 1)) * 100}%` }} />
        </span>
      </p>
      <button type="button" className="button" onClick={() => annotator.cancelProjectFile()}>
        Cancel
      </button>
    </div>
  );
}
