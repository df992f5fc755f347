import { useMemo } from 'react';
import { ZOOM_HABITS, type ZoomHabit } from '../../app/prompts/zoom.ts';
import type { MaskObject } from '../../document/types.ts';
import { countParts } from '../../mask/holes.ts';
import { useAnnotator, useObjects, useView } from '../annotator.ts';
import { keepFocus } from '../IconButton.tsx';
import { Panel } from './Panel.tsx';
import { ReshapeSliders } from './ReshapeSliders.tsx';

/** What can be done to the mask of the selected object as a whole. */
export function MaskPanel() {
  const selectedId = useView((view) => view.selectedObjectId);
  const object = useObjects().find(({ id }) => id === selectedId);
  return (
    <Panel title="Mask" figure={object ? object.name : ''}>
      {object && !object.isLocked && <MaskTools object={object} />}
      {!object && <p className="hint">Select an object to mend its mask.</p>}
      {object?.isLocked && <p className="hint">It is locked: unlock it to mend its mask.</p>}
      <NoOverlap />
      <ZoomHabitField />
    </Panel>
  );
}

function MaskTools({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const preview = useView((view) => view.reshaping?.mask);
  const mask = preview ?? object.mask;
  const { parts, holes } = useMemo(() => countParts(mask), [mask]);
  return (
    <>
      <ReshapeSliders object={object} />
      <div className="mask-parts">
        <span>
          {count(parts, 'part')}, {count(holes, 'hole')}
        </span>
        <button
          type="button"
          className="button quiet"
          disabled={parts < 2 || preview !== undefined}
          onMouseDown={keepFocus}
          onClick={() => annotator.splitObject(object.id)}
        >
          Split into parts
        </button>
      </div>
    </>
  );
}

function NoOverlap() {
  const annotator = useAnnotator();
  const isOn = useView((view) => view.noOverlap);
  return (
    <label className="mask-check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => annotator.setNoOverlap(target.checked)}
      />
      <span>
        No overlap
        <small>New and edited masks leave other objects’ pixels alone.</small>
      </span>
    </label>
  );
}

const HABITS: Readonly<Record<ZoomHabit, string>> = {
  quick: 'where it takes under a second',
  always: 'always',
  never: 'never',
};

function ZoomHabitField() {
  const annotator = useAnnotator();
  const habit = useView((view) => view.zoomHabit);
  return (
    <label className="zoom-habit">
      Look closer at small objects by itself
      <select
        value={habit}
        onChange={({ target }) => annotator.setZoomHabit(target.value as ZoomHabit)}
      >
        {ZOOM_HABITS.map((one) => (
          <option key={one} value={one}>
            {HABITS[one]}
          </option>
        ))}
      </select>
      <small>On photos that the model sees shrunk. Z asks for it at any time.</small>
    </label>
  );
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
