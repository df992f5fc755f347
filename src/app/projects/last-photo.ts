import type { StoreApi } from 'zustand/vanilla';
import type { ProjectStore } from '../../projects/project-store.ts';
import type { Context } from '../state/context.ts';
import type { Thumbnail } from '../state/thumbnails.ts';
import type { ProjectsState } from './projects-state.ts';

/** Writes down which photo is shown, so the project comes up with it, and the project's picture. */
export async function rememberPhoto(
  { view, thumbnails }: Pick<Context, 'view' | 'thumbnails'>,
  projects: StoreApi<ProjectsState>,
  store: Pick<ProjectStore, 'amend'>,
): Promise<void> {
  const { current, access } = projects.getState();
  const shownId = view.getState().photo?.id;
  if (!current || current.revision === 0 || access !== 'write' || shownId === undefined) return;
  const picture = current.picture ?? (await pictureOf(thumbnails.store.getState().get(shownId)));
  await store.amend(current.id, { shownId, picture }).catch(() => {});
}

/** Writes down the class that new objects have, so the project comes up with it. */
export async function rememberClass(
  { view }: Pick<Context, 'view'>,
  projects: StoreApi<ProjectsState>,
  store: Pick<ProjectStore, 'amend'>,
): Promise<void> {
  const { current, access } = projects.getState();
  const { classId, photo } = view.getState();
  // Without a photo the project is being opened or left.
  if (!current || access !== 'write' || !photo) return;
  projects.setState({ current: { ...current, classId } });
  await store.amend(current.id, { classId }).catch(() => {});
}

/** A photo's thumbnail as a small JPEG. */
async function pictureOf(thumbnail: Thumbnail | undefined): Promise<Blob | null> {
  if (!thumbnail || thumbnail === 'broken') return null;
  // One that was closed meanwhile can't be drawn.
  if (thumbnail.width === 0) return null;
  const canvas = new OffscreenCanvas(thumbnail.width, thumbnail.height);
  canvas.getContext('2d')?.drawImage(thumbnail, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
