import { X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { tagsOf } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { isComposing } from '../kit/composing.ts';
import { FIELDS } from '../kit/places.ts';

/** Words for the photo as a whole; those of other photos are suggested. */
export function TagsField({ photoId }: { readonly photoId: string }) {
  const annotator = useAnnotator();
  const listId = useId();
  const all = useDocument((state) => state.tags);
  const tags = tagsOf({ tags: all }, photoId);
  const suggested = [...new Set(Object.values(all).flat())].filter((tag) => !tags.includes(tag));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    const input = event.currentTarget;
    if (event.key === 'Escape') input.blur();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    annotator.addTag(input.value);
    input.value = '';
  }

  return (
    <div className="tags">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="tag"
          aria-label={t('photoPanel.tags.remove', { tag })}
          onClick={() => annotator.removeTag(tag)}
        >
          {tag} <X aria-hidden size={12} />
        </button>
      ))}
      <input
        id={FIELDS.tags}
        type="text"
        className="text-field"
        aria-label={t('photoPanel.tags.label')}
        placeholder={t('photoPanel.tags.placeholder')}
        list={listId}
        onKeyDown={onKeyDown}
        onBlur={({ target }) => {
          annotator.addTag(target.value);
          target.value = '';
        }}
      />
      <datalist id={listId}>
        {suggested.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
