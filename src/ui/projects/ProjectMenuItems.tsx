import { FolderOpen } from 'lucide-react';
import type { ProjectHead } from '../../projects/records.ts';
import { folderActions } from '../../tools/actions/folder-actions.ts';
import { projectActions } from '../../tools/actions/project-actions.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { FileActions } from './FileActions.tsx';
import { ProjectPicture } from './ProjectPicture.tsx';
import { factWords } from './project-words.ts';

const MOST_OTHERS = 5;

interface ItemsProps {
  /** The focus stays in the menu, so Esc still means it. */
  readonly onRenamed: () => void;
}

/** What is in the menu of the open project. */
export function ProjectMenuItems({ onRenamed }: ItemsProps) {
  const annotator = useAnnotator();
  const hands = useHands();
  const state = useProjects((projects) => projects);
  const { current, all } = state;
  if (!current) return null;
  const others = all.filter(({ id }) => id !== current.id).slice(0, MOST_OTHERS);
  return (
    <>
      <CommitField
        label={t('projects.menu.name')}
        value={current.name}
        onCommit={(name) => {
          void annotator.renameProject(current.id, name);
          onRenamed();
        }}
      />
      <p className="hint">{factWords(current, state)}</p>
      <FileActions />
      <button
        type="button"
        className="button"
        onClick={() => folderActions.workInFolder.run(hands)}
      >
        <FolderOpen aria-hidden size={16} strokeWidth={1.75} /> {t('folder.button')}
      </button>
      {others.length > 0 && <h3>{t('projects.menu.others')}</h3>}
      {others.map((project) => (
        <OtherProject key={project.id} project={project} />
      ))}
      <div className="project-ways">
        <button
          type="button"
          className="button"
          onClick={() => projectActions.newProject.run(hands)}
        >
          {projectActions.newProject.title}
        </button>
        <button type="button" className="button" onClick={() => void annotator.closeProject()}>
          {t('projects.menu.all')}
        </button>
      </div>
    </>
  );
}

function OtherProject({ project }: { readonly project: ProjectHead }) {
  const annotator = useAnnotator();
  return (
    <button
      type="button"
      className="other-project"
      onClick={() => void annotator.openProject(project.id)}
    >
      <ProjectPicture picture={project.picture} />
      <span>{project.name}</span>
    </button>
  );
}
