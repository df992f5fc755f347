/** One element with its attributes and what is in it: text, or elements that were made before. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return content.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${content.join('')}</${name}>`;
}

/** An element with nothing but text in it. */
export function textElement(name: string, text: string | number): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const NOT_OF_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Whether XML can hold all of it: it has no control characters. */
export function fitsXml(text: string): boolean {
  return text.search(NOT_OF_XML) < 0;
}

/** What XML can't hold at all becomes a replacement sign. */
export function asXml(text: string): string {
  return text.replace(NOT_OF_XML, '\uFFFD');
}

/** Also for attributes. */
export function escapeXml(text: string): string {
  return asXml(text).replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign] ?? sign);
}
