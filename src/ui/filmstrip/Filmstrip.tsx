import { FolderOpen, ImagePlus, Shapes } from 'lucide-react';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { FrameList } from './FrameList.tsx';
import { ListingMenu } from './ListingMenu.tsx';
import { ProjectProgress } from './ProjectProgress.tsx';

export function Filmstrip() {
  const annotator = useAnnotator();
  const chrome = useChrome();
  const count = useDocument((state) => state.photos.length);
  if (count === 0) return null;
  return (
    <nav className="filmstrip" aria-label={t('filmstrip.title')} data-open={chrome.isFilmstripOpen}>
      {count > 1 && (
        <div className="filmstrip-head">
          <ProjectProgress />
          <ListingMenu />
        </div>
      )}
      {chrome.isFilmstripOpen && <FrameList />}
      <button type="button" className="frame-button" onClick={chrome.openPicker}>
        <ImagePlus aria-hidden size={18} strokeWidth={1.75} /> {t('filmstrip.open')}
      </button>
      <button type="button" className="frame-button" onClick={() => void annotator.openFolder()}>
        <FolderOpen aria-hidden size={18} strokeWidth={1.75} /> {t('filmstrip.folder')}
      </button>
      <button type="button" className="frame-button" onClick={() => chrome.show('samples')}>
        <Shapes aria-hidden size={18} strokeWidth={1.75} /> {t('filmstrip.samples')}
      </button>
    </nav>
  );
}
