import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Annotator } from '../app/annotator.ts';
import { AnnotatorContext } from './annotator.ts';
import { type Chrome, ChromeContext } from './chrome.ts';
import { useLeaveWarning, useTheme } from './page.ts';
import { Inspector } from './panels/Inspector.tsx';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { EngineAlert } from './shell/EngineAlert.tsx';
import { Filmstrip } from './shell/Filmstrip.tsx';
import { Notices } from './shell/Notices.tsx';
import { PromptBar } from './shell/PromptBar.tsx';
import { ShortcutSheet } from './shell/ShortcutSheet.tsx';
import { StatusLine } from './shell/StatusLine.tsx';
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

type OpenDialog = 'shortcuts' | 'samples' | null;

export function App({ annotator }: { readonly annotator: Annotator }) {
  const picker = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const hasPhoto = useStore(annotator.view, ({ photo }) => photo !== null);
  const chrome = useChromeState(picker, setDialog, hasPhoto);
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
            <div className="stage-frame">
              <Stages openPicker={chrome.openPicker} showShortcuts={chrome.showShortcuts} />
              <WorkingLine />
              <Welcome />
              <Notices />
            </div>
            <PromptBar />
          </main>
          <Inspector />
          <Filmstrip />
          <StatusLine />
        </div>
        <DropOverlay />
        <ShortcutSheet isOpen={dialog === 'shortcuts'} onClose={closeDialog} />
        <SamplesDialog isOpen={dialog === 'samples'} onClose={closeDialog} />
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

function useChromeState(
  picker: { readonly current: HTMLInputElement | null },
  setDialog: (dialog: OpenDialog) => void,
  hasPhoto: boolean,
): Chrome {
  // Until the person says otherwise it comes up with the first photo, where there is room.
  const [wantsInspector, setWantsInspector] = useState<boolean | null>(null);
  const isInspectorOpen = wantsInspector ?? (hasPhoto && matchMedia(WIDE).matches);
  const [wantsFilmstrip, setWantsFilmstrip] = useState<boolean | null>(null);
  const isFilmstripOpen = wantsFilmstrip ?? matchMedia(NOT_NARROW).matches;
  const actions = useMemo(
    () => ({
      openPicker: () => picker.current?.click(),
      showShortcuts: () => setDialog('shortcuts'),
      showSamples: () => setDialog('samples'),
    }),
    [picker, setDialog],
  );
  const toggleInspector = () => setWantsInspector(!isInspectorOpen);
  const toggleFilmstrip = () => setWantsFilmstrip(!isFilmstripOpen);
  return { ...actions, toggleInspector, toggleFilmstrip, isInspectorOpen, isFilmstripOpen };
}
