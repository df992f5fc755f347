import { Fragment, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { Annotator } from '../app/annotator.ts';
import type { Hands } from '../tools/actions/action.ts';
import { createStageState } from '../tools/stage-state.ts';
import { HandsContext, useHands } from './actions/hands.ts';
import { ExportDialog } from './data/ExportDialog.tsx';
import { chosenFiles, ImportDialog } from './data/ImportDialog.tsx';
import { Filmstrip } from './filmstrip/Filmstrip.tsx';
import { AnnotatorContext, useAnnotator } from './kit/annotator.ts';
import { type Chrome, ChromeContext } from './kit/chrome.ts';
import { PICKERS } from './kit/places.ts';
import { ObjectMenu } from './menu/ObjectMenu.tsx';
import { Palette } from './palette/Palette.tsx';
import { StatisticsDialog } from './photos/StatisticsDialog.tsx';
import { ProjectAlerts } from './projects/ProjectAlerts.tsx';
import { ProjectPicker } from './projects/ProjectPicker.tsx';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { EngineAlert } from './shell/EngineAlert.tsx';
import { Inspector } from './shell/Inspector.tsx';
import { Notices } from './shell/Notices.tsx';
import { PromptBar } from './shell/PromptBar.tsx';
import { useLanguage, useLeaveWarning, useTheme } from './shell/page.ts';
import { ShortcutSheet } from './shell/ShortcutSheet.tsx';
import { StatusLine } from './shell/StatusLine.tsx';
import { createShell } from './shell/shell-verbs.ts';
import { ToolOptions } from './shell/ToolOptions.tsx';
import { ToolRail } from './shell/ToolRail.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { WorkingLine } from './shell/WorkingLine.tsx';
import { Stages } from './stage/Stages.tsx';
import { Tour } from './tour/Tour.tsx';
import { SamplesDialog } from './welcome/SamplesDialog.tsx';
import { Welcome } from './welcome/Welcome.tsx';
import './styles/index.css';

/** Extensions too: some systems don't count TIFF or AVIF among the images. */
const ACCEPT = 'image/*,.tif,.tiff,.avif';

/** Files that hold labels, or photos together with labels. */
const LABELS = /\.(json|xml|txt|ya?ml|csv|zip)$/i;

/** A whole project in one file. */
const PROJECT = /\.project\.zip$/i;

export function App({ annotator }: { readonly annotator: Annotator }) {
  const [hands] = useState(() => createHands(annotator));
  const chrome = useChromeOf(hands);
  const hasPhoto = useStore(annotator.view, ({ photo }) => photo !== null);
  const language = useLanguage(annotator);
  useTheme(annotator);
  useLeaveWarning(annotator);
  return (
    <AnnotatorContext value={annotator}>
      <HandsContext value={hands}>
        <ChromeContext value={chrome}>
          {/* Another language draws everything anew; what is open and in hand is in stores. */}
          <Fragment key={language}>
            <div className="app" data-inspector={chrome.isInspectorOpen ? 'open' : 'closed'}>
              <TopBar />
              {hasPhoto && <ToolRail />}
              <main className="stage-area">
                <EngineAlert />
                <ProjectAlerts />
                <div className="stage-frame">
                  <Stages />
                  <WorkingLine />
                  <Welcome />
                  <Notices />
                  <div className="wide-only">
                    <ToolOptions />
                  </div>
                </div>
                <PromptBar />
              </main>
              <Inspector />
              <Filmstrip />
              <StatusLine />
            </div>
            <Tour />
            <DropOverlay takeFiles={chrome.takeFiles} />
            <ObjectMenu />
            <Dialogs />
            <PhotoPicker />
            <ProjectPicker />
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
  // The same function all the time, so that drops are listened for once.
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      const project = files.find(({ name }) => PROJECT.test(name));
      if (project) return void annotator.openProjectFile(project);
      const hasLabels = files.some(({ name }) => LABELS.test(name));
      if (!hasLabels && shell.state.getState().dialog !== 'import')
        return void annotator.openFiles(files);
      shell.showImport();
      void annotator.readLabels(chosenFiles(files));
    },
    [annotator, shell],
  );
  return { ...shell, isInspectorOpen, isFilmstripOpen, takeFiles };
}

function Dialogs() {
  const { shell } = useHands();
  const dialog = useStore(shell.state, (state) => state.dialog);
  const close = () => shell.state.setState({ dialog: null });
  return (
    <>
      <Palette isOpen={dialog === 'palette'} onClose={close} />
      <ShortcutSheet isOpen={dialog === 'shortcuts'} onClose={close} />
      <SamplesDialog isOpen={dialog === 'samples'} onClose={close} />
      <ExportDialog isOpen={dialog === 'export'} onClose={close} />
      <ImportDialog isOpen={dialog === 'import'} onClose={close} />
      <StatisticsDialog isOpen={dialog === 'statistics'} onClose={close} />
    </>
  );
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
        // So that the same file can be picked again.
        target.value = '';
        if (files.length > 0) void annotator.openFiles(files);
      }}
    />
  );
}
