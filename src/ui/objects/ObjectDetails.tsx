import { shownName } from '../../app/objects/object-name.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { FIELDS } from '../kit/places.ts';
import { CopyButtons } from './CopyButtons.tsx';
import { ObjectAttributes } from './ObjectAttributes.tsx';

/** What can be said about the one selected object. */
export function ObjectDetails({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const { id, note, isLocked, prompt } = object;
  const name = shownName(object);
  return (
    <section className="object-details" aria-label={t('objects.details.of', { name })}>
      <div className="field">
        <span>{t('objects.details.name')}</span>
        <CommitField
          key={id}
          label={t('objects.details.name')}
          value={name}
          isDisabled={isLocked}
          onCommit={(text) => annotator.renameObject(id, text)}
        />
      </div>
      <ObjectAttributes object={object} />
      <div className="field">
        <span>{t('objects.details.note')}</span>
        <CommitField
          key={id}
          id={FIELDS.note}
          label={t('objects.details.note')}
          value={note}
          isMultiline
          isDisabled={isLocked}
          onCommit={(text) => annotator.setNote(id, text)}
        />
      </div>
      <p className="hint">
        {prompt.length > 0
          ? t('objects.details.madeBy', { count: prompt.length })
          : t('objects.details.noPrompt')}
        {isLocked && ` ${t('objects.details.locked')}`}
      </p>
      <CopyButtons />
    </section>
  );
}
