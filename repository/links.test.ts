import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesNamed, ROOT } from './files.ts';

/** `[text](target)`, `![picture](target)`, and the `src` of a picture in HTML; none in code. */
const LINK = /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<img[^>]*\ssrc="([^"]+)"/g;
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A heading's address on hosts that show Markdown. */
function slug(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6}\s+(.+)$/gm);
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of headings) {
    const name = slug(heading);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    anchors.add(before === 0 ? name : `${name}-${before}`);
  }
  return anchors;
}

/** What is wrong with the links of one document; none of the web is asked. */
function brokenLinks(path: string, text: string): readonly string[] {
  return [...text.replace(CODE, '').matchAll(LINK)].flatMap(([, link, picture]) => {
    const target = link ?? picture ?? '';
    if (OUTSIDE.test(target)) return [];
    const [file = '', anchor] = decodeURI(target).split('#');
    const found = file === '' ? path : normalize(join(dirname(path), file));
    if (relative('.', found).startsWith('..')) return [`${path}: ${target} leads out`];
    if (found !== path && !existsSync(join(ROOT, found)))
      return [`${path}: ${target} is not there`];
    if (anchor === undefined) return [];
    const other = found === path ? text : readFileSync(join(ROOT, found), 'utf8');
    return anchorsOf(other).has(anchor) ? [] : [`${path}: no heading for ${target}`];
  });
}

it('sees links that lead nowhere', () => {
  const text = '# A title, twice\n# A title, twice\n';
  const check = (link: string) => brokenLinks('docs/one.md', `${text}[x](${link})`).length;
  expect(check('#a-title-twice')).toBe(0);
  expect(check('#a-title-twice-1')).toBe(0);
  expect(check('#a-title-twice-2')).toBe(1);
  expect(check('../package.json')).toBe(0);
  expect(check('../package.yaml')).toBe(1);
  expect(check('../../elsewhere.md')).toBe(1);
  expect(check('https://example.org/nothing')).toBe(0);
  expect(brokenLinks('docs/one.md', '`[x](nowhere.md)`')).toEqual([]);
  expect(brokenLinks('docs/one.md', '<img src="nowhere.png">')).toHaveLength(1);
});

it('every link between documents leads to a file, and to a heading', () => {
  const documents = filesNamed(/\.md$/);
  expect(documents).toContain('src/README.md');
  const broken = documents.flatMap((path) =>
    brokenLinks(path, readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(broken).toEqual([]);
});
