import { closePhoto } from '../../photo/levels.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import { photoEntry } from '../state/questions.ts';
import { createPhotoStage, type PhotoStage } from './photo-stage.ts';
import { createReading } from './reading.ts';

export interface ShowingVerbs {
  showPhoto(photoId: string): Promise<void>;
}

/** One wish of the person to see something; the newest is granted. */
export interface Turn {
  /** Aborted when the person gives it up. */
  readonly signal: AbortSignal;
  /** Aborted when the project is left that it belongs to. */
  readonly project: AbortSignal;
  isNewest(): boolean;
}

/** Which photo of the project lies on the stage. */
export interface Showing extends ShowingVerbs {
  readonly stage: PhotoStage;
  begin(): Turn;
  /** Gives the newest wish up. */
  stop(): void;
  /** Nothing is on the stage any more. */
  showNone(): void;
  /** What is still being opened belongs to this project, and is given up with it. */
  leaveProject(): void;
}

export function createShowing(context: Context, decoding: Decoding): Showing {
  const { document, view } = context;
  const { read } = createReading(context);
  const stage = createPhotoStage(context, decoding);
  let newest = new AbortController();
  /** Photos that a person steps past are not read any more. */
  let passed = new AbortController();
  let leaving = new AbortController();

  function begin(): Turn {
    const mine = new AbortController();
    newest = mine;
    return {
      signal: mine.signal,
      project: leaving.signal,
      isNewest: () => newest === mine,
    };
  }

  function showNone(): void {
    newest.abort();
    view.setState({ opening: null });
    stage.clear();
  }

  return {
    stage,
    begin,
    stop: () => newest.abort(),
    async showPhoto(photoId) {
      const { photo: shown, opening } = view.getState();
      if (shown?.id === photoId && opening === null) return;
      const turn = begin();
      passed.abort();
      // Back where the person was before the other one came.
      if (shown?.id === photoId) return view.setState({ opening: null });
      const entry = photoEntry(document.state.getState(), photoId);
      if (!entry) return;
      view.setState({ opening: { photoId, name: entry.name, done: 0, of: 1 } });
      passed = new AbortController();
      const signal = AbortSignal.any([turn.signal, passed.signal]);
      const photo = await read(signal, photoId).catch(() => null);
      if (!turn.isNewest()) return photo ? closePhoto(photo) : undefined;
      view.setState({ opening: null });
      if (photo) await stage.show(photo);
    },
    showNone,
    leaveProject() {
      leaving.abort();
      leaving = new AbortController();
      showNone();
    },
  };
}
