import { LANGUAGES, type Language } from '../../words/languages.ts';
import { browserLanguage, loadRestOfWords, loadWords, setLanguage } from '../../words/words.ts';
import { listenToKeys, listenToPointer, type Verbs } from './gestures.ts';
import { paint, shownSize } from './paint.ts';
import { createSession, type Tell } from './session.ts';
import { buildParts } from './template.ts';
import type { RobustsamAnnotatorElement } from './types.ts';

/** Defines the element, once its words are there, in the page's language or else the browser's. */
export async function defineAnnotator(): Promise<void> {
  const said = document.documentElement.lang.split('-')[0];
  const language: Language = LANGUAGES.find((one) => one === said) ?? browserLanguage();
  await loadRestOfWords();
  await loadWords(language);
  setLanguage(language);
  if (!customElements.get('robustsam-annotator')) {
    customElements.define('robustsam-annotator', RobustsamAnnotator);
  }
}

class RobustsamAnnotator extends HTMLElement implements RobustsamAnnotatorElement {
  static readonly observedAttributes = ['src', 'classes', 'model', 'files', 'models'];

  readonly #parts = buildParts(this.attachShadow({ mode: 'open' }));
  readonly #session = createSession({
    tell: (...told) => this.#tell(...told),
    say: (text) => {
      this.#parts.status.textContent = text;
    },
    show: () => this.#show(),
  });
  /** In photo pixels. */
  #cursor: { readonly x: number; readonly y: number } | null = null;
  #isOpening = false;

  constructor() {
    super();
    const { canvas, keep, undo, clear } = this.#parts;
    keep.addEventListener('click', () => this.keep());
    undo.addEventListener('click', () => this.undo());
    clear.addEventListener('click', () => this.clear());
    listenToPointer(canvas, () => this.#session.picture(), this.#verbs);
    listenToKeys(canvas, this.#verbs);
  }

  connectedCallback(): void {
    this.#listClasses();
    this.#openSoon();
  }

  disconnectedCallback(): void {
    this.#session.close();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'classes') this.#listClasses();
    else this.#openSoon();
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(src: string) {
    this.setAttribute('src', src);
  }

  get classes(): string {
    return this.getAttribute('classes') ?? '';
  }
  set classes(classes: string) {
    this.setAttribute('classes', classes);
  }

  get model(): RobustsamAnnotatorElement['model'] {
    const model = this.getAttribute('model');
    return model === 'robust' || model === 'plain' ? model : '';
  }
  set model(model: RobustsamAnnotatorElement['model']) {
    this.setAttribute('model', model);
  }

  get files(): string {
    return this.getAttribute('files') ?? '';
  }
  set files(files: string) {
    this.setAttribute('files', files);
  }

  get models(): string {
    return this.getAttribute('models') ?? '';
  }
  set models(models: string) {
    this.setAttribute('models', models);
  }

  get masks(): RobustsamAnnotatorElement['masks'] {
    return this.#session.history().now.kept;
  }

  keep(): boolean {
    return this.#session.keep(this.#parts.classes.value);
  }

  clear(): void {
    this.#session.clear();
  }

  undo(): boolean {
    return this.#session.undo();
  }

  /** Several attributes that change together open one photo. */
  #openSoon(): void {
    if (this.#isOpening) return;
    this.#isOpening = true;
    queueMicrotask(() => {
      this.#isOpening = false;
      this.#cursor = null;
      if (this.isConnected) void this.#session.open(this);
    });
  }

  #listClasses(): void {
    const names = this.#classNames();
    const { classes } = this.#parts;
    classes.replaceChildren(...names.map((name) => new Option(name)));
    classes.hidden = names.length === 0;
  }

  #classNames(): readonly string[] {
    return this.classes
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
  }

  #show(): void {
    const { canvas, empty, keep, undo, clear } = this.#parts;
    const picture = this.#session.picture();
    canvas.hidden = picture === null;
    empty.hidden = picture !== null;
    const { now, before } = this.#session.history();
    const answer = this.#session.answer();
    keep.disabled = answer === null;
    undo.disabled = before.length === 0;
    clear.disabled = now.points.length === 0;
    if (!picture) return;
    const size = shownSize(picture);
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    const names = this.#classNames();
    paint(canvas, {
      picture,
      kept: now.kept.map((one) => ({
        mask: one.mask,
        number: Math.max(0, names.indexOf(one.class)),
      })),
      inHand: answer?.mask ?? null,
      points: now.points,
      cursor: this.#cursor,
    });
  }

  readonly #tell: Tell = (name, detail) => {
    const bubbles = name !== 'error';
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles, composed: bubbles }));
  };

  get #verbs(): Verbs {
    return {
      add: (at, label) => this.#session.add({ ...at, label }),
      keep: () => void this.keep(),
      clear: () => this.clear(),
      undo: () => void this.undo(),
      chooseClass: (index) => {
        if (index < this.#parts.classes.length) this.#parts.classes.selectedIndex = index;
      },
      move: (dx, dy) => this.#move(dx, dy),
      addAtCursor: (label) => {
        this.#move(0, 0);
        if (this.#cursor) this.#session.add({ ...this.#cursor, label });
      },
    };
  }

  /** From the middle of the photo, where nothing was clicked yet. */
  #move(dx: number, dy: number): void {
    const picture = this.#session.picture();
    if (!picture) return;
    const { width, height } = picture;
    const from = this.#cursor ?? { x: width / 2, y: height / 2 };
    const within = (at: number, most: number) => Math.min(Math.max(at, 0.5), most - 0.5);
    const x = within(from.x + dx * width, width);
    const y = within(from.y + dy * height, height);
    this.#cursor = { x, y };
    this.#show();
  }
}
