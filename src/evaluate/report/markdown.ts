import { t } from '../../words/words.ts';
import type { Results } from '../results.ts';
import { type Table, tablesOf } from './tables.ts';

export function toMarkdown(results: Results): string {
  const tables = tablesOf(results).map((table) => `## ${table.title}\n\n${asMarkdown(table)}`);
  return `${[`# ${t('lab.report.title')}`, ...leadOf(results), ...tables, madeWith(results)].join('\n\n')}\n`;
}

export function leadOf({ photos, masks }: Results): string[] {
  const hasRestored = masks.some(({ subject }) => subject.startsWith('restored'));
  const count = t('lab.report.photos', { count: photos });
  return hasRestored ? [count, t('lab.report.restored')] : [count];
}

function asMarkdown({ heads, rows }: Table): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** A name may hold what ends a cell. */
function cell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
}

function madeWith({ madeWith: made }: Results): string {
  return `## ${t('lab.report.made')}\n\n\`\`\`json\n${JSON.stringify(made, null, 2)}\n\`\`\``;
}
