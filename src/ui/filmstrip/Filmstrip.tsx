import { FolderOpen, ImagePlus, Shapes } from 'lucide-react';
import { useAnnotator, useDocument } from '../annotator.ts';
import { useChrome } from '../chrome.ts';
import { FrameList } from './FrameList.tsx';
import { ListingMenu } from './ListingMenu.tsx';
import { ProjectProgress } from './ProjectProgress.tsx';

export function Filmstrip() {
  const annotator = useAnnotator();
  const chrome = useChrome();
  const count = useDocument((state) => state.photos.length);
  if (count === 0) return null;
  return (
    <nav className="filmstrip" aria-label="Photos" data-open={chrome.isFilmstripOpen}>
      {count > 1 && (
        <div className="filmstrip-head">
          <ProjectProgress />
          <ListingMenu />
        </div>
      )}
      {chrome.isFilmstripOpen && <FrameList />}
      <button type="button" className="frame-button" onClick={chrome.openPicker}>
        <ImagePlus aria-hidden size={18} strokeWidth={1.75} /> Open
      </button>
      <button type="button" className="frame-button" onClick={() => void annotator.openFolder()}>
        <FolderOpen aria-hidden size={18} strokeWidth={1.75} /> Folder
      </button>
      <button type="button" className="frame-button" onClick={chrome.showSamples}>
        <Shapes aria-hidden size={18} strokeWidth={1.75} /> Samples
      </button>
    </nav>
  );
}
