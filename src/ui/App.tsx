import { type ComponentType, Fragment, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { Annotator } from '../app/annotator.ts';
import type { Hands } from '../tools/actions/action.ts';
import type { DialogName } from '../tools/actions/shell.ts';
import { createStageState } from '../tools/stage-state.ts';
import { HandsContext, useHands } from './actions/hands.ts';
import { AnnotatorContext, useAnnotator } from './kit/annotator.ts';
import { type Chrome, ChromeContext } from './kit/chrome.ts';
import { PICKERS } from './kit/places.ts';
import * as parts from './parts.tsx';
import { ProjectPicker } from './projects/ProjectPicker.tsx';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Notices } from './shell/Notices.tsx';
import { useLanguage, useLeaveWarning, useTheme } from './shell/page.ts';
import { SkipLink } from './shell/SkipLink.tsx';
import { StatusLine } from './shell/StatusLine.tsx';
import { createShell } from './shell/shell-verbs.ts';
import { TopBar } from './shell/TopBar.tsx';
import { WorkingLine } from './shell/WorkingLine.tsx';
import { OpeningNote } from './stage/OpeningNote.tsx';
import { chosenFiles } from './transfers/chosen-files.ts';
import { Welcome } from './welcome/Welcome.tsx';
import './styles/index.css';

/** Extensions too: some systems don't count these among the images. */
const ACCEPT = 'image/*,.tif,.tiff,.avif,.heic,.heif,.jxl';

/** Files that hold labels, or photos together with labels. */
const LABELS = /\.(json|xml|txt|ya?ml|csv|zip)$/i;

/** A whole project in one file. */
const PROJECT = /\.project\.zip$/i;

export function App({ annotator }: { readonly annotator: Annotator }) {
  const [hands] = useState(() => createHands(annotator));
  const chrome = useChromeOf(hands);
  const hasPhoto = useStore(annotator.view, ({ photo }) => photo !== null);
  const hasPhotos = useStore(annotator.document, ({ photos }) => photos.length > 0);
  const isInTour = useStore(annotator.view, ({ tourStep }) => tourStep !== null);
  const hasMenu = useStore(hands.shell.state, ({ objectMenuAt }) => objectMenuAt !== null);
  const language = useLanguage(annotator);
  useTheme(annotator);
  useLeaveWarning(annotator);
  return (
    <AnnotatorContext value={annotator}>
      <HandsContext value={hands}>
        <ChromeContext value={chrome}>
          {/* Another language redraws everything; what is open and in hand is in stores. */}
          <Fragment key={language}>
            <ErrorBoundary>
              <SkipLink />
              <parts.Announcer />
              <div className="app" data-inspector={chrome.isInspectorOpen ? 'open' : 'closed'}>
                <ErrorBoundary>
                  <TopBar />
                </ErrorBoundary>
                {hasPhoto && <parts.ToolRail />}
                <main className="stage-area">
                  <ErrorBoundary>
                    <parts.EngineAlert />
                    <parts.ProjectAlerts />
                    <div className="stage-frame">
                      <parts.Stages />
                      <WorkingLine />
                      <OpeningNote />
                      <Welcome />
                      <Notices />
                    </div>
                    {hasPhoto && <parts.PromptBar />}
                  </ErrorBoundary>
                </main>
                <ErrorBoundary>
                  <parts.Inspector />
                </ErrorBoundary>
                <ErrorBoundary>{hasPhotos && <parts.Filmstrip />}</ErrorBoundary>
                <ErrorBoundary>
                  <StatusLine />
                </ErrorBoundary>
              </div>
              <ErrorBoundary>{isInTour && <parts.Tour />}</ErrorBoundary>
              <DropOverlay takeFiles={chrome.takeFiles} />
              <ErrorBoundary>{hasMenu && <parts.ObjectMenu />}</ErrorBoundary>
              <ErrorBoundary>
                <Dialogs />
              </ErrorBoundary>
              <PhotoPicker />
              <ProjectPicker />
            </ErrorBoundary>
          </Fragment>
        </ChromeContext>
      </HandsContext>
    </AnnotatorContext>
  );
}

function createHands(annotator: Annotator): Hands {
  return {
    annotator,
    shell: createShell(annotator),
    stage: createStageState(),
    cancelGesture: () => false,
  };
}

function useChromeOf({ annotator, shell }: Hands): Chrome {
  const { isInspectorOpen, isFilmstripOpen } = useStore(shell.state);
  // The same function all the time, so drops are listened for once.
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      const project = files.find(({ name }) => PROJECT.test(name));
      if (project) return void annotator.openProjectFile(project);
      const hasLabels = files.some(({ name }) => LABELS.test(name));
      if (!hasLabels && shell.state.getState().dialog !== 'import')
        return void annotator.openFiles(files);
      shell.show('import');
      void annotator.readLabels(chosenFiles(files));
    },
    [annotator, shell],
  );
  return { ...shell, isInspectorOpen, isFilmstripOpen, takeFiles };
}

const DIALOGS: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
  palette: parts.Palette,
  shortcuts: parts.ShortcutSheet,
  samples: parts.SamplesDialog,
  export: parts.ExportDialog,
  import: parts.ImportDialog,
  statistics: parts.StatisticsDialog,
  explanation: parts.ExplanationDialog,
};

interface DialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

function Dialogs() {
  const { shell } = useHands();
  const open = useStore(shell.state, (state) => state.dialog);
  // One that was opened stays on the page: it gives the focus back when it closes.
  const [opened, setOpened] = useState<readonly DialogName[]>([]);
  if (open && !opened.includes(open)) setOpened([...opened, open]);
  // The browser says late that a dialog was closed: another one may be open by then.
  const close = (name: DialogName) => {
    if (shell.state.getState().dialog === name) shell.state.setState({ dialog: null });
  };
  return opened.map((name) => {
    const Dialog = DIALOGS[name];
    return <Dialog key={name} isOpen={name === open} onClose={() => close(name)} />;
  });
}

function PhotoPicker() {
  const annotator = useAnnotator();
  return (
    <input
      id={PICKERS.photos}
      type="file"
      accept={ACCEPT}
      multiple
      hidden
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // Lets the same file be picked again.
        target.value = '';
        if (files.length > 0) void annotator.openFiles(files);
      }}
    />
  );
}
