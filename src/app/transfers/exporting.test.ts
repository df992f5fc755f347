import { describe, expect, it, vi } from 'vitest';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import { startExport } from '../../formats/worker/export.ts';
import { newHead } from '../../projects/records.ts';
import { openPhoto, setUp } from '../testing/world.ts';

/** The real writing, on this thread. */
function datasetsHere(): Datasets {
  return {
    ...createDatasets(),
    async write(signal, request, photoAt) {
      const running = await startExport(request, null);
      for (const [i] of request.head.photos.entries()) {
        await running.addPhoto(await photoAt(i));
        signal.throwIfAborted();
      }
      await running.finish();
      // As into a file of the person's: Node has no downloads.
      return null;
    },
  };
}

describe('an export', () => {
  it('is called after the project, and is no more spoken of once another one is chosen', async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    const { annotator, ...world } = setUp(['robust'], { datasets: datasetsHere() });
    await openPhoto({ annotator, ...world }, 'a');
    const current = { ...newHead('street: day 1'), created: 0, turn: 1 };
    annotator.projects.setState({ current });
    const exporting = () => annotator.transfers.getState().exporting;
    await annotator.exportDataset({
      ...{ target: 'zip', format: 'coco', scope: 'all', valShare: 0 },
      ...{ shapes: 'masks', tolerance: 0, includesPhotos: true, feather: 0 },
    });
    expect(exporting()).toMatchObject({ kind: 'done', name: 'street_ day 1.coco.zip' });
    annotator.forgetExport();
    expect(exporting()).toEqual({ kind: 'idle' });
  });

  it('that is cancelled leaves nothing behind', async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    const world = setUp(['robust'], { datasets: datasetsHere() });
    await openPhoto(world, 'a');
    const choice = {
      target: 'zip',
      shapes: 'masks',
      tolerance: 0,
      includesPhotos: true,
      feather: 0,
    } as const;
    const exporting = world.annotator.exportDataset({
      ...choice,
      format: 'coco',
      scope: 'all',
      valShare: 0,
    });
    world.annotator.cancelExport();
    await exporting;
    expect(world.annotator.transfers.getState().exporting).toEqual({ kind: 'idle' });
  });
});
