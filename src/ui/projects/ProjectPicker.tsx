import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { PICKERS } from '../kit/places.ts';

/** The browser's own, for a project file. */
export function ProjectPicker() {
  const annotator = useAnnotator();
  return (
    <input
      id={PICKERS.project}
      type="file"
      accept=".zip,application/zip"
      aria-label={t('projects.file.picker')}
      hidden
      onChange={({ target }) => {
        const file = target.files?.[0];
        if (file) void annotator.openProjectFile(file);
        // Lets the same file be picked again.
        target.value = '';
      }}
    />
  );
}
