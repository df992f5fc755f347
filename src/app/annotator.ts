import type { StoreApi } from 'zustand/vanilla';
import type { DocumentState } from '../document/types.ts';
import type { BackendChoice, EngineStatus } from '../engine/engine.ts';
import type { ModelKind } from '../engine/protocol.ts';
import type { ChosenFile, DetailFigures, PlannedFile } from '../formats/protocol.ts';
import type { ImageBox, ImagePoint, ScreenPoint, Size } from '../geometry/spaces.ts';
import type { OfflineStatus } from '../offline/client.ts';
import type { ClassVerbs } from './classes/classes.ts';
import type { TagVerbs } from './classes/tags.ts';
import type { Scope } from './data/dataset.ts';
import type { ExportChoice, OnConflict, TransfersState } from './data/transfers.ts';
import type { EditingVerbs } from './editing/editing-verbs.ts';
import type { AheadState } from './engine/ahead-state.ts';
import type { ModelSetsState } from './engine/model-sets.ts';
import type { EverythingVerbs } from './everything/everything-verbs.ts';
import type { MemoryUse } from './memory/memory.ts';
import type { CopyObjectsVerbs } from './objects/copy-objects.ts';
import type { ObjectVerbs } from './objects/objects.ts';
import type { SelectionVerbs } from './objects/selection.ts';
import type { ChosenPhoto } from './photos/chosen.ts';
import type { PhotoListVerbs } from './photos/photo-list.ts';
import type { Thumbnails } from './photos/thumbnails.ts';
import type { PreferenceVerbs } from './preferences.ts';
import type { ProjectVerbs } from './projects/projects-state.ts';
import type { RefiningVerbs } from './prompts/refining.ts';
import type { ZoomingVerbs } from './prompts/zooming.ts';
import type { CompareLayout, ModelChoice } from './state/model-choice.ts';
import type { ViewState } from './state/view.ts';
import type { TourVerbs } from './tour.ts';

