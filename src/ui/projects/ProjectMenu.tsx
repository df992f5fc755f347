import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { t } from '../../words/words.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { Logo } from '../kit/Logo.tsx';
import { later } from '../kit/later.tsx';

const ProjectMenuItems = later(
  async () => (await import('./ProjectMenuItems.tsx')).ProjectMenuItems,
);

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
