import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Engine, EngineStatus } from '../engine/engine.ts';
import type { Decoded, DecodeOutcome, DecodeRequest } from '../engine/protocol.ts';
import type { PhotoResult } from '../photo/protocol.ts';
import { createAnnotator } from './create.ts';

/**
 * The real verbs, document and view; engine and photo loader answer when the test says so, since
 * the order of answers is what these tests are about. The real ones run in the end-to-end tests.
 */
const size = { width: 4, height: 2 };

interface Waiting {
  readonly request: DecodeRequest;
  answer(outcome: DecodeOutcome): void;
}

function decoded(foreground: number): { ok: true; value: Decoded } {
  const mask = { size, runs: Uint32Array.of(8 - foreground, foreground) };
  const candidates = [1, 2, 3].map((token) => ({ token, predictedIou: 0.9, area: foreground }));
  return { ok: true, value: { mask, token: 1, candidates, milliseconds: 1 } };
}

function setUp() {
  const decodes: Waiting[] = [];
  const previews: Waiting[] = [];
  const encodes: (() => void)[] = [];
  const ask = (list: Waiting[], request: DecodeRequest) =>
    new Promise<DecodeOutcome>((answer) => list.push({ request, answer }));
  const cache = { count: 0, bytes: 0, limitBytes: 0 };
  const engine: Engine = {
    status: createStore<EngineStatus>(() => ({
      phase: { kind: 'ready' },
      choice: 'auto',
      backend: 'wasm-single',
      threads: 1,
      adapter: null,
      set: null,
      kinds: ['robust', 'plain'],
      rejections: [],
      lastEncodeMilliseconds: null,
      lastDecodeMilliseconds: null,
      cache,
    })),
    start: async () => {},
    adopt: async () => ({ ok: false, problem: { kind: 'cancelled' } }),
    encode: () =>
      new Promise((resolve) => {
        encodes.push(() => resolve({ ok: true, value: { ran: true, milliseconds: 1, cache } }));
      }),
    decode: (_signal, request) => ask(decodes, request),
    preview: (request) => ask(previews, request),
    clearCache: async () => {},
    dispose: () => {},
  };
  const load = async (file: Blob): Promise<PhotoResult> => {
    const id = await file.text();
    if (id === 'broken') return { ok: false, problem: { kind: 'not-an-image' } };
    const thumbnail = { close: () => {} } as ImageBitmap;
    const modelImage = { size, rgb: new Uint8Array(24) };
    return { ok: true, photo: { id, size, format: 'png', levels: [], modelImage, thumbnail } };
  };
  const annotator = createAnnotator({
    engine,
    photos: { load },
    sets: {
      list: async () => [],
      take: async () => ({ ok: false, problem: { kind: 'cancelled' } }),
      remove: async () => {},
    },
    bundled: { kind: 'bundled', baseUrl: 'http://localhost/models/' },
  });
  return { annotator, decodes, previews, encodes };
}

const file = (id: string) => new File([id], `${id}.png`);
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the verbs', () => {
  let world: ReturnType<typeof setUp>;

  async function open(id: string) {
    void world.annotator.openFiles([file(id)]);
    await settle();
    world.encodes.at(-1)?.();
    await settle();
  }

  beforeEach(() => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
  });

  it('keep a click made before the photo is encoded and answer it then', async () => {
    const { annotator, decodes, encodes } = world;
    void annotator.openFiles([file('a')]);
    await settle();
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

  it('answer the prompt in hand anew on another backend', async () => {
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
