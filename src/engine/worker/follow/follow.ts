import { contract } from '../../../contract/contract.ts';
import type { ModelKind } from '../../../contract/model-kind.ts';
import type { Mask } from '../../../mask/mask.ts';
import type { Prompt } from '../../../prompt/prompt.ts';
import type { Answer, Decoder } from '../decoder.ts';
import { logitsOf } from '../decoder.ts';
import type { Embedding } from '../embedding.ts';
import { fromHalves } from '../halves.ts';
import { coarser, coverageGrid, type Grid, massOf } from './coverage-grid.ts';
import { comparable, type Descriptors, dot, type FeatureMap, meanUnder } from './descriptors.ts';
import { gridBox, innermost, movedGrid, shapeIou } from './moved.ts';
import { findMoves, type Move } from './moves.ts';

/** An object on one photo that is looked for on another. */
export interface Trail {
  readonly model: ModelKind;
  readonly from: Embedding;
  readonly to: Embedding;
  /** On the photo it comes from. */
  readonly mask: Mask;
}

/** What the object looks to be on the other photo, and what speaks for it; figures are of the first answer. */
export interface Find {
  readonly answer: Answer;
  readonly token: number;
  /** Cosine of the object's mean descriptors on both photos. */
  readonly likeness: number;
  /** IoU of its shape with what it was, laid over each other. */
  readonly shape: number;
  /** The smaller of both areas over the larger, once the move's scale is counted. */
  readonly area: number;
  readonly predictedIou: number;
  readonly move: Move;
  readonly worth: number;
}

const CELLS = 64;
/** Fine enough for a shape, and a quarter of the work of the logits' own. */
const SHAPE_CELLS = 128;
/** A find that is so much like the object, in looks and in shape, is not looked for elsewhere. */
const [ALIKE, SHAPED] = [0.9, 0.85];
/** The token that answers a prompt of more than one click, and how much alike its mask is to be. */
const [SINGLE, SAME_SHAPE] = [0, 0.6];
/** Places that the decoder is asked about. */
const MOST_PLACES = 3;
/** Logits of a cell that is covered, and the negative of one that is not: about what the decoder gives. */
const SURE = 8;
/** What each witness weighs. */
const WEIGHTS = { likeness: 1, shape: 0.6, area: 0.2, predictedIou: 0.5, move: 0.5 } as const;
const EMBEDDINGS = { robust: 'robust_embedding', plain: 'image_embedding' } as const;

/** The best of what the decoder gives at the places the object may have gone to; null where there is none at all. */
export async function follow(decoder: Decoder, trail: Trail): Promise<Find | null> {
  const { model, from, to, mask } = trail;
  const before = coverageGrid(mask, from.input, contract.mask.size);
  const [a, b] = comparable(featuresOf(from, model), featuresOf(to, model));
  const coverage = coarser(before, CELLS);
  const looks = meanUnder(a, coverage);
  const finds: Find[] = [];
  for (const move of findMoves(a, b, coverage, MOST_PLACES)) {
    const expected = movedGrid(before, move, CELLS);
    const prompt = promptAt(expected, to);
    if (prompt.length === 0) continue;
    for (const mask of [logitsFrom(expected), null]) {
      const answer = await decoder.answerOnce(to, model, prompt, undefined, mask);
      finds.push(...findsIn({ answer, move, expected, looks, b, to }));
    }
    if (finds.some(({ likeness, shape }) => likeness > ALIKE && shape > SHAPED)) break;
  }
  const best = finds.sort((one, other) => other.worth - one.worth)[0];
  return best ? refined(decoder, trail, best) : null;
}

/**
 * The mask once more from its own box: the shape that the object had drew the first one to itself. Where the answer is another
 * thing the first one stays.
 */
async function refined(decoder: Decoder, { model, to }: Trail, find: Find): Promise<Find> {
  const grid = gridOf(find.answer, find.token, to);
  const prompt = promptAt(grid, to);
  if (prompt.length === 0) return find;
  const answer = await decoder.answerOnce(to, model, prompt);
  const shapes = [grid, gridOf(answer, SINGLE, to)].map((one) => coarser(one, SHAPE_CELLS));
  const [before, after] = shapes;
  if (!before || !after || shapeIou(before, after) < SAME_SHAPE) return find;
  return { ...find, answer, token: SINGLE };
}

interface Place extends Pick<Find, 'answer' | 'move'> {
  readonly expected: Grid;
  readonly looks: Float32Array;
  readonly b: Descriptors;
  readonly to: Embedding;
}

function findsIn({ answer, move, expected, looks, b, to }: Place): readonly Find[] {
  const size = massOf(expected)?.mass ?? 0;
  return Array.from({ length: contract.mask.tokens }, (_, token) => token).flatMap((token) => {
    const grid = gridOf(answer, token, to);
    const mass = massOf(grid)?.mass ?? 0;
    if (mass === 0) return [];
    const figures = {
      likeness: dot(looks, meanUnder(b, coarser(grid, CELLS))),
      shape: shapeIou(coarser(expected, SHAPE_CELLS), coarser(grid, SHAPE_CELLS)),
      area: Math.min(mass, size) / Math.max(mass, size),
      predictedIou: Math.min(1, answer.predictedIou[token] ?? 0),
    };
    const worth =
      WEIGHTS.likeness * figures.likeness +
      WEIGHTS.shape * figures.shape +
      WEIGHTS.area * figures.area +
      WEIGHTS.predictedIou * figures.predictedIou +
      WEIGHTS.move * move.score;
    return [{ answer, token, move, ...figures, worth }];
  });
}

function featuresOf({ tensors, input }: Embedding, model: ModelKind): FeatureMap {
  const name = EMBEDDINGS[model];
  const tensor = tensors.get(name);
  if (!tensor) throw new RangeError(`the embedding has no ${name}`);
  const cells = (pixels: number) => Math.ceil((pixels * CELLS) / contract.image.size);
  return {
    side: CELLS,
    values: fromHalves(tensor.halves),
    columns: cells(input.width),
    rows: cells(input.height),
  };
}

function promptAt(expected: Grid, to: Embedding): Prompt {
  const [box, at] = [gridBox(expected, to), innermost(expected, to)];
  if (!box || !at) return [];
  return [
    { kind: 'box', box, candidate: null },
    { kind: 'point', at, label: 'include', candidate: null },
  ];
}

function logitsFrom({ values }: Grid): Float32Array {
  return values.map((share) => (2 * share - 1) * SURE);
}

/** 1 where a token's mask is, on the photo alone. */
function gridOf(answer: Answer, token: number, { input }: Embedding): Grid {
  const { size: side, threshold } = contract.mask;
  const columns = (input.width * side) / contract.image.size;
  const rows = (input.height * side) / contract.image.size;
  const values = logitsOf(answer, token).map((logit, i) =>
    logit > threshold && i % side < columns && Math.floor(i / side) < rows ? 1 : 0,
  );
  return { side, values };
}
