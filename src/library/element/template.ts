import { t } from '../../words/words.ts';
import styles from './styles.css?inline';

/** What the element shows. */
export interface Parts {
  readonly canvas: HTMLCanvasElement;
  readonly status: HTMLElement;
  readonly classes: HTMLSelectElement;
  readonly keep: HTMLButtonElement;
  readonly undo: HTMLButtonElement;
  readonly clear: HTMLButtonElement;
  /** Shown while there is no photo. */
  readonly empty: HTMLElement;
}

export function buildParts(root: ShadowRoot): Parts {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const canvas = part('canvas', 'canvas');
  canvas.tabIndex = 0;
  canvas.hidden = true;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', t('element.canvas'));
  canvas.setAttribute('aria-description', t('element.keys'));
  const status = part('div', 'status');
  status.setAttribute('role', 'status');
  const classes = part('select', 'classes');
  classes.hidden = true;
  classes.setAttribute('aria-label', t('element.class'));
  const [keep, undo, clear] = [button('keep'), button('undo'), button('clear')];
  const toolbar = part('div', 'toolbar');
  toolbar.setAttribute('role', 'group');
  toolbar.setAttribute('aria-label', t('element.toolbar'));
  toolbar.append(classes, keep, undo, clear, slot('toolbar'));
  const empty = part('div', 'empty');
  const noPhoto = slot('empty');
  noPhoto.textContent = t('element.empty');
  empty.append(noPhoto);
  root.append(empty, canvas, toolbar, status);
  return { canvas, status, classes, keep, undo, clear, empty };
}

function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.setAttribute('part', name);
  return element;
}

function button(name: 'keep' | 'undo' | 'clear'): HTMLButtonElement {
  const element = part('button', name);
  element.type = 'button';
  element.disabled = true;
  element.textContent = t(`element.${name}`);
  return element;
}

function slot(name: string): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = name;
  return element;
}
