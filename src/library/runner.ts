import type { ModelKind } from '../contract/model-kind.ts';
import type { EverythingOptions, EverythingProgress, FoundMask } from '../engine/everything.ts';
import type { Decoded } from '../engine/protocol.ts';
import type { Size } from '../geometry/spaces.ts';
import type { ModelImage } from '../photo/protocol.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { PhotoReport } from '../report/report.ts';
import type { Engine, PhotoSource } from './api.ts';

/** A photo that was read. */
export interface Seen {
  /** By the file's content. */
  readonly id: string;
  readonly size: Size;
  readonly image: ModelImage;
  readonly report: PhotoReport;
  readonly isClear: boolean;
  readonly file: Blob;
}

/** What differs between a browser and Node. Throws RobustSamErrors, and nothing for signals: whoever asks looks at them. */
export interface Runner extends Pick<Engine, 'backend' | 'setId' | 'models' | 'close'> {
  read(source: PhotoSource, signal: AbortSignal): Promise<Seen>;
  encode(seen: Seen, model: ModelKind, signal: AbortSignal): Promise<void>;
  decode(seen: Seen, model: ModelKind, prompt: Prompt, signal: AbortSignal): Promise<Decoded>;
  everything(
    seen: Seen,
    model: ModelKind,
    options: EverythingOptions,
    listener: FindListener,
  ): Promise<readonly FoundMask[]>;
}

export interface FindListener {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: EverythingProgress) => void;
}
