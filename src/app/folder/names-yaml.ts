import { isSeq, parseDocument } from 'yaml';

/**
 * YOLO's list of classes in a file that a person wrote, with ours in place of its own: paths, comments and order of
 * the rest stay. The same text when it names these already; null: it is no such file.
 */
export function withNames(text: string, names: readonly string[]): string | null {
  const yaml = parseDocument(text);
  if (yaml.errors.length > 0) return null;
  const there = namesIn(yaml.toJS());
  if (!there) return null;
  if (there.length === names.length && there.every((name, i) => name === names[i])) return text;
  const list = isSeq(yaml.get('names')) ? names : new Map(names.entries());
  yaml.set('names', yaml.createNode(list));
  if (yaml.has('nc')) yaml.set('nc', names.length);
  // YAML 1.1 takes many words for something else.
  return yaml.toString({ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

/** Null: it is no list of classes. */
export function namesOf(text: string): string[] | null {
  const yaml = parseDocument(text);
  return yaml.errors.length > 0 ? null : namesIn(yaml.toJS());
}

/** Null: they are not numbered from 0 on. */
function namesIn(json: unknown): string[] | null {
  const { names } = Object(json);
  if (typeof names !== 'object' || names === null) return null;
  const all = Object.entries(names);
  return all.every(([number], i) => number === String(i))
    ? all.map(([, name]) => String(name))
    : null;
}
