import { beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, fileAt, writeFile } from './files.ts';
import { askPermission, isPermitted } from './permission.ts';
import { createMemoryDisk, type MemoryDisk } from './testing/memory-folder.ts';
import { troubleOf } from './trouble.ts';

let disk: MemoryDisk;
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.kind,
  );
const refuse = (name: string) => new DOMException('the disk says no', name);

beforeEach(() => {
  disk = createMemoryDisk();
  disk.put('a.jpg', 'photo');
});

describe('a file in the folder', () => {
  it('is written with the folders it needs, and read back', async () => {
    const stamp = await writeFile(disk.root, 'day 1/left/a.json', new Blob(['labels']));
    const file = await fileAt(disk.root, 'day 1/left/a.json');
    expect(await file?.text()).toBe('labels');
    expect(stamp).toEqual({ modified: file?.lastModified, size: 6 });
    expect(await fileAt(disk.root, 'day 2/a.json')).toBeNull();
  });

  it('stays as it was when the disk is full, and one that was begun goes again', async () => {
    disk.put('a.json', 'old');
    disk.trouble.set('write', refuse('QuotaExceededError'));
    expect(await kindOf(writeFile(disk.root, 'a.json', new Blob(['new'])))).toBe('full');
    expect(await kindOf(writeFile(disk.root, 'b.json', new Blob(['new'])))).toBe('full');
    expect(await disk.text('a.json')).toBe('old');
    expect(disk.files.has('b.json')).toBe(false);
  });

  it('says what refuses it', async () => {
    const write = () => kindOf(writeFile(disk.root, 'a.json', new Blob(['new'])));
    disk.trouble.set('open', refuse('NoModificationAllowedError'));
    expect(await write()).toBe('locked');
    disk.trouble.set('open', refuse('NotAllowedError'));
    expect(await write()).toBe('read-only');
    disk.permission = 'denied';
    expect(await write()).toBe('refused');
    disk.trouble.clear();
    disk.put('a.json/inner', '');
    expect(await write()).toBe('in-the-way');
    expect(await kindOf(fileAt(disk.root, 'a.jpg/x.json'))).toBe('in-the-way');
  });
});

describe('the folder itself', () => {
  it('is not taken for an empty one when it is gone or locked', async () => {
    expect(await kindOf(checkFolder(disk.root))).toBe('done');
    disk.trouble.set('list', refuse('NotFoundError'));
    expect(await kindOf(checkFolder(disk.root))).toBe('gone');
    disk.permission = 'prompt';
    expect(await kindOf(checkFolder(disk.root))).toBe('refused');
  });

  it('asks for permission, where the browser knows any', async () => {
    disk.permission = 'denied';
    expect(await isPermitted(disk.root, 'readwrite')).toBe(false);
    expect(await askPermission(disk.root, 'readwrite')).toBe(false);
    const bare = { kind: 'directory', name: 'bare' } as FileSystemDirectoryHandle;
    expect(await isPermitted(bare, 'read')).toBe(true);
    expect(await askPermission(bare, 'read')).toBe(true);
  });
});

it('an error that nobody thought of keeps its words', () => {
  const trouble = troubleOf(new RangeError('odd'), 'a.json');
  expect(trouble).toMatchObject({ kind: 'other', path: 'a.json', detail: 'odd' });
  expect(troubleOf(trouble, 'b.json')).toBe(trouble);
  expect(troubleOf('words').detail).toBe('words');
});
