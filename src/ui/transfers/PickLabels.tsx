import { FileUp, FolderUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { t } from '../../words/words.ts';

const canPickFolders = 'webkitdirectory' in HTMLInputElement.prototype;
/** Not in React's types, being an attribute of no standard. */
const PICK_FOLDER = { webkitdirectory: '' };

interface Props {
  readonly onPick: (files: readonly File[]) => void;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Files or a folder of labels. */
export function PickLabels({ onPick, children }: Props) {
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // Lets the same file be picked again.
    input.value = '';
    if (chosen.length > 0) onPick(chosen);
  };
  return (
    <>
      <div className="data-buttons">
        <button type="button" className="button primary" onClick={() => files.current?.click()}>
          <FileUp aria-hidden size={16} strokeWidth={1.75} /> {t('importDialog.files')}
        </button>
        {canPickFolders && (
          <button type="button" className="button" onClick={() => folder.current?.click()}>
            <FolderUp aria-hidden size={16} strokeWidth={1.75} /> {t('importDialog.folder')}
          </button>
        )}
        {children}
      </div>
      <input ref={files} type="file" multiple hidden onChange={({ target }) => take(target)} />
      <input
        ref={folder}
        type="file"
        hidden
        {...PICK_FOLDER}
        onChange={({ target }) => take(target)}
      />
    </>
  );
}
