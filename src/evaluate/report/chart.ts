import type { DegradationName } from '../../degrade/stack.ts';
import { t } from '../../words/words.ts';
import { type MaskFigures, type Results, SUBJECTS, type Subject } from '../results.ts';
import type { MaskQuestion } from '../trial.ts';
import { escaped } from './escaped.ts';

/** As in training/evaluation/charts.py: on a light ground, readable alone. */
const COLOURS: Readonly<Record<Subject, string>> = {
  plain: '#6b7280',
  robust: '#0f766e',
  restored_plain: '#b45309',
  restored_robust: '#7c3aed',
};
const SIZE = { width: 380, height: 260 };
const PLOT = { left: 42, right: 12, top: 30, bottom: 66 };
const FONT = 'font-family="system-ui, sans-serif" font-size="11" fill="#111827"';
const GRID = '#e5e7eb';

export interface Chart {
  readonly title: string;
  readonly degradation: DegradationName;
  readonly prompt: MaskQuestion;
  /** A whole file. */
  readonly svg: string;
}

/** A chart a degradation and prompt: IoU by severity, a line a model, a band where there is an interval. */
export function chartsOf({ masks, photos }: Results): Chart[] {
  const charts = new Map<string, MaskFigures[]>();
  for (const figures of masks) {
    if (figures.scope !== 'condition') continue;
    const key = `${figures.degradation} ${figures.prompt}`;
    charts.set(key, [...(charts.get(key) ?? []), figures]);
  }
  return [...charts.values()].flatMap((figures) => {
    const [first] = figures;
    if (!first?.degradation) return [];
    const { degradation, prompt } = first;
    const chart = t('lab.report.chart', { prompt: t(`lab.prompts.${prompt}`) });
    const title = `${t(`lab.names.${degradation}`)}: ${chart}`;
    return [{ title, degradation, prompt, svg: drawn(title, figures, photos > 1) }];
  });
}

function drawn(title: string, figures: readonly MaskFigures[], hasBands: boolean): string {
  const subjects = SUBJECTS.filter((one) => figures.some(({ subject }) => subject === one));
  const lines = subjects.map((subject) => {
    const own = figures.filter((one) => one.subject === subject);
    return lineOf(own, COLOURS[subject], hasBands);
  });
  const { width, height } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${PLOT.left}" y="17" ${FONT} font-weight="600">${escaped(title)}</text>`,
    ...axes(severitiesOf(figures)),
    ...lines,
    ...subjects.map((subject, i) => keyOf(subject, i)),
    '</svg>',
  ].join('\n');
}

function severitiesOf(figures: readonly MaskFigures[]): number[] {
  return [...new Set(figures.map(({ severity }) => severity ?? 0))].sort((a, b) => a - b);
}

function axes(severities: readonly number[]): string[] {
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const right = SIZE.width - PLOT.right;
  return [
    ...shares.map(
      (share) =>
        `<line x1="${PLOT.left}" x2="${right}" y1="${yOf(share)}" y2="${yOf(share)}" stroke="${GRID}"/>` +
        `<text x="${PLOT.left - 6}" y="${yOf(share) + 4}" text-anchor="end" ${FONT}>${share}</text>`,
    ),
    ...severities.map(
      (severity) =>
        `<text x="${xOf(severity)}" y="${yOf(0) + 16}" text-anchor="middle" ${FONT}>${Math.round(100 * severity)} %</text>`,
    ),
  ];
}

function lineOf(figures: readonly MaskFigures[], colour: string, hasBand: boolean): string {
  const ordered = [...figures].sort((a, b) => (a.severity ?? 0) - (b.severity ?? 0));
  const at = ({ severity }: MaskFigures, value: number) => `${xOf(severity ?? 0)},${yOf(value)}`;
  const upper = ordered.map((one) => at(one, one.iou.high));
  const lower = [...ordered].reverse().map((one) => at(one, one.iou.low));
  const band = `<polygon points="${[...upper, ...lower].join(' ')}" fill="${colour}" opacity="0.12"/>`;
  const points = ordered.map((one) => at(one, one.iou.mean));
  const dots = points.map((point) => {
    const [x, y] = point.split(',');
    return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
  });
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  return (hasBand ? band : '') + line + dots.join('');
}

/** Two beside each other, below the chart. */
function keyOf(subject: Subject, index: number): string {
  const x = PLOT.left + (index % 2) * 165;
  const y = SIZE.height - 26 + Math.floor(index / 2) * 17;
  const name = escaped(t(`lab.subjects.${subject}`));
  return (
    `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${COLOURS[subject]}"/>` +
    `<text x="${x + 15}" y="${y}" ${FONT}>${name}</text>`
  );
}

function xOf(severity: number): number {
  return rounded(PLOT.left + severity * (SIZE.width - PLOT.left - PLOT.right));
}

function yOf(share: number): number {
  return rounded(PLOT.top + (1 - share) * (SIZE.height - PLOT.top - PLOT.bottom));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
