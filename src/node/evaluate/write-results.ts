import { join } from 'node:path';
import { chartsOf } from '../../evaluate/report/chart.ts';
import { toCsv } from '../../evaluate/report/csv.ts';
import { type ReportPicture, toHtml } from '../../evaluate/report/html.ts';
import { toMarkdown } from '../../evaluate/report/markdown.ts';
import type { Results, Row } from '../../evaluate/results.ts';
import { writeWhole } from '../batch/write-whole.ts';

/** Figures, a report to read and one to look at, every answer, and the charts; the paths of all but the charts. */
export async function writeResults(
  folder: string,
  results: Results,
  rows: readonly Row[],
  pictures: readonly ReportPicture[],
): Promise<string[]> {
  const files: readonly (readonly [string, string])[] = [
    ['results.json', `${JSON.stringify(results, null, 1)}\n`],
    ['results.md', toMarkdown(results)],
    ['report.html', toHtml(results, 'en', pictures)],
    ['answers.csv', toCsv(rows)],
  ];
  const charts = chartsOf(results).map(
    ({ degradation, prompt, svg }) => [`charts/${degradation}-${prompt}.svg`, svg] as const,
  );
  for (const [name, text] of [...files, ...charts])
    await writeWhole(join(folder, name), new Blob([text]));
  return files.map(([name]) => join(folder, name));
}
