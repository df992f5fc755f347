import type { Find } from './follow.ts';

export function expectedIou(
  find: Pick<Find, 'likeness' | 'shape' | 'area' | 'predictedIou' | 'move'>,
): number {
  if (process.env.FOLLOW_TRACE)
    console.error(
      JSON.stringify({
        likeness: find.likeness,
        shape: find.shape,
        area: find.area,
        predictedIou: find.predictedIou,
        score: find.move.score,
      }),
    );
  return find.predictedIou;
}
