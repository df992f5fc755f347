import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { ProjectHead } from '../../projects/records.ts';
import { ACTIONS } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { Logo } from '../kit/Logo.tsx';
import { FileActions } from './FileActions.tsx';
import { ProjectPicture } from './ProjectPicture.tsx';
import { factWords } from './project-words.ts';

const MOST_OTHERS = 5;

/** The open project, and the way to the others. */
export function ProjectMenu() {
  const id = useId();
  const annotator = useAnnotator();
  const menu = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const name = useProjects(({ current }) => current?.name);
  if (name === undefined) return <Logo />;
  return (
    <>
      <button
        type="button"
        className="project-button"
        popoverTarget={id}
        aria-label={t('projects.menu.button', { name })}
      >
        <Logo />
        <span className="project-name wide-only">{name}</span>
        <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
      </button>
      <section
        ref={menu}
        id={id}
        popover="auto"
        tabIndex={-1}
        className="project-menu"
        aria-label={t('projects.menu.title')}
        onToggle={({ newState }) => {
          setOpen(newState === 'open');
          if (newState === 'open') void annotator.measureStorage();
        }}
      >
        {isOpen && <ProjectMenuItems onRenamed={() => menu.current?.focus()} />}
      </section>
    </>
  );
}

interface ItemsProps {
  /** The focus stays in the menu, so that Esc still means it. */
  readonly onRenamed: () => void;
}

function ProjectMenuItems({ onRenamed }: ItemsProps) {
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
      {others.length > 0 && <h3>{t('projects.menu.others')}</h3>}
      {others.map((project) => (
        <OtherProject key={project.id} project={project} />
      ))}
      <div className="project-ways">
        <button type="button" className="button" onClick={() => ACTIONS.newProject.run(hands)}>
          {ACTIONS.newProject.title}
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
