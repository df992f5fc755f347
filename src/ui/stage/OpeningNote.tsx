import { useView } from '../kit/annotator.ts';
import { openingWords } from '../photos/opening-words.ts';

/** Where the first photo will be, while it is read. */
export function OpeningNote() {
  const hasPhoto = useView((view) => view.photo !== null);
  const opening = useView((view) => view.opening);
  if (hasPhoto || !opening) return null;
  return (
    <p className="opening-note" role="status">
      {openingWords(opening)}
    </p>
  );
}
