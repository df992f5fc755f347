import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');

/**
 * What a person reads is in words/. These say something to other programs, or to developers; the command
 * speaks English alone, as commands do, and scripts read what it says; and so does the package, but for its element.
 */
const OTHERS =
  /^words\/|^node\/|^library\/(?!element\/)|\/testing\/|^ui\/shell\/report\.ts$|^formats\/.*\/write\.ts$|^offline\/build\/|^ui\/stage\/adjust-shader\.ts$|^evaluate\/report\/(chart|html|csv|markdown)\.ts$|\.test\.tsx?$/;

/** What is wrong in a file, for whoever has made it: quoted in a sentence that is in words/. */
const SCHEMAS = /^(models\/manifest|projects\/shapes|projects\/file\/format)\.ts$/;

/** Names of formats and programs stay as they are in every language. */
const SAME_EVERYWHERE = new Set(['RobustSAM Annotator', 'RobustSAM']);

/** Media queries look like two words. */
const QUERY = /^\([\w-]+: [\w-]+\)$/;

/** Attributes that a person sees or hears. */
const SPOKEN =
  /^(aria-(label|description|valuetext|placeholder|roledescription)|alt|title|label|placeholder|tooltip|hint|text|message|heading)$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Two words, or one that begins like a sentence. */
const WORDS = /\p{L}{2,}[,.:;…]? +\p{L}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}+[ .…:]?$/u;

/** Each X stands for a value. */
const NOT_SHOWN = new Set([
  // Names of locks, and keys of what is stored or grouped.
  'engine X',
  'file X',
  'page of X X',
  'robustsam-annotator open work',
  'robustsam-annotator model set import',
  'encode-milliseconds X',
  'alone X',
  // Asked of the browser.
  '(prefers-reduced-motion: reduce)',
  '(resolution: Xdppx)',
  'Xpx Xpx',
  'trusted-types default',
  // Names of formats.
  'JPEG XL',
  'Radiance HDR',
  'Parquet',
  'Labelbox',
  'JPEG XR',
  'Sony ARW',
  'Nikon NEF',
  'Adobe DNG',
  // What readers call a class that a data set knows by its number alone.
  'class X',
  // A command, to be typed as it is.
  'cd training && python -m explain PHOTO',
  '--box X',
  '--out FOLDER',
  // Kept with a problem, for developers.
  'no size in the header',
]);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function textOf(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node.value === 'string' ? node.value.trim() : null;
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('X');
  return null;
}

/** Not read by a person: imports, types, errors for developers, class names, what is compared with. */
function isSilent(node: Node): boolean {
  if (/^(Import|Export(All|Named))|^TS(?!AsExpression|SatisfiesExpression|NonNull)/.test(node.type))
    return node.type !== 'ExportNamedDeclaration';
  if (node.type === 'NewExpression')
    return /Error$|^DOMException$/.test(String((node.callee as Node).name));
  if (node.type === 'CallExpression' && (node.callee as Node).type === 'Super') return true;
  if (NOT_SHOWN.has(textOf(node) ?? '')) return true;
  if (node.type === 'BinaryExpression') return true;
  if (node.type !== 'JSXAttribute') return false;
  return !SPOKEN.test(String((node.name as Node).name));
}

function isSpoken(node: Node): boolean {
  if (node.type === 'JSXAttribute') return SPOKEN.test(String((node.name as Node).name));
  if (node.type === 'Property') return SPOKEN.test(String((node.key as Node).name));
  return false;
}

function stringsIn(node: Node, spoken: boolean, found: string[]): void {
  if (isSilent(node)) return;
  const text = textOf(node);
  if (text !== null && !SAME_EVERYWHERE.has(text) && !QUERY.test(text)) {
    const isShown = spoken || node.type === 'JSXText';
    if (WORDS.test(text) || (isShown && CAPITALISED.test(text))) found.push(text);
  }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) stringsIn(child, spoken || isSpoken(node), found);
}

it('has no text for people outside words/', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !OTHERS.test(file) && !SCHEMAS.test(file),
  );
  const strings = files.flatMap((file) => {
    const found: string[] = [];
    const program = parseAst(readFileSync(join(SRC, file), 'utf8'), {
      lang: file.endsWith('x') ? 'tsx' : 'ts',
    });
    stringsIn(program as unknown as Node, false, found);
    return found.map((text) => `${file}: ${text}`);
  });
  expect(strings).toEqual([]);
  // It reads every file of the source.
}, 30_000);
