import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaskObject } from '../../document/types.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { drawBox, openPhoto, setUp, type World } from '../testing/world.ts';

/** The photo has four by two pixels. */
describe('a change of the whole mask', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
  });

  const objects = (): readonly MaskObject[] => world.annotator.document.getState().objects.a ?? [];
  const masks = (): Mask[] => objects().map(({ mask }) => mask);
  /** The id of a new object. */
  function drawNew(box: ImageBox): string {
    drawBox(world, box);
    return world.annotator.view.getState().selectedObjectId ?? '';
  }

  it('is previewed, dropped, and applied as one step', async () => {
    const { annotator } = world;
    const id = drawNew({ x0: 0, y0: 0, x1: 1, y1: 2 });
    const before = masks();
    await annotator.previewReshape(id, [{ kind: 'grow', by: 1 }]);
    expect(annotator.view.getState().reshaping?.mask).toEqual(maskFromPicture('##..', '##..'));
    expect(masks()).toEqual(before);
    annotator.cancel();
    expect(annotator.view.getState().reshaping).toBeNull();
    expect(masks()).toEqual(before);
    void annotator.previewReshape(id, [{ kind: 'grow', by: 2 }]);
    await annotator.applyReshape();
    expect(masks()).toEqual([maskFromPicture('###.', '###.')]);
    expect(annotator.undoName()).toBe('grow Object 1');
  });

  it('is what several sliders say together, as one step', async () => {
    const { annotator } = world;
    const id = drawNew({ x0: 0, y0: 0, x1: 1, y1: 2 });
    const before = masks();
    void annotator.previewReshape(id, [{ kind: 'grow', by: 2 }]);
    void annotator.previewReshape(id, [
      { kind: 'grow', by: 2 },
      { kind: 'grow', by: -1 },
    ]);
    await annotator.applyReshape();
    expect(masks()).toEqual([maskFromPicture('##..', '##..')]);
    expect(annotator.undoName()).toBe('edit the mask of Object 1');
    await annotator.undo();
    expect(masks()).toEqual(before);
  });

  it('goes with the selection, and keeps an object that would vanish', async () => {
    const { annotator } = world;
    const id = drawNew({ x0: 0, y0: 0, x1: 2, y1: 2 });
    await annotator.previewReshape(id, [{ kind: 'grow', by: 1 }]);
    annotator.selectObject(null);
    expect(annotator.view.getState().reshaping).toBeNull();
    annotator.selectObject(id);
    await annotator.previewReshape(id, [{ kind: 'drop-specks', most: 100 }]);
    await annotator.applyReshape();
    expect(maskArea(masks()[0] ?? maskFromPicture('.'))).toBe(4);
    expect(annotator.view.getState().notices).toHaveLength(1);
  });
});
