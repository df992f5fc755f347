import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';

/** The project as one file, for another disk, another browser, or another person. */
export function FileActions() {
  const annotator = useAnnotator();
  const [withPhotos, setWithPhotos] = useState(true);
  return (
    <div className="file-actions">
      <button
        type="button"
        className="button"
        onClick={() => void annotator.saveProjectFile(withPhotos)}
      >
        <FileDown aria-hidden size={16} strokeWidth={1.75} /> {t('projects.file.save')}
      </button>
      <label>
        <input
          type="checkbox"
          checked={withPhotos}
          onChange={({ target }) => setWithPhotos(target.checked)}
        />
        {t('projects.file.withPhotos')}
      </label>
    </div>
  );
}
