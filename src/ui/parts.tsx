import { useEffect } from 'react';
import { bindFirstKeys } from '../tools/first-keys.ts';
import { useHands } from './actions/hands.ts';
import { useView } from './kit/annotator.ts';
import { useChrome } from './kit/chrome.ts';
import { later } from './kit/later.tsx';

function RailRoom() {
  return <div className="rail" />;
}

function InspectorRoom() {
  return <div className="inspector" />;
}

function FilmstripRoom() {
  return <div className="filmstrip" data-open={useChrome().isFilmstripOpen} />;
}

function PromptBarRoom() {
  const hasPhoto = useView((view) => view.photo !== null);
  return hasPhoto ? <div className="prompt-bar" /> : null;
}

function StagesRoom() {
  const hands = useHands();
  useEffect(() => bindFirstKeys(hands), [hands]);
  return (
    <div className="stages">
      <div className="stage-side">
        <div className="stage" data-empty />
      </div>
    </div>
  );
}

const rareDialogs = () => import('./rare-dialogs.ts');

/** What the first screen does without: each comes with the code that only it needs. */
export const ExportDialog = later(
  async () => (await import('./transfers/ExportDialog.tsx')).ExportDialog,
);
export const ImportDialog = later(
  async () => (await import('./transfers/ImportDialog.tsx')).ImportDialog,
);
export const StatisticsDialog = later(async () => (await rareDialogs()).StatisticsDialog);
export const ExplanationDialog = later(async () => (await rareDialogs()).ExplanationDialog);
export const SamplesDialog = later(
  async () => (await import('./welcome/SamplesDialog.tsx')).SamplesDialog,
);
export const ShortcutSheet = later(
  async () => (await import('./shell/ShortcutSheet.tsx')).ShortcutSheet,
);
export const Palette = later(async () => (await import('./palette/Palette.tsx')).Palette);
export const Inspector = later(
  async () => (await import('./shell/Inspector.tsx')).Inspector,
  InspectorRoom,
);
export const Filmstrip = later(
  async () => (await import('./filmstrip/Filmstrip.tsx')).Filmstrip,
  FilmstripRoom,
);
export const Announcer = later(async () => (await import('./announce/Announcer.tsx')).Announcer);
export const ObjectMenu = later(async () => (await import('./menu/ObjectMenu.tsx')).ObjectMenu);
export const Tour = later(async () => (await import('./tour/Tour.tsx')).Tour);
export const ToolRail = later(
  async () => (await import('./shell/ToolRail.tsx')).ToolRail,
  RailRoom,
);
export const PromptBar = later(
  async () => (await import('./shell/PromptBar.tsx')).PromptBar,
  PromptBarRoom,
);
export const Stages = later(async () => (await import('./stage/Stages.tsx')).Stages, StagesRoom);
export const EngineAlert = later(async () => (await import('./shell/EngineAlert.tsx')).EngineAlert);
export const ProjectAlerts = later(
  async () => (await import('./projects/ProjectAlerts.tsx')).ProjectAlerts,
);
