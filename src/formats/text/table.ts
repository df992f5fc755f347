/** Lines of comma-separated values as RFC 4180 has them. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The inverse, also of what others write: space around quotes, quotes within a word, semicolons or tabs between. Quoted
 * fields may hold all of these and line ends.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const sign = separatorOf(text);
  const field = new RegExp(
    String.raw`(?: *("(?:[^"]|"")*") *|([^${sign}\r\n]*))(${sign}|\r\n|\n|\r|$)`,
    'gy',
  );
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, bare = '', end] = match;
    rows.at(-1)?.push(quoted?.slice(1, -1).replaceAll('""', '"') ?? bare);
    if (end === '') break;
    if (end !== sign) rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

/** Spreadsheets write semicolons where a comma stands in numbers, and tabs where they are told to. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}
