import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** Controls that Tab passes as one: arrows, Home and End go between them. */
export function Toolbar({ label, className, children }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current ? keepOneStop(bar.current) : undefined), []);
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={className} onKeyDown={onArrow}>
      {children}
    </div>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: bar, target } = event;
  const controls = controlsIn(bar);
  const at = target instanceof HTMLElement ? controls.indexOf(target) : -1;
  const step = STEPS[key];
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
  if (step) controls[(at + step + controls.length) % controls.length]?.focus();
  else if (key === 'Home') controls[0]?.focus();
  else if (key === 'End') controls.at(-1)?.focus();
  else return;
  event.preventDefault();
}

/** The one that had the focus last, as long as it is there. Buttons may vanish or be disabled meanwhile. */
function keepOneStop(bar: HTMLElement): () => void {
  const controller = new AbortController();
  let stop: HTMLElement | null = null;
  const update = () => {
    const controls = controlsIn(bar);
    if (!stop || !controls.includes(stop)) stop = controls[0] ?? null;
    for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
  };
  const observer = new MutationObserver(update);
  observer.observe(bar, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  bar.addEventListener(
    'focusin',
    ({ target }) => {
      stop = target instanceof HTMLElement ? target : null;
      update();
    },
    { signal: controller.signal },
  );
  addEventListener('resize', update, { signal: controller.signal });
  update();
  return () => {
    observer.disconnect();
    controller.abort();
  };
}

/** That are to be seen and can be pressed; what is in a menu of its own has its own keys. */
function controlsIn(bar: HTMLElement): readonly HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('button:enabled')].filter(
    (control) => control.checkVisibility() && !control.closest('[popover]'),
  );
}
