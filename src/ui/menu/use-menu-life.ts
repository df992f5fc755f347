import { useEffect, useLayoutEffect, useRef } from 'react';

/** Shows it while it is mounted; the result closes it and gives the focus back. */
export function useMenuLife(
  menu: { readonly current: HTMLElement | null },
  onClose: () => void,
): () => void {
  const opener = useRef<Element | null>(null);
  const closing = useRef(onClose);
  closing.current = onClose;

  useLayoutEffect(() => {
    opener.current ??= document.activeElement;
    menu.current?.showPopover();
  }, [menu]);

  useEffect(() => {
    const controller = new AbortController();
    const listen = { signal: controller.signal, capture: true };
    const close = () => closing.current();
    const onPress = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) close();
    };
    addEventListener('pointerdown', onPress, listen);
    addEventListener('resize', close, listen);
    addEventListener('blur', ({ target }) => target === window && close(), listen);
    return () => controller.abort();
  }, [menu]);

  return () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
}
