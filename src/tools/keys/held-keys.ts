/** Keys that mean something while they are down. A window that loses focus never sees the key-up, so blur lets go of all. */
export interface HeldKeys {
  isHeld(code: string): boolean;
}

export function trackHeldKeys(
  signal: AbortSignal,
  accepts: (event: KeyboardEvent) => boolean,
  onChange: (keys: HeldKeys) => void,
): HeldKeys {
  const held = new Set<string>();
  const keys: HeldKeys = { isHeld: (code) => held.has(code) };
  addEventListener(
    'keydown',
    (event) => {
      if (held.has(event.code) || !accepts(event)) return;
      held.add(event.code);
      onChange(keys);
    },
    { signal },
  );
  addEventListener('keyup', (event) => held.delete(event.code) && onChange(keys), { signal });
  addEventListener(
    'blur',
    () => {
      held.clear();
      onChange(keys);
    },
    { signal },
  );
  return keys;
}
