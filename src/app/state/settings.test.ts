import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setUp } from '../testing/world.ts';
import { loadSettings } from './settings.ts';

/** Node has none. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> & { text: string | null } {
  return {
    text: null,
    getItem() {
      return this.text;
    },
    setItem(_, text) {
      this.text = text;
    },
  };
}

let kept = storage();
beforeEach(() => {
  kept = storage();
  vi.stubGlobal('localStorage', kept);
});
afterEach(() => vi.unstubAllGlobals());

test('keys, theme and what was used lately outlast the tab', () => {
  const { annotator } = setUp();
  annotator.setKeys({ brush: ['Q'], eraser: [] });
  annotator.setTheme('contrast');
  annotator.noteAction('undo');
  annotator.noteAction('brush');
  annotator.noteAction('undo');
  expect(loadSettings()).toMatchObject({
    keys: { brush: ['Q'], eraser: [] },
    theme: 'contrast',
    recentActions: ['undo', 'brush'],
  });
});

test('the options of “everything” outlast the tab; what can’t be meant is as it comes', () => {
  const { annotator } = setUp();
  annotator.setEverythingGrid({ pointsPerSide: 12 });
  annotator.setEverythingThresholds({ stability: 0.5 });
  const { everythingSettings } = annotator.view.getState();
  expect(loadSettings().everythingSettings).toEqual(everythingSettings);
  const wild = { grid: { pointsPerSide: 1e6, cropLayers: '2', boxOverlap: 0.5 }, thresholds: 7 };
  kept.text = JSON.stringify({ everythingSettings: wild });
  const { grid, thresholds } = loadSettings().everythingSettings;
  expect(grid).toMatchObject({ pointsPerSide: 32, cropLayers: 0, boxOverlap: 0.5 });
  expect(thresholds.robust).toEqual({ predictedIou: 0.5, stability: 0.7 });
});

test.each([
  ['no text', null],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['other things', '{"keys":7,"recentActions":{"0":"undo"},"theme":"pink","tourDone":"yes"}'],
  ['keys of another kind', '{"keys":{"brush":"Q","eraser":[1,null]}}'],
])('%s in the storage harms nothing', (_, text) => {
  kept.text = text;
  const { keys, recentActions, theme, tourDone } = loadSettings();
  expect(Object.values(keys).flat()).toEqual([]);
  expect({ recentActions, theme, tourDone }).toEqual({
    recentActions: [],
    theme: 'dark',
    tourDone: false,
  });
});

test('more than a handful of actions is not lately', () => {
  const { annotator } = setUp();
  for (let i = 0; i < 20; i++) annotator.noteAction(`action ${i}`);
  expect(loadSettings().recentActions).toHaveLength(6);
  expect(loadSettings().recentActions[0]).toBe('action 19');
});

test('whoever changes a setting, it is kept; what is no setting is not', () => {
  const { annotator } = setUp();
  annotator.view.setState({ pending: true, wipe: 0.2 });
  expect(kept.text).toBeNull();
  for (const change of [
    { diskLimit: 5e8 },
    { noOverlap: true },
    { tidiesMasks: false },
    { tourDone: true },
  ] as const) {
    annotator.view.setState(change);
    expect(loadSettings()).toMatchObject(change);
  }
});
