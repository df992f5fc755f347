import { t } from '../../words/words.ts';
import type { Results } from '../results.ts';
import { chartsOf } from './chart.ts';
import { escaped } from './escaped.ts';
import { leadOf } from './markdown.ts';
import { type Table, tablesOf } from './tables.ts';

/** A picture of a bad case. */
export interface ReportPicture {
  readonly caption: string;
  /** A data URL. */
  readonly url: string;
}

const STYLE = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:13px}
th,td{border-bottom:1px solid #8884;padding:.25rem .6rem;text-align:start}
.wide{overflow-x:auto}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1rem}
.grid svg,.grid img{width:100%;height:auto}
figure{margin:0}
pre{overflow-x:auto}`;

/** One file that holds all it shows. `language` is that of the words. */
export function toHtml(
  results: Results,
  language: string,
  pictures: readonly ReportPicture[] = [],
): string {
  const title = escaped(t('lab.report.title'));
  const body = [
    `<h1>${title}</h1>`,
    ...leadOf(results).map((line) => `<p>${escaped(line)}</p>`),
    `<div class="grid">${chartsOf(results)
      .map(({ svg }) => svg)
      .join('\n')}</div>`,
    ...(pictures.length > 0 ? [gallery(pictures)] : []),
    ...tablesOf(results).map(asHtml),
    `<h2>${escaped(t('lab.report.made'))}</h2>`,
    `<pre>${escaped(JSON.stringify(results.madeWith, null, 2))}</pre>`,
  ];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
${body.join('\n')}
</html>
`;
}

function gallery(pictures: readonly ReportPicture[]): string {
  const figures = pictures.map(
    ({ caption, url }) =>
      `<figure><img src="${escaped(url)}" alt=""><figcaption>${escaped(caption)}</figcaption></figure>`,
  );
  return `<h2>${escaped(t('lab.report.worst'))}</h2><div class="grid">${figures.join('')}</div>`;
}

function asHtml({ title, heads, rows }: Table): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((one) => `<td>${escaped(one)}</td>`).join('')}</tr>`,
  );
  return `<h2>${escaped(title)}</h2><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
