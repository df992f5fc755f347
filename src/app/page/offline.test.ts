import { describe, expect, test, vi } from 'vitest';
import type { Offline } from '../../offline/client.ts';
import { decoded, file, noOffline, openPhoto, settle, setUp } from '../testing/world.ts';

describe('a reload that isolates the page', () => {
  test('happens while nothing is open', async () => {
    const { annotator, reloads } = setUpOffline();
    await annotator.isolate();
    expect(reloads()).toBe(1);
  });

  test('does not happen under an open photo, or one that is being opened', async () => {
    for (const isOpen of [true, false]) {
      const world = setUpOffline();
      if (isOpen) await openPhoto(world, 'photo');
      else void world.annotator.openFiles([file('photo')]);
      await world.annotator.isolate();
      expect(world.reloads()).toBe(0);
    }
  });

  test('does not happen where it would not help', async () => {
    const { annotator, reloads } = setUpOffline({ canIsolate: async () => false });
    await annotator.isolate();
    expect(reloads()).toBe(0);
  });
});

describe('a new version', () => {
  test('comes when asked for', async () => {
    const { annotator, reloads } = setUpOffline();
    await annotator.update();
    expect(reloads()).toBe(1);
  });

  test('does not come under a prompt in hand or a kept object', async () => {
    const world = setUpOffline();
    const { annotator, decodes } = world;
    await openPhoto(world, 'photo');
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    await annotator.update();
    expect(world.reloads()).toBe(0);
    await settle();
    decodes[0]?.answer(decoded(4));
    await settle();
    await annotator.keep();
    await annotator.update();
    expect(world.reloads()).toBe(0);
    expect(world.told).toEqual([true]);
  });

  test('does not come under work in another tab, and that is said', async () => {
    const { annotator, reloads } = setUpOffline({ isWorkElsewhere: async () => true });
    await annotator.update();
    expect(reloads()).toBe(0);
    expect(annotator.view.getState().notices[0]?.text).toMatch(/Another tab/);
  });
});

test('shared photos are opened', async () => {
  const { annotator, encodes } = setUpOffline({ takeShared: async () => [file('shared')] });
  const opened = annotator.openShared();
  await vi.waitFor(() => expect(encodes).toHaveLength(1));
  encodes[0]?.();
  await opened;
  expect(annotator.document.getState().photos.map(({ name }) => name)).toEqual(['shared.png']);
});

function setUpOffline(differences: Partial<Offline> = {}) {
  let count = 0;
  const told: boolean[] = [];
  const offline: Offline = {
    ...noOffline,
    canIsolate: async () => true,
    reload: () => {
      count += 1;
    },
    tellWork: (hasWork) => {
      if (told.at(-1) !== hasWork) told.push(hasWork);
    },
    ...differences,
  };
  const world = setUp(undefined, { offline });
  return { ...world, told, reloads: () => count };
}
