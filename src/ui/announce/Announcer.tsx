import { useEffect, useState } from 'react';
import type { Annotator } from '../../app/annotator.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { announcements, type Moment } from './announcements.ts';

/** One action changes several stores, one after the other: it is said as one. */
const GATHERED_MILLISECONDS = 60;

/** Says to a screen reader what the photo shows to eyes. */
export function Announcer() {
  const annotator = useAnnotator();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  useEffect(
    () => listen(annotator, (words) => setSaid(({ turn }) => ({ words, turn: turn + 1 }))),
    [annotator],
  );
  return (
    <div className="visually-hidden" role="status" data-testid="announcer">
      {/* Words that come twice are said twice. */}
      <p key={said.turn}>{said.words}</p>
    </div>
  );
}

function listen(annotator: Annotator, say: (words: string) => void): () => void {
  const { document, view, history } = annotator;
  let before = momentOf(annotator);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const gather = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const now = momentOf(annotator);
      const words = announcements(before, now).join(' ');
      before = now;
      if (words !== '') say(words);
    }, GATHERED_MILLISECONDS);
  };
  const stops = [document, view, history].map((store) => store.subscribe(gather));
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function momentOf({ document, view, history }: Annotator): Moment {
  return { document: document.getState(), view: view.getState(), ...history.getState() };
}
