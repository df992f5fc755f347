import type { Page } from '@playwright/test';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { Editing } from '../pages/editing.ts';
import { ObjectsPanel } from '../pages/objects-panel.ts';
import { Palette } from '../pages/palette.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { seriousFaults } from '../pages/serious-faults.ts';
import { expect, test } from '../pages/test.ts';
import { WorkFolder } from '../pages/work-folder.ts';

const STATE = 'robustsam.project.zip';
const box = { x0: 50, y0: 50, x1: 150, y1: 150 };

/** A square of LabelMe, as another program writes it. */
function labelme(name: string, label: string, [x, y]: readonly [number, number]): string {
  const points = [
    [x, y],
    [x + 40, y],
    [x + 40, y + 40],
    [x, y + 40],
  ];
  const shapes = [{ label, points, shape_type: 'polygon', flags: {}, group_id: null }];
  const size = { imageHeight: 300, imageWidth: name === 'a.png' ? 401 : 402 };
  const content = {
    version: '5.2.1',
    flags: {},
    shapes,
    imagePath: name,
    imageData: null,
    ...size,
  };
  return JSON.stringify(content, null, 2);
}

async function drawKite(app: AnnotatorPage, at = box): Promise<void> {
  await new Editing(app).drawBox(at);
  await new ObjectsPanel(app).nameClass('kite');
  await app.press('Enter');
}

/** A page that works in a folder, with a first object on a.png. */
async function folderWithKite(app: AnnotatorPage): Promise<WorkFolder> {
  const folder = new WorkFolder(app);
  await folder.prepare();
  await folder.open();
  await folder.show('a.png');
  await drawKite(app);
  return folder;
}

const labelsIn = (text: string | null): string[] =>
  // A file that is being made is empty for a moment.
  JSON.parse(text || '{"shapes":[]}').shapes.map(({ label }: { label: string }) => label);

test('labels are written beside the photos as they change, and nothing else is', async ({
  app,
}) => {
  const folder = new WorkFolder(app);
  const theirs = labelme('b.png', 'boat', [10, 10]);
  await folder.prepare({ 'day 2/b.json': theirs, 'notes.txt': 'to do' });
  await folder.open();
  // What was there is read in, and left as it was.
  expect(await app.page.evaluate(() => window.annotator.document.getState().classes[0]?.name)).toBe(
    'boat',
  );
  expect(await folder.text('a.json')).toBeNull();
  await folder.show('a.png');
  await drawKite(app);
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toEqual(['kite']);
  expect(JSON.parse((await folder.text('a.json')) ?? '').imagePath).toBe('a.png');
  await folder.untilQuiet();
  await expect(folder.status).toHaveText(/^shots: written at/);
  expect(await folder.text('day 2/b.json')).toBe(theirs);
  expect(await folder.text('notes.txt')).toBe('to do');
  expect(await folder.text(STATE)).not.toBeNull();
  await app.press('Control+z');
  await app.press('Control+z');
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toEqual([]);
});

test('what someone else has changed is asked about before it is written over', async ({ app }) => {
  const folder = await folderWithKite(app);
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toEqual(['kite']);
  await folder.untilQuiet();
  const objects = () => app.page.evaluate(() => window.annotator.document.getState().objects);
  const names = async () => Object.values(await objects()).map((all) => all.length);
  const theirs = labelme('a.png', 'boat', [200, 200]);

  await folder.put('a.json', theirs);
  await folder.comeBack();
  await expect(folder.alert).toContainText('Someone else has changed 1 file');
  expect(await seriousFaults(app.page)).toEqual([]);
  // Not even what is drawn now writes it over.
  await drawKite(app, { x0: 250, y0: 50, x1: 300, y1: 100 });
  await app.page.waitForTimeout(2_500);
  expect(await folder.text('a.json')).toBe(theirs);
  await folder.answer('Keep both');
  await folder.untilQuiet();
  expect(labelsIn(await folder.text('a.json')).sort()).toEqual(['boat', 'kite', 'kite']);

  await folder.put('a.json', theirs);
  await folder.comeBack();
  await folder.answer('Take theirs');
  await folder.untilQuiet();
  expect(await names()).toContain(1);
  // Their own spelling stays.
  expect(await folder.text('a.json')).toBe(theirs);
  await app.press('Control+z');
  expect(await names()).toContain(3);
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toHaveLength(3);

  await folder.untilQuiet();
  await folder.put('a.json', null);
  await folder.comeBack();
  await expect(folder.alert).toContainText('a.json (deleted)');
  await folder.answer('Keep mine');
  await folder.untilQuiet();
  expect(labelsIn(await folder.text('a.json'))).toHaveLength(3);

  await folder.put('a.json', '{ broken');
  await folder.comeBack();
  await folder.answer('Take theirs');
  await expect(folder.alert.first()).toContainText('holds no labels that can be read');
  expect(await names()).toContain(3);
  expect(await folder.text('a.json')).toBe('{ broken');
});

