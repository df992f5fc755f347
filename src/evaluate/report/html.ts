import { t } from '../../words/words.ts';
import type { Results } from '../results.ts';
import { chartsOf } from './chart.ts';
import { escaped } from './escaped.ts';
import { leadOf } from './markdown.ts';
import { CASE_COLOURS } from './shade-case.ts';
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
figure{margin:0;position:relative}
figure a{position:absolute;inset:0;cursor:zoom-in}
figure a.close{display:none;cursor:zoom-out}
figure:target{position:fixed;inset:0;z-index:1;display:grid;grid-template-rows:minmax(0,1fr) auto;place-items:center;padding:1rem;background:Canvas}
.grid figure:target img{width:100%;height:100%;object-fit:contain}
figure:target .open{display:none}
figure:target .close{display:block}
.key{display:inline-block;width:1.2em;height:.8em;border:1px solid}
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
  // Without a script: a picture that is the page's target is shown large, and closes by a click.
  const figures = pictures.map(({ caption, url }, i) => {
    const [id, words] = [`case-${i + 1}`, escaped(caption)];
    return `<figure id="${id}"><a class="open" href="#${id}" title="${words}"></a><a class="close" href="#cases" title="${words}"></a><img src="${escaped(url)}" alt="${words}"><figcaption>${words}</figcaption></figure>`;
  });
  const legend = (['common', 'missed', 'surplus'] as const).map((part) => {
    const colour = `rgb(${CASE_COLOURS[part].join(' ')})`;
    return `<span class="key" style="background:${colour}"></span> ${escaped(t(`lab.legend.${part}`))}`;
  });
  return `<h2 id="cases">${escaped(t('lab.report.worst'))}</h2><p>${legend.join(' ')}</p><div class="grid">${figures.join('')}</div>`;
}

function asHtml({ title, heads, rows }: Table): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((one) => `<td>${escaped(one)}</td>`).join('')}</tr>`,
  );
  return `<h2>${escaped(title)}</h2><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
