import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { FormatError } from '../problems.ts';

/** Throws a FormatError for text that is no XML; entities of the file's own are refused, not expanded. */
export function parseXmlRoot(text: string): XmlElement {
  try {
    const { root } = parseXml(text);
    if (root) return root;
  } catch {
    // Malformed, with entities that it defines itself, or nested deeper than the stack.
  }
  throw new FormatError({ kind: 'broken', as: 'XML' });
}

/** The elements right below it, of one name or of any. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || child.name === name),
  );
}

export function childOf(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

/** The text of the child of this name, without space around it; null: there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text.trim() ?? null;
}

/** Throws a FormatError for what is no finite number; `at` says where it stands. */
export function numberFrom(text: string | null | undefined, at: string): number {
  const value = text == null || text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new FormatError({ kind: 'unexpected', at });
  return value;
}

/** What was a number or yes or no before it became text. */
export function valueFrom(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))
    ? Number(text)
    : text;
}
