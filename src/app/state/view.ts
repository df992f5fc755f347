import type { Adjustments } from '../../adjust/adjustments.ts';
import type { PhotoMaps } from '../../adjust/maps.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { DecodeSteps } from '../../engine/laps.ts';
import type { Candidate } from '../../engine/protocol.ts';
import type { ImageBox, ImagePoint } from '../../geometry/spaces.ts';
import type { Viewport } from '../../geometry/viewport.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Tidied } from '../../mask/tidy.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { PhotoFigures, PhotoReport } from '../../report/report.ts';
import type { Language } from '../../words/languages.ts';
import type { Said } from '../../words/words.ts';
import type { EditingState } from './editing.ts';
import type { EverythingState } from './everything.ts';
import type { Listing } from './listing.ts';
import type { MaskLook } from './mask-look.ts';
import type { CompareLayout, ModelChoice, ZoomHabit } from './model-choice.ts';
import type { ReviewState } from './review.ts';

/** The photo on the stage. */
export interface ShownPhoto {
  readonly id: string;
  readonly levels: readonly PhotoLevel[];
}

/** What was measured of the photo on the stage. */
export interface Measured {
  readonly maps: PhotoMaps;
  readonly report: PhotoReport;
}

export interface Opening {
  /** The project's photo that was asked for; null while files are being opened. */
  readonly photoId: string | null;
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

/** A model's answer to a prompt. */
export interface LiveMask {
  readonly model: ModelKind;
  readonly prompt: Prompt;
  readonly mask: Mask;
  readonly token: number;
  readonly candidates: readonly Candidate[];
  readonly milliseconds: number;
  readonly steps: DecodeSteps;
  /** From the question to the answer, the wait for the worker included. */
  readonly answeredIn: number;
  /** The zoom refine after it, reading the photo included; null without one. */
  readonly zoomedIn: number | null;
  /** What goes, or would go, of its specks and small holes; null: it has none. */
  readonly tidied: Tidied | null;
  /** `mask` is without them. */
  readonly isTidied: boolean;
  /** Made again from its surroundings at full resolution. */
  readonly isZoomed: boolean;
}

/** Part of the view while nothing is under the pointer. */
export const NO_PREVIEW = { hoverMask: null, comparedHoverMask: null } as const;

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  /** In the language in which it was said. */
  readonly text: string;
  readonly said: Said | null;
  readonly action: NoticeAction | null;
}

/** What can be done about it; the notice goes with it. */
export interface NoticeAction {
  readonly label: string;
  run(): Promise<void>;
}

/** Two outlines to be told apart; ours is null where it is an object on the stage. */
export interface HeldAgainst {
  readonly photoId: string;
  readonly truth: Mask | null;
  readonly ours: Mask | null;
}

/** The lab is open. */
export interface ShownLab {
  /** The degraded photo, which is on the stage instead; null: the photo itself is. */
  readonly levels: readonly PhotoLevel[] | null;
  /** A model's mask of it against the truth. */
  readonly difference: {
    readonly missed: Mask;
    readonly surplus: Mask;
    readonly common: Mask;
  } | null;
}

/** A photo of the project whose file can't be had. */
export interface UnreadablePhoto {
  readonly id: string;
  readonly name: string;
  /** What the person has to give permission for: the name of a folder or file; null: the file is not there. */
  readonly lockedName: string | null;
}

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** What a newcomer does first, in this order. */
export const TOUR_STEPS = ['open', 'click', 'keep', 'export'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

interface Share {
  readonly done: number;
  readonly of: number;
}

interface Copying extends Share {
  /** How far a run over several photos is; null: it is this photo alone. */
  readonly photos: Share | null;
}

/** What is on screen and in hand; no step of the history. Those fields that are settings keep themselves (settings.ts). */
export interface ViewState extends EditingState, EverythingState, ReviewState {
  readonly photo: ShownPhoto | null;
  /** What was measured of the photo; null without one. */
  readonly measured: Measured | null;
  /** The file being opened, and how many of how many are; null when none is. */
  readonly opening: Opening | null;
  /** The last one that was to be shown and could not. */
  readonly unreadable: UnreadablePhoto | null;
  /** Objects of the previous photo being looked for on this one; null when none are. */
  readonly copyingFromPrevious: Copying | null;
  /** Which photos the filmstrip shows, and in what order. */
  readonly listing: Listing;
  /** By photo id, as far as they are measured, also in earlier visits. */
  readonly reports: ReadonlyMap<string, PhotoFigures>;
  /** Embedding of the shown photo is ready for clicks. */
  readonly embedded: boolean;
  readonly viewport: Viewport;
  /** Live mask of the prompt in hand; null when there is no prompt or no answer yet. */
  readonly live: LiveMask | null;
  /** A mask is being zoomed in on. */
  readonly zooming: boolean;
  readonly zoomHabit: ZoomHabit;
  /** Specks and small holes go from masks that the model makes. */
  readonly tidiesMasks: boolean;
  /** A click is waiting for its mask. */
  readonly pending: boolean;
  readonly hoverMask: Mask | null;
  /** While models are compared: what the other one says, a moment later than `live` and `hoverMask`. */
  readonly compared: LiveMask | null;
  readonly comparedHoverMask: Mask | null;
  readonly modelChoice: ModelChoice;
  readonly compareLayout: CompareLayout;
  readonly hatches: boolean;
  /** The object that both models' masks are held against; null: none. */
  readonly comparedTruthId: string | null;
  /** Where the wipe's divider is, as a share of the photo's width. */
  readonly wipe: number;
  readonly hoverEnabled: boolean;
  /** What a tap adds: the +/- switch. */
  readonly polarity: 'include' | 'exclude';
  /** The box being dragged. */
  readonly draftBox: ImageBox | null;
  /** The object of another label set, beside ours, whose outlines are drawn on that photo; null: none. */
  readonly heldAgainst: HeldAgainst | null;
  /** Null: the lab is closed. */
  readonly lab: ShownLab | null;
  /** How the photo is shown while a slider is being moved; null: none is. */
  readonly adjusting: Adjustments | null;
  /** Pointer over the photo, for the readout and the F / G keys. */
  readonly pointer: ImagePoint | null;
  /** The selected object that is copied and that a range goes from. */
  readonly selectedObjectId: string | null;
  readonly selectedObjectIds: readonly string[];
  /** What was kept last, until something else is begun: naming means it while nothing is selected. */
  readonly justKeptId: string | null;
  /** The prompt whose mask will be kept as soon as it is there. */
  readonly keptNext: Prompt | null;
  /** Class of the next object; null: none. One that undo took away counts as none. */
  readonly classId: string | null;
  readonly maskLook: MaskLook;
  readonly language: Language;
  readonly theme: Theme;
  /** The person's own keys, by action; the others have those they come with. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Actions chosen in the palette, the newest first. */
  readonly recentActions: readonly string[];
  /** Null: the tour is not shown. */
  readonly tourStep: TourStep | null;
  /** The tour was seen or skipped: it doesn't come automatically again. */
  readonly tourDone: boolean;
  /** Bytes that embeddings may take on disk; 0: memory only. */
  readonly diskLimit: number;
  /** Photos are encoded ahead of the shown one. */
  readonly encodesAhead: boolean;
  readonly notices: readonly Notice[];
}
