import { expect, test } from 'vitest';
import { createView } from '../../app/state/context.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { type DocumentState, EMPTY_DOCUMENT } from '../../document/types.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { changedLayers, layersChangedBy, partOf } from './layers.ts';

// vitest runs this without a browser: only the decisions are tested here, the pictures in e2e/.
test('only the layers that show a change are painted', () => {
  const before = createView().getState();
  const now = (change: Partial<typeof before>) => changedLayers({ ...before, ...change }, before);
  expect(now({ pointer: { x: 1, y: 2 }, polarity: 'exclude' })).toEqual([]);
  expect(now({ draftBox: { x0: 0, y0: 0, x1: 1, y1: 1 } })).toEqual(['marks']);
  expect(now({ pending: true })).toEqual(['marks']);
  expect(now({ pending: true, embedded: true })).toEqual([]);
  expect(now({ selectedObjectIds: ['a'] })).toEqual(['selected']);
  expect(now({ wipe: 0.3 })).toEqual(['live']);
  expect(now({ hatches: false })).toEqual(['live']);
  expect(now({ compareLayout: 'outlines' })).toEqual(['live']);
  expect(now({ heldAgainst: { photoId: 'a', truth: null, ours: null } })).toEqual(['live']);
  expect(now({ viewport: { ...before.viewport } })).toEqual([
    'photo',
    'objects',
    'selected',
    'live',
    'marks',
  ]);
});

test('a click, which changes the prompt alone, paints no mask again', () => {
  const view = { ...createView().getState(), photo: { id: 'a', levels: [] } };
  const after = (change: Partial<DocumentState>) =>
    layersChangedBy({ ...EMPTY_DOCUMENT, ...change }, EMPTY_DOCUMENT, view);
  expect(after({ prompts: { a: [] } })).toEqual(['marks']);
  expect(after({ objects: { b: [] } })).toEqual(['marks']);
  for (const change of [{ objects: { a: [] } }, { refined: { a: 'o' } }, { classes: [] }])
    expect(after(change)).toEqual(['objects', 'selected', 'live', 'marks']);
});

test('of two stages, the one the mouse is not on shows where it points', () => {
  const before = {
    ...createView().getState(),
    modelChoice: 'compare',
    compareLayout: 'side-by-side',
  } as const;
  expect(changedLayers({ ...before, pointer: { x: 1, y: 2 } }, before)).toEqual(['marks']);
});

test('a side shows the mask and the preview of its own model, the only stage what is in hand', () => {
  const [robust, plain, hoverMask, comparedHoverMask] = ['#...', '.#..', '..#.', '...#'].map(
    (row) => maskFromPicture(row),
  ) as [Mask, Mask, Mask, Mask];
  const changed = maskFromPicture('####');
  const answer = {
    prompt: [],
    token: 0,
    candidates: [],
    milliseconds: 1,
    steps: { feeds: 0, decoder: 1, choice: 0, mask: 0, tidy: 0 },
    answeredIn: 1,
    isZoomed: false,
    zoomedIn: null,
    tidied: { mask: robust, changed, specks: 1, holes: 0 },
  };
  const view = {
    ...createView().getState(),
    live: { ...answer, model: 'robust', mask: robust, isTidied: true },
    compared: { ...answer, model: 'plain', mask: plain, isTidied: false },
    hoverMask,
    comparedHoverMask,
  } as const;
  const on = (model: ModelKind | null) => partOf(view, { model, from: 0, to: 1 });
  expect(on('plain')).toMatchObject({
    mask: plain,
    dropped: null,
    hoverMask: comparedHoverMask,
  });
  expect(on('robust')).toMatchObject({ mask: robust, dropped: changed, hoverMask });
  expect(on(null)).toMatchObject({ mask: robust, hoverMask });
});
