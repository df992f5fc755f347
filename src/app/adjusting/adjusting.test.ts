import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NEUTRAL } from '../../adjust/adjustments.ts';
import { openPhoto, setUp, type World } from '../testing/world.ts';
import { shownAdjustments } from './shown.ts';

describe('how a photo is shown', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
  });

  const shown = () => {
    const { document, view } = world.annotator;
    return shownAdjustments(document.getState(), view.getState());
  };
  const change = (exposure: number) => {
    world.annotator.previewAdjustments({ exposure });
    world.annotator.keepAdjustments();
  };

  it('follows the slider at once, and is kept as one step once it is let go', async () => {
    world.annotator.previewAdjustments({ exposure: 1 });
    world.annotator.previewAdjustments({ exposure: 2 });
    expect(shown().exposure).toBe(2);
    expect(world.annotator.canUndo()).toBe(false);
    world.annotator.keepAdjustments();
    expect(shown().exposure).toBe(2);
    await world.annotator.undo();
    expect(shown()).toEqual(NEUTRAL);
    expect(world.annotator.canUndo()).toBe(false);
    await world.annotator.redo();
    expect(shown().exposure).toBe(2);
  });

  it('is of each photo its own, and of all the same where the person says so', async () => {
    change(1);
    await openPhoto(world, 'b');
    expect(shown()).toEqual(NEUTRAL);
    change(3);
    world.annotator.shareAdjustments(true);
    await world.annotator.showPhoto('a');
    expect(shown().exposure).toBe(3);
    change(2);
    await world.annotator.showPhoto('b');
    expect(shown().exposure).toBe(2);
    world.annotator.shareAdjustments(false);
    expect(shown().exposure).toBe(2);
    await world.annotator.showPhoto('a');
    expect(shown().exposure).toBe(1);
  });

  it('stays shared when it is reset', async () => {
    change(1);
    world.annotator.shareAdjustments(true);
    world.annotator.resetAdjustments();
    expect(shown()).toEqual(NEUTRAL);
    change(2);
    await openPhoto(world, 'b');
    expect(shown().exposure).toBe(2);
  });

  it('goes back to what it was with the same key, and nothing is done where nothing changes', () => {
    world.annotator.resetAdjustments();
    expect(world.annotator.canUndo()).toBe(false);
    change(1);
    world.annotator.autoAdjust();
    const auto = shown();
    world.annotator.autoAdjust();
    expect(shown()).toEqual(NEUTRAL);
    world.annotator.autoAdjust();
    expect(shown()).toEqual(auto);
  });

  it('is not asked of the model', () => {
    const { encodes } = world;
    const asked = encodes.length;
    change(2);
    expect(encodes.length).toBe(asked);
  });
});
