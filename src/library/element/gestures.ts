import type { Size } from '../browser.ts';

/** What a person may ask of the element. */
export interface Verbs {
  add(at: { readonly x: number; readonly y: number }, label: 'include' | 'exclude'): void;
  keep(): void;
  clear(): void;
  undo(): void;
  /** By its place in the list, from 0. */
  chooseClass(index: number): void;
  /** Moves the cursor by shares of the photo. */
  move(dx: number, dy: number): void;
  /** A click where the cursor is. */
  addAtCursor(label: 'include' | 'exclude'): void;
}

/** A finger that stays this long means the background. */
const LONG_PRESS_MILLISECONDS = 500;
/** A finger that moves further scrolls the page. */
const STILL_PIXELS = 8;
const STEP = 0.01;
const LONG_STEP = 0.1;

/** Mouse, pen and fingers: a click is the object; right, Alt or a long press is the background. */
export function listenToPointer(
  canvas: HTMLCanvasElement,
  photoSize: () => Size | null,
  { add }: Pick<Verbs, 'add'>,
): void {
  let pressed: { readonly event: PointerEvent; readonly timer: number } | null = null;

  function release(): void {
    if (pressed) clearTimeout(pressed.timer);
    pressed = null;
  }

  function point(event: PointerEvent, label: 'include' | 'exclude'): void {
    const size = photoSize();
    const { width, height } = canvas.getBoundingClientRect();
    if (!size || width === 0 || height === 0) return;
    const within = (at: number, most: number) => Math.min(Math.max(at, 0), most - 1e-6);
    const x = within((event.offsetX / width) * size.width, size.width);
    const y = within((event.offsetY / height) * size.height, size.height);
    add({ x, y }, label);
  }

  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!pressed) return;
    const { event } = pressed;
    if (Math.hypot(clientX - event.clientX, clientY - event.clientY) > STILL_PIXELS) release();
  });
  canvas.addEventListener('pointerdown', (event) => {
    release();
    if (!event.isPrimary || event.button === 1) return;
    const exclude = () => {
      release();
      point(event, 'exclude');
    };
    const isTouch = event.pointerType === 'touch';
    const timer = isTouch ? window.setTimeout(exclude, LONG_PRESS_MILLISECONDS) : 0;
    pressed = { event, timer };
  });
  canvas.addEventListener('pointerup', (event) => {
    if (!pressed) return;
    const isBackground = pressed.event.button === 2 || event.altKey;
    release();
    point(event, isBackground ? 'exclude' : 'include');
  });
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys, while the canvas has the focus. */
export function listenToKeys(canvas: HTMLCanvasElement, verbs: Verbs): void {
  canvas.addEventListener('keydown', (event) => {
    if (answerKey(event, verbs)) event.preventDefault();
  });
}

/** Whether the key was one of the element's. */
function answerKey(event: KeyboardEvent, verbs: Verbs): boolean {
  const { key, shiftKey, altKey } = event;
  const arrow = ARROWS[key];
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== 'z' || shiftKey) return false;
    verbs.undo();
  } else if (arrow) {
    const step = shiftKey ? LONG_STEP : STEP;
    verbs.move(arrow[0] * step, arrow[1] * step);
  } else if (key === ' ') verbs.addAtCursor(altKey || shiftKey ? 'exclude' : 'include');
  else if (key === 'Enter') verbs.keep();
  else if (key === 'Escape') verbs.clear();
  else if (/^[1-9]$/.test(key)) verbs.chooseClass(Number(key) - 1);
  else return false;
  return true;
}
