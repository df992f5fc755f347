import type { ProjectStore } from '../projects/store.ts';
import type { Context } from './context.ts';

/** The shown photo's thumbnail becomes the project's picture. Without one nothing happens: the next write tries again. */
export async function keepPicture(
  { view, thumbnails }: Pick<Context, 'view' | 'thumbnails'>,
  store: Pick<ProjectStore, 'amend'>,
  projectId: string,
): Promise<void> {
  const thumbnail = thumbnails.store.getState().get(view.getState().photo?.id ?? '');
  if (!thumbnail || thumbnail === 'broken') return;
  const canvas = new OffscreenCanvas(thumbnail.width, thumbnail.height);
  canvas.getContext('2d')?.drawImage(thumbnail, 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  await store.amend(projectId, { picture }).catch(() => {});
}
