import type { FieldName, PickerName } from '../../tools/actions/shell.ts';

/** Ids of what actions reach from anywhere: there is one of each on the page. */
export const FIELDS: Readonly<Record<FieldName, string>> = {
  class: 'class-field',
  tags: 'tags-field',
  note: 'note-field',
  comment: 'review-comment',
};

export const PICKERS: Readonly<Record<PickerName | 'photos', string>> = {
  photos: 'photo-picker',
  classes: 'class-list-picker',
  project: 'project-picker',
  'model-zip': 'model-zip-picker',
  'model-folder': 'model-folder-picker',
};

/** On the first page, for the first step of the tour. */
export const TOUR_SLOT = 'tour-slot';
/** In the status line: how the folder is that is worked in. */
export const FOLDER_SLOT = 'folder-slot';

export const LISTS = { objects: 'object-list', classes: 'class-list' } as const;

/** Unfolds the panel around an element, so it can be seen and take the focus. */
export function unfold(id: string): void {
  const panel = document.getElementById(id)?.closest('details');
  if (panel) panel.open = true;
}

export function focusField(id: string): void {
  unfold(id);
  document.getElementById(id)?.focus();
}

/** The keys are the photo's again. */
export function focusStage(): void {
  document.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
}

/** In the order in which they are gone through. */
const PARTS = ['.top-bar', '.rail', '.stage', '.prompt-bar', '.inspector', '.filmstrip'];
const TAKES_FOCUS = [
  '.stage',
  'button:enabled',
  'input:enabled',
  'select:enabled',
  'summary',
].join();

/** The next part of the page that can have the focus, or the previous one; round again at the end. */
export function focusPart(by: 1 | -1): void {
  const parts = PARTS.flatMap((selector) => document.querySelector(selector) ?? []);
  const stops = parts.flatMap((part) => firstStop(part) ?? []);
  const at = stops.findIndex((stop) => partOf(stop)?.contains(document.activeElement));
  const from = at === -1 && by === -1 ? 0 : at;
  stops[(from + by + stops.length) % stops.length]?.focus();
}

function partOf(stop: Element): Element | null {
  return stop.closest(PARTS.join());
}

function firstStop(part: Element): HTMLElement | undefined {
  const all = [part, ...part.querySelectorAll<HTMLElement>(TAKES_FOCUS)];
  return all
    .filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches(TAKES_FOCUS))
    .find((one) => one.tabIndex >= 0 && one.checkVisibility());
}

/** The photo, or what opens one. */
export function focusContent(): void {
  const open = document.querySelector('.welcome')?.querySelector('button');
  if (open) open.focus();
  else focusStage();
}
