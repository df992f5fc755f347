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
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';

const COMBINATIONS = [
  ['merge', SquaresUnite],
  ['subtract', SquaresSubtract],
  ['intersect', SquaresIntersect],
] as const;

/** Each with a title that says with how many. */
const NAMED = [
  ['duplicate', CopyPlus],
  ['forward', ArrowUp],
  ['backward', ArrowDown],
] as const;

/** What can be done with the selected objects. */
export function ObjectActions({ objects }: { readonly objects: readonly MaskObject[] }) {
  const [only] = objects.length === 1 ? objects : [];
  const what = objectWords(objects);
  const areHidden = objects.every(({ isHidden }) => isHidden);
  const areLocked = objects.every(({ isLocked }) => isLocked);
  return (
    <div className="object-actions" role="toolbar" aria-label={t('objects.actions.with', { what })}>
      <ActionButton
        action="refine"
        icon={SquareMousePointer}
        label={only ? t('objects.actions.refine', { what }) : t('objects.actions.refineOne')}
        tip="above"
      />
      <ActionButton
        action="zoomRefine"
        icon={ScanSearch}
        label={only ? t('objects.actions.zoom', { what }) : t('objects.actions.zoomOne')}
        tip="above"
      />
      {objects.length > 1 &&
        COMBINATIONS.map(([action, icon]) => (
          <ActionButton key={action} action={action} icon={icon} tip="above" />
        ))}
      {NAMED.map(([action, icon]) => (
        <ActionButton
          key={action}
          action={action}
          icon={icon}
          label={t(`objects.actions.${action}`, { what })}
          tip="above"
        />
      ))}
      <ActionButton
        action="hide"
        icon={areHidden ? Eye : EyeOff}
        label={t(areHidden ? 'objects.actions.showAll' : 'objects.actions.hideAll')}
        tip="above"
      />
      <ActionButton
        action="lock"
        icon={areLocked ? LockOpen : Lock}
        label={t(areLocked ? 'objects.actions.unlockAll' : 'objects.actions.lockAll')}
        tip="above"
      />
      <ActionButton
        action="delete"
        icon={Trash2}
        label={t('objects.actions.delete', { what })}
        tip="left"
      />
    </div>
  );
}
