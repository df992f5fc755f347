import type { YoloPart } from './paths.ts';

/** What a trainer asks for: where the parts lie, and the classes by number. */
export function dataYaml(parts: ReadonlySet<YoloPart>, classes: readonly string[]): string {
  const train = parts.has('train') ? 'train' : ([...parts][0] ?? 'train');
  const folders = [
    // No path: the trainer then looks beside this file.
    ['train', train],
    // The trainer insists on one; without a split it is measured on what it has learned from.
    ['val', parts.has('val') ? 'val' : train],
    ...(parts.has('test') ? [['test', 'test']] : []),
  ];
  const lines = folders.map(([part, folder]) => `${part}: images/${folder}`);
  return `${[...lines, ...namesLines(classes)].join('\n')}\n`;
}

/** The same for photos that lie wherever they do: in this file's folder and below it. */
export function yamlInPlace(classes: readonly string[]): string {
  return `${['train: .', 'val: .', ...namesLines(classes)].join('\n')}\n`;
}

function namesLines(classes: readonly string[]): string[] {
  return [
    classes.length > 0 ? 'names:' : 'names: {}',
    ...classes.map((name, i) => `  ${i}: ${quoted(name)}`),
  ];
}

/** What YAML takes for line ends, marks or nothing at all where it isn't escaped. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Every name: YAML 1.1 takes many words, times and dates for something else. */
function quoted(name: string): string {
  return JSON.stringify(name).replace(
    UNPRINTABLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
