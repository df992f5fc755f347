import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { datasetsHere } from '../../formats/worker/testing/datasets-here.ts';
import { projectFilesHere } from '../../projects/worker/testing/project-files-here.ts';
import { type Visit, visitFolder } from '../testing/folder-visit.ts';

const parts = { datasets: datasetsHere, projectFiles: projectFilesHere };
let visit: Visit;

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  visit = visitFolder(parts);
});

afterEach(() => vi.unstubAllGlobals());

describe('a disk that refuses', () => {
  beforeEach(async () => {
    await visit.open();
    await visit.keepOne();
  });

  it.each([
    ['full', 'write', 'QuotaExceededError'],
    ['locked', 'open', 'NoModificationAllowedError'],
    ['read-only', 'open', 'NotAllowedError'],
    ['gone', 'list', 'NotFoundError'],
  ] as const)(
    'because it is %s is told; labels stay, and trying again writes them',
    async (kind, step, name) => {
      visit.disk.trouble.set(step, new DOMException('the disk says no', name));
      await visit.look();
      expect(visit.state().trouble?.kind).toBe(kind);
      expect(visit.state().waiting).toBeGreaterThan(0);
      expect(visit.kept()).toHaveLength(1);
      expect(await visit.shapesIn('a.json')).toEqual([]);
      visit.disk.trouble.clear();
      await visit.look();
      expect(visit.state()).toMatchObject({ trouble: null, waiting: 0 });
      expect(await visit.shapesIn('a.json')).toHaveLength(1);
    },
  );

  it('to let the app write asks for the permission again', async () => {
    visit.disk.permission = 'prompt';
    await visit.look();
    expect(visit.state()).toMatchObject({ phase: 'locked', trouble: null });
    await visit.annotator.reconnectFolder();
    expect(visit.state().phase).toBe('locked');
    visit.disk.permission = 'granted';
    await visit.annotator.reconnectFolder();
    expect(visit.state().phase).toBe('connected');
    expect(await visit.shapesIn('a.json')).toHaveLength(1);
  });

  it('is left alone once it is disconnected', async () => {
    await visit.annotator.leaveFolder();
    expect(visit.state().phase).toBe('none');
    await visit.look();
    expect(visit.disk.files.has('a.json')).toBe(false);
    expect(visit.kept()).toHaveLength(1);
  });
});
