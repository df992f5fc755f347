import type { ModelKind } from '../../../contract/model-kind.ts';
import type { Prompt } from '../../../prompt/prompt.ts';
import { isAmbiguous } from '../../../prompt/prompt-kind.ts';
import type { Choice, Explained, ExplainedMask, FedPoint } from '../../explained.ts';
import { chosenToken, rankTokens } from '../candidates.ts';
import { type Answer, type Decoder, logitsOf, maskPromptOf } from '../decoder.ts';
import { type Embedding, IMAGE_INPUTS, type ImageTensorName } from '../embedding.ts';
import { type PointFeeds, pointFeeds } from '../feeds.ts';
import type { Seen } from '../kept.ts';
import { likenessOf, pictureOf } from './tensor-picture.ts';

interface Asked {
  readonly seen: Seen;
  /** As others see the photo, where that is in memory. */
  readonly alsoSeen: readonly Seen[];
  readonly model: ModelKind;
  readonly prompt: Prompt;
  /** What a predicted IoU is worth. */
  worth(predictedIou: number): number;
  /** The model's mask 0 is a blend with the candidates. */
  readonly isBlended: boolean;
}

/** All that went into the decoder for the last step of a prompt and came out of it, and what encoders gave before. */
export async function explainAnswer(
  decoder: Decoder,
  { seen, alsoSeen, model, prompt, worth, isBlended }: Asked,
): Promise<Explained> {
  const { view, embedding } = seen;
  const answer = await decoder.answer(embedding, model, prompt);
  const earlier = prompt.slice(0, -1);
  const before = earlier.length > 0 ? await decoder.answer(embedding, model, earlier) : null;
  const fed = before && maskPromptOf(earlier, before);
  const token = chosenToken(prompt, answer);
  return {
    model,
    encoder: view.encoder,
    photos: view.photos,
    photo: embedding.photo,
    input: embedding.input,
    points: fedPoints(pointFeeds(prompt, embedding.photo, embedding.input)),
    // Copied: buffers go to the other thread, and the answers stay here.
    maskPrompt: fed && { token: fed.token, logits: fed.logits.slice() },
    masks: masksOf(answer, prompt, worth),
    token,
    choice: choiceOf(prompt, answer),
    isBlended: isBlended && token === 0,
    hasChequer: answer.hasChequer,
    ...tensorsOf([embedding, ...alsoSeen.map((other) => other.embedding)], seen, model),
  };
}

function fedPoints({ coords, labels }: PointFeeds): FedPoint[] {
  return Array.from(labels, (label, i) => ({
    x: coords[2 * i] ?? 0,
    y: coords[2 * i + 1] ?? 0,
    label,
  }));
}

function masksOf(answer: Answer, prompt: Prompt, worth: Asked['worth']): ExplainedMask[] {
  const ranking = rankTokens(prompt, answer);
  return Array.from(answer.predictedIou, (rawIou, token) => {
    const logits = new Float32Array(logitsOf(answer, token));
    const rank = ranking.indexOf(token);
    return {
      token,
      logits,
      lowest: logits.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
      highest: logits.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
      rawIou,
      calibratedIou: worth(rawIou),
      coverage: answer.coverage[token] ?? 0,
      rank: rank < 0 ? null : rank,
    };
  });
}

function choiceOf(prompt: Prompt, { singleOnly }: Answer): Choice {
  if (prompt.at(-1)?.candidate !== null) return 'chosen';
  if (isAmbiguous(prompt)) return singleOnly ? 'trained' : 'best';
  return 'single';
}

function tensorsOf(
  embeddings: readonly Embedding[],
  { embedding: { input } }: Seen,
  model: ModelKind,
): Pick<Explained, 'tensors' | 'likeness'> {
  const tensors = new Map(embeddings.toReversed().flatMap((one) => [...one.tensors]));
  const reads = new Set<ImageTensorName>(IMAGE_INPUTS[model]);
  // First what the decoder was given.
  const names = [...tensors.keys()].sort((a, b) => Number(reads.has(b)) - Number(reads.has(a)));
  const plain = tensors.get('image_embedding');
  const robust = tensors.get('robust_embedding');
  return {
    tensors: names.flatMap((name) => {
      const tensor = tensors.get(name);
      return tensor ? [pictureOf(name, tensor, input)] : [];
    }),
    likeness:
      plain && robust
        ? likenessOf(['image_embedding', 'robust_embedding'], [plain, robust], input)
        : null,
  };
}
