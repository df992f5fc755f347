import {
  ChartColumn,
  FileDown,
  FileUp,
  FolderOpen,
  Keyboard,
  Monitor,
  Moon,
  PanelRight,
  Redo2,
  ScanEye,
  Sun,
  Undo2,
} from 'lucide-react';
import type { Opening, ViewState } from '../../app/view.ts';
import { useAnnotator, useDocument, useProjects, useView } from '../annotator.ts';
import { useChrome } from '../chrome.ts';
import { PhotoCounter } from '../filmstrip/PhotoCounter.tsx';
import { IconButton } from '../IconButton.tsx';
import { ProjectMenu } from '../projects/ProjectMenu.tsx';
import { SaveState } from '../projects/SaveState.tsx';
import { ModelSwitch } from './ModelSwitch.tsx';

export function TopBar() {
  const chrome = useChrome();
  return (
    <header className="top-bar">
      <ProjectMenu />
      <PhotoName />
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
      <IconButton icon={FolderOpen} label="Open photos" keys="Ctrl+O" onClick={chrome.openPicker} />
      <IconButton
        icon={FileUp}
        label="Import labels"
        keys="Ctrl+I"
        className="wide-only"
        onClick={chrome.showImport}
      />
      <IconButton
        icon={FileDown}
        label="Export data set"
        keys="Ctrl+E"
        onClick={chrome.showExport}
      />
      <IconButton
        icon={ChartColumn}
        label="Statistics"
        className="wide-only"
        onClick={chrome.showStatistics}
      />
      <HoverSwitch />
      <ThemeSwitch />
      <IconButton
        icon={Keyboard}
        label="Keys and gestures"
        keys="?"
        className="wide-only"
        onClick={chrome.showShortcuts}
      />
      <IconButton
        icon={PanelRight}
        label={chrome.isInspectorOpen ? 'Hide the panel' : 'Show the panel'}
        pressed={chrome.isInspectorOpen}
        tip="left"
        onClick={chrome.toggleInspector}
      />
    </header>
  );
}

function openingWords({ name, done, of }: Opening): string {
  return of === 1 ? `Opening ${name}…` : `Opening ${done + 1} of ${of}: ${name}…`;
}

function PhotoName() {
  const photoId = useView((view) => view.photo?.id);
  const opening = useView((view) => view.opening);
  const isProjectOpening = useProjects((state) => state.isOpening);
  const name = useDocument((state) => state.photos.find(({ id }) => id === photoId)?.name);
  const otherwise = isProjectOpening ? 'Opening your project…' : 'RobustSAM Annotator';
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
  const [undoName, redoName] = [annotator.undoName(), annotator.redoName()];
  return (
    <>
      <IconButton
        icon={Undo2}
        label={undoName ? `Undo ${undoName}` : 'Undo'}
        keys="Ctrl+Z"
        tip={tip}
        disabled={!annotator.canUndo()}
        onClick={() => void annotator.undo()}
      />
      <IconButton
        icon={Redo2}
        label={redoName ? `Redo ${redoName}` : 'Redo'}
        keys="Ctrl+Shift+Z"
        tip={tip}
        disabled={!annotator.canRedo()}
        onClick={() => void annotator.redo()}
      />
    </>
  );
}

function HoverSwitch() {
  const annotator = useAnnotator();
  const isOn = useView((view) => view.hoverEnabled);
  return (
    <IconButton
      icon={ScanEye}
      label="Preview under the pointer"
      pressed={isOn}
      className="wide-only"
      onClick={() => annotator.setHoverEnabled(!isOn)}
    />
  );
}

const THEMES = {
  system: { icon: Monitor, label: 'Theme: as the system', next: 'light' },
  light: { icon: Sun, label: 'Theme: light', next: 'dark' },
  dark: { icon: Moon, label: 'Theme: dark', next: 'system' },
} as const satisfies Record<ViewState['theme'], unknown>;

function ThemeSwitch() {
  const annotator = useAnnotator();
  const { icon, label, next } = THEMES[useView((view) => view.theme)];
  return <IconButton icon={icon} label={label} onClick={() => annotator.setTheme(next)} />;
}
