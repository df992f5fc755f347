import type { MaskObject } from '../../document/types.ts';
import { useAnnotator } from '../annotator.ts';
import { CommitField } from '../CommitField.tsx';
import { FIELDS } from '../places.ts';
import { CopyButtons } from './CopyButtons.tsx';
import { ObjectAttributes } from './ObjectAttributes.tsx';

/** What can be said about the one selected object. */
export function ObjectDetails({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const { id, name, note, isLocked, prompt } = object;
  const steps = prompt.length === 1 ? '1 prompt' : `${prompt.length} prompts`;
  return (
    <section className="object-details" aria-label={`Details of ${name}`}>
      <div className="field">
        <span>Name</span>
        <CommitField
          key={id}
          label="Name"
          value={name}
          isDisabled={isLocked}
          onCommit={(text) => annotator.renameObject(id, text)}
        />
      </div>
      <ObjectAttributes object={object} />
      <div className="field">
        <span>Note</span>
        <CommitField
          key={id}
          id={FIELDS.note}
          label="Note"
          value={note}
          isMultiline
          isDisabled={isLocked}
          onCommit={(text) => annotator.setNote(id, text)}
        />
      </div>
      <p className="hint">
        {prompt.length > 0 ? `Made by ${steps}.` : 'No prompt made it.'}
        {isLocked && ' Locked: unlock it to change it.'}
      </p>
      <CopyButtons />
    </section>
  );
}
