import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { colorOf } from '../../app/objects/object-colors.ts';
import { shownName } from '../../app/objects/object-name.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { ReviewMark } from '../kit/ReviewMark.tsx';
import { ObjectThumb } from './ObjectThumb.tsx';
import { figureWords } from './object-words.ts';

interface Props {
  readonly object: MaskObject;
  readonly isTabStop: boolean;
  readonly isRenaming: boolean;
  readonly dropsAbove: boolean;
  /** The same object all the time. */
  readonly events: RowEvents;
}

/** What is done with a row, by its object's id. */
export interface RowEvents {
  onSelect(id: string, event: MouseEvent): void;
  onKey(id: string, event: KeyboardEvent): void;
  onFocus(id: string): void;
  onRename(id: string, isRenaming: boolean): void;
}

/** Rendered again only when it looks different. */
export const ObjectRow = memo(function ObjectRow(props: Props) {
  const { object, isTabStop, isRenaming, dropsAbove, events } = props;
  const annotator = useAnnotator();
  const { id, isHidden, isLocked } = object;
  const name = shownName(object);
  const isSelected = useView((view) => view.selectedObjectIds.includes(id));
  const classes = useDocument((state) => state.classes);
  const color = colorOf(object, classes);
  const className = classes.find((one) => one.id === object.classId)?.name ?? null;
  const thumb = <ObjectThumb mask={object.mask} color={color} />;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div
      className="object"
      data-object={id}
      data-selected={isSelected}
      data-hidden={isHidden}
      data-drop={dropsAbove}
    >
      {isRenaming ? (
        <div className="object-name">
          {thumb}
          <CommitField
            label={t('objects.row.nameOf', { name })}
            value={name}
            takesFocus
            onCommit={(text) => annotator.renameObject(id, text)}
            onDone={() => events.onRename(id, false)}
          />
        </div>
      ) : (
        <button
          type="button"
          className="object-name"
          aria-pressed={isSelected}
          tabIndex={tabIndex}
          onClick={(event) => events.onSelect(id, event)}
          onDoubleClick={() => events.onRename(id, true)}
          onKeyDown={(event) => events.onKey(id, event)}
          onFocus={() => events.onFocus(id)}
        >
          {thumb}
          <span className="object-words">
            <span className="object-title">{name}</span>
            <span className="object-figures">
              {object.review && <ReviewMark state={object.review.state} />}
              {className && <span className="swatch" style={{ background: color }} />}
              {figureWords(object, className)}
            </span>
          </span>
        </button>
      )}
      <IconButton
        icon={isHidden ? EyeOff : Eye}
        label={t(isHidden ? 'objects.row.show' : 'objects.row.hide', { name })}
        tip="left"
        tabIndex={tabIndex}
        className={`object-toggle ${isHidden ? 'is-on' : ''}`}
        onClick={() => annotator.setHidden([id], !isHidden)}
      />
      <IconButton
        icon={isLocked ? Lock : LockOpen}
        label={t(isLocked ? 'objects.row.unlock' : 'objects.row.lock', { name })}
        tip="left"
        tabIndex={tabIndex}
        className={`object-toggle ${isLocked ? 'is-on' : ''}`}
        onClick={() => annotator.setLocked([id], !isLocked)}
      />
    </div>
  );
});
