import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useAnnotator } from '../annotator.ts';

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
        <FileDown aria-hidden size={16} strokeWidth={1.75} /> Save project file
      </button>
      <label>
        <input
          type="checkbox"
          checked={withPhotos}
          onChange={({ target }) => setWithPhotos(target.checked)}
        />
        with its photos
      </label>
    </div>
  );
}
