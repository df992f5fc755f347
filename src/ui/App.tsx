import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Annotator } from '../app/annotator.ts';
import { AnnotatorContext } from './annotator.ts';
import { type Chrome, ChromeContext } from './chrome.ts';
import { focusClassField } from './classes/focus-class-field.ts';
import { ExportDialog } from './data/ExportDialog.tsx';
import { chosenFiles, ImportDialog } from './data/ImportDialog.tsx';
import { StatisticsDialog } from './data/StatisticsDialog.tsx';
import { Filmstrip } from './filmstrip/Filmstrip.tsx';
import { useLeaveWarning, useTheme } from './page.ts';
import { Inspector } from './panels/Inspector.tsx';
import { ProjectAlerts } from './projects/ProjectAlerts.tsx';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { EngineAlert } from './shell/EngineAlert.tsx';
import { Notices } from './shell/Notices.tsx';
import { PromptBar } from './shell/PromptBar.tsx';
import { ShortcutSheet } from './shell/ShortcutSheet.tsx';
import { StatusLine } from './shell/StatusLine.tsx';
import { ToolOptions } from './shell/ToolOptions.tsx';
import { ToolRail } from './shell/ToolRail.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { WorkingLine } from './shell/WorkingLine.tsx';
import { Stages } from './stage/Stages.tsx';
import { SamplesDialog } from './welcome/SamplesDialog.tsx';
import { Welcome } from './welcome/Welcome.tsx';
import './styles/index.css';

const WIDE = '(min-width: 1024px)';
const NOT_NARROW = '(min-width: 640px)';
/** Extensions too: some systems don't count TIFF or AVIF among the images. */
const ACCEPT = 'image/*,.tif,.tiff,.avif';

/** Files that hold labels, or photos together with labels. */
const LABELS = /\.(json|xml|txt|ya?ml|csv|zip)$/i;

/** A whole project in one file. */
const PROJECT = /\.project\.zip$/i;

type OpenDialog = 'shortcuts' | 'samples' | 'export' | 'import' | 'statistics' | null;

export function App({ annotator }: { readonly annotator: Annotator }) {
  const picker = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const hasPhoto = useStore(annotator.view, ({ photo }) => photo !== null);
  const { openInspector, ...panels } = usePanels(hasPhoto);
  const actions = useChromeActions(annotator, picker, dialog, setDialog, openInspector);
  const chrome = { ...actions, ...panels };
  const closeDialog = () => setDialog(null);
  useTheme(annotator);
  useLeaveWarning(annotator);
  return (
    <AnnotatorContext value={annotator}>
      <ChromeContext value={chrome}>
        <div className="app" data-inspector={chrome.isInspectorOpen ? 'open' : 'closed'}>
          <TopBar />
          {hasPhoto && <ToolRail />}
          <main className="stage-area">
            <EngineAlert />
            <ProjectAlerts />
            <div className="stage-frame">
              <Stages actions={actions} />
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
        <DropOverlay takeFiles={actions.takeFiles} />
        <ShortcutSheet isOpen={dialog === 'shortcuts'} onClose={closeDialog} />
        <SamplesDialog isOpen={dialog === 'samples'} onClose={closeDialog} />
        <ExportDialog isOpen={dialog === 'export'} onClose={closeDialog} />
        <ImportDialog isOpen={dialog === 'import'} onClose={closeDialog} />
        <StatisticsDialog isOpen={dialog === 'statistics'} onClose={closeDialog} />
        <input
          ref={picker}
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
      </ChromeContext>
    </AnnotatorContext>
  );
}

type ChromeActions = Pick<
  Chrome,
  | 'openPicker'
  | 'showShortcuts'
  | 'showSamples'
  | 'showExport'
  | 'showImport'
  | 'showStatistics'
  | 'nameClass'
  | 'takeFiles'
>;

/** The same object all the time, so that keys and drops are bound once. */
function useChromeActions(
  annotator: Annotator,
  picker: { readonly current: HTMLInputElement | null },
  dialog: OpenDialog,
  setDialog: (dialog: OpenDialog) => void,
  openInspector: () => void,
): ChromeActions {
  const openDialog = useRef(dialog);
  openDialog.current = dialog;
  return useMemo(
    () => ({
      openPicker: () => picker.current?.click(),
      showShortcuts: () => setDialog('shortcuts'),
      showSamples: () => setDialog('samples'),
      showExport: () => setDialog('export'),
      showImport: () => setDialog('import'),
      showStatistics: () => setDialog('statistics'),
      nameClass() {
        // The field must be there before it takes the focus.
        flushSync(openInspector);
        focusClassField();
      },
      takeFiles(files) {
        const project = files.find(({ name }) => PROJECT.test(name));
        if (project) return void annotator.openProjectFile(project);
        const hasLabels = files.some(({ name }) => LABELS.test(name));
        if (!hasLabels && openDialog.current !== 'import') return void annotator.openFiles(files);
        setDialog('import');
        void annotator.readLabels(chosenFiles(files));
      },
    }),
    [annotator, picker, setDialog, openInspector],
  );
}

function usePanels(hasPhoto: boolean) {
  // Until the person says otherwise it comes up with the first photo, where there is room.
  const [wantsInspector, setWantsInspector] = useState<boolean | null>(null);
  const isInspectorOpen = wantsInspector ?? (hasPhoto && matchMedia(WIDE).matches);
  const [wantsFilmstrip, setWantsFilmstrip] = useState<boolean | null>(null);
  const isFilmstripOpen = wantsFilmstrip ?? matchMedia(NOT_NARROW).matches;
  const openInspector = useCallback(() => setWantsInspector(true), []);
  return {
    isInspectorOpen,
    openInspector,
    toggleInspector: () => setWantsInspector(!isInspectorOpen),
    isFilmstripOpen,
    toggleFilmstrip: () => setWantsFilmstrip(!isFilmstripOpen),
  };
}
