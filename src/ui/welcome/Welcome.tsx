import { FolderOpen, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useDocument, useProjects, useView } from '../annotator.ts';
import { useChrome } from '../chrome.ts';
import { OpenProjectFile } from '../projects/OpenProjectFile.tsx';
import { ProjectCards } from '../projects/ProjectCards.tsx';
import { SampleGallery } from './SampleGallery.tsx';

/** As the shortcut of the installed app asks. */
const OPENS_PHOTOS = /[?&]open\b/;

/** The first thing people see: what this is, and a photo one click away. */
export function Welcome() {
  const chrome = useChrome();
  const open = useRef<HTMLButtonElement>(null);
  const isEmpty = useView((view) => view.photo === null && view.opening === null);
  const isOpening = useProjects((state) => state.isOpening);
  const hasPhotos = useDocument(({ photos }) => photos.length > 0);
  // A project whose photo can't be shown says so above the stage.
  const isShown = isEmpty && !isOpening && !hasPhotos;
  useEffect(() => {
    // No browser opens its file picker unasked.
    if (isShown && OPENS_PHOTOS.test(location.search)) open.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-inner">
        <h2 id="welcome-title">Click an object. Get its mask.</h2>
        <p className="welcome-lead">
          Even when the photo is dark, noisy, foggy or blurred. Pick a sample and click something in
          it, or bring your own photo.
        </p>
        <div className="welcome-actions">
          <button
            ref={open}
            type="button"
            className="button primary large"
            data-action="openPhotos"
            onClick={chrome.openPicker}
          >
            <FolderOpen aria-hidden size={18} strokeWidth={1.75} /> Open photos
          </button>
          <span className="welcome-hint wide-only">or drop them anywhere, or paste</span>
          <OpenProjectFile />
        </div>
        <ProjectCards />
        <SampleGallery />
        <p className="welcome-privacy">
          <ShieldCheck aria-hidden size={16} strokeWidth={1.75} />
          The model runs in this browser. Your photos never leave this device.
        </p>
      </div>
    </section>
  );
}
