import type { Prompt } from '../../prompt/prompt.ts';

/** The command of training/ that shows the same click from inside PyTorch, in pixels of the photo; the last box counts, as in the app. */
export function explainCommand(prompt: Prompt): string {
  const points = prompt.flatMap((step) =>
    step.kind === 'point'
      ? [`--${step.label === 'include' ? 'point' : 'exclude'} ${listed(step.at.x, step.at.y)}`]
      : [],
  );
  const box = prompt.findLast((step) => step.kind === 'box')?.box;
  const frame = box ? [`--box ${listed(box.x0, box.y0, box.x1, box.y1)}`] : [];
  return ['cd training && python -m explain PHOTO', ...points, ...frame, '--out FOLDER'].join(' ');
}

function listed(...numbers: readonly number[]): string {
  return numbers.map((number) => Math.round(number * 10) / 10).join(',');
}
