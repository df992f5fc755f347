import type { StoreApi } from 'zustand/vanilla';
import type { DocumentState } from '../../document/types.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { ProjectsState } from '../projects/projects-state.ts';
import type { Context } from '../state/context.ts';
import { createRendering, type FolderFile, type FolderPlace, type Moment } from './rendering.ts';
import { renderState } from './state-file.ts';

export interface WantedParts {
  readonly projects: StoreApi<ProjectsState>;
  readonly projectFiles: ProjectFiles;
  projectName(): string;
}

/** The files of a folder as the document says they should be. */
export interface WantedFiles {
  labels(signal: AbortSignal, place: FolderPlace): Promise<readonly FolderFile[]>;
  /** Labels and the project's own file. */
  all(signal: AbortSignal, place: FolderPlace): Promise<readonly FolderFile[]>;
  /** The document that all of them were last made of; null: not yet. */
  madeOf(): DocumentState | null;
  forget(): void;
}

export function createWantedFiles(context: Context, parts: WantedParts): WantedFiles {
  const rendering = createRendering(context);
  let own: { readonly of: DocumentState; readonly file: FolderFile } | null = null;

  function moment(): Moment {
    const { reports } = context.view.getState();
    return { state: context.document.state.getState(), reports, name: parts.projectName() };
  }

  return {
    labels: (signal, place) => rendering.render(signal, place, moment()),
    async all(signal, place) {
      const now = moment();
      const labels = await rendering.render(signal, place, now);
      if (own?.of !== now.state) {
        const created = parts.projects.getState().current?.created ?? 0;
        const file = await renderState(signal, parts.projectFiles, now, created);
        own = { of: now.state, file };
      }
      return [...labels, own.file];
    },
    madeOf: () => own?.of ?? null,
    forget() {
      own = null;
    },
  };
}
