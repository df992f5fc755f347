import type { Mask } from '../../mask/mask.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { leadObject } from '../state/questions.ts';

export interface ClipboardVerbs {
  /** The selected object, or the mask in hand, onto the clipboard. */
  copyMask(): Promise<void>;
  copyCutOut(): Promise<void>;
}

/** How far the edge of a copied cut-out fades, in photo pixels. */
const FEATHER = 1;

/** The selected object, or the mask in hand, as a picture on the clipboard. */
export function createClipboard({
  document,
  view,
  photos,
  files,
  datasets,
}: Context): ClipboardVerbs {
  function maskInHand(): Mask | null {
    const object = leadObject(...now({ document, view }));
    return object?.mask ?? view.getState().live?.mask ?? null;
  }

  async function cutOut(mask: Mask): Promise<Blob> {
    const photoId = view.getState().photo?.id;
    if (photoId === undefined) throw new Error(t('objects.clipboard.noPhoto'));
    const result = await photos.picture(await files.open(photoId));
    if (!result.ok) throw new Error(describePhotoProblem(result.problem));
    return datasets.cutOut(result.picture, mask, FEATHER);
  }

  async function copy(
    what: 'mask' | 'cutOut',
    picture: (mask: Mask) => Promise<Blob>,
  ): Promise<void> {
    const mask = maskInHand();
    if (!mask) return;
    try {
      // The promise goes in at once: browsers only take what comes straight from a key or a click.
      const item = new ClipboardItem({ 'image/png': picture(mask) });
      await navigator.clipboard.write([item]);
      notify(view, 'info', t(`objects.clipboard.${what}`));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify(view, 'error', t(`objects.clipboard.${what}Failed`, { reason }));
    }
  }

  return {
    copyMask: () => copy('mask', (mask) => datasets.maskPng(mask)),
    copyCutOut: () => copy('cutOut', cutOut),
  };
}