/** The verbs: everything the interface can do. Made once by main.tsx; React only reads the stores. */
export interface Annotator
  extends SelectionVerbs,
    ObjectVerbs,
    RefiningVerbs,
    PhotoListVerbs,
    ProjectVerbs,
    CopyObjectsVerbs,
    ClassVerbs,
    TagVerbs,
    EditingVerbs,
    EverythingVerbs,
    ZoomingVerbs,
    PreferenceVerbs,
    TourVerbs {
  readonly document: StoreApi<DocumentState>;
  readonly view: StoreApi<ViewState>;
  readonly engine: StoreApi<EngineStatus>;
  readonly modelSets: StoreApi<ModelSetsState>;
  readonly transfers: StoreApi<TransfersState>;
  readonly offline: StoreApi<OfflineStatus>;
  readonly thumbnails: Thumbnails;
  readonly memory: StoreApi<MemoryUse>;
  readonly ahead: StoreApi<AheadState>;

  /** Opens each file; the last good one is shown. Bad ones are named in notices and change nothing. */
  openFiles(files: readonly File[]): Promise<void>;
  /** As `openFiles`, for files that know where they lie. */
  openPhotos(chosen: readonly ChosenPhoto[]): Promise<void>;
  /** The person chooses a folder; its photos are opened, by name. */
  openFolder(): Promise<void>;
  openSample(sampleId: string): Promise<void>;
  showPhoto(photoId: string): Promise<void>;
  /** Stops reading the files that were not yet read; what was opened stays. */
  cancelOpening(): void;

  addPoint(at: ImagePoint, label: 'include' | 'exclude'): Promise<void>;
  addBox(box: ImageBox): Promise<void>;
  setDraftBox(box: ImageBox | null): void;
  /** Pointer moved over the photo (null: left it): readout and hover preview. */
  hover(at: ImagePoint | null): void;
  /** Steps through the candidates of the last step; wraps. */
  cycleCandidate(step: 1 | -1): Promise<void>;
  chooseCandidate(token: number): Promise<void>;
  /** Esc: drops what is being drawn, else a preview of the mask, else a closer look at an object, else what is being opened or copied, else the prompt, else finding everything, else the selection. */
  cancel(): void;
  clearPrompt(): void;
  /**
   * Enter: the mask in hand, or that of the named model, becomes an object as soon as it is there, or
   * the new mask of the one that is being refined.
   */
  keep(model?: ModelKind): Promise<void>;

  /** Who answers from now on; the prompt in hand is asked again. No step of the history. */
  chooseModel(choice: ModelChoice): Promise<void>;
  setCompareLayout(layout: CompareLayout): void;
  /** Moves the wipe's divider to a share of the photo's width, 0 to 1. */
  setWipe(share: number): void;

  undo(): Promise<void>;
  redo(): Promise<void>;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Name of the step undo / redo would take back or bring back, for tooltips. */
  undoName(): string | null;
  redoName(): string | null;

  setPolarity(polarity: 'include' | 'exclude'): void;
  setHoverEnabled(enabled: boolean): void;
  /** Brings up the model set chosen last; when it won't start, the one that came with the app. */
  startModel(choice: BackendChoice): Promise<void>;
  chooseBackend(choice: BackendChoice): Promise<void>;
  /** Checks, keeps and uses the set in a zip or in a folder's files; a bad one changes nothing. */
  loadSet(files: readonly File[]): Promise<void>;
  cancelLoadingSet(): void;
  /** Null: the one that came with the app. */
  switchSet(id: string | null): Promise<void>;
  /** The set in use gives way to the one that came with the app first. */
  removeSet(id: string): Promise<void>;
  /** Embeddings in memory and on disk; nothing that the person has made. */
  clearCache(): Promise<void>;
  /** One of `DISK_LIMITS`, in bytes; 0: embeddings are kept in memory only. */
  setDiskLimit(bytes: number): Promise<void>;
  /** Encodes every photo of the project that isn't yet, on disk, while nobody waits for the engine. */
  encodeAll(): void;
  /** Goes back to the next few photos; what is on disk stays. */
  cancelAhead(): void;
  /** Also on the next visit, until it is resumed. */
  pauseAhead(): void;
  resumeAhead(): void;

  /** Keeps everything for use without a network, or what is still missing; the status says how it went. */
  keepOffline(): Promise<void>;
  /** Reloads once where that brings threads, if nothing is open by then. */
  isolate(): Promise<void>;
  /** Changes to the version that waits, by a reload; does nothing while there is work that it would lose. */
  update(): Promise<void>;
  /** Opens the photos that were shared to the app. */
  openShared(): Promise<void>;

  /** Asks for a file where the browser can, and writes a zip into it; else the zip is downloaded. */
  exportDataset(choice: ExportChoice): Promise<void>;
  /** The zip that was begun goes away again. */
  cancelExport(): void;
  /** What one photo, the fullest, would put into the zip, and how many photos there are. */
  planExport(choice: ExportChoice): Promise<{ files: readonly PlannedFile[]; photos: number }>;
  /** Polygons of this tolerance, in photo pixels; null without objects. */
  measureDetail(scope: Scope, tolerance: number): Promise<DetailFigures | null>;
  /** Reads labels from files, folders or zips and says what is in them; changes nothing yet. */
  readLabels(files: readonly ChosenFile[]): Promise<void>;
  cancelImport(): void;
  /** What was read becomes objects, in one undo step; photos that came along are opened. */
  takeLabels(onConflict: OnConflict): Promise<void>;
  /** The selected object, or the mask in hand, onto the clipboard. */
  copyMask(): Promise<void>;
  copyCutOut(): Promise<void>;
  dismissNotice(id: number): void;

  /** CSS pixels of the stage; keeps the photo's centre in place. */
  resizeStage(size: Size): void;
  fit(): void;
  /** One photo pixel per device pixel. */
  actualSize(): void;
  /** Zooms about a point of the stage (its centre when null). */
  zoomBy(factor: number, about: ScreenPoint | null): void;
  panBy(dx: number, dy: number): void;
}
