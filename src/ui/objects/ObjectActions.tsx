import {
  ArrowDown,
  ArrowUp,
  CopyPlus,
  Eye,
  EyeOff,
  Lock,
  LockOpen,
  ScanSearch,
  SquareMousePointer,
  SquaresIntersect,
  SquaresSubtract,
  SquaresUnite,
  Trash2,
} from 'lucide-react';
import { objectWords } from '../../app/locked.ts';
import type { MaskObject } from '../../document/types.ts';
import { useAnnotator, usePrompt, useView } from '../annotator.ts';
import { IconButton } from '../IconButton.tsx';

const COMBINATIONS = [
  { how: 'merge', icon: SquaresUnite, label: 'Merge into the lowest' },
  { how: 'subtract', icon: SquaresSubtract, label: 'Subtract the others from the lowest' },
  { how: 'intersect', icon: SquaresIntersect, label: 'Intersect' },
] as const;

/** What can be done with the selected objects. */
export function ObjectActions({ objects }: { readonly objects: readonly MaskObject[] }) {
  const annotator = useAnnotator();
  const [only] = objects.length === 1 ? objects : [];
  const isZooming = useView((view) => view.zooming);
  const isPrompting = usePrompt().length > 0;
  const ids = objects.map(({ id }) => id);
  const what = objectWords(objects);
  const areHidden = objects.every(({ isHidden }) => isHidden);
  const areLocked = objects.every(({ isLocked }) => isLocked);
  return (
    <div className="object-actions" role="toolbar" aria-label={`With ${what}`}>
      <IconButton
        icon={SquareMousePointer}
        label={only ? `Refine ${what}` : 'Refine: select one'}
        keys="Shift+R"
        tip="above"
        disabled={!only || areLocked}
        onClick={() => only && void annotator.refineObject(only.id)}
      />
      <IconButton
        icon={ScanSearch}
        label={only ? `Zoom refine ${what}` : 'Zoom refine: select one'}
        keys="Z"
        tip="above"
        disabled={!only || areLocked || isZooming || isPrompting}
        onClick={() => void annotator.zoomRefine()}
      />
      {objects.length > 1 &&
        COMBINATIONS.map(({ how, icon, label }) => (
          <IconButton
            key={how}
            icon={icon}
            label={label}
            tip="above"
            disabled={objects.some(({ isLocked }) => isLocked)}
            onClick={() => annotator.combineObjects(how, ids)}
          />
        ))}
      <IconButton
        icon={CopyPlus}
        label={`Duplicate ${what}`}
        keys="Ctrl+D"
        tip="above"
        onClick={() => annotator.duplicateObjects(ids)}
      />
      <IconButton
        icon={ArrowUp}
        label={`Bring ${what} forward`}
        keys="Alt+↑"
        tip="above"
        disabled={areLocked}
        onClick={() => annotator.shiftObjects(ids, 'forward')}
      />
      <IconButton
        icon={ArrowDown}
        label={`Send ${what} backward`}
        keys="Alt+↓"
        tip="above"
        disabled={areLocked}
        onClick={() => annotator.shiftObjects(ids, 'backward')}
      />
      <IconButton
        icon={areHidden ? Eye : EyeOff}
        label={`${areHidden ? 'Show' : 'Hide'} all selected`}
        keys="Shift+H"
        tip="above"
        onClick={() => annotator.setHidden(ids, !areHidden)}
      />
      <IconButton
        icon={areLocked ? LockOpen : Lock}
        label={`${areLocked ? 'Unlock' : 'Lock'} all selected`}
        keys="Shift+L"
        tip="above"
        onClick={() => annotator.setLocked(ids, !areLocked)}
      />
      <IconButton
        icon={Trash2}
        label={`Delete ${what}`}
        keys="Delete"
        tip="left"
        disabled={areLocked}
        onClick={() => annotator.deleteObjects(ids)}
      />
    </div>
  );
}
