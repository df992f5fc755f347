import type { Row } from '../results.ts';

const HEADS = [
  'photo',
  'object',
  'degradation',
  'severity',
  'prompt',
  'model',
  'iou',
  'pixel_accuracy',
  'dice',
  'boundary_iou',
  'predicted_iou',
];

/** A line an answer. */
export function toCsv(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ photo, object, degradation, severity, subject, answer }) => {
    if (answer.prompt === 'clicks') return [];
    const { prompt, iou, pixelAccuracy, dice, boundaryIou, predictedIou } = answer;
    const figures = [iou, pixelAccuracy, dice, boundaryIou, predictedIou].map((one) =>
      one.toFixed(5),
    );
    return [[photo, `${object}`, degradation ?? '', `${severity}`, prompt, subject, ...figures]];
  });
  return [HEADS, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
