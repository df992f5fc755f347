import { Expand, Minus, Plus, ZoomIn, ZoomOut } from 'lucide-react';
import { useAnnotator, useView } from '../annotator.ts';
import { IconButton } from '../IconButton.tsx';
import { ToolButtons } from './ToolButtons.tsx';

const ZOOM_STEP = 1.25;

function OneToOne() {
  return <span className="icon-text">1:1</span>;
}

/** Tools down the left side of wide screens. */
export function ToolRail() {
  const annotator = useAnnotator();
  const polarity = useView((view) => view.polarity);
  const prompts = useView((view) => view.tool === 'prompt');
  return (
    <nav className="rail" aria-label="Tools">
      <ToolButtons tip="right" />
      {prompts && (
        <fieldset className="rail-group rail-ruled">
          <legend className="visually-hidden">What a click adds</legend>
          <IconButton
            icon={Plus}
            label="Clicks include"
            keys="F at the pointer"
            tip="right"
            pressed={polarity === 'include'}
            className="polarity-include"
            onClick={() => annotator.setPolarity('include')}
          />
          <IconButton
            icon={Minus}
            label="Clicks exclude"
            keys="right click, G"
            tip="right"
            pressed={polarity === 'exclude'}
            className="polarity-exclude"
            onClick={() => annotator.setPolarity('exclude')}
          />
        </fieldset>
      )}
      <div className="rail-group rail-end">
        <IconButton
          icon={ZoomIn}
          label="Zoom in"
          keys="+"
          tip="right"
          onClick={() => annotator.zoomBy(ZOOM_STEP, null)}
        />
        <IconButton
          icon={ZoomOut}
          label="Zoom out"
          keys="-"
          tip="right"
          onClick={() => annotator.zoomBy(1 / ZOOM_STEP, null)}
        />
        <IconButton
          icon={Expand}
          label="Fit the photo"
          keys="Shift+0"
          tip="right"
          onClick={() => annotator.fit()}
        />
        <IconButton
          icon={OneToOne}
          label="Actual pixels"
          keys="Shift+1"
          tip="right"
          onClick={() => annotator.actualSize()}
        />
      </div>
    </nav>
  );
}
