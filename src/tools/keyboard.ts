import type { Action, Hands } from './actions/action.ts';
import { lockedReason } from './actions/reasons.ts';
import { type Chord, chordsOf } from './keys/chord.ts';

/** What a chord asks for. */
export type ActionFor = (chord: Chord) => Action | undefined;

/** Lets the keys do what `actionFor` says; the result takes them off again. */
export function bindKeys(
  hands: Hands,
  stages: readonly HTMLElement[],
  actionFor: ActionFor,
): () => void {
  function onKey(event: KeyboardEvent): void {
    if (isInOverlay(event)) return;
    if (event.key === 'Escape' && isTyping(event)) giveKeysBack(event);
    if (isTyping(event)) return;
    const chords = chordsOf(event);
    // One that means nothing may still do so by its other reading: "/" where it is Shift+7.
    const action = firstOf(chords, actionFor);
    if (!action || !isMeant(event, action)) return;
    const reason = action.whyNot?.(hands) ?? null;
    const isReady = reason === null || reason === lockedReason();
    // What the browser does with Ctrl would surprise where the app just can't; Tab and Enter go on.
    if (isReady || chords.some((chord) => chord.startsWith('Mod+'))) event.preventDefault();
    if (isReady) action.run(hands);
  }

  /** From a text field, which has had Esc first: then the keys are the photo's again. */
  function giveKeysBack({ isComposing }: KeyboardEvent): void {
    if (!isComposing) stages[0]?.focus({ preventScroll: true });
  }

  function isMeant(event: KeyboardEvent, action: Action): boolean {
    if (event.repeat && !action.repeats) return false;
    if (action.isOnStage && !isOnStage(event, stages)) return false;
    return !copiesWords(event);
  }

  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function firstOf(chords: readonly Chord[], actionFor: ActionFor): Action | undefined {
  for (const chord of chords) {
    const action = actionFor(chord);
    if (action) return action;
  }
}

/** Keys belong to text fields first. */
function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing) return true;
  if (!(target instanceof Element) || takesNoText(target)) return false;
  // A field in a dialog that has just closed keeps the focus until the next frame.
  if (target.checkVisibility?.() === false) return false;
  return target.matches('[contenteditable],input,select,textarea');
}

/** Sliders and checkboxes keep arrows and space (isOnStage); Esc, undo and the tools' keys are the app's. */
function takesNoText(target: Element): boolean {
  return target instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(target.type);
}

/** Words that are selected on the page are copied as everywhere. */
function copiesWords(event: KeyboardEvent): boolean {
  const isCopy = event.code === 'KeyC' && (event.ctrlKey || event.metaKey);
  return isCopy && getSelection()?.isCollapsed === false;
}

/** Open dialogs and menus have the keys to themselves; a dialog also once the control that had the focus is gone. */
export function isInOverlay({ target }: Event): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof Element && target.closest('[popover]') !== null;
}

/** Enter, Tab, space and arrows keep their meaning on every other control. */
export function isOnStage(event: Event, stages: readonly HTMLElement[]): boolean {
  return event.target === document.body || stages.some((stage) => event.target === stage);
}
