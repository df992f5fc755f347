import {
  ChartColumn,
  Contrast,
  FileDown,
  FileUp,
  FolderOpen,
  Keyboard,
  Monitor,
  Moon,
  PanelRight,
  Redo2,
  ScanEye,
  Search,
  Sun,
  Undo2,
} from 'lucide-react';
import { lastPointChange } from '../../app/state/editing.ts';
import type { Theme } from '../../app/state/view.ts';
import { FIRST_ACTIONS } from '../../tools/actions/first-actions.ts';
import { t } from '../../words/words.ts';
import { FirstActionButton } from '../actions/FirstActionButton.tsx';
import { PhotoCounter } from '../filmstrip/PhotoCounter.tsx';
import { useAnnotator, useDocument, useProjects, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { LanguageSwitch } from '../kit/LanguageSwitch.tsx';
import { Toolbar } from '../kit/Toolbar.tsx';
import { openingWords } from '../photos/opening-words.ts';
import { ProjectMenu } from '../projects/ProjectMenu.tsx';
import { SaveState } from '../projects/SaveState.tsx';
import { ModelSwitch } from './ModelSwitch.tsx';
import { MoreMenu } from './MoreMenu.tsx';

export function TopBar() {
  const { isInspectorOpen } = useChrome();
  return (
    <header className="top-bar">
      <ProjectMenu />
      <PhotoName />
      <Toolbar label={t('shell.topBar.tools')} className="top-bar-tools">
        <div className="top-bar-history">
          <HistoryButtons />
        </div>
        <div className="top-bar-spacer" />
        {/* On narrow screens it is within the thumb's reach, in the prompt bar. */}
        <div className="wide-only">
          <ModelSwitch />
        </div>
        <SaveState />
        <PhotoCounter />
        <FirstActionButton action="openPhotos" icon={FolderOpen} className="wider-only" />
        <FirstActionButton action="import" icon={FileUp} className="roomy-only" />
        <FirstActionButton action="export" icon={FileDown} />
        <FirstActionButton action="statistics" icon={ChartColumn} className="roomy-only" />
        <FirstActionButton action="preview" icon={ScanEye} className="roomy-only" />
        <ThemeSwitch />
        <LanguageSwitch />
        <FirstActionButton action="palette" icon={Search} className="wider-only" />
        <FirstActionButton action="shortcuts" icon={Keyboard} className="roomy-only" />
        <MoreMenu />
        <FirstActionButton
          action="inspector"
          icon={PanelRight}
          label={t(isInspectorOpen ? 'shell.topBar.hidePanel' : 'actions.view.inspector')}
          tip="left"
        />
      </Toolbar>
    </header>
  );
}

function PhotoName() {
  const photoId = useView((view) => view.photo?.id);
  const opening = useView((view) => view.opening);
  const opened = useProjects((state) => state.isOpening && state.opened);
  const name = useDocument((state) => state.photos.find(({ id }) => id === photoId)?.name);
  const otherwise =
    opened === false ? 'RobustSAM Annotator' : t('shell.topBar.openingProject', { done: opened });
  return (
    <h1 className="photo-name" title={name}>
      {opening ? openingWords(opening) : (name ?? otherwise)}
    </h1>
  );
}

export function HistoryButtons({ tip = 'below' }: { readonly tip?: 'below' | 'above' }) {
  const annotator = useAnnotator();
  // Every step of the history changes the document, so this renders when the names change.
  useDocument((state) => state);
  const movesPoints = useView(({ outline }) => lastPointChange(outline) !== -1);
  const undoName = movesPoints ? t('shell.tools.pointStep') : annotator.undoName();
  const redoName = annotator.redoName();
  return (
    <>
      <FirstActionButton
        action="undo"
        icon={Undo2}
        tip={tip}
        {...(undoName ? { label: t('shell.topBar.undo', { name: undoName }) } : {})}
      />
      <FirstActionButton
        action="redo"
        icon={Redo2}
        tip={tip}
        {...(redoName ? { label: t('shell.topBar.redo', { name: redoName }) } : {})}
      />
    </>
  );
}

/** The next one of the round; all of them are actions too. */
const THEMES = {
  system: { icon: Monitor, id: 'themeSystem', next: 'light' },
  light: { icon: Sun, id: 'themeLight', next: 'dark' },
  dark: { icon: Moon, id: 'themeDark', next: 'contrast' },
  contrast: { icon: Contrast, id: 'themeContrast', next: 'system' },
} as const satisfies Record<Theme, unknown>;

function ThemeSwitch() {
  const annotator = useAnnotator();
  const { icon, id, next } = THEMES[useView((view) => view.theme)];
  const { title } = FIRST_ACTIONS[id];
  return (
    <IconButton
      icon={icon}
      label={title}
      className="roomy-only"
      onClick={() => annotator.setTheme(next)}
    />
  );
}
