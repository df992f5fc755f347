import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { setUp, type World } from '../../app/testing/world.ts';
import type { Hands } from '../actions/action.ts';
import type { ShellState } from '../actions/shell.ts';
import { createStageState } from '../stage-state.ts';

/** What actions read of a browser. */
vi.stubGlobal('HTMLInputElement', class {});
vi.stubGlobal('devicePixelRatio', 1);

/** The real annotator and stage; of the page only what it was asked for. */
export function handsInTest(): { readonly hands: Hands; readonly world: World } {
  const world = setUp();
  const state = createStore<ShellState>(() => ({
    dialog: null,
    isInspectorOpen: false,
    isFilmstripOpen: true,
    renamedId: null,
    editedClassId: null,
    objectMenuAt: null,
  }));
  const shell: Hands['shell'] = {
    state,
    openPicker: vi.fn(),
    pickFiles: vi.fn(),
    show: vi.fn(),
    goToContent: vi.fn(),
    goToPart: vi.fn(),
    goTo: vi.fn(),
    renameObject: vi.fn(),
    editClass: vi.fn(),
    showObjectMenu: vi.fn(),
    openInspector: vi.fn(),
    toggleInspector: vi.fn(),
    toggleFilmstrip: vi.fn(),
    copyReport: vi.fn(async () => {}),
  };
  const stage = createStageState();
  return { world, hands: { annotator: world.annotator, shell, stage, cancelGesture: () => false } };
}

/** A box drawn by hand and kept, `at` pixels from the left of the photo of 4x2. */
export function drawObject({ annotator }: Hands, at: number): void {
  annotator.selectObject(null);
  const points = [
    { x: at, y: 0 },
    { x: at + 1, y: 0 },
    { x: at + 1, y: 1 },
    { x: at, y: 1 },
  ];
  annotator.setDraft({ kind: 'area', removes: false, points, open: null });
  annotator.applyDraft();
}
