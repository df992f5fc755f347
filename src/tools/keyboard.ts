import { defaultKeybindingsHandlerIgnore, type KeybindingsMap, tinykeys } from 'tinykeys';
import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../app/annotator.ts';
import { addPoint } from './commands.ts';
import { moveCursor, toggleCursor } from './cursor.ts';
import { finish, stepBrush, TOOL_KEYS, takeBack } from './editing-keys.ts';
import { cycleModel, switchCompareLayout } from './model-keys.ts';
import { objectBindings } from './object-keys.ts';
import type { StageState } from './stage-state.ts';

export interface KeyActions {
  /** Ends the gesture in hand; false when there was none. */
  cancelGesture(): boolean;
  openPicker(): void;
  showShortcuts(): void;
  showExport(): void;
  showImport(): void;
  /** Puts the focus where a class is named. */
  nameClass(): void;
}

const PAN_STEP = 64;
const CURSOR_STEP = 12;
const ZOOM_STEP = 1.25;

/** Binds the keys; the sheet in ui/ShortcutSheet.tsx lists them in words. */
export function bindKeys(
  annotator: Annotator,
  stages: readonly HTMLElement[],
  state: StoreApi<StageState>,
  actions: KeyActions,
): () => void {
  const bindings = {
    ...stageBindings(annotator, stages, state),
    ...globalBindings(annotator, state, actions),
    ...objectBindings(annotator),
  };
  return tinykeys(window, bindings, { ignore: isIgnored });
}

/** Keys belong to text fields and open dialogs first; only arrows, zoom and brush size repeat while held. */
function isIgnored(event: KeyboardEvent): boolean {
  if (isInOverlay(event)) return true;
  const repeats = /^(Arrow.*|Bracket.*|[+=-])$/;
  const mayRepeat = repeats.test(event.key) || repeats.test(event.code);
  return event.repeat && !mayRepeat ? true : isTyping(event);
}

function isTyping(event: KeyboardEvent): boolean {
  return !event.repeat && !takesNoText(event.target) && defaultKeybindingsHandlerIgnore(event);
}

/** Sliders and checkboxes keep arrows and space (isOnStage); Esc, undo and the tools' keys are the app's. */
function takesNoText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(target.type);
}

export function isInOverlay(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('dialog, [popover]') !== null;
}

/** Enter, Tab, space and arrows keep their meaning on every other control. */
export function isOnStage(event: Event, stages: readonly HTMLElement[]): boolean {
  return event.target === document.body || stages.some((stage) => event.target === stage);
}

function globalBindings(
  annotator: Annotator,
  state: StoreApi<StageState>,
  actions: KeyActions,
): KeybindingsMap {
  const { view } = annotator;
  const addAtPointer = (exclude: boolean) => () => {
    const { pointer } = view.getState();
    // F and G say themselves what they add, whatever the +/- switch says.
    if (pointer && exclude) addPoint(annotator, pointer, true);
    else if (pointer) void annotator.addPoint(pointer, 'include');
  };
  const zoom = (factor: number) => () => annotator.zoomBy(factor, null);
  return {
    f: addAtPointer(false),
    g: addAtPointer(true),
    k: () => toggleCursor(annotator, state),
    a: () => void annotator.stepPhoto(-1),
    d: () => void annotator.stepPhoto(1),
    'Shift+v': () => void annotator.copyFromPrevious(),
    '$mod+enter': takingOver(() => void annotator.finishPhoto()),
    m: () => cycleModel(annotator),
    'Shift+m': () => switchCompareLayout(annotator),
    backspace: () => takeBack(annotator),
    ...toolBindings(annotator),
    escape: () => {
      if (!actions.cancelGesture()) annotator.cancel();
    },
    'Shift+Digit0': () => annotator.fit(),
    'Shift+Digit1': () => annotator.actualSize(),
    '[Shift]++': zoom(ZOOM_STEP),
    '[Shift]+=': zoom(ZOOM_STEP),
    '-': zoom(1 / ZOOM_STEP),
    '[Shift]+/': takingOver(() => actions.nameClass()),
    '[Shift]+?': () => actions.showShortcuts(),
    '$mod+z': takingOver(() => void annotator.undo()),
    '$mod+Shift+z': takingOver(() => void annotator.redo()),
    '$mod+y': takingOver(() => void annotator.redo()),
    '$mod+o': takingOver(() => actions.openPicker()),
    '$mod+e': takingOver(() => actions.showExport()),
    '$mod+i': takingOver(() => actions.showImport()),
    // Words that are selected on the page are copied as everywhere.
    '$mod+c': () => getSelection()?.isCollapsed !== false && void annotator.copyCutOut(),
    'Shift+c': () => void annotator.copyMask(),
  };
}

function toolBindings(annotator: Annotator): KeybindingsMap {
  const tools = Object.entries(TOOL_KEYS).map(([key, tool]) => {
    return [key, () => annotator.chooseTool(tool)] as const;
  });
  // By their place, since on many keyboards these signs take AltGr.
  const sizes = [
    ['BracketLeft', () => stepBrush(annotator, -1)],
    ['BracketRight', () => stepBrush(annotator, 1)],
  ] as const;
  return Object.fromEntries([...tools, ...sizes]);
}

function stageBindings(
  annotator: Annotator,
  stages: readonly HTMLElement[],
  state: StoreApi<StageState>,
): KeybindingsMap {
  const onStage = (act: () => void) => (event: KeyboardEvent) => {
    // Without a photo the keys scroll and walk the welcome page.
    if (isOnStage(event, stages) && annotator.view.getState().photo) takingOver(act)(event);
  };
  // Tab walks the candidates while there are some to walk, else on to the next control.
  const cycle = (step: 1 | -1) => (event: KeyboardEvent) => {
    const { live } = annotator.view.getState();
    if (live && live.candidates.length > 1)
      onStage(() => void annotator.cycleCandidate(step))(event);
  };
  const arrow = (x: number, y: number, cursorStep: number) =>
    onStage(() => {
      if (!state.getState().cursor) annotator.panBy(-x * PAN_STEP, -y * PAN_STEP);
      else moveCursor(annotator, state, { dx: x * cursorStep, dy: y * cursorStep });
    });
  return {
    enter: onStage(() => finish(annotator)),
    tab: cycle(1),
    'Shift+tab': cycle(-1),
    arrowleft: arrow(-1, 0, CURSOR_STEP),
    arrowright: arrow(1, 0, CURSOR_STEP),
    arrowup: arrow(0, -1, CURSOR_STEP),
    arrowdown: arrow(0, 1, CURSOR_STEP),
    'Shift+arrowleft': arrow(-1, 0, 1),
    'Shift+arrowright': arrow(1, 0, 1),
    'Shift+arrowup': arrow(0, -1, 1),
    'Shift+arrowdown': arrow(0, 1, 1),
  };
}

/** The browser's own meaning of the key must not happen too. */
function takingOver(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    event.preventDefault();
    act();
  };
}
