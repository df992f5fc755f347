import { flushSync } from 'react-dom';
import { createStore } from 'zustand/vanilla';
import type { Annotator } from '../../app/annotator.ts';
import { leadObject } from '../../app/state/questions.ts';
import type { ScreenPoint } from '../../geometry/spaces.ts';
import { toScreen } from '../../geometry/viewport.ts';
import { maskBox } from '../../mask/measure.ts';
import type { Shell, ShellState } from '../../tools/actions/shell.ts';
import { now } from '../../tools/now.ts';
import {
  FIELDS,
  focusContent,
  focusField,
  focusPart,
  LISTS,
  PICKERS,
  unfold,
} from '../kit/places.ts';
import { copyReport } from './report.ts';

const WIDE = '(min-width: 1024px)';
const NOT_NARROW = '(min-width: 640px)';

/** The page around the document; made once, so keys and drops are bound once. */
export function createShell(annotator: Annotator): Shell {
  const state = createStore<ShellState>(() => ({
    dialog: null,
    isInspectorOpen: false,
    isFilmstripOpen: matchMedia(NOT_NARROW).matches,
    renamedId: null,
    editedClassId: null,
    objectMenuAt: null,
  }));
  // Until the person says otherwise the panel comes up with the first photo, where there is room.
  let hasChosen = false;
  annotator.view.subscribe(({ photo }, before) => {
    if (photo && !before.photo && !hasChosen)
      state.setState({ isInspectorOpen: matchMedia(WIDE).matches });
  });

  function setInspector(isInspectorOpen: boolean): void {
    hasChosen = true;
    state.setState({ isInspectorOpen });
  }

  /** What is looked for must be on the page and unfolded before it takes the focus. */
  function inPanel(id: string, change: Partial<ShellState> = {}): void {
    unfold(id);
    // Whatever was edited before gives way, so the field comes up again.
    flushSync(() => state.setState({ renamedId: null, editedClassId: null }));
    flushSync(() => {
      setInspector(true);
      state.setState(change);
    });
  }

  const pick = (id: string) => document.getElementById(id)?.click();

  return {
    state,
    openPicker: () => pick(PICKERS.photos),
    pickFiles: (picker) => pick(PICKERS[picker]),
    show: (dialog) => state.setState({ dialog }),
    goTo(field) {
      inPanel(FIELDS[field]);
      focusField(FIELDS[field]);
    },
    goToContent: focusContent,
    goToPart: focusPart,
    renameObject: (renamedId) => inPanel(LISTS.objects, { renamedId }),
    editClass: (editedClassId) => inPanel(LISTS.classes, { editedClassId }),
    showObjectMenu: (at) => state.setState({ objectMenuAt: at ?? middleOfSelected(annotator) }),
    openInspector: () => setInspector(true),
    toggleInspector: () => setInspector(!state.getState().isInspectorOpen),
    toggleFilmstrip: () => state.setState({ isFilmstripOpen: !state.getState().isFilmstripOpen }),
    copyReport: () => copyReport(annotator),
  };
}

/** The middle of what is selected, as far as it is in view; else of the stage. */
function middleOfSelected(annotator: Annotator): ScreenPoint {
  const stage = document.querySelector('.stage')?.getBoundingClientRect() ?? new DOMRect();
  const { viewport } = annotator.view.getState();
  const lead = leadObject(...now(annotator));
  const box = lead && maskBox(lead.mask);
  if (!box) return { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
  const at = toScreen(viewport, { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 });
  return {
    x: stage.x + Math.min(Math.max(at.x, 0), stage.width),
    y: stage.y + Math.min(Math.max(at.y, 0), stage.height),
  };
}
