import type { ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { UNNAMED_CLASS } from '../../formats/dataset.ts';
import type { Scorer } from '../../scoring/client.ts';
import type { Labelled } from '../../scoring/packed.ts';
import type { PhotoScore } from '../../scoring/protocol.ts';
import { objectsOf } from '../state/questions.ts';
import { rowsOf, type ScoredPhoto } from './rows.ts';
import type { Held, LabelSet, Row, TruthState } from './truth-state.ts';

interface Known {
  readonly truth: readonly Labelled[];
  readonly classes: readonly ObjectClass[] | null;
  readonly score: PhotoScore;
}

type Labels = Pick<DocumentState, 'photos' | 'objects' | 'classes'>;
type Sets = Pick<TruthState, 'ours' | 'isClassAware'> & { readonly truth: LabelSet };

export interface SetScorer {
  /** All photos of the truth that the project has. Null: another call has come since. */
  score(
    signal: AbortSignal,
    labels: Labels,
    sets: Sets,
    tell: (done: number, of: number) => void,
  ): Promise<readonly Row[] | null>;
}

/** Photos that haven't changed since they were last scored are not asked for again. */
export function createSetScorer(scorer: Scorer): SetScorer {
  /** Lists of objects never change. */
  const known = new WeakMap<readonly unknown[], Known>();
  let last = 0;

  async function scorePhoto(
    signal: AbortSignal,
    list: readonly unknown[],
    { ours, truth }: Pick<ScoredPhoto, 'ours' | 'truth'>,
    facts: Omit<Known, 'score'>,
  ): Promise<PhotoScore> {
    const before = known.get(list);
    if (before?.truth === facts.truth && before.classes === facts.classes) return before.score;
    const isClassAware = facts.classes !== null;
    const score = await scorer.score(signal, ours.map(bare), truth.map(bare), isClassAware);
    known.set(list, { ...facts, score });
    return score;
  }

  return {
    async score(signal, labels, sets, tell) {
      const mine = ++last;
      const { truth, isClassAware } = sets;
      const photoIds = labels.photos.map(({ id }) => id).filter((id) => truth.photos.has(id));
      const oursOn = oursIn(labels, sets);
      const scored: ScoredPhoto[] = [];
      for (const [done, photoId] of photoIds.entries()) {
        tell(done, photoIds.length);
        const [ours, theirs] = [oursOn(photoId), truth.photos.get(photoId) ?? NONE];
        const held = { ours: ours.held, truth: theirs.map(heldOf) };
        const classes = isClassAware ? labels.classes : null;
        const score = await scorePhoto(signal, ours.list, held, { truth: theirs, classes });
        signal.throwIfAborted();
        if (mine !== last) return null;
        scored.push({ photoId, ...held, score });
      }
      const rows = await rowsOf(scored);
      signal.throwIfAborted();
      return mine === last ? rows : null;
    },
  };
}

const NONE: readonly Labelled[] = [];

/** Nothing but what counts goes to the worker. */
function bare({ className, mask }: Labelled): Labelled {
  return { className, mask };
}

interface Ours {
  /** As it is stored. */
  readonly list: readonly unknown[];
  readonly held: readonly Held[];
}

/** What is held against the truth, by photo: another set, or the project's own labels. */
function oursIn(labels: Labels, { ours }: Pick<Sets, 'ours'>): (photoId: string) => Ours {
  const nameOf = new Map(labels.classes.map(({ id, name }) => [id, name]));
  const heldObject = (object: MaskObject): Held => ({
    className: nameOf.get(object.classId ?? '') ?? UNNAMED_CLASS,
    mask: object.mask,
    object,
  });
  return (photoId) => {
    if (!ours) {
      const list = objectsOf(labels, photoId);
      return { list, held: list.map(heldObject) };
    }
    const list = ours.photos.get(photoId) ?? NONE;
    return { list, held: list.map(heldOf) };
  };
}

function heldOf({ className, mask }: Labelled): Held {
  return { className, mask, object: null };
}
