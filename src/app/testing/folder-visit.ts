import { vi } from 'vitest';
import { createMemoryDisk } from '../../disk/testing/memory-folder.ts';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { FolderAnswer, FolderFormat } from '../folder/folder-state.ts';
import { decoded, projectsInMemory, settle, setUp } from './world.ts';
// Else the first test would wait for what is loaded when it is needed.
import '../folder/names-yaml.ts';
import '../folder/session.ts';

/** The real writing and reading, which a test brings along. */
interface VisitParts {
  readonly datasets: Pick<Datasets, 'render' | 'read'>;
  readonly projectFiles: ProjectFiles;
}

export type Visit = ReturnType<typeof visitFolder>;

/** A page beside a disk with two photos, or one that another page has left. */
export function visitFolder({ datasets, projectFiles }: VisitParts, disk = photosOnDisk()) {
  const world = setUp(['robust'], {
    datasets: { ...createDatasets(), ...datasets },
    projects: projectsInMemory(projectFiles),
  });
  const { annotator } = world;
  const state = () => annotator.folder.getState();
  const document = () => annotator.document.getState();
  return {
    annotator,
    disk,
    state,
    document,
    /** What lies on the first photo. */
    kept: () => document().objects.a ?? [],
    look: () => annotator.checkFolder(),
    answer: (one: FolderAnswer) =>
      annotator.answerFolder(
        one,
        state().asked.map(({ path }) => path),
      ),
    async open(format: FolderFormat = 'labelme'): Promise<void> {
      vi.stubGlobal('showDirectoryPicker', async () => disk.root);
      await annotator.workInFolder(format, false);
      world.encodes.at(-1)?.();
      await settle();
    },
    async keepOne(pixels = 3): Promise<void> {
      void annotator.addPoint({ x: 1, y: 1 }, 'include');
      await settle();
      world.decodes.at(-1)?.answer(decoded(pixels));
      await settle();
      await annotator.keep();
    },
    shapesIn: async (path: string): Promise<{ label: string }[]> =>
      JSON.parse((await disk.text(path)) ?? '{"shapes":[]}').shapes,
  };
}

function photosOnDisk() {
  const disk = createMemoryDisk('shots');
  disk.put('a.png', 'a');
  disk.put('day 2/b.png', 'b');
  return disk;
}
