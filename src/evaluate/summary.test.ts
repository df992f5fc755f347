import { expect, test } from 'vitest';
import { loadRestOfWords } from '../words/words.ts';
import { meanOf } from './interval.ts';
import { chartsOf } from './report/chart.ts';
import { toCsv } from './report/csv.ts';
import { toHtml } from './report/html.ts';
import { toMarkdown } from './report/markdown.ts';
import type { Row, Subject } from './results.ts';
import { summarise } from './summary.ts';
import { MOST_CLICKS } from './trial.ts';

function mask(photo: string, subject: Subject, iou: number, severity: number | null = null): Row {
  const condition =
    severity === null
      ? { degradation: null, severity: 0 }
      : ({ degradation: 'fog', severity } as const);
  const quality = { iou, pixelAccuracy: 0.9, dice: 0.8, boundaryIou: 0.7, predictedIou: 0.6 };
  return { photo, subject, object: 0, ...condition, answer: { prompt: 'box', ...quality } };
}

const ROWS: Row[] = [
  mask('a', 'plain', 0.2, 0.5),
  mask('a', 'plain', 0.4, 0.5),
  mask('b', 'plain', 0.9, 0.5),
  mask('a', 'robust', 0.5, 0.5),
  mask('a', 'robust', 0.5, 0.5),
  mask('b', 'robust', 0.8, 0.5),
  mask('a', 'robust', 0.1, 0.9),
  mask('b', 'plain', 1),
  {
    ...mask('a', 'plain', 0, 0.5),
    answer: { prompt: 'clicks', counts: [3, null], iou: 0.88 },
  },
];

const RESULTS = summarise(ROWS, { made: 'by <hand>' });

function figuresOf(scope: string, subject: Subject, severity: number | null = null) {
  const found = RESULTS.masks.filter(
    (one) => one.scope === scope && one.subject === subject && one.severity === severity,
  );
  expect(found).toHaveLength(1);
  return found[0];
}

test('a photo counts once, and gains are taken photo by photo', () => {
  expect(RESULTS.photos).toBe(2);
  expect(figuresOf('condition', 'plain', 0.5)?.iou.mean).toBeCloseTo((0.3 + 0.9) / 2);
  expect(figuresOf('condition', 'robust', 0.5)?.gain?.mean).toBeCloseTo((0.2 - 0.1) / 2);
  expect(figuresOf('degraded', 'robust')?.iou.mean).toBeCloseTo((1.1 / 3 + 0.8) / 2);
  expect(figuresOf('clear', 'plain')?.photos).toBe(1);
  expect(figuresOf('condition', 'robust', 0.9)?.gain).toBeNull();
  expect(figuresOf('condition', 'plain', 0.5)?.gain).toBeNull();
});

test('clicks that were not enough count as the most, and their share is told', () => {
  const clicks = RESULTS.clicks.find(({ scope }) => scope === 'degraded');
  expect(clicks?.counts.map(({ clicks: { mean }, failed }) => [mean, failed])).toEqual([
    [3, 0],
    [MOST_CLICKS, 1],
  ]);
});

test('the worst are told first, with what all models gave', () => {
  expect(RESULTS.worst[0]).toMatchObject({ photo: 'a', severity: 0.9, iou: { robust: 0.1 } });
  expect(RESULTS.worst.map(({ iou }) => iou.robust ?? iou.plain)).toEqual([0.1, 0.5, 0.8, 1]);
});

test('an interval holds the mean, is the same every time, and narrows as photos come', () => {
  const values = (count: number) => Array.from({ length: count }, (_, i) => (i % 7) / 6);
  const [few, many] = [meanOf(values(14)), meanOf(values(350))];
  expect(few.low).toBeLessThan(few.mean);
  expect(few.high).toBeGreaterThan(few.mean);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 3);
  expect(meanOf(values(14))).toEqual(few);
  // The normal approximation: 1.96 standard errors to either side.
  const error = Math.sqrt(values(350).reduce((sum, v) => sum + (v - 0.5) ** 2, 0) / 350 / 350);
  expect(many.high - many.mean).toBeCloseTo(1.96 * error, 2);
  expect(meanOf([0.4])).toEqual({ mean: 0.4, low: 0.4, high: 0.4 });
});

test('reports are whole, and nothing in them is taken for markup', async () => {
  await loadRestOfWords();
  const markdown = toMarkdown(RESULTS);
  expect(markdown).toContain('| Fog | box | RobustSAM |');
  expect(markdown).toContain('| Clicks to IoU 0.85 |'.slice(2, -2));
  const html = toHtml(RESULTS, 'en', [{ caption: 'a & <b>', url: 'data:image/jpeg;base64,AA==' }]);
  expect(html).toContain('a &amp; &lt;b&gt;');
  expect(html).toContain('by &lt;hand&gt;');
  expect(html).not.toMatch(/(src|href)="(?!data:|#)/);
  const charts = chartsOf(RESULTS);
  expect(charts.map(({ degradation, prompt }) => [degradation, prompt])).toEqual([['fog', 'box']]);
  expect(charts[0]?.svg.match(/<polyline/g)).toHaveLength(2);
  const lines = toCsv([{ ...(ROWS[0] as Row), photo: 'a,"b"' }]).split('\r\n');
  expect(lines[1]).toBe('"a,""b""",0,fog,0.5,box,plain,0.20000,0.90000,0.80000,0.70000,0.60000');
});
