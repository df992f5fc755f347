import type {
  Mask,
  ModelKind,
  Polygon,
  PromptPoint,
  RobustSamError,
  StartProgress,
} from '../browser.ts';
import type { Rle } from '../masks.ts';

/** A mask that was kept, in pixels of the upright photo. */
export interface KeptMask {
  readonly mask: Mask;
  /** COCO's run lengths. */
  readonly rle: Rle;
  /** Exact outlines, a polygon a part. */
  readonly polygons: readonly Polygon[];
  /** Empty where the element has no classes. */
  readonly class: string;
  /** The IoU that the model predicts, 0 to 1. */
  readonly score: number;
  /** The clicks that made it. */
  readonly points: readonly PromptPoint[];
}

/** `<robustsam-annotator src classes model files models>`. */
export interface RobustsamAnnotatorElement extends HTMLElement {
  /** URL of the photo; one of another host has to allow it by CORS. */
  src: string;
  /** Names, with commas between. */
  classes: string;
  /** Who answers: `robust` (also if empty) or `plain`. */
  model: ModelKind | '';
  /** Folder of the package's files, as `filesUrl` of `openEngine`. */
  files: string;
  /** Folder of a model set, as `modelUrl` of `openEngine`. */
  models: string;
  /** All that were kept on this photo, oldest first. */
  readonly masks: readonly KeptMask[];
  /** Keeps the mask in hand; false: there is none. */
  keep(): boolean;
  /** Drops the clicks in hand. */
  clear(): void;
  /** Takes back the last click, clearing or keeping; false: there is nothing to take back. */
  undo(): boolean;
  addEventListener<Name extends keyof RobustsamAnnotatorEvents>(
    name: Name,
    listener: (event: RobustsamAnnotatorEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Events of the element, by name; `error` does not bubble, the others do. */
export interface RobustsamAnnotatorEvents {
  /** Files of the model load; later ones come from the browser's cache. */
  readonly progress: CustomEvent<StartProgress>;
  /** The photo can be clicked. */
  readonly ready: CustomEvent<{ readonly width: number; readonly height: number }>;
  readonly keep: CustomEvent<KeptMask>;
  /** The list of kept masks is another: one was kept, or taken back, or the photo changed. */
  readonly change: CustomEvent<{ readonly masks: readonly KeptMask[] }>;
  readonly error: CustomEvent<RobustSamError>;
}

declare global {
  interface HTMLElementTagNameMap {
    'robustsam-annotator': RobustsamAnnotatorElement;
  }
}
