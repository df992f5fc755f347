import { useState } from 'react';
import { t } from '../../words/words.ts';
import { ClassesPanel } from '../classes/ClassesPanel.tsx';
import { EverythingPanel } from '../everything/EverythingPanel.tsx';
import { useTruth, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { later } from '../kit/later.tsx';
import { ComparePanel } from '../mask/ComparePanel.tsx';
import { MaskPanel } from '../mask/MaskPanel.tsx';
import { EnginePanel } from '../model/EnginePanel.tsx';
import { ObjectsPanel } from '../objects/ObjectsPanel.tsx';
import { AdjustPanel } from '../photos/AdjustPanel.tsx';
import { PhotoPanel } from '../photos/PhotoPanel.tsx';

const TruthPanel = later(async () => (await import('../truth/TruthPanel.tsx')).TruthPanel);
const LabPanel = later(async () => (await import('../lab/LabPanel.tsx')).LabPanel);
const ReviewPanel = later(async () => (await import('../review/ReviewPanel.tsx')).ReviewPanel);

/** Beside the stage when there is room, a drawer or a bottom sheet when there is not. */
export function Inspector() {
  const hasPhoto = useView((view) => view.photo !== null);
  const isInLab = useView((view) => view.lab !== null);
  const isReviewing = useView((view) => view.isReviewing);
  const isAgainstTruth = useTruth((truth) => truth.isOpen);
  const { toggleInspector } = useChrome();
  const [isTall, setTall] = useState(false);
  return (
    <aside className="inspector" aria-label={t('inspector.title')} data-tall={isTall}>
      <button
        type="button"
        className="sheet-handle"
        aria-label={t(isTall ? 'inspector.close' : 'inspector.taller')}
        onClick={() => {
          setTall(!isTall);
          if (isTall) toggleInspector();
        }}
      />
      {hasPhoto && (
        <>
          {isInLab && <LabPanel />}
          {isAgainstTruth && <TruthPanel />}
          {isReviewing && <ReviewPanel />}
          <ComparePanel />
          <EverythingPanel />
          <ObjectsPanel />
          <ClassesPanel />
          <MaskPanel />
          <AdjustPanel />
          <PhotoPanel />
        </>
      )}
      <EnginePanel />
    </aside>
  );
}
