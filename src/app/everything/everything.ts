import { newId } from '../../browser/new-id.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Change } from '../../document/change.ts';
import type { MaskObject, Proposal } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type {
  EverythingOptions,
  EverythingOutcome,
  EverythingThresholds,
  FoundMask,
} from '../../engine/everything.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { maskArea } from '../../mask/measure.ts';
import { subtractFromMask } from '../../mask/patch.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import type { ModelImage } from '../../photo/protocol.ts';
import { t } from '../../words/words.ts';
import { objectWords } from '../objects/locked.ts';
import { nextObject, objectName } from '../objects/new-object.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import type { ProposalFilter } from '../state/everything.ts';
import { NO_EVERYTHING } from '../state/everything.ts';
import { DEFAULT_SETTINGS, type EverythingSettings } from '../state/everything-settings.ts';
import { notify } from '../state/notices.ts';
import { photoEntry, proposalsOn, shownObjects } from '../state/questions.ts';
import { NO_PREVIEW } from '../state/view.ts';
import { withoutKnown } from './known.ts';
import { proposalAt, proposalsShown } from './proposals.ts';

export interface EverythingVerbs {
  /** Looks for masks of everything on the shown photo; they take the place of its proposals. */
  findEverything(): Promise<void>;
  /** What was there before stays. False when nothing was under way. */
  cancelEverything(): boolean;
  setEverythingGrid(grid: Partial<EverythingSettings['grid']>): void;
  /** Of the model that would be asked. */
  setEverythingThresholds(thresholds: Partial<EverythingThresholds>): void;
  resetEverythingSettings(): void;
  setProposalFilter(filter: Partial<ProposalFilter>): void;
  pointProposal(id: string | null): void;
  /** They become objects of the class that new ones have: one undo step. */
  acceptProposals(ids: readonly Proposal['id'][]): void;
  /** One undo step. */
  dropProposals(ids: readonly Proposal['id'][]): void;
}

/** Masks of everything on the photo, found unasked, and the person's word on each. */
export function createEverything(context: Context): EverythingVerbs {
  const { document, view, engine } = context;
  let running = new AbortController();

  async function find(signal: AbortSignal, photoId: string, photoSize: Size): Promise<void> {
    const [model] = modelsInUse(context);
    const { grid, thresholds } = view.getState().everythingSettings;
    const options = { ...grid, ...thresholds[model] };
    view.setState({ everything: { kind: 'running', photoId, progress: null, startedAt: 0 } });
    const request = { photoId, photoSize, model, options };
    const outcome = await engine.everything(signal, request, {
      readCrop: (box) => readCrop(signal, photoId, box),
      onProgress(progress) {
        const { everything } = view.getState();
        if (signal.aborted || everything.kind !== 'running') return;
        const startedAt = everything.progress ? everything.startedAt : performance.now();
        view.setState({ everything: { kind: 'running', photoId, progress, startedAt } });
      },
    });
    if (signal.aborted) return;
    if (outcome.ok) propose(photoId, photoSize, outcome.value, model, options);
    else fail(photoId, reasonOf(outcome.problem));
  }

  function fail(photoId: string, reason: string): void {
    view.setState({ everything: { kind: 'failed', photoId, reason } });
  }

  /** Null once it was said why. */
  async function readCrop(
    signal: AbortSignal,
    photoId: string,
    box: ImageBox,
  ): Promise<ModelImage | null> {
    const name = photoEntry(document.state.getState(), photoId)?.name;
    const file = await context.files.open(photoId).catch(() => null);
    const result = file && (await context.photos.crop(file, box, signal).catch(() => null));
    if (result?.ok) return result.image;
    if (result) notify(view, 'error', `${name}: ${describePhotoProblem(result.problem)}`);
    return null;
  }

  function propose(
    photoId: string,
    photoSize: Size,
    found: readonly FoundMask[],
    model: ModelKind,
    options: EverythingOptions,
  ): void {
    const { proposals, objects } = document.state.getState();
    const before = proposals[photoId] ?? [];
    const fresh = withoutKnown(found, objects[photoId] ?? [], options.boxOverlap);
    const after = fresh.map((one) => proposalOf(one, photoSize, model, options));
    view.setState({
      everything: {
        kind: 'done',
        photoId,
        found: after.length,
        known: found.length - fresh.length,
      },
      proposalFilter: NO_EVERYTHING.proposalFilter,
    });
    if (before.length === 0 && after.length === 0) return;
    const changes: Change[] = [{ kind: 'set-proposals', photoId, before, after }];
    document.commit({ name: t('steps.proposals.find'), photoId, changes });
  }

  /** The photo's proposals without these. */
  function removal(photoId: string, gone: readonly Proposal[]): Change {
    const before = proposalsOn(...now(context));
    const after = before.filter((one) => !gone.includes(one));
    return { kind: 'set-proposals', photoId, before, after };
  }

  function chosen(ids: readonly string[]): readonly Proposal[] {
    const wanted = new Set(ids);
    return proposalsOn(...now(context)).filter(({ id }) => wanted.has(id));
  }

  function point(id: string | null): void {
    if (view.getState().pointedProposalId === id) return;
    view.setState({ pointedProposalId: id, ...(id ? NO_PREVIEW : {}) });
  }

  function pointAtPointer(): void {
    const { pointer } = view.getState();
    const shown = pointer ? proposalsShown(...now(context)) : [];
    point(pointer && (proposalAt(shown, pointer)?.id ?? null));
  }

  function set(everythingSettings: EverythingSettings): void {
    view.setState({ everythingSettings });
  }

  view.subscribe((now, before) => {
    if (now.pointer !== before.pointer || now.proposalFilter !== before.proposalFilter)
      pointAtPointer();
  });
  document.state.subscribe(({ proposals }, before) => {
    if (proposals !== before.proposals) pointAtPointer();
  });

  return {
    async findEverything() {
      const { photo, viewport, everything } = view.getState();
      if (!photo) return notify(view, 'info', t('prompts.nothingToFind'));
      if (everything.kind === 'running') return;
      running = new AbortController();
      await find(running.signal, photo.id, viewport.image);
    },
    cancelEverything() {
      const { everything } = view.getState();
      if (everything.kind !== 'running') return false;
      running.abort();
      const { photoId, progress } = everything;
      view.setState({ everything: { kind: 'cancelled', photoId, progress } });
      return true;
    },
    setEverythingGrid(changed) {
      const { grid, thresholds } = view.getState().everythingSettings;
      set({ grid: { ...grid, ...changed }, thresholds });
    },
    setEverythingThresholds(changed) {
      const [model] = modelsInUse(context);
      const { grid, thresholds } = view.getState().everythingSettings;
      const own = { ...thresholds[model], ...changed };
      set({ grid, thresholds: { ...thresholds, [model]: own } });
    },
    resetEverythingSettings: () => set(DEFAULT_SETTINGS),
    setProposalFilter: (filter) =>
      view.setState(({ proposalFilter }) => ({ proposalFilter: { ...proposalFilter, ...filter } })),
    pointProposal: point,
    acceptProposals(ids) {
      const photoId = view.getState().photo?.id;
      const proposals = chosen(ids);
      if (!photoId || proposals.length === 0) return;
      const { objects, taken } = objectsOf(context, proposals);
      if (objects.length === 0) return notify(view, 'info', t('objects.nothingFree'));
      const index = shownObjects(...now(context)).length;
      const changes: Change[] = objects.map((object, i) => {
        return { kind: 'add-object', photoId, object, index: index + i };
      });
      const name = t('steps.proposals.accept', { what: objectWords(objects) });
      document.commit({ name, photoId, changes: [...changes, removal(photoId, taken)] });
    },
    dropProposals(ids) {
      const photoId = view.getState().photo?.id;
      const proposals = chosen(ids);
      if (!photoId || proposals.length === 0) return;
      const name = t('steps.proposals.drop', { count: proposals.length });
      document.commit({ name, photoId, changes: [removal(photoId, proposals)] });
    },
  };
}

