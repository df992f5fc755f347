import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = import.meta.dirname;

/** Who may import whom: the table in src/README.md. A folder may always import itself. */
const MAY_IMPORT = new Map(
  Object.entries({
    words: 'typed',
    typed: '',
    contract: '',
    security: '',
    browser: '',
    disk: '',
    threads: 'words',
    geometry: '',
    mask: 'geometry',
    report: 'typed geometry',
    adjust: 'typed geometry report',
    prompt: 'geometry',
    models: 'words browser threads security',
    'models/worker': 'models browser',
    offline: 'browser threads models',
    'offline/worker': 'offline models security',
    'offline/build': 'offline models security',
    photo: 'words threads report adjust geometry',
    'photo/worker': 'photo browser report adjust geometry contract',
    engine: 'words browser threads models mask geometry prompt contract photo',
    'engine/worker': 'typed engine browser models security mask geometry prompt contract photo',
    formats: 'threads security mask geometry',
    'formats/worker': 'formats mask geometry photo/worker',
    reshape: 'threads mask',
    'reshape/worker': 'reshape',
    scoring: 'threads mask geometry',
    'scoring/worker': 'scoring',
    degrade: 'threads photo report geometry',
    'degrade/worker': 'degrade photo/worker',
    evaluate: 'typed words degrade mask geometry prompt',
    document: 'adjust mask geometry prompt contract photo',
    projects:
      'typed words disk adjust report browser threads document photo formats mask geometry prompt',
    'projects/worker': 'projects formats formats/worker geometry',
    app: 'typed words report adjust browser disk document projects engine models offline photo formats reshape scoring degrade evaluate mask geometry prompt contract',
    tools: 'typed words app report document projects engine reshape mask geometry contract',
    ui: 'words tools app report adjust document projects engine models offline photo formats reshape degrade evaluate mask geometry prompt contract',
    node: 'words degrade evaluate engine engine/worker models photo photo/worker report formats formats/worker ui mask geometry prompt contract',
    library:
      'words threads engine photo report degrade formats formats/worker mask geometry prompt contract',
    'library/node': 'library words engine engine/worker models node',
    'library/build': '',
    '': 'words ui app engine models offline security photo projects formats reshape scoring degrade',
  }).map(([folder, others]) => [folder, others.split(' ').filter(Boolean)] as const),
);

/** Past these lines a package must not be known. */
const PACKAGE_HOMES: readonly { name: RegExp; folders: readonly string[] }[] = [
  { name: /^react(-dom)?(\/|$)|^lucide-react|^zustand$/, folders: ['ui', ''] },
  { name: /^onnxruntime-web/, folders: ['engine/worker'] },
  { name: /^onnxruntime-node/, folders: ['node'] },
];

function folderOf(file: string): string {
  const folder = dirname(file);
  if (folder === '.') return '';
  const worker =
    /^((engine|photo|models|formats|reshape|scoring|degrade|projects|offline)\/worker|(offline|library)\/build|library\/node)/.exec(
      folder,
    );
  return worker ? worker[0] : (folder.split('/')[0] ?? '');
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The files that a file imports, types included. */
function neighboursOf(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => normalize(join(dirname(file), target)))
    .filter((target) => /\.tsx?$/.test(target));
}

/** "ui/kit" of "ui/kit/Panel.tsx"; a file that lies in no room of its wing stands for itself. */
function roomOf(file: string): string {
  const [wing, room, ...rest] = file.split('/');
  return rest.length > 0 ? `${wing}/${room}` : file;
}

/** What the first of two leads to, by any way. */
function reachable(from: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...(next.get(from) ?? [])];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    open.push(...(next.get(one) ?? []));
  }
  return reached;
}

/** Those that come back to themselves. */
function circlesAmong(pairs: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of pairs)
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  return [...next.keys()].filter((one) => reachable(one, next).has(one)).sort();
}

/** What is left of a file's imports once types are gone. */
function runtimeImportsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const matches = text.matchAll(/^(?:import|export)\s+(?!type\b)[^;']*from\s*'(\.[^']+)'/gm);
  return [...matches].map((match) => normalize(join(dirname(file), match[1] ?? '')));
}

it('sees a circle, and what only leads to one', () => {
  const pairs = ['ab', 'bc', 'cb', 'cd', 'dd'].map(([from, to]) => [`${from}`, `${to}`] as const);
  expect(circlesAmong(pairs)).toEqual(['b', 'c']);
});

const edges = sourceFiles().flatMap((file) =>
  importsOf(file).map((target) => ({ file, from: folderOf(file), target })),
);

describe('the import rule', () => {
  it('sees the whole tree', () => {
    expect(new Set(sourceFiles().map(folderOf))).toEqual(new Set(MAY_IMPORT.keys()));
  });

  it('lets folders import only what lies below them', () => {
    const broken = edges
      .filter(({ target }) => target.startsWith('.'))
      .map((edge) => ({ ...edge, to: folderOf(normalize(join(dirname(edge.file), edge.target))) }))
      .filter(({ from, to }) => from !== to && !MAY_IMPORT.get(from)?.includes(to))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('allows nothing that nobody needs', () => {
    const needed = new Set(
      edges
        .filter(({ target }) => target.startsWith('.'))
        .map(({ file, from, target }) => `${from} -> ${folderOf(join(dirname(file), target))}`),
    );
    const allowed = [...MAY_IMPORT].flatMap(([from, all]) => all.map((to) => `${from} -> ${to}`));
    expect(allowed.filter((one) => !needed.has(one))).toEqual([]);
  });

  it('has no circle of files, types included', () => {
    const files = sourceFiles().filter((file) => !file.includes('/testing/'));
    const pairs = files.flatMap((file) => neighboursOf(file).map((to) => [file, to] as const));
    expect(circlesAmong(pairs)).toEqual([]);
  });

  it.each(['app', 'ui', 'formats'])('has no circle of rooms in %s, types included', (wing) => {
    const files = sourceFiles().filter(
      (file) => file.startsWith(`${wing}/`) && !file.includes('/testing/'),
    );
    const pairs = files.flatMap((file) =>
      neighboursOf(file)
        .filter((to) => to.startsWith(`${wing}/`))
        .map((to) => [roomOf(file), roomOf(to)] as const),
    );
    expect(pairs.length).toBeGreaterThan(100);
    expect(circlesAmong(pairs)).toEqual([]);
  });

  it('keeps what people read out of the workers, also by way of others', () => {
    const reached = new Set(sourceFiles().filter((file) => folderOf(file).endsWith('/worker')));
    for (const file of reached)
      for (const target of runtimeImportsOf(file)) if (target.endsWith('.ts')) reached.add(target);
    expect([...reached].filter((file) => folderOf(file) === 'words')).toEqual([]);
  });

  it('keeps React in ui/ and the model runtime past the worker boundary', () => {
    const broken = edges.filter(({ from, target }) =>
      PACKAGE_HOMES.some(({ name, folders }) => name.test(target) && !folders.includes(from)),
    );
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
