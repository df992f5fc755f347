import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAnnotator, useFolder } from '../kit/annotator.ts';
import { FOLDER_SLOT } from '../kit/places.ts';
import { shortFolderWords } from './folder-words.ts';

/** In the status line: whether the labels are in the folder. */
export function FolderStatus() {
  const annotator = useAnnotator();
  const state = useFolder((folder) => folder);
  const [slot, setSlot] = useState<Element | null>(null);
  useEffect(() => setSlot(document.getElementById(FOLDER_SLOT)), []);
  const words = shortFolderWords(state);
  if (words === null || !slot) return null;
  const isFine = state.phase === 'connected' && !state.trouble && state.asked.length === 0;
  return createPortal(
    <button
      type="button"
      className="status-item folder-state"
      data-fine={isFine}
      onClick={() => annotator.showFolder(true)}
    >
      <FolderOpen aria-hidden size={14} strokeWidth={1.75} />
      <span>{words}</span>
    </button>,
    slot,
  );
}
