import { Plus, X } from 'lucide-react';
import type { ClassAttribute, ObjectClass } from '../../document/classes.ts';
import { useAnnotator } from '../annotator.ts';
import { CommitField } from '../CommitField.tsx';
import { IconButton } from '../IconButton.tsx';

const KIND_WORDS: Readonly<Record<ClassAttribute['kind'], string>> = {
  text: 'text',
  choice: 'choice',
  'yes-no': 'yes or no',
};
const KINDS = ['text', 'choice', 'yes-no'] as const;

/** What is asked about every object of the class. */
export function AttributesEditor({ one }: { readonly one: ObjectClass }) {
  const annotator = useAnnotator();
  const { id, attributes } = one;
  return (
    <fieldset className="attributes">
      <legend>Attributes</legend>
      {attributes.map((attribute, i) => (
        <AttributeRow
          key={attribute.name}
          attribute={attribute}
          onChange={(edited) => annotator.setClassAttribute(id, i, edited)}
        />
      ))}
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          const name = freeName(attributes);
          annotator.setClassAttribute(id, attributes.length, { name, kind: 'text', choices: [] });
        }}
      >
        <Plus aria-hidden size={14} /> Add an attribute
      </button>
    </fieldset>
  );
}

interface RowProps {
  readonly attribute: ClassAttribute;
  /** Null: it goes. */
  readonly onChange: (attribute: ClassAttribute | null) => void;
}

function AttributeRow({ attribute, onChange }: RowProps) {
  const { name, kind, choices } = attribute;
  return (
    <div className="attribute">
      <CommitField
        label="Attribute name"
        value={name}
        onCommit={(text) => text.trim() && onChange({ ...attribute, name: text.trim() })}
      />
      <select
        aria-label={`Kind of ${name}`}
        value={kind}
        onChange={({ target }) => {
          const chosen = KINDS.find((one) => one === target.value);
          if (chosen) onChange({ ...attribute, kind: chosen });
        }}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {KIND_WORDS[one]}
          </option>
        ))}
      </select>
      <IconButton
        icon={X}
        label={`Remove attribute ${name}`}
        tip="left"
        onClick={() => onChange(null)}
      />
      {kind === 'choice' && (
        <CommitField
          label={`Choices of ${name}`}
          value={choices.join(', ')}
          placeholder="red, green, blue"
          onCommit={(text) => onChange({ ...attribute, choices: choicesIn(text) })}
        />
      )}
    </div>
  );
}

/** "red, green": each once. */
function choicesIn(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function freeName(attributes: readonly ClassAttribute[]): string {
  const isTaken = (name: string) => attributes.some((one) => one.name === name);
  let number = attributes.length + 1;
  while (isTaken(`attribute ${number}`)) number++;
  return `attribute ${number}`;
}
