import { CircleAlert, CircleCheck, Eye, LoaderCircle } from 'lucide-react';
import { useDocument, useProjects } from '../kit/annotator.ts';
import { saveWords } from './save-words.ts';

/** Says "Saved" only once it is. */
export function SaveState() {
  const state = useProjects((projects) => projects);
  const hasPhotos = useDocument(({ photos }) => photos.length > 0);
  if (!hasPhotos) return null;
  const { short, long } = saveWords(state);
  const isSafe = state.storage === 'kept' && state.save.kind === 'kept';
  const isRead = state.storage === 'kept' && state.access !== 'write';
  const isBusy = state.storage === 'kept' && state.save.kind === 'saving';
  const Icon = isRead ? Eye : isBusy ? LoaderCircle : isSafe ? CircleCheck : CircleAlert;
  return (
    <span className="save-state" data-safe={isSafe || isBusy} title={long}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      <span className="save-words">{short}</span>
    </span>
  );
}
