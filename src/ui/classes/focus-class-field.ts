/** There is one on the page, while a photo is shown. */
export const CLASS_FIELD = 'class-field';

export function focusClassField(): void {
  const field = document.getElementById(CLASS_FIELD);
  const panel = field?.closest('details');
  if (panel) panel.open = true;
  field?.focus();
}
