import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryDisk, type MemoryDisk } from '../../disk/testing/memory-folder.ts';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import { renderFiles } from '../../formats/worker/export.ts';
import { importFiles } from '../../formats/worker/import.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import { readProjectFile } from '../../projects/worker/read.ts';
import { writeProjectFile } from '../../projects/worker/write.ts';
import {
  decoded,
  noOffline,
  projectsInMemory,
  settle,
  setUp,
  type World,
} from '../testing/world.ts';
import type { FolderAnswer, FolderFormat } from './folder-state.ts';
import { STATE_PATH } from './layout.ts';
// Else the first test would wait for what is loaded when it is needed.
import './names-yaml.ts';
import './session.ts';

/** The real writing and reading, on this thread. */
const datasets: Datasets = {
  ...createDatasets(),
  render: (_signal, ...asked) => renderFiles(...asked),
  read: async (_signal, files, open, onProgress, measure) =>
    (await importFiles(files, open, onProgress, { measure })).result,
};
const projectFiles: ProjectFiles = {
  write: (_signal, ...asked) => writeProjectFile(...asked),
  read: (_signal, ...asked) => readProjectFile(...asked),
};

let world: World;
let disk: MemoryDisk;

/** Labels of a photo that the tests open, which is 4 x 2. */
function labelme(label: string, x: number): string {
  const points = [
    [x, 0],
    [x + 1, 0],
    [x + 1, 1],
    [x, 1],
  ];
  return JSON.stringify({ imagePath: 'a.png', shapes: [{ label, points, shape_type: 'polygon' }] });
}

const newWorld = () =>
  setUp(['robust'], datasets, noOffline, undefined, projectsInMemory(projectFiles));
const state = () => world.annotator.folder.getState();
const document = () => world.annotator.document.getState();
const kept = () => document().objects.a ?? [];
const look = () => world.annotator.checkFolder();
const answer = (one: FolderAnswer) =>
  world.annotator.answerFolder(
    one,
    state().asked.map(({ path }) => path),
  );
const refuse = (name: string) => new DOMException('the disk says no', name);

async function open(format: FolderFormat = 'labelme'): Promise<void> {
  vi.stubGlobal('showDirectoryPicker', async () => disk.root);
  await world.annotator.workInFolder(format, false);
  world.encodes.at(-1)?.();
  await settle();
}

async function keepOne(pixels = 3): Promise<void> {
  void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
  await settle();
  world.decodes.at(-1)?.answer(decoded(pixels));
  await settle();
  await world.annotator.keep();
}

const shapesIn = async (path: string): Promise<{ label: string }[]> =>
  JSON.parse((await disk.text(path)) ?? '{"shapes":[]}').shapes;

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = newWorld();
  disk = createMemoryDisk('shots');
  disk.put('a.png', 'a');
  disk.put('day 2/b.png', 'b');
});

afterEach(() => vi.unstubAllGlobals());

describe('a folder that is worked in', () => {
  it('has the labels beside the photos, and only files that changed are written', async () => {
    await open();
    expect(state()).toMatchObject({ phase: 'connected', name: 'shots', waiting: 0, trouble: null });
    expect([...disk.files.keys()]).toEqual(['a.png', 'day 2/b.png', STATE_PATH]);
    await keepOne();
    expect(state().waiting).toBe(2);
    await look();
    expect(await shapesIn('a.json')).toHaveLength(1);
    expect(disk.files.has('day 2/b.json')).toBe(false);
    const stamp = disk.files.get('a.json')?.lastModified;
    await look();
    world.annotator.setDone(['b'], true);
    await look();
    expect(disk.files.has('day 2/b.json')).toBe(true);
    expect(disk.files.get('a.json')?.lastModified).toBe(stamp);
    void world.annotator.undo();
    void world.annotator.undo();
    await look();
    expect(await shapesIn('a.json')).toHaveLength(0);
  });

  it('gives its labels to photos that have none, and keeps them as they were written', async () => {
    const theirs = labelme('boat', 0);
    disk.put('a.json', theirs);
    await open();
    expect(document().classes.map(({ name }) => name)).toEqual(['boat']);
    expect(kept()).toHaveLength(1);
    expect(await disk.text('a.json')).toBe(theirs);
    // Those that come later, too.
    disk.put('day 2/b.json', labelme('kite', 1).replace('a.png', 'b.png'));
    await look();
    expect(document().objects.b).toHaveLength(1);
    expect(state().asked).toEqual([]);
  });

  it('keeps the numbers that a list of classes gives, also before there are objects', async () => {
    disk.put('data.yaml', 'names: [boat, kite]\n');
    await open('yolo-segment');
    expect(document().classes.map(({ name }) => name)).toEqual(['boat', 'kite']);
    await keepOne();
    world.annotator.chooseClassNamed('kite');
    await look();
    expect(await disk.text('a.txt')).toMatch(/^1 /);
    expect(await disk.text('data.yaml')).toBe('names: [boat, kite]\n');
    expect(state().asked).toEqual([]);
  });

  it('without photos says so', async () => {
    disk.files.clear();
    disk.put('notes.txt', '');
    await open();
    expect(state()).toMatchObject({ phase: 'none', trouble: { kind: 'no-photos' } });
  });

  it.each(['coco', 'cvat', 'yolo-segment'] as const)(
    'is written as %s and read back',
    async (format) => {
      await open(format);
      await keepOne();
      await look();
      const path = {
        coco: 'annotations/instances_default.json',
        cvat: 'annotations.xml',
        'yolo-segment': 'a.txt',
      };
      expect(await disk.text(path[format])).not.toBeNull();
      disk.files.delete(STATE_PATH);
      const [mask] = kept().map((object) => object.mask);
      world = newWorld();
      await open(format);
      expect(kept().map((object) => object.mask)).toEqual([mask]);
      expect(state()).toMatchObject({ asked: [], trouble: null });
    },
  );

  it('brings the whole project along in one file', async () => {
    await open();
    await keepOne();
    world.annotator.setDone(['a'], true);
    await look();
    const { objects, done } = document();
    world = newWorld();
    await open();
    expect(document().objects.a).toEqual(objects.a);
    expect(document().done).toEqual({ a: done.a ?? false, b: false });
    expect(state().asked).toEqual([]);
  });
});

