import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPaths, rootOf } from './paths.ts';
import { SetProblemError } from './problems.ts';

describe('paths in an archive', () => {
  test.each([
    '../outside',
    'set/../../outside',
    '..',
    '/etc/passwd',
    'C:/windows',
    'c:outside',
    'set\\..\\outside',
    'set/na\u0000me',
  ])('%j is refused', (path) => {
    expect(problemOf(['manifest.json', path])).toEqual({ kind: 'unsafe-name', name: path });
  });

  test('dots inside a name are no harm', () => {
    expect(problemOf(['a..b', '...', 'set/.hidden', 'v1.2/manifest.json'])).toBeNull();
  });

  test('a name may come once, also in other case', () => {
    expect(problemOf(['a/b.bin', 'a/c.bin'])).toBeNull();
    expect(problemOf(['a/b.bin', 'a/B.bin'])).toEqual({ kind: 'double-name', name: 'a/B.bin' });
  });

  test('wherever a climb is put, it is found', () => {
    const segment = fc.constantFrom('a', 'b.c', '.', '...', 'd e');
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment), (before, after) => {
        const path = [...before, '..', ...after].join('/');
        expect(problemOf([path])).toEqual({ kind: 'unsafe-name', name: path });
      }),
    );
  });

  test('what is let through stays below the folder it is put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', ':', '\\') }), (path) => {
        if (problemOf([path])) return;
        const { pathname } = new URL(`set/${path}`, 'file:///home/');
        expect(pathname.startsWith('/home/set/')).toBe(true);
      }),
    );
  });
});

describe('where the manifest is', () => {
  test.each([
    [['manifest.json', 'a.bin'], ''],
    [['set/manifest.json', 'set/a.bin'], 'set/'],
    [['__MACOSX/manifest.json', 'set/manifest.json'], 'set/'],
    [['a/b/manifest.json'], null],
    [['a.bin'], null],
  ])('%j: %j', (paths, root) => {
    expect(rootOf(paths)).toBe(root);
  });
});

function problemOf(paths: readonly string[]) {
  try {
    checkPaths(paths);
    return null;
  } catch (error) {
    if (error instanceof SetProblemError) return error.problem;
    throw error;
  }
}
