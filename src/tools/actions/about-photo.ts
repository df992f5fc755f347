import { isDone } from '../../app/state/questions.ts';
import type { PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Action, ActionSet, Hands } from './action.ts';

/** What can be done with a photo of the filmstrip, whether it is the one on the stage or not. */
export function aboutPhoto(photo: PhotoEntry) {
  const { id } = photo;
  const isOn = ({ annotator }: Hands) => isDone(annotator.document.getState(), id);
  return {
    show: goToPhoto(photo),
    done: {
      get title() {
        return t('actions.photos.photoDone');
      },
      isOn,
      run: (hands: Hands) => hands.annotator.setDone([id], !isOn(hands)),
    },
    remove: {
      get title() {
        return t('actionHelp.about.removePhoto');
      },
      run: ({ annotator }: Hands) => void annotator.removePhotos([id]),
    },
  } as const satisfies ActionSet;
}

export function goToPhoto({ id, name }: PhotoEntry): Action {
  return {
    get title() {
      return t('actionHelp.about.goToPhoto', { name });
    },
    isOn: ({ annotator }) => annotator.view.getState().photo?.id === id,
    run: ({ annotator }) => void annotator.showPhoto(id),
  };
}