test('the project comes back with its folder, and what changed meanwhile is written', async ({
  app,
  page,
}) => {
  const folder = await folderWithKite(app);
  await new ProjectsPage(app).untilSaved();
  await new ProjectsPage(app).reload();
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toEqual(['kite']);
  await folder.untilQuiet();
  // The folder is known, so its own project opens; disconnected, a new one begins with the file that lies there.
  await folder.choosable();
  const before = await new ProjectsPage(app).document();
  await new Palette(app).run('Disconnect the folder');
  await expect(folder.status).toBeHidden();
  await folder.open();
  expect(await new ProjectsPage(app).document()).toEqual(before);
  await expect.poll(() => new ProjectsPage(app).countRecords('projects')).toBe(2);
  await expect(page.getByRole('button', { name: 'Project shots' })).toBeVisible();
});

test('COCO, YOLO and CVAT go where such labels lie already', async ({ app }) => {
  const folder = new WorkFolder(app);
  const yaml = '# ours\ntrain: images/train\nnames:\n  - boat\n';
  await folder.prepare({ 'data.yaml': yaml });
  await folder.open('YOLO');
  await folder.show('b.png');
  await drawKite(app);
  await expect.poll(() => folder.text('day 2/b.txt')).toMatch(/^1 0\.12/);
  expect(await folder.text('data.yaml')).toBe(yaml.replace('- boat', '- "boat"\n  - "kite"'));
  await folder.status.click();
  await folder.dialog.getByRole('radio', { name: 'CVAT' }).check();
  await expect.poll(() => folder.text('annotations.xml')).toContain('name="day 2/b.png"');
  await folder.dialog.getByRole('radio', { name: 'COCO' }).check();
  await expect
    .poll(() => folder.text('annotations/instances_default.json'))
    .toContain('"file_name":"day 2/b.png"');
  expect(await folder.text('a.txt')).toBeNull();
});

test('a file that another program holds, and a folder that is gone, are said; labels stay', async ({
  app,
  page,
}) => {
  const folder = await folderWithKite(app);
  await expect.poll(async () => labelsIn(await folder.text('a.json'))).toEqual(['kite']);
  await folder.untilQuiet();
  const release = await holdFile(page);
  await drawKite(app, { x0: 250, y0: 50, x1: 300, y1: 100 });
  await expect(folder.alert).toContainText('“a.json” is open in another program.');
  await expect(folder.alert).toContainText('Your labels are safe in the app.');
  await expect(folder.status).toHaveText('shots: not written');
  await release();
  await folder.alert.getByRole('button', { name: 'Try again' }).click();
  await folder.untilQuiet();
  expect(labelsIn(await folder.text('a.json'))).toEqual(['kite', 'kite']);
  await folder.remove();
  await folder.comeBack();
  await expect(folder.alert).toContainText('“shots” is not where it was');
  await new ProjectsPage(app).untilSaved();
  await app.until(({ objects }) => objects === 2);
});

/** As an editor that locks what it has open. */
async function holdFile(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('shots');
    const handle = await folder.getFileHandle('a.json');
    const exclusive = { mode: 'exclusive', keepExistingData: true };
    return handle.createWritable(exclusive);
  });
  return () => held.evaluate((writable) => writable.abort());
}

test('a browser that can’t write into folders says so, and what to do instead', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await page.context().route('**/models/manifest.json', (route) => route.abort());
  await app.open();
  await new Palette(app).run('Work in a folder');
  const { dialog } = new WorkFolder(app);
  await expect(dialog).toContainText('This browser can’t write into folders.');
  await expect(dialog.getByRole('button', { name: 'Choose' })).toBeHidden();
});
