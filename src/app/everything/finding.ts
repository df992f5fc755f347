import { newId } from '../../browser/new-id.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Change } from '../../document/change.ts';
import type { Proposal } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type {
  EverythingOptions,
  EverythingOutcome,
  EverythingRequest,
  FoundMask,
} from '../../engine/everything.ts';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import type { ModelImage } from '../../photo/protocol.ts';
import { t } from '../../words/words.ts';
import { type Context, modelsInUse } from '../state/context.ts';
import { NO_EVERYTHING } from '../state/everything.ts';
import { notify } from '../state/notices.ts';
import { objectsOf, photoEntry } from '../state/questions.ts';
import { withoutKnown } from './known.ts';

export interface FindingVerbs {
  /** Looks for masks of everything on the shown photo; they take the place of its proposals. */
  findEverything(): Promise<void>;
  /** What was there before stays. False when nothing was under way. */
  cancelEverything(): boolean;
}

export function createFinding(context: Context): FindingVerbs {
  const { view, engine } = context;
  let running = new AbortController();

  async function find(signal: AbortSignal, search: EverythingRequest): Promise<void> {
    const { photoId } = search;
    view.setState({ everything: { kind: 'running', photoId, progress: null, startedAt: 0 } });
    const outcome = await engine.everything(signal, search, {
      readCrop: (box) => readCrop(context, signal, photoId, box),
      onProgress(progress) {
        const { everything } = view.getState();
        if (signal.aborted || everything.kind !== 'running') return;
        const startedAt = everything.progress ? everything.startedAt : performance.now();
        view.setState({ everything: { kind: 'running', photoId, progress, startedAt } });
      },
    });
    if (signal.aborted) return;
    if (outcome.ok) propose(context, search, outcome.value);
    else
      view.setState({
        everything: { kind: 'failed', photoId, reason: reasonOf(outcome.problem) },
      });
  }

  return {
    async findEverything() {
      const { photo, viewport, everything, everythingSettings } = view.getState();
      if (!photo) return notify(view, 'info', t('prompts.nothingToFind'));
      if (everything.kind === 'running') return;
      running = new AbortController();
      const [model] = modelsInUse(context);
      const options = { ...everythingSettings.grid, ...everythingSettings.thresholds[model] };
      await find(running.signal, { photoId: photo.id, photoSize: viewport.image, model, options });
    },
    cancelEverything() {
      const { everything } = view.getState();
      if (everything.kind !== 'running') return false;
      running.abort();
      const { photoId, progress } = everything;
      view.setState({ everything: { kind: 'cancelled', photoId, progress } });
      return true;
    },
  };
}

/** Null once it was said why. */
async function readCrop(
  { document, view, files, photos }: Context,
  signal: AbortSignal,
  photoId: string,
  box: ImageBox,
): Promise<ModelImage | null> {
  const name = photoEntry(document.state.getState(), photoId)?.name;
  const file = await files.open(photoId).catch(() => null);
  const result = file && (await photos.crop(file, box, signal).catch(() => null));
  if (result?.ok) return result.image;
  if (result) notify(view, 'error', `${name}: ${describePhotoProblem(result.problem)}`);
  return null;
}

function propose(
  { document, view }: Context,
  { photoId, photoSize, model, options }: EverythingRequest,
  found: readonly FoundMask[],
): void {
  const state = document.state.getState();
  const before = state.proposals[photoId] ?? [];
  const fresh = withoutKnown(found, objectsOf(state, photoId), options.boxOverlap);
  const after = fresh.map((one) => proposalOf(one, photoSize, model, options));
  const known = found.length - fresh.length;
  view.setState({
    everything: { kind: 'done', photoId, found: after.length, known },
    proposalFilter: NO_EVERYTHING.proposalFilter,
  });
  if (before.length === 0 && after.length === 0) return;
  const changes: Change[] = [{ kind: 'set-proposals', photoId, before, after }];
  document.commit({ name: t('steps.proposals.find'), photoId, changes });
}

/** Not the person's doing, who would have aborted. */
function reasonOf(problem: Extract<EverythingOutcome, { ok: false }>['problem']): string {
  if (problem.kind === 'cancelled') return t('problems.photoUnread');
  if (problem.kind !== 'no-embedding') return describeEngineProblem(problem);
  return t('problems.engine.encodingDropped');
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
