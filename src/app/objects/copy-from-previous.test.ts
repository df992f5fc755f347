import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowOutcome } from '../../engine/protocol.ts';
import { decoded, file, settle, setUp, type World } from '../testing/world.ts';

describe('objects of the previous photo', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    const { annotator, encodes, decodes } = world;
    void annotator.openFiles(['a', 'b'].map(file));
    await vi.waitFor(() => expect(annotator.view.getState().opening).toBeNull());
    encodes[0]?.();
    await settle();
    annotator.chooseClassNamed('cat');
    for (const foreground of [3, 2]) {
      void annotator.addPoint({ x: 1, y: 1 }, 'include');
      await settle();
      decodes.at(-1)?.answer(decoded(foreground));
      await settle();
      await annotator.keep();
    }
    void annotator.stepPhoto(1);
    await settle();
    encodes[1]?.();
    await settle();
  });

  const copies = () => world.annotator.document.getState().objects.b ?? [];

  function found(foreground: number, expectedIou = 0.9): FollowOutcome {
    const { mask } = decoded(foreground).value;
    return { ok: true, value: { mask, tidied: null, likeness: 1, expectedIou } };
  }

  const words = () => world.annotator.view.getState().notices.map(({ text }) => text);

  it('are looked for where they went and keep their class, in one undo step', async () => {
    const { annotator, follows } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    expect(follows.at(-1)?.request).toMatchObject({ photoId: 'b', fromId: 'a' });
    expect(follows.at(-1)?.request.mask.runs[1]).toBe(3);
    expect(annotator.view.getState().copyingFromPrevious).toEqual({ done: 0, of: 2, photos: null });
    follows[0]?.answer(found(4));
    await settle();
    follows[1]?.answer(found(1));
    await ended;
    expect(copies().map(({ mask }) => mask.runs[1])).toEqual([4, 1]);
    const [cat] = annotator.document.getState().classes;
    expect(copies().map(({ classId }) => classId)).toEqual([cat?.id, cat?.id]);
    expect(annotator.view.getState()).toMatchObject({ copyingFromPrevious: null, notices: [] });
    await annotator.undo();
    expect(copies()).toEqual([]);
  });

  it('are left out where they are gone, and what may be wrong is said', async () => {
    const { annotator, follows } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    follows[0]?.answer({ ok: true, value: null });
    await settle();
    follows[1]?.answer(found(1, 0.6));
    await ended;
    expect(copies().map(({ predictedIou }) => predictedIou)).toEqual([0.6]);
    expect(words()).toEqual([
      'One object was not found on this photo. One object may be wrong: it comes first in the review.',
    ]);
  });

  it('that come to lie in one place are the likelier one alone: the other has left', async () => {
    const { annotator, follows } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    follows[0]?.answer(found(4, 0.8));
    await settle();
    follows[1]?.answer(found(4, 0.9));
    await ended;
    expect(copies().map(({ predictedIou }) => predictedIou)).toEqual([0.9]);
    expect(words()).toEqual(['One object was not found on this photo.']);
  });

  it('ask for the photo they come from where the engine has forgotten it', async () => {
    const { annotator, follows } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    follows[0]?.answer({ ok: false, problem: { kind: 'no-source' } });
    await settle();
    expect(follows[1]?.request.source).toMatchObject({ photoSize: { width: 4, height: 2 } });
    follows[1]?.answer(found(4));
    await settle();
    follows[2]?.answer({ ok: true, value: null });
    await ended;
    expect(copies()).toHaveLength(1);
  });

  it('don’t come once they are called off', async () => {
    const { annotator, follows } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    annotator.cancel();
    follows.at(-1)?.answer(found(4));
    await ended;
    expect(copies()).toEqual([]);
    expect(annotator.view.getState()).toMatchObject({ copyingFromPrevious: null, notices: [] });
  });

  it('are followed from photo to photo, a step of the history each, until one has objects', async () => {
    const { annotator, follows, encodes } = world;
    void annotator.openFiles(['c', 'd'].map(file));
    await vi.waitFor(() => expect(annotator.document.getState().photos).toHaveLength(4));
    await vi.waitFor(() => expect(annotator.view.getState().opening).toBeNull());
    for (const encode of encodes) encode();
    await settle();
    await annotator.stepPhoto(-1);
    await annotator.stepPhoto(-1);
    await settle();
    expect(annotator.view.getState().photo?.id).toBe('a');
    const ended = annotator.followOnward(2);
    for (let i = 0; i < 4; i++) {
      await vi.waitFor(() => {
        for (const encode of encodes) encode();
        expect(follows).toHaveLength(i + 1);
      });
      follows[i]?.answer(found(i % 2 === 0 ? 4 : 1));
      await settle();
    }
    await ended;
    const { objects } = annotator.document.getState();
    expect(['b', 'c', 'd'].map((id) => objects[id]?.length ?? 0)).toEqual([2, 2, 0]);
    expect(follows.map(({ request }) => request.fromId)).toEqual(['a', 'a', 'b', 'b']);
    expect(words()).toEqual(['Followed onto 2 photos.']);
    await annotator.undo();
    expect(annotator.document.getState().objects.c ?? []).toEqual([]);
    expect(copies()).toHaveLength(2);
  });
});