/** Not the person's doing, who would have aborted. */
function reasonOf(problem: Extract<EverythingOutcome, { ok: false }>['problem']): string {
  if (problem.kind === 'cancelled') return t('problems.photoUnread');
  if (problem.kind !== 'no-embedding') return describeEngineProblem(problem);
  return t('problems.engine.encodingDropped');
}

/** Large ones first, so that small ones lie on top; where none may overlap, the small ones' pixels are theirs. */
function objectsOf(
  context: Context,
  proposals: readonly Proposal[],
): { objects: readonly MaskObject[]; taken: readonly Proposal[] } {
  const { noOverlap } = context.view.getState();
  const bySize = proposals
    .map((proposal) => ({ proposal, area: maskArea(proposal.mask) }))
    .sort((a, b) => b.area - a.area);
  const objects: MaskObject[] = [];
  const taken: Proposal[] = [];
  for (const [i, { proposal }] of bySize.entries()) {
    const smaller = noOverlap ? bySize.slice(i + 1) : [];
    const mask = smaller.reduce(
      (free, other) => subtractFromMask(free, other.proposal.mask),
      withoutOverlap(context, proposal.mask),
    );
    if (maskArea(mask) === 0) continue;
    const { predictedIou, model, prompt } = proposal;
    const object = nextObject(context, { mask, predictedIou, model, prompt });
    const color = object.color + objects.length;
    objects.push({ ...object, color, name: objectName(color) });
    taken.push(proposal);
  }
  return { objects, taken };
}

/** A point on the whole photo gives the same mask again, unless something was cleaned away. */
function proposalOf(
  { mask, predictedIou, stability, at, token, crop }: FoundMask,
  photo: Size,
  model: ModelKind,
  { leastArea }: EverythingOptions,
): Proposal {
  const isWhole = crop.x1 - crop.x0 === photo.width && crop.y1 - crop.y0 === photo.height;
  const step = { kind: 'point', at, label: 'include', candidate: token } as const;
  return {
    id: newId(),
    mask,
    // An estimate may overshoot what an IoU can be.
    predictedIou: Math.min(1, predictedIou),
    stability,
    model,
    prompt: isWhole && leastArea === 0 ? [step] : [],
  };
}
