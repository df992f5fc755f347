import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { datasetsHere } from '../../formats/worker/testing/datasets-here.ts';
import { projectFilesHere } from '../../projects/worker/testing/project-files-here.ts';
import { type Visit, visitFolder } from '../testing/folder-visit.ts';
import { STATE_PATH } from './layout.ts';

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

const parts = { datasets: datasetsHere, projectFiles: projectFilesHere };
let visit: Visit;

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  visit = visitFolder(parts);
});

afterEach(() => vi.unstubAllGlobals());

describe('a folder that is worked in', () => {
  it('has the labels beside the photos, and only files that changed are written', async () => {
    await visit.open();
    expect(visit.state()).toMatchObject({
      phase: 'connected',
      name: 'shots',
      waiting: 0,
      trouble: null,
    });
    expect([...visit.disk.files.keys()]).toEqual(['a.png', 'day 2/b.png', STATE_PATH]);
    await visit.keepOne();
    expect(visit.state().waiting).toBe(2);
    await visit.look();
    expect(await visit.shapesIn('a.json')).toHaveLength(1);
    expect(visit.disk.files.has('day 2/b.json')).toBe(false);
    const stamp = visit.disk.files.get('a.json')?.lastModified;
    await visit.look();
    visit.annotator.setDone(['b'], true);
    await visit.look();
    expect(visit.disk.files.has('day 2/b.json')).toBe(true);
    expect(visit.disk.files.get('a.json')?.lastModified).toBe(stamp);
    void visit.annotator.undo();
    void visit.annotator.undo();
    await visit.look();
    expect(await visit.shapesIn('a.json')).toHaveLength(0);
  });

  it('gives its labels to photos that have none, and keeps them as they were written', async () => {
    const theirs = labelme('boat', 0);
    visit.disk.put('a.json', theirs);
    await visit.open();
    expect(visit.document().classes.map(({ name }) => name)).toEqual(['boat']);
    expect(visit.kept()).toHaveLength(1);
    expect(await visit.disk.text('a.json')).toBe(theirs);
    // Those that come later, too.
    visit.disk.put('day 2/b.json', labelme('kite', 1).replace('a.png', 'b.png'));
    await visit.look();
    expect(visit.document().objects.b).toHaveLength(1);
    expect(visit.state().asked).toEqual([]);
  });

  it('keeps the numbers that a list of classes gives, also before there are objects', async () => {
    visit.disk.put('data.yaml', 'names: [boat, kite]\n');
    await visit.open('yolo-segment');
    expect(visit.document().classes.map(({ name }) => name)).toEqual(['boat', 'kite']);
    await visit.keepOne();
    visit.annotator.chooseClassNamed('kite');
    await visit.look();
    expect(await visit.disk.text('a.txt')).toMatch(/^1 /);
    expect(await visit.disk.text('data.yaml')).toBe('names: [boat, kite]\n');
    expect(visit.state().asked).toEqual([]);
  });

  it('without photos says so', async () => {
    visit.disk.files.clear();
    visit.disk.put('notes.txt', '');
    await visit.open();
    expect(visit.state()).toMatchObject({ phase: 'none', trouble: { kind: 'no-photos' } });
  });

  it.each(['coco', 'cvat', 'yolo-segment'] as const)(
    'is written as %s and read back',
    async (format) => {
      await visit.open(format);
      await visit.keepOne();
      await visit.look();
      const path = {
        coco: 'annotations/instances_default.json',
        cvat: 'annotations.xml',
        'yolo-segment': 'a.txt',
      };
      expect(await visit.disk.text(path[format])).not.toBeNull();
      visit.disk.files.delete(STATE_PATH);
      const [mask] = visit.kept().map((object) => object.mask);
      visit = visitFolder(parts, visit.disk);
      await visit.open(format);
      expect(visit.kept().map((object) => object.mask)).toEqual([mask]);
      expect(visit.state()).toMatchObject({ asked: [], trouble: null });
    },
  );

  it('writes over an empty file, which a writing that was cut off has left', async () => {
    await visit.open();
    await visit.keepOne();
    visit.disk.put('a.json', '');
    await visit.look();
    expect(visit.state().asked).toEqual([]);
    expect(await visit.shapesIn('a.json')).toHaveLength(1);
  });

  it('brings the whole project along in one file', async () => {
    await visit.open();
    await visit.keepOne();
    visit.annotator.setDone(['a'], true);
    await visit.look();
    const { objects, done } = visit.document();
    visit = visitFolder(parts, visit.disk);
    await visit.open();
    expect(visit.document().objects.a).toEqual(objects.a);
    expect(visit.document().done).toEqual({ a: done.a ?? false, b: false });
    expect(visit.state().asked).toEqual([]);
  });
});

