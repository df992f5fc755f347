import { Check, Undo2 } from 'lucide-react';
import { type EditTarget, editTargetOf } from '../../app/editing/edit-target.ts';
import { LARGEST_BRUSH, LEAST_BRUSH } from '../../app/editing/editing-verbs.ts';
import { isBrush } from '../../tools/brush-size.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useAnnotator, useDocument, useView } from '../annotator.ts';
import { keepFocus } from '../IconButton.tsx';

/** What the tool in hand needs to know; on narrow screens the mask it changes is named in the row below. */
export function ToolOptions() {
  const tool = useView((view) => view.tool);
  const hasPhoto = useView((view) => view.photo !== null);
  if (!hasPhoto || tool === 'prompt' || tool === 'hand') return null;
  return (
    <section className="tool-options" aria-label="Tool options">
      {isBrush(tool) ? <BrushSize /> : <AreaMode />}
      {tool === 'polygon' && <PolygonActions />}
      <div className="wide-only">
        <EditTargetLine />
      </div>
    </section>
  );
}

/** Small brushes need finer steps than large ones. */
const STEPS = 100;
const RANGE = Math.log(LARGEST_BRUSH / LEAST_BRUSH);

function BrushSize() {
  const annotator = useAnnotator();
  const size = useView((view) => view.brushSize);
  return (
    <label className="tool-size">
      <span>Size</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        value={Math.round((Math.log(size / LEAST_BRUSH) / RANGE) * STEPS)}
        aria-valuetext={`${size} pixels on the screen`}
        onChange={({ target }) => {
          const share = Number(target.value) / STEPS;
          annotator.setBrushSize(Math.round(LEAST_BRUSH * Math.exp(share * RANGE)));
        }}
      />
      <output>{size} px</output>
    </label>
  );
}

const MODES = [
  { mode: 'add', label: 'Add' },
  { mode: 'subtract', label: 'Subtract' },
] as const;

function AreaMode() {
  const annotator = useAnnotator();
  const inUse = useView((view) => view.areaMode);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">What the area does to the mask</legend>
      {MODES.map(({ mode, label }) => (
        <button
          key={mode}
          type="button"
          className="chip"
          aria-pressed={mode === inUse}
          onMouseDown={keepFocus}
          onClick={() => annotator.setAreaMode(mode)}
        >
          {label} {mode === 'subtract' && <kbd className="wide-only">Alt</kbd>}
        </button>
      ))}
    </fieldset>
  );
}

function PolygonActions() {
  const corners = useView(({ draft }) => draft?.points.length ?? 0);
  if (corners === 0) return null;
  return (
    <>
      <ActionButton action="takeBackCorner" icon={Undo2} label="Take the last corner back" />
      <ActionButton action="closePolygon" icon={Check} keysOf="finish" />
    </>
  );
}

/** Which mask the tool changes. */
export function EditTargetLine() {
  const annotator = useAnnotator();
  const draws = useView((view) => view.tool !== 'hand');
  const { kind, name } = useTarget();
  if (!draws) return null;
  return (
    <p className="tool-target">
      <span>{name}</span>
      {kind === 'object' && (
        <button
          type="button"
          className="button quiet"
          onMouseDown={keepFocus}
          onClick={() => annotator.selectObject(null)}
        >
          New object
        </button>
      )}
    </p>
  );
}

function useTarget(): { kind: EditTarget['kind']; name: string } {
  const photo = useView((view) => view.photo);
  const selectedObjectId = useView((view) => view.selectedObjectId);
  const live = useView((view) => view.live);
  const erases = useView((view) => view.tool === 'eraser');
  const target = editTargetOf(
    { photo, selectedObjectId, live },
    useDocument((state) => state),
  );
  const { kind } = target;
  if (target.kind === 'object') return { kind, name: `On ${target.object.name}` };
  if (target.kind === 'live') return { kind, name: 'On the mask in hand' };
  return { kind, name: erases ? 'Select an object to erase from' : 'Makes a new object' };
}
