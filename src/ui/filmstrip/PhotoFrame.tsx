import { Check, CheckCheck, ImageOff, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { dependsOnReports } from '../../app/state/listed.ts';
import { type PhotoStage, stageOf } from '../../app/state/listing.ts';
import { objectsOf } from '../../app/state/questions.ts';
import type { PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { qualitiesInWords } from '../photos/quality-words.ts';

const MARKS = { done: Check, accepted: CheckCheck, rejected: X } as const;

function isMarked(stage: PhotoStage): stage is keyof typeof MARKS {
  return stage in MARKS;
}

interface Props {
  readonly photo: PhotoEntry;
  readonly isShown: boolean;
}

export function PhotoFrame({ photo, isShown }: Props) {
  const annotator = useAnnotator();
  const count = useDocument((state) => objectsOf(state, photo.id).length);
  const stage = useDocument((state) => stageOf(state, photo.id));
  const Mark = isMarked(stage) ? MARKS[stage] : null;
  const thumbnail = useStore(annotator.thumbnails.store, (all) => all.get(photo.id));
  const isBroken = thumbnail === 'broken';
  const quality = useFrameQuality(photo.id);
  const words = [
    photo.name,
    t('objects.count', { count }),
    ...(isMarked(stage) ? [t(`filmstrip.${stage}`)] : []),
    ...(isBroken ? [t('filmstrip.broken')] : []),
    ...(quality ?? []),
  ].join(', ');
  return (
    <button
      type="button"
      className="frame"
      aria-current={isShown}
      aria-label={words}
      title={photo.folder === '' ? photo.name : `${photo.folder}/${photo.name}`}
      onClick={() => void annotator.showPhoto(photo.id)}
    >
      {isBroken && <ImageOff aria-hidden size={20} strokeWidth={1.5} />}
      {thumbnail && !isBroken && <Thumbnail bitmap={thumbnail} />}
      {Mark && (
        <span className="frame-done" data-stage={stage}>
          <Mark aria-hidden size={12} strokeWidth={3} />
        </span>
      )}
      {quality && <span className="frame-quality">{quality[0]}</span>}
      {count > 0 && <span className="frame-count">{count}</span>}
    </button>
  );
}

/** What the report says, worst first, where the filmstrip is asked for it. */
function useFrameQuality(photoId: string): readonly string[] | null {
  const isAsked = useView((view) => dependsOnReports(view.listing));
  const figures = useView((view) => (isAsked ? view.reports.get(photoId) : undefined));
  return isAsked ? qualitiesInWords(figures) : null;
}

function Thumbnail({ bitmap }: { readonly bitmap: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} width={bitmap.width} height={bitmap.height} />;
}
