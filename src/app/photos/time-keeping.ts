import type { Context } from '../state/context.ts';

/** Who does nothing for so long is not working. */
const IDLE_MILLISECONDS = 60_000;
const WRITE_MILLISECONDS = 30_000;

/** Counts how long each photo is worked on: while it is shown and the person does something. */
export function keepTime({ document, view }: Pick<Context, 'document' | 'view'>): void {
  let photoId = view.getState().photo?.id;
  let last = performance.now();
  let writtenAt = last;
  let unwritten = 0;

  function write(): void {
    const seconds = Math.round(unwritten / 1000);
    writtenAt = performance.now();
    if (!photoId || seconds === 0) return;
    unwritten -= seconds * 1000;
    const before = document.state.getState().seconds[photoId] ?? 0;
    const after = before + seconds;
    document.applyUnrecorded({ kind: 'set-seconds', photoId, before, after });
  }

  view.subscribe((state) => {
    const now = performance.now();
    if (now - last < IDLE_MILLISECONDS) unwritten += now - last;
    last = now;
    const shownId = state.photo?.id;
    if (shownId !== photoId || now - writtenAt > WRITE_MILLISECONDS) write();
    if (shownId !== photoId) unwritten = 0;
    photoId = shownId;
  });
}
