import type { FieldName, PickerName } from '../../tools/actions/shell.ts';

/** Ids of what actions reach from anywhere: there is one of each on the page. */
export const FIELDS: Readonly<Record<FieldName, string>> = {
  class: 'class-field',
  tags: 'tags-field',
  note: 'note-field',
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

export const LISTS = { objects: 'object-list', classes: 'class-list' } as const;

/** Unfolds the panel around an element, so that it can be seen and take the focus. */
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
