import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { MaskObject } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import { useAnnotator, useObjects, useView } from '../annotator.ts';
import { formatShare } from '../format.ts';
import { IconButton, keepFocus } from '../IconButton.tsx';
import { MODEL_NAMES } from '../model-words.ts';
import { objectColor } from '../palette.ts';
import { CopyButtons } from './CopyButtons.tsx';
import { Panel } from './Panel.tsx';

export function ObjectsPanel() {
  const objects = useObjects();
  return (
    <Panel title="Objects" figure={objects.length > 0 ? String(objects.length) : ''}>
      {objects.length === 0 ? (
        <p className="hint">Kept masks are listed here. Enter or a double-click keeps one.</p>
      ) : (
        <ul className="objects">
          {objects.map((object) => (
            <ObjectRow key={object.id} object={object} />
          ))}
        </ul>
      )}
      <CopyButtons />
    </Panel>
  );
}

function ObjectRow({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const isSelected = useView((view) => view.selectedObjectId === object.id);
  const { id, name, className, mask, color } = object;
  const share = useMemo(() => maskArea(mask) / (mask.size.width * mask.size.height), [mask]);
  return (
    <li className="object">
      <button
        type="button"
        className="object-name"
        aria-pressed={isSelected}
        onMouseDown={keepFocus}
        onClick={() => annotator.selectObject(isSelected ? null : id)}
      >
        <span className="swatch" style={{ background: objectColor(color) }} />
        <span className="object-words">
          <span className="object-title">{name}</span>
          <span className="object-figures">
            {[className, ...originWords(object, formatShare(share))].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
      <IconButton
        icon={Trash2}
        label={`Delete ${name}`}
        tip="left"
        onClick={() => annotator.deleteObject(id)}
      />
    </li>
  );
}

/** Whose mask it is, how large, and how sure that was. */
function originWords({ model, predictedIou }: MaskObject, share: string): string[] {
  const origin = [model ? MODEL_NAMES[model] : 'imported', share];
  return predictedIou === null ? origin : [...origin, `IoU ${predictedIou.toFixed(2)}`];
}
