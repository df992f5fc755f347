import { FolderOpen, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../words/words.ts';
import { useDocument, useProjects, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { LanguageButton } from '../kit/LanguageSwitch.tsx';
import { later } from '../kit/later.tsx';
import { focusStage, TOUR_SLOT } from '../kit/places.ts';
import { OpenProjectFile } from '../projects/OpenProjectFile.tsx';
import { SampleGallery } from './SampleGallery.tsx';

/** Once there are any. */
const ProjectCards = later(async () => (await import('../projects/ProjectCards.tsx')).ProjectCards);

/** As the shortcut of the installed app asks. */
const OPENS_PHOTOS = /[?&]open\b/;

/** The first thing people see: what this is, and a photo one click away. */
export function Welcome() {
  const chrome = useChrome();
  const open = useRef<HTMLButtonElement>(null);
  const isEmpty = useView((view) => view.photo === null && view.opening === null);
  const isOpening = useProjects((state) => state.isOpening);
  const hasPhotos = useDocument(({ photos }) => photos.length > 0);
  const isInTour = useView((view) => view.tourStep === 'open');
  // A project whose photo can't be shown says so above the stage.
  const isShown = isEmpty && !isOpening && !hasPhotos;
  useEffect(() => {
    // No browser opens its file picker unasked.
    if (isShown && OPENS_PHOTOS.test(location.search)) open.current?.focus();
  }, [isShown]);
  useEffect(() => {
    if (!isShown) return;
    return () => {
      // What had the focus is gone: the keys go to the photo.
      if (document.activeElement === document.body) focusStage();
    };
  }, [isShown]);
  if (!isShown) return null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-inner">
        <h2 id="welcome-title">{t('welcome.title')}</h2>
        <p className="welcome-lead">{t('welcome.lead')}</p>
        <div className="welcome-actions">
          <button
            ref={open}
            type="button"
            className="button primary large"
            data-action="openPhotos"
            onClick={chrome.openPicker}
          >
            <FolderOpen aria-hidden size={18} strokeWidth={1.75} /> {t('welcome.open')}
          </button>
          <span className="welcome-hint wide-only">{t('welcome.orDrop')}</span>
          <OpenProjectFile />
          <LanguageButton />
        </div>
        {isInTour && <div id={TOUR_SLOT} className="tour-slot" />}
        <ProjectCards />
        <SampleGallery />
        <p className="welcome-privacy">
          <ShieldCheck aria-hidden size={16} strokeWidth={1.75} />
          {t('welcome.privacy')}
        </p>
      </div>
    </section>
  );
}
