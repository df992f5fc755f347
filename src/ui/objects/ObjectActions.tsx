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
import { objectWords } from '../../app/objects/locked.ts';
import type { MaskObject } from '../../document/types.ts';
import { ActionButton } from '../actions/ActionButton.tsx';

const COMBINATIONS = [
  ['merge', SquaresUnite],
  ['subtract', SquaresSubtract],
  ['intersect', SquaresIntersect],
] as const;

/** What can be done with the selected objects. */
export function ObjectActions({ objects }: { readonly objects: readonly MaskObject[] }) {
  const [only] = objects.length === 1 ? objects : [];
  const what = objectWords(objects);
  const areHidden = objects.every(({ isHidden }) => isHidden);
  const areLocked = objects.every(({ isLocked }) => isLocked);
  return (
    <div className="object-actions" role="toolbar" aria-label={`With ${what}`}>
      <ActionButton
        action="refine"
        icon={SquareMousePointer}
        label={only ? `Refine ${what}` : 'Refine: select one'}
        tip="above"
      />
      <ActionButton
        action="zoomRefine"
        icon={ScanSearch}
        label={only ? `Zoom refine ${what}` : 'Zoom refine: select one'}
        tip="above"
      />
      {objects.length > 1 &&
        COMBINATIONS.map(([action, icon]) => (
          <ActionButton key={action} action={action} icon={icon} tip="above" />
        ))}
      <ActionButton action="duplicate" icon={CopyPlus} label={`Duplicate ${what}`} tip="above" />
      <ActionButton action="forward" icon={ArrowUp} label={`Bring ${what} forward`} tip="above" />
      <ActionButton
        action="backward"
        icon={ArrowDown}
        label={`Send ${what} backward`}
        tip="above"
      />
      <ActionButton
        action="hide"
        icon={areHidden ? Eye : EyeOff}
        label={`${areHidden ? 'Show' : 'Hide'} all selected`}
        tip="above"
      />
      <ActionButton
        action="lock"
        icon={areLocked ? LockOpen : Lock}
        label={`${areLocked ? 'Unlock' : 'Lock'} all selected`}
        tip="above"
      />
      <ActionButton action="delete" icon={Trash2} label={`Delete ${what}`} tip="left" />
    </div>
  );
}
