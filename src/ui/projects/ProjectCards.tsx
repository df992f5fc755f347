import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectHead } from '../../projects/records.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { ProjectPicture } from './ProjectPicture.tsx';
import { dateWords, sizeWords } from './project-words.ts';

/** The projects of this browser; nothing while there are none. */
export function ProjectCards() {
  const all = useProjects((state) => state.all);
  if (all.length === 0) return null;
  return (
    <section className="projects" aria-labelledby="projects-title">
      <h3 id="projects-title">{t('projects.cards.title')}</h3>
      <ul>
        {all.map((project) => (
          <li key={project.id} className="project-card">
            <ProjectCard project={project} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of its photos are done, once one is. */
function ProjectDone({ project: { done, photos } }: { readonly project: ProjectHead }) {
  if (done === 0) return null;
  return (
    <span className="project-done">
      {t('filmstrip.progress', { done, of: photos })}
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * done) / Math.max(photos, 1)}%` }} />
      </span>
    </span>
  );
}

function ProjectCard({ project }: { readonly project: ProjectHead }) {
  const annotator = useAnnotator();
  const [isNaming, setNaming] = useState(false);
  const { id, name, picture, changed } = project;
  return (
    <>
      {isNaming ? (
        <CommitField
          label={t('projects.cards.nameOf', { name })}
          value={name}
          takesFocus
          onCommit={(wanted) => void annotator.renameProject(id, wanted)}
          onDone={() => setNaming(false)}
        />
      ) : (
        <button
          type="button"
          className="project-open"
          aria-label={t('projects.cards.open', { name, size: sizeWords(project) })}
          onClick={() => void annotator.openProject(id)}
        >
          <ProjectPicture picture={picture} />
          <span className="project-facts">
            <span className="project-card-name">{name}</span>
            <span>{sizeWords(project)}</span>
            <ProjectDone project={project} />
            <span>{dateWords(changed)}</span>
          </span>
        </button>
      )}
      <span className="project-card-actions">
        <IconButton
          icon={Pencil}
          label={t('projects.cards.rename', { name })}
          tip="left"
          onClick={() => setNaming(true)}
        />
        <IconButton
          icon={Copy}
          label={t('projects.cards.duplicate', { name })}
          tip="left"
          onClick={() => void annotator.duplicateProject(id)}
        />
        <IconButton
          icon={Trash2}
          label={t('projects.cards.delete', { name })}
          tip="left"
          onClick={() => void annotator.deleteProject(id)}
        />
      </span>
    </>
  );
}
