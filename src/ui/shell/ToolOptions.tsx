import { Check, Trash2, Undo2, X } from 'lucide-react';
import type { ComponentType } from 'react';
import { type EditTarget, editTargetOf } from '../../app/editing/edit-target.ts';
import { shownName } from '../../app/objects/object-name.ts';
import { LARGEST_BRUSH, LEAST_BRUSH, type Tool } from '../../app/state/editing.ts';
import type { HandleRing } from '../../mask/handles.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';

/** What each tool needs to know; null: nothing. */
const OPTIONS: Readonly<Record<Tool, ComponentType | null>> = {
  prompt: null,
  brush: BrushSize,
  eraser: BrushSize,
  polygon: PolygonOptions,
  lasso: AreaMode,
  rectangle: AreaMode,
  points: PointActions,
  hand: null,
};

/** What the tool in hand needs to know; on narrow screens the mask it changes is named in the row below. */
export function ToolOptions() {
  const Options = OPTIONS[useView((view) => view.tool)];
  const hasPhoto = useView((view) => view.photo !== null);
  if (!hasPhoto || !Options) return null;
  return (
    <section className="tool-options" aria-label={t('shell.tools.options')}>
      <Options />
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
      <span>{t('shell.tools.size')}</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        value={Math.round((Math.log(size / LEAST_BRUSH) / RANGE) * STEPS)}
        aria-valuetext={t('shell.tools.pixelsOnScreen', { pixels: size })}
        onChange={({ target }) => {
          const share = Number(target.value) / STEPS;
          annotator.setBrushSize(Math.round(LEAST_BRUSH * Math.exp(share * RANGE)));
        }}
      />
      <output>{size} px</output>
    </label>
  );
}

const MODES = ['add', 'subtract'] as const;

function AreaMode() {
  const annotator = useAnnotator();
  const inUse = useView((view) => view.areaMode);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('shell.tools.areaMode')}</legend>
      {MODES.map((mode) => (
        <button
          key={mode}
          type="button"
          className="chip"
          aria-pressed={mode === inUse}
          onMouseDown={keepFocus}
          onClick={() => annotator.setAreaMode(mode)}
        >
          {t(`shell.tools.${mode}`)}{' '}
          {mode === 'subtract' && <kbd className="wide-only">{t('keys.name.alt')}</kbd>}
        </button>
      ))}
    </fieldset>
  );
}

function PolygonOptions() {
  return (
    <>
      <AreaMode />
      <PolygonActions />
    </>
  );
}

function PolygonActions() {
  const corners = useView(({ draft }) => draft?.points.length ?? 0);
  if (corners === 0) return null;
  return (
    <>
      <ActionButton action="takeBackCorner" icon={Undo2} label={t('shell.tools.takeBackCorner')} />
      <ActionButton action="closePolygon" icon={Check} keysOf="finish" />
    </>
  );
}

/** What the keys do to points, for fingers. */
function PointActions() {
  const annotator = useAnnotator();
  const snaps = useView((view) => view.snapsToEdges);
  return (
    <>
      <button
        type="button"
        className="chip"
        aria-pressed={snaps}
        title={t('actions.tools.snapsToEdges')}
        onMouseDown={keepFocus}
        onClick={() => annotator.setSnapsToEdges(!snaps)}
      >
        {t('shell.tools.snap')}
      </button>
      <ActionButton action="removePoint" icon={Trash2} keysOf="delete" />
      <ActionButton action="dropOutline" icon={X} keysOf="cancel" />
      <ActionButton action="applyOutline" icon={Check} keysOf="finish" />
    </>
  );
}

/** Which mask the tool changes. */
export function EditTargetLine() {
  const annotator = useAnnotator();
  const draws = useView((view) => view.tool !== 'hand');
  const isOutlining = useView((view) => view.tool === 'points');
  const { kind, name } = useTarget();
  if (!draws) return null;
  return (
    <p className="tool-target">
      <span>{name}</span>
      {kind === 'object' && !isOutlining && (
        <button
          type="button"
          className="button quiet"
          onMouseDown={keepFocus}
          onClick={() => annotator.selectObject(null)}
        >
          {t('shell.tools.newObject')}
        </button>
      )}
    </p>
  );
}

function useTarget(): { kind: EditTarget['kind']; name: string } {
  const photo = useView((view) => view.photo);
  const selectedObjectId = useView((view) => view.selectedObjectId);
  const live = useView((view) => view.live);
  const outlines = useView((view) => view.tool === 'points');
  const points = useView(({ outline }) => outline && pointCount(outline.rings));
  const erases = useView((view) => view.tool === 'eraser');
  const target = editTargetOf(
    useDocument((state) => state),
    { photo, selectedObjectId, live },
  );
  const { kind } = target;
  if (outlines) return { kind, name: outlineWords(target, points) };
  if (target.kind === 'object')
    return { kind, name: t('shell.tools.onObject', { name: shownName(target.object) }) };
  if (target.kind === 'live') return { kind, name: t('shell.tools.onMask') };
  return { kind, name: t(erases ? 'shell.tools.noTarget' : 'shell.tools.makesObject') };
}

function outlineWords(target: EditTarget, count: number | null): string {
  if (target.kind !== 'object' || count === null) return t('shell.tools.noOutline');
  return t('shell.tools.outlineOf', { name: shownName(target.object), count });
}

function pointCount(rings: readonly HandleRing[]): number {
  return rings.reduce((sum, { handles }) => sum + handles.length, 0);
}