describe('what someone else has changed', () => {
  beforeEach(async () => {
    await visit.open();
    await visit.keepOne(2);
    await visit.look();
    visit.disk.put('a.json', labelme('boat', 3));
    await visit.look();
  });

  it('is asked about and not written over, whatever is done meanwhile', async () => {
    expect(visit.state().asked).toEqual([{ path: 'a.json', isDeleted: false }]);
    await visit.keepOne(1);
    await visit.look();
    expect(await visit.disk.text('a.json')).toBe(labelme('boat', 3));
    expect(visit.kept()).toHaveLength(2);
  });

  it('gives way to what the person keeps', async () => {
    await visit.answer('mine');
    expect(visit.state().asked).toEqual([]);
    expect((await visit.shapesIn('a.json')).map(({ label }) => label)).not.toContain('boat');
    expect(visit.kept()).toHaveLength(1);
  });

  it('takes the place of what was here, and undo brings that back', async () => {
    const before = visit.kept();
    await visit.answer('theirs');
    expect(visit.kept()).toHaveLength(1);
    expect(visit.kept()[0]?.id).not.toBe(before[0]?.id);
    expect(await visit.disk.text('a.json')).toBe(labelme('boat', 3));
    await visit.annotator.undo();
    expect(visit.kept()).toEqual(before);
    await visit.look();
    expect((await visit.shapesIn('a.json')).map(({ label }) => label)).not.toContain('boat');
  });

  it('stays beside what is here, and what both have is there once', async () => {
    const ours = visit.kept();
    await visit.answer('both');
    expect(visit.kept()).toHaveLength(2);
    expect(visit.kept()[0]).toBe(ours[0]);
    const both = await visit.disk.text('a.json');
    expect(JSON.parse(both ?? '').shapes).toHaveLength(2);
    // The same objects, in another program's spelling.
    visit.disk.put('a.json', JSON.stringify(JSON.parse(both ?? '')));
    await visit.look();
    await visit.answer('both');
    expect(visit.kept()).toHaveLength(2);
  });

  it('and deleted, is written again or goes here as well', async () => {
    await visit.answer('mine');
    visit.disk.files.delete('a.json');
    await visit.look();
    expect(visit.state().asked).toEqual([{ path: 'a.json', isDeleted: true }]);
    await visit.answer('mine');
    expect(await visit.shapesIn('a.json')).toHaveLength(1);
    visit.disk.files.delete('a.json');
    await visit.look();
    await visit.answer('theirs');
    expect(visit.kept()).toEqual([]);
    expect(visit.disk.files.has('a.json')).toBe(false);
  });

  it('and broken, changes nothing on either side', async () => {
    const before = visit.kept();
    visit.disk.put('a.json', '{ broken');
    await visit.look();
    await visit.answer('theirs');
    expect(visit.state().trouble).toMatchObject({ kind: 'unreadable', path: 'a.json' });
    expect(visit.kept()).toEqual(before);
    expect(await visit.disk.text('a.json')).toBe('{ broken');
  });

  it('of the project as a whole is taken in one step, or put beside it', async () => {
    await visit.answer('mine');
    const ours = visit.disk.files.get(STATE_PATH);
    await visit.keepOne(1);
    await visit.look();
    const colleague = await ours?.arrayBuffer();
    visit.disk.files.set(STATE_PATH, new File([colleague ?? ''], STATE_PATH, { lastModified: 1 }));
    await visit.look();
    expect(visit.state().asked.map(({ path }) => path)).toEqual([STATE_PATH]);
    await visit.answer('both');
    expect([...visit.disk.files.keys()]).toContain('robustsam.project (theirs).zip');
    expect(visit.kept()).toHaveLength(2);
    visit.disk.files.set(STATE_PATH, new File([colleague ?? ''], STATE_PATH, { lastModified: 2 }));
    await visit.look();
    await visit.answer('theirs');
    expect(visit.kept()).toHaveLength(1);
    await visit.annotator.undo();
    expect(visit.kept()).toHaveLength(2);
  });
});
