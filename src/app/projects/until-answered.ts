import type { StoreApi } from 'zustand/vanilla';
import type { ViewState } from '../state/view.ts';

const MOST_MILLISECONDS = 500;
/** An answer's frame is on the screen by then. */
const PAINT_MILLISECONDS = 50;

/**
 * Resolves when no click is being answered, half a second from now at the latest: on a CPU the answer and a write
 * would slow each other down.
 */
export function untilAnswered(
  view: Pick<StoreApi<Pick<ViewState, 'pending' | 'embedded'>>, 'getState' | 'subscribe'>,
): Promise<void> {
  const isAnswering = () => {
    const { pending, embedded } = view.getState();
    return pending && embedded;
  };
  if (!isAnswering()) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(end, MOST_MILLISECONDS);
    const stop = view.subscribe(() => {
      if (isAnswering()) return;
      stop();
      setTimeout(end, PAINT_MILLISECONDS);
    });
    function end(): void {
      stop();
      clearTimeout(last);
      resolve();
    }
  });
}
