import { useDocument } from '../annotator.ts';

/** How many photos of the project are done. */
export function ProjectProgress() {
  const of = useDocument((state) => state.photos.length);
  const done = useDocument(({ photos, done }) => photos.filter(({ id }) => done[id]).length);
  return (
    <div className="project-progress">
      <span>
        {done} / {of} done
      </span>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * done) / of}%` }} />
      </span>
    </div>
  );
}
