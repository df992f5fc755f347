import { t } from '../../words/words.ts';
import { useAhead, useEngine, useOffline, useView } from '../kit/annotator.ts';
import { formatBytes, formatShare } from '../kit/format.ts';
import { FOLDER_SLOT } from '../kit/places.ts';
import { useNow } from '../kit/use-now.ts';
import { aheadWords } from '../model/ahead-words.ts';
import { PauseButton } from '../model/EncodingAhead.tsx';
import { phaseProgress, phaseWords } from '../model/engine-words.ts';
import { shortOfflineWords } from '../model/offline-words.ts';
import { pixelColor } from '../stage/pixel-color.ts';

/** Device pixels per photo pixel from which single pixels can be told apart. */
const COLOR_FROM = 4;

export function StatusLine() {
  return (
    <footer className="status-line">
      <ZoomReadout />
      <PointerReadout />
      <span className="status-spacer" />
      {/* Filled by what comes beside the first screen. */}
      <span id={FOLDER_SLOT} />
      <EngineState />
      <AheadLine />
      <CacheUse />
      <OfflineState />
    </footer>
  );
}

/** 100 % is one photo pixel per device pixel. */
function ZoomReadout() {
  const hasPhoto = useView((view) => view.photo !== null);
  const scale = useView((view) => view.viewport.scale);
  if (!hasPhoto) return null;
  return <span className="status-item zoom">{formatShare(scale * devicePixelRatio)}</span>;
}

function PointerReadout() {
  const pointer = useView((view) => view.pointer);
  const level = useView((view) => view.photo?.levels[0]);
  const zoom = useView((view) => view.viewport.scale) * devicePixelRatio;
  if (!pointer) return null;
  const color = zoom >= COLOR_FROM ? pixelColor(level, pointer) : null;
  return (
    <span className="status-item pointer-readout">
      x {Math.floor(pointer.x)} y {Math.floor(pointer.y)}
      {color && (
        <>
          <span className="swatch" style={{ background: color }} />
          {color} · {rgbWords(color)}
        </>
      )}
    </span>
  );
}

function rgbWords(hex: string): string {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');
}

const READY = { kind: 'ready' } as const;

function EngineState() {
  const engine = useEngine((state) => state);
  const isPending = useView((view) => view.pending);
  const isZooming = useView((view) => view.zooming);
  // A hover preview comes and goes several times a second: only a click's decoding is worth words.
  const isPreview = engine.phase.kind === 'decoding' && !isPending;
  const status = isPreview ? { ...engine, phase: READY } : engine;
  const now = useNow(status.phase.kind === 'encoding');
  const progress = phaseProgress(status.phase, now);
  return (
    <span className="status-item engine-state">
      <span className={`engine-dot ${status.phase.kind}`} />
      {isZooming ? t('shell.prompt.zoomingCancel') : phaseWords(status, now)}
      {progress !== null && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${progress * 100}%` }} />
        </span>
      )}
    </span>
  );
}

/** Only of the long job, which a person has begun and may want to stop. */
function AheadLine() {
  const state = useAhead((ahead) => ahead);
  const now = useNow(state.scope === 'all' && state.step === 'encoding');
  if (state.scope !== 'all') return null;
  return (
    <span className="status-item ahead-state wide-only">
      {aheadWords(state, now)}
      <PauseButton />
    </span>
  );
}

function CacheUse() {
  const { count, bytes } = useEngine((status) => status.cache);
  if (count === 0) return null;
  return (
    <span
      className="status-item wide-only"
      title={t('shell.status.embeddingsTip', { size: formatBytes(bytes) })}
    >
      {t('shell.status.embeddings', { count })}
    </span>
  );
}

function OfflineState() {
  const use = useOffline((status) => status.use);
  const words = shortOfflineWords(use);
  if (words === null) return null;
  return (
    <span className="status-item offline-state">
      {words}
      {use.kind === 'keeping' && use.totalBytes > 0 && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(use.keptBytes / use.totalBytes) * 100}%` }} />
        </span>
      )}
    </span>
  );
}
