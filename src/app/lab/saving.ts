import { chartsOf } from '../../evaluate/report/chart.ts';
import { toCsv } from '../../evaluate/report/csv.ts';
import { toHtml } from '../../evaluate/report/html.ts';
import { conditionWords } from '../../evaluate/report/tables.ts';
import type { Results } from '../../evaluate/results.ts';
import { summarise } from '../../evaluate/summary.ts';
import { currentLanguage } from '../../words/words.ts';
import type { LabRun } from './lab-state.ts';

/** What a run can be kept as. */
export const RUN_FILES = ['html', 'png', 'csv', 'json'] as const;
export type RunFile = (typeof RUN_FILES)[number];

export function resultsOf({ rows, seed }: LabRun): Results {
  return summarise(rows, { seed });
}

export async function fileOf(run: LabRun, kind: RunFile): Promise<Blob> {
  const results = resultsOf(run);
  switch (kind) {
    case 'csv':
      return new Blob([toCsv(run.rows)], { type: 'text/csv' });
    case 'json':
      return new Blob([JSON.stringify({ ...results, rows: run.rows })], {
        type: 'application/json',
      });
    case 'html':
      return new Blob([await reportOf(run, results)], { type: 'text/html' });
    case 'png':
      return sheetOf(results);
  }
}

async function reportOf({ worst }: LabRun, results: Results): Promise<string> {
  const pictures = worst.map(async (one) => {
    const caption = `${conditionWords(one)}: ${one.iou.toFixed(3)}`;
    return one.picture ? [{ caption, url: await dataUrl(one.picture) }] : [];
  });
  return toHtml(results, currentLanguage(), (await Promise.all(pictures)).flat());
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const COLUMNS = 3;
const CHART = { width: 760, height: 520 };

/** All charts on one sheet, at twice their size. */
async function sheetOf(results: Results): Promise<Blob> {
  const images = await Promise.all(chartsOf(results).map(({ svg }) => imageOf(svg)));
  const rows = Math.max(1, Math.ceil(images.length / COLUMNS));
  const canvas = new OffscreenCanvas(COLUMNS * CHART.width, rows * CHART.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new RangeError('no memory for a canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [i, image] of images.entries()) {
    const [x, y] = [(i % COLUMNS) * CHART.width, Math.floor(i / COLUMNS) * CHART.height];
    context.drawImage(image, x, y, CHART.width, CHART.height);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  return image;
}