describe('what someone else has changed', () => {
  beforeEach(async () => {
    await open();
    await keepOne(2);
    await look();
    disk.put('a.json', labelme('boat', 3));
    await look();
  });

  it('is asked about and not written over, whatever is done meanwhile', async () => {
    expect(state().asked).toEqual([{ path: 'a.json', isDeleted: false }]);
    await keepOne(1);
    await look();
    expect(await disk.text('a.json')).toBe(labelme('boat', 3));
    expect(kept()).toHaveLength(2);
  });

  it('gives way to what the person keeps', async () => {
    await answer('mine');
    expect(state().asked).toEqual([]);
    expect((await shapesIn('a.json')).map(({ label }) => label)).not.toContain('boat');
    expect(kept()).toHaveLength(1);
  });

  it('takes the place of what was here, and undo brings that back', async () => {
    const before = kept();
    await answer('theirs');
    expect(kept()).toHaveLength(1);
    expect(kept()[0]?.id).not.toBe(before[0]?.id);
    expect(await disk.text('a.json')).toBe(labelme('boat', 3));
    await world.annotator.undo();
    expect(kept()).toEqual(before);
    await look();
    expect((await shapesIn('a.json')).map(({ label }) => label)).not.toContain('boat');
  });

  it('stays beside what is here, and what both have is there once', async () => {
    const ours = kept();
    await answer('both');
    expect(kept()).toHaveLength(2);
    expect(kept()[0]).toBe(ours[0]);
    const both = await disk.text('a.json');
    expect(JSON.parse(both ?? '').shapes).toHaveLength(2);
    // The same objects, in another program's spelling.
    disk.put('a.json', JSON.stringify(JSON.parse(both ?? '')));
    await look();
    await answer('both');
    expect(kept()).toHaveLength(2);
  });

  it('and deleted, is written again or goes here as well', async () => {
    await answer('mine');
    disk.files.delete('a.json');
    await look();
    expect(state().asked).toEqual([{ path: 'a.json', isDeleted: true }]);
    await answer('mine');
    expect(await shapesIn('a.json')).toHaveLength(1);
    disk.files.delete('a.json');
    await look();
    await answer('theirs');
    expect(kept()).toEqual([]);
    expect(disk.files.has('a.json')).toBe(false);
  });

  it('and broken, changes nothing on either side', async () => {
    const before = kept();
    disk.put('a.json', '{ broken');
    await look();
    await answer('theirs');
    expect(state().trouble).toMatchObject({ kind: 'unreadable', path: 'a.json' });
    expect(kept()).toEqual(before);
    expect(await disk.text('a.json')).toBe('{ broken');
  });

  it('of the project as a whole is taken in one step, or put beside it', async () => {
    await answer('mine');
    const ours = disk.files.get(STATE_PATH);
    await keepOne(1);
    await look();
    const colleague = await ours?.arrayBuffer();
    disk.files.set(STATE_PATH, new File([colleague ?? ''], STATE_PATH, { lastModified: 1 }));
    await look();
    expect(state().asked.map(({ path }) => path)).toEqual([STATE_PATH]);
    await answer('both');
    expect([...disk.files.keys()]).toContain('robustsam.project (theirs).zip');
    expect(kept()).toHaveLength(2);
    disk.files.set(STATE_PATH, new File([colleague ?? ''], STATE_PATH, { lastModified: 2 }));
    await look();
    await answer('theirs');
    expect(kept()).toHaveLength(1);
    await world.annotator.undo();
    expect(kept()).toHaveLength(2);
  });
});

describe('a disk that refuses', () => {
  beforeEach(async () => {
    await open();
    await keepOne();
  });

  it.each([
    ['full', 'write', 'QuotaExceededError'],
    ['locked', 'open', 'NoModificationAllowedError'],
    ['read-only', 'open', 'NotAllowedError'],
    ['gone', 'list', 'NotFoundError'],
  ] as const)(
    'because it is %s is told; labels stay, and trying again writes them',
    async (kind, step, name) => {
      disk.trouble.set(step, refuse(name));
      await look();
      expect(state().trouble?.kind).toBe(kind);
      expect(state().waiting).toBeGreaterThan(0);
      expect(kept()).toHaveLength(1);
      expect(await shapesIn('a.json')).toEqual([]);
      disk.trouble.clear();
      await look();
      expect(state()).toMatchObject({ trouble: null, waiting: 0 });
      expect(await shapesIn('a.json')).toHaveLength(1);
    },
  );

  it('to let the app write asks for the permission again', async () => {
    disk.permission = 'prompt';
    await look();
    expect(state()).toMatchObject({ phase: 'locked', trouble: null });
    await world.annotator.reconnectFolder();
    expect(state().phase).toBe('locked');
    disk.permission = 'granted';
    await world.annotator.reconnectFolder();
    expect(state().phase).toBe('connected');
    expect(await shapesIn('a.json')).toHaveLength(1);
  });

  it('is left alone once it is disconnected', async () => {
    await world.annotator.leaveFolder();
    expect(state().phase).toBe('none');
    await look();
    expect(disk.files.has('a.json')).toBe(false);
    expect(kept()).toHaveLength(1);
  });
});
