import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decoded, file, openPhoto, settle, setUp, type World } from './testing/world.ts';

describe('the verbs', () => {
  let world: World;

  const open = (id: string) => openPhoto(world, id);

  beforeEach(() => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
  });

  it('keep a click made before the photo is encoded and answer it then', async () => {
    const { annotator, decodes, encodes } = world;
    void annotator.openFiles([file('a')]);
    await vi.waitFor(() => expect(encodes).toHaveLength(1));
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    expect(annotator.view.getState().pending).toBe(true);
    expect(decodes).toHaveLength(0);
    encodes[0]?.();
    await settle();
    expect(decodes).toHaveLength(1);
    decodes[0]?.answer(decoded(3));
    await settle();
    expect(annotator.view.getState()).toMatchObject({ pending: false, live: { token: 1 } });
  });

  it('show the newest prompt only, whatever the order of answers', async () => {
    await open('a');
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    void annotator.addPoint({ x: 2, y: 1 }, 'exclude');
    decodes[1]?.answer(decoded(2));
    await settle();
    decodes[0]?.answer(decoded(5));
    await settle();
    expect(annotator.view.getState().live?.candidates[0]?.area).toBe(2);
  });

  it('undo and redo every prompt, and a mask that comes late does not come back', async () => {
    await open('a');
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    void annotator.undo();
    decodes[0]?.answer(decoded(5));
    await settle();
    expect(annotator.view.getState()).toMatchObject({ live: null, pending: false });
    void annotator.redo();
    await settle();
    decodes[1]?.answer(decoded(5));
    await settle();
    expect(annotator.view.getState().live).not.toBeNull();
  });

  it('keep an object with the prompt that made it, once its mask is there', async () => {
    await open('a');
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    void annotator.keep();
    expect(annotator.document.getState().objects.a).toBeUndefined();
    decodes[0]?.answer(decoded(3));
    await settle();
    const { objects, prompts } = annotator.document.getState();
    expect(objects.a).toHaveLength(1);
    expect(objects.a?.[0]?.prompt).toHaveLength(1);
    expect(prompts.a).toEqual([]);
    void annotator.undo();
    expect(annotator.document.getState().objects.a).toEqual([]);
    expect(annotator.document.getState().prompts.a).toHaveLength(1);
  });

  it('keep nothing when a newer click follows', async () => {
    await open('a');
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    void annotator.keep();
    void annotator.addPoint({ x: 2, y: 1 }, 'include');
    for (const decode of decodes) decode.answer(decoded(3));
    await settle();
    expect(annotator.document.getState().objects.a).toBeUndefined();
    expect(annotator.document.getState().prompts.a).toHaveLength(2);
  });

  it('wrap around when cycling through the candidates', async () => {
    await open('a');
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    decodes[0]?.answer(decoded(3));
    await settle();
    void annotator.cycleCandidate(-1);
    expect(decodes[1]?.request.prompt[0]?.candidate).toBe(3);
  });

  it('drop a preview that a click or leaving the photo overtook', async () => {
    await open('a');
    const { annotator, previews } = world;
    annotator.hover({ x: 1, y: 1 });
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    previews[0]?.answer(decoded(3));
    await settle();
    expect(annotator.view.getState().hoverMask).toBeNull();
    annotator.clearPrompt();
    annotator.hover({ x: 2, y: 1 });
    annotator.hover(null);
    previews[1]?.answer(decoded(3));
    await settle();
    expect(annotator.view.getState().hoverMask).toBeNull();
  });

  it('leave the current work alone when a file is broken', async () => {
    await open('a');
    const { annotator } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    await annotator.openFiles([file('broken')]);
    const { photo, opening, notices } = annotator.view.getState();
    expect(photo?.id).toBe('a');
    expect(opening).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toMatch(/^broken\.png: /);
    expect(annotator.document.getState().prompts.a).toHaveLength(1);
  });

  it('stop reading files when the person says so, and keep what was opened', async () => {
    await open('a');
    const { annotator } = world;
    void annotator.openFiles([file('b'), file('c')]);
    annotator.cancel();
    await settle();
    expect(annotator.view.getState().opening).toBeNull();
    expect(annotator.document.getState().photos.map(({ id }) => id)).toEqual(['a']);
  });

  it('answer the prompt in hand again on another backend', async () => {
    await open('a');
    const { annotator, decodes, encodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    decodes[0]?.answer({ ok: false, problem: { kind: 'worker-died' } });
    await settle();
    void annotator.chooseBackend('wasm-single');
    await settle();
    encodes.at(-1)?.();
    await settle();
    decodes[1]?.answer(decoded(3));
    await settle();
    expect(annotator.view.getState()).toMatchObject({ embedded: true, live: { token: 1 } });
  });

  it('undo on the photo where it happened', async () => {
    await open('a');
    void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
    await open('b');
    void world.annotator.undo();
    await settle();
    expect(world.annotator.view.getState().photo?.id).toBe('a');
    expect(world.annotator.document.getState().prompts.a).toEqual([]);
  });
});
