import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { tagsOf } from '../state/questions.ts';

/** Words for the shown photo as a whole. */
export interface TagVerbs {
  addTag(tag: string): void;
  removeTag(tag: string): void;
}

export function createTags({ document, view }: Context): TagVerbs {
  function setTags(name: string, edit: (tags: readonly string[]) => readonly string[]): void {
    const photoId = view.getState().photo?.id;
    if (!photoId) return;
    const before = tagsOf(document.state.getState(), photoId);
    const after = edit(before);
    if (after.length === before.length) return;
    document.commit({ name, photoId, changes: [{ kind: 'set-tags', photoId, before, after }] });
  }

  return {
    addTag(untrimmed) {
      const tag = untrimmed.trim();
      setTags(t('steps.photos.tag', { tag }), (tags) =>
        tag === '' || tags.includes(tag) ? tags : [...tags, tag],
      );
    },
    removeTag: (tag) =>
      setTags(t('steps.photos.untag', { tag }), (tags) => tags.filter((one) => one !== tag)),
  };
}
